import { buildStops } from './buildStops';
import { dateFormat, invalidDate } from './dates';
import { draftIgnored } from './draftIgnored';
import { duplicateField } from './duplicateField';
import { emptyTakeaways } from './emptyTakeaways';
import { textBeforeFence, unclosedFence, unreadFence } from './fences';
import { fileName } from './fileName';
import { missingDate, missingTitle } from './missingFields';
import { misspeltField } from './misspeltField';
import type { Finding, Rule, RuleContext } from './rule';
import { separatorMissing } from './separatorMissing';
import { syntaxError } from './syntaxError';
import { tagsInString } from './tagsInString';

/** All rules. A new one is one file, one line here, one page in docs/rules and its tests. */
export const rules: readonly Rule[] = [
  syntaxError,
  unclosedFence,
  textBeforeFence,
  unreadFence,
  fileName,
  missingTitle,
  missingDate,
  invalidDate,
  dateFormat,
  draftIgnored,
  tagsInString,
  separatorMissing,
  emptyTakeaways,
  misspeltField,
  duplicateField,
  buildStops,
];

/**
 * Checks a report against all rules.
 * @returns the findings in the order of their places
 */
export function checkReport(context: RuleContext): Finding[] {
  return rules
    .flatMap((rule) =>
      rule.check(context).map((finding) => ({ code: rule.code, severity: rule.severity, ...finding })),
    )
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
