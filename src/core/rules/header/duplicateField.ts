import { withMerges } from '../../frontMatter/merge';
import type { Entry } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Report } from '../../report/report';
import { removeField } from '../../write/edits';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { subject } from '../shared/names';

/** A field that appears twice: the generator drops one without a word, or stops. */
export const duplicateField: Rule = {
  code: 'duplicate-field',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { report, forecast } = context;
    // Of a header that is not read nothing is used.
    if (forecast.cause?.code === 'syntax' || forecast.cause?.code === 'not-a-map') {
      return [];
    }
    const byName = new Map<string, Entry[]>();
    for (const field of report.fields) {
      const { name } = field.key;
      if (name !== null && name !== '<<') {
        const folded = report.generator.foldsKeys ? name.toLowerCase() : name;
        const same = byName.get(folded);
        if (same) {
          same.push(field);
        } else {
          byName.set(folded, [field]);
        }
      }
    }
    const found = [...byName].flatMap(([folded, fields]) => {
      const kept = report.field(folded);
      return fields
        .filter((field) => field !== kept)
        .map((dropped) => finding(context, dropped, kept, isStop(context, dropped, fields)));
    });
    return [...found, ...beatenByMerged(context), ...nestedStop(context, found)];
  },
};

/** What is merged with `<<` is there before names are compared without their case: one with capitals wins there, too. */
function beatenByMerged(context: RuleContext): RuleFinding[] {
  const { report } = context;
  if (!report.generator.foldsKeys || !report.field('<<')) {
    return [];
  }
  const merged = withMerges(report.frontMatter?.root ?? null);
  const own = new Set(report.fields.map(({ key }) => key.name));
  return (merged?.kind === 'map' ? merged.entries : []).flatMap((entry) => {
    const { name } = entry.key;
    const beaten = name === null || own.has(name) ? undefined : report.field(name.toLowerCase());
    return beaten && beaten.key.name === name?.toLowerCase()
      ? [{ ...finding(context, beaten, entry, false), fixes: [] }]
      : [];
  });
}

/** A field of a map in the header, as of `params`, that appears twice (goccy/go-yaml, which Hugo has from 0.152 on). */
function nestedStop(
  { report, site, forecast }: RuleContext,
  found: readonly RuleFinding[],
): readonly RuleFinding[] {
  const { cause, outcome } = forecast;
  if (
    cause?.code !== 'duplicate-field' ||
    !cause.range ||
    found.some(({ severity }) => severity === 'error')
  ) {
    return [];
  }
  const { range } = cause;
  const name = report.text.slice(range.start, range.end).replace(/^(["'])(.*)\1$/, '$2');
  const message = site.generator.failure(say('`{0}` appears twice', name), outcome);
  return [{ severity: 'error', message, range, fixes: [] }];
}

/** Names that differ in their case are no duplicates for the reader of the format. */
function isStop({ forecast }: RuleContext, dropped: Entry, fields: readonly Entry[]): boolean {
  return (
    forecast.cause?.code === 'duplicate-field' &&
    fields.some((field) => field !== dropped && field.key.name === dropped.key.name)
  );
}

function finding(
  { report, site, forecast }: RuleContext,
  dropped: Entry,
  kept: Entry | undefined,
  stops: boolean,
): RuleFinding {
  const name = dropped.key.name ?? '';
  const other = kept?.key.name ?? name;
  const isLast = other === name && kept !== undefined && kept.range.start > dropped.range.start;
  const fix = {
    title: isLast
      ? say('Remove this `{0}`, keep the last one', name)
      : say('Remove this `{0}`, keep `{1}`', name, other),
    // Which one is meant does not matter where both say the same.
    preferred: saysSame(report, dropped, kept),
    edits: [removeField(report, dropped)],
  };
  const { range } = dropped.key;
  if (stops) {
    const message = site.generator.failure(say('`{0}` appears twice', name), forecast.outcome);
    return { severity: 'error', message, range, fixes: [fix] };
  }
  const title = subject(site.generator);
  const message = isLast
    ? say('{0} will not use this `{1}`: it appears again below, and the last one counts.', title, name)
    : say('{0} will not use this `{1}`: `{2}` is the same field, and counts.', title, name, other);
  return { message, range, fixes: [fix] };
}

function saysSame({ text }: Report, { value }: Entry, other: Entry | undefined): boolean {
  const source = (node: Entry['value']) => (node ? text.slice(node.range.start, node.range.end) : '');
  return other !== undefined && source(value) === source(other.value);
}
