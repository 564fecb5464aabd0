import { say } from '../../core/message';
import type { Message } from '../../core/message';
import type { Finding, RuleCode, Severity } from '../../core/rules/rule';
import type { Range } from '../../core/text';
import type { FindingGroupView, FindingsView, FixButton } from '../../webview/reportView';
import { targetOf } from './context';
import type { Speech, ViewInput } from './context';

/** Most serious first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** More than this many findings nobody reads here; the Problems panel has them all. */
const MAX_FINDINGS = 50;

/** How many repairs stand beside the forecast or the excerpt: the one that is meant, and a second. */
const MAX_FIXES = 2;

/** What is remarked on the excerpt. */
const EXCERPT_RULES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'poor-excerpt',
  'separator-missing',
  'unread-separator',
]);

/** What is still wrong with a report, with the repairs. */
export function findingsView({ report, findings }: ViewInput, speech: Speech): FindingsView {
  const { translate } = speech;
  const shown = findings.slice(0, MAX_FINDINGS);
  const groups = SEVERITIES.map((severity): FindingGroupView => {
    const items = shown.flatMap((finding, index) =>
      finding.severity === severity
        ? [
            {
              text: translate(finding.message),
              target: targetOf(finding.range, report, speech),
              fixes: buttonsOf(finding, index, speech),
            },
          ]
        : [],
    );
    return { severity, heading: translate(countOf(severity, items.length)), items };
  });
  const left = findings.length - shown.length;
  return {
    heading: translate(say('Findings')),
    groups: groups.filter(({ items }) => items.length > 0),
    hint:
      findings.length === 0
        ? translate(say('Nothing found.'))
        : left > 0
          ? translate(say('{0} more are in the Problems panel.', left))
          : null,
  };
}

/** The repairs of what makes the forecast what it is. */
export function forecastFixes(
  { findings }: ViewInput,
  cause: Range | null | undefined,
  speech: Speech,
): FixButton[] {
  return cause
    ? fixesWhere(
        findings,
        ({ range, severity }) =>
          (severity === 'error' || severity === 'warning') &&
          range.start <= cause.end &&
          range.end >= cause.start,
        speech,
      )
    : [];
}

/** The repairs of what is poor about the excerpt. */
export function excerptFixes({ findings }: ViewInput, speech: Speech): FixButton[] {
  return fixesWhere(findings, ({ code }) => EXCERPT_RULES.has(code), speech);
}

/**
 * The repair that a button stands for.
 * @param id as it was sent to the page, with these findings
 */
export function fixOf(findings: readonly Finding[], id: string): Finding['fixes'][number] | null {
  const [, finding, fix] = /^(\d{1,6})\.(\d{1,6})$/.exec(id) ?? [];
  return findings[Number(finding)]?.fixes[Number(fix)] ?? null;
}

function fixesWhere(
  findings: readonly Finding[],
  isWanted: (finding: Finding) => boolean,
  speech: Speech,
): FixButton[] {
  return findings
    .flatMap((finding, index) => (isWanted(finding) ? buttonsOf(finding, index, speech) : []))
    .slice(0, MAX_FIXES);
}

function buttonsOf({ fixes }: Finding, index: number, { translate }: Speech): FixButton[] {
  return fixes.map(({ title }, fix) => ({
    label: translate(title),
    id: `${String(index)}.${String(fix)}`,
  }));
}

function countOf(severity: Severity, count: number): Message {
  switch (severity) {
    case 'error':
      return count === 1 ? say('1 error') : say('{0} errors', count);
    case 'warning':
      return count === 1 ? say('1 warning') : say('{0} warnings', count);
    case 'info':
      return count === 1 ? say('1 remark') : say('{0} remarks', count);
    case 'hint':
      return count === 1 ? say('1 hint') : say('{0} hints', count);
  }
}
