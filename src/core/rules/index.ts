import { keepingAnchors } from './anchorsKept';
import { withDoubt } from './doubt';
import { excerptOf } from '../generators/excerptOf';
import { NO_OTHER_REPORTS } from '../index/otherReports';
import { emptyTakeaways } from './body/emptyTakeaways';
import { headingJump } from './body/headingJump';
import { liquidOutput } from './body/liquidOutput';
import { missingSpeaker } from './body/missingSpeaker';
import { missingTakeaways } from './body/missingTakeaways';
import { placeholder } from './body/placeholder';
import { poorExcerpt } from './body/poorExcerpt';
import { separatorMissing } from './body/separatorMissing';
import { unreadSeparator } from './body/unreadSeparator';
import { duplicateField } from './header/duplicateField';
import { encoding } from './header/encoding';
import { textBeforeFence, unclosedFence, unreadFence } from './header/fences';
import { missingDate, missingTitle } from './header/missingFields';
import { misspeltField } from './header/misspeltField';
import { schema } from './header/schema';
import { syntaxError } from './header/syntaxError';
import { textAfterFence } from './header/textAfterFence';
import { buildStops } from './publishing/buildStops';
import { dateMismatch } from './publishing/dateMismatch';
import { dateShift } from './publishing/dateShift';
import { draftIgnored } from './publishing/draftIgnored';
import { fileName } from './publishing/fileName';
import { notPublished } from './publishing/notPublished';
import { sameTitle } from './publishing/sameTitle';
import { sameUrl } from './publishing/sameUrl';
import { changedValue } from './values/changedValue';
import { cutValue } from './values/cutValue';
import { dateFormat, invalidDate } from './values/dates';
import { severityFor } from './shared/fields';
import { ignoredField } from './values/ignoredField';
import { tagSpelling } from './values/tagSpelling';
import { tagValues } from './values/tagValues';
import { tagVocabulary } from './values/tagVocabulary';
import { tagsInString } from './values/tagsInString';
import { wrongType } from './values/wrongType';
import type { Finding, Rule, RuleCode, RuleContext, Subject } from './rule';
import { ON_PUBLISHING, preferOnlySafe } from './safe';
import { silencedRules } from './silence';

/** All rules. A new one is one file, one line here, one page in docs/rules and its tests. */
export const rules: readonly Rule[] = [
  syntaxError,
  unclosedFence,
  textBeforeFence,
  unreadFence,
  textAfterFence,
  encoding,
  fileName,
  missingTitle,
  missingDate,
  invalidDate,
  dateFormat,
  dateMismatch,
  dateShift,
  draftIgnored,
  notPublished,
  sameUrl,
  sameTitle,
  changedValue,
  cutValue,
  wrongType,
  ignoredField,
  tagsInString,
  tagValues,
  tagSpelling,
  tagVocabulary,
  separatorMissing,
  unreadSeparator,
  poorExcerpt,
  emptyTakeaways,
  missingTakeaways,
  missingSpeaker,
  headingJump,
  placeholder,
  misspeltField,
  duplicateField,
  schema,
  buildStops,
  liquidOutput,
];

/** The rules whose findings may change though the report does not. */
export const ASKING_OTHERS: ReadonlySet<RuleCode> = new Set(
  rules.filter(({ asksOthers }) => asksOthers).map(({ code }) => code),
);

/**
 * Checks a report against all rules; those that the file itself silences are left out.
 * @returns the findings in the order of their places
 */
export function checkReport(subject: Subject): Finding[] {
  const findings = keepingAnchors(withDoubt(findingsOf(subject), subject, findingsOf), subject.report);
  return preferOnlySafe(findings, subject);
}

function findingsOf(subject: Subject): Finding[] {
  const context = contextOf(subject);
  const silenced = silencedRules(subject.report);
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const found of silenced.has(rule.code) ? [] : rule.check(context)) {
      const finding = { code: rule.code, severity: rule.severity, ...found };
      if (finding.severity === 'warning' && !isOnHiding(finding, context)) {
        // Nobody is warned about a draft, which is still being written, but of what hides a report unawares.
        finding.severity = severityFor(context, 'warning');
      }
      if (finding.severity !== 'error' || !isPassedOver(context)) {
        findings.push(finding);
      }
    }
  }
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What the generator does not even read for its place or its name cannot stop a build. */
function isPassedOver({ forecast: { outcome, cause } }: RuleContext): boolean {
  return outcome === 'skipped' && (cause?.code === 'file-name' || cause?.code === 'config');
}

/** Tells whether a finding is about what hides the report. */
function isOnHiding({ code, range }: Finding, { forecast: { cause } }: RuleContext): boolean {
  const hiding = cause?.range;
  return ON_PUBLISHING.has(code) || (hiding ? range.start < hiding.end && hiding.start < range.end : false);
}

function contextOf(subject: Subject): RuleContext {
  const { report, site } = subject;
  return {
    ...subject,
    others: subject.others ?? NO_OTHER_REPORTS,
    excerpt: () => excerptOf(report, site),
  };
}
