import { say } from '../../message';
import { removeItem } from '../../write/removeItem';
import { splitsStrings } from '../../terms/splitsStrings';
import { writeTag } from '../../write/quote';
import { termUses } from '../../terms/termUses';
import type { TermUse } from '../../terms/termUses';
import type { Fix, RuleContext } from '../rule';
import { areValuesUsed, isTermUsed, shortened, TERM_FIELDS } from '../shared/fields';

/** The places where a report writes tags and categories that the generator uses, each as it is read. */
export function usedTerms(context: RuleContext): TermUse[] {
  const { report, site } = context;
  if (!areValuesUsed(context)) {
    return [];
  }
  const used = new Set<string>(TERM_FIELDS.filter((name) => isTermUsed(context, name)));
  return termUses(report, site).filter(
    ({ field, quote, name, inner }) =>
      used.has(field) &&
      // What is another value than it looks, such as `1.10` and `yes`, is told of elsewhere.
      (quote !== 'none' || report.text.slice(inner.start, inner.end).trim() === name),
  );
}

/** The terms of one taxonomy in a report, by what tells them apart to the generator. */
export type TermsHere = ReadonlyMap<string, readonly TermUse[]>;

export function termsHere({ site }: RuleContext, uses: readonly TermUse[]): TermsHere {
  const here = new Map<string, TermUse[]>();
  for (const use of uses) {
    const key = site.generator.terms.keyOf(use.name, site.version);
    const same = here.get(key);
    if (same) {
      same.push(use);
    } else {
      here.set(key, [use]);
    }
  }
  return here;
}

/**
 * Writes another name for a term: in the same quotes, or in some where it needs them. Where the report has that term already,
 * the item is taken out.
 * @returns null where the name cannot be written there
 */
export function writeTerm(
  { report, site }: RuleContext,
  use: TermUse,
  name: string,
  here: TermsHere,
  preferred: boolean,
): Fix | null {
  const same = here.get(site.generator.terms.keyOf(name, site.version)) ?? [];
  if (same.some((other) => other !== use)) {
    const removal = use.item && removeItem(report, use.item.list, use.item.written);
    return removal && { title: say('Remove it'), preferred, edits: [removal] };
  }
  const { field, range, quote, form } = use;
  const separator = splitsStrings(site.generator, field) ? 'blank' : null;
  const written = writeTag(name, {
    format: report.frontMatter?.format ?? 'yaml',
    form: form === 'value' && separator ? 'only-word' : form,
    field,
    quote,
    separator,
  });
  return (
    written && {
      title: say('Write `{0}`', shortened(name)),
      preferred,
      edits: [{ range, newText: written.text }],
    }
  );
}
