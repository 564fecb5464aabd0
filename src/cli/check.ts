import { formatMessage } from '../core/message';
import { Report } from '../core/report/report';
import { checkReport } from '../core/rules';
import { fixAll } from '../core/rules/fixAll';
import type { Finding, Severity } from '../core/rules/rule';
import type { OtherReports } from '../core/sites/otherReports';
import { applyEdits } from '../core/text';
import type { ReportFile } from './files';
import { generatorOf, placeOf } from './show';
import type { Place, Shown } from './show';

/** What `check` tells of one file; every key is always there. */
export interface Checked {
  readonly file: string;
  readonly generator: Shown['generator'];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly range: Place;
    readonly fixes: readonly {
      readonly title: string;
      readonly kind: 'quickfix';
      readonly preferred: boolean;
      readonly edits: readonly { readonly range: Place; readonly newText: string }[];
      /** The file's new path from the site's root; null where it stays. */
      readonly rename: string | null;
    }[];
  }[];
}

/**
 * Checks a report.
 * @param others what the site's other reports say
 */
export function check(source: ReportFile, now: number, others?: OtherReports): Checked {
  const { report, findings } = findingsOf(source, source.text, now, others);
  return {
    file: source.file,
    generator: generatorOf(source.site),
    findings: findings.map(({ code, severity, message, range, fixes }) => ({
      code,
      severity,
      message: formatMessage(message),
      range: placeOf(report, range),
      fixes: fixes.map(({ title, preferred, edits, rename }) => ({
        title: formatMessage(title),
        kind: 'quickfix',
        preferred,
        edits: edits.map((edit) => ({ range: placeOf(report, edit.range), newText: edit.newText })),
        rename: rename ?? null,
      })),
    })),
  };
}

/** The text with all of its preferred fixes, and those that they bring to light. */
export function fixed(source: ReportFile, now: number, others?: OtherReports): string {
  const edits = fixAll(source.text, (text) => findingsOf(source, text, now, others).findings);
  return applyEdits(source.text, edits);
}

function findingsOf(
  { path, site, options }: ReportFile,
  text: string,
  now: number,
  others: OtherReports | undefined,
): { report: Report; findings: Finding[] } {
  const report = new Report(text, path, site.generator, options);
  const forecast = site.generator.forecast(report, site, now);
  return { report, findings: checkReport({ report, site, forecast, now, others }) };
}
