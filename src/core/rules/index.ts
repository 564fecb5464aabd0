import { buildStops } from './publishing/buildStops';
import { dateFormat, invalidDate } from './values/dates';
import { draftIgnored } from './publishing/draftIgnored';
import { duplicateField } from './header/duplicateField';
import { emptyTakeaways } from './body/emptyTakeaways';
import { textBeforeFence, unclosedFence, unreadFence } from './header/fences';
import { fileName } from './publishing/fileName';
import { missingDate, missingTitle } from './header/missingFields';
import { misspeltField } from './header/misspeltField';
import type { Finding, Rule, RuleContext } from './rule';
import { separatorMissing } from './body/separatorMissing';
import { syntaxError } from './header/syntaxError';
import { tagsInString } from './values/tagsInString';

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
