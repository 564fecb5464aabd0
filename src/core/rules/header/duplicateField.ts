import type { Entry } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Report } from '../../report/report';
import { removeField } from '../edits';
import type { Rule, RuleFinding } from '../rule';
import { subject } from '../names';

/** A field that appears twice: the generator drops one without a word, or stops. */
export const duplicateField: Rule = {
  code: 'duplicate-field',
  severity: 'warning',
  check({ report, site, forecast }): RuleFinding[] {
    // Of a header that is not read nothing is used.
    if (forecast.cause?.code === 'syntax' || forecast.cause?.code === 'not-a-map') {
      return [];
    }
    const byName = new Map<string, Entry[]>();
    for (const field of report.fields) {
      const name = field.key.name;
      if (name !== null && name !== '<<') {
        const same = byName.get(name);
        if (same) {
          same.push(field);
        } else {
          byName.set(name, [field]);
        }
      }
    }
    const stops = forecast.cause?.code === 'duplicate-field';
    return [...byName].flatMap(([name, fields]) =>
      fields.slice(0, -1).map((dropped): RuleFinding => {
        const fixes = [
          {
            title: say('Remove this `{0}`, keep the last one', name),
            // Which one is meant does not matter where both say the same.
            preferred: saysSame(report, dropped, fields.at(-1)),
            edits: [removeField(report, dropped)],
          },
        ];
        const title = subject(site.generator);
        return stops
          ? {
              severity: 'error',
              message: site.generator.failure(say('`{0}` appears twice', name), forecast.outcome),
              range: dropped.key.range,
              fixes,
            }
          : {
              message: say(
                '{0} will not use this `{1}`: it appears again below, and the last one counts.',
                title,
                name,
              ),
              range: dropped.key.range,
              fixes,
            };
      }),
    );
  },
};

function saysSame({ text }: Report, { value }: Entry, other: Entry | undefined): boolean {
  const source = (node: Entry['value']) => (node ? text.slice(node.range.start, node.range.end) : '');
  return other !== undefined && source(value) === source(other.value);
}
