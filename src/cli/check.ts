import { formatMessage } from '../core/message';
import { Report } from '../core/report/report';
import { checkReport } from '../core/rules';
import { fixAll } from '../core/rules/fixAll';
import type { Finding, Subject } from '../core/rules/rule';
import { applyEdits } from '../core/text';
import type { ReportFile } from './files';
import { generatorOf, placeOf } from './show';
import type { Checked } from './checked';

/** What reports are checked with that stands in files of the user's. */
export type Given = Pick<Subject, 'schema' | 'vocabulary'>;

/** What a report is checked with, beside itself. */
export type Beside = Given & Pick<Subject, 'now' | 'others'>;

/** Checks a report. */
export function check(source: ReportFile, beside: Beside): Checked {
  const { report, findings } = findingsOf(source, source.text, beside);
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
    fixed: null,
  };
}

/** The text with all of its preferred fixes, and those that they bring to light. */
export function fixed(source: ReportFile, beside: Beside): string {
  const edits = fixAll(source.text, (text) => findingsOf(source, text, beside).findings);
  return applyEdits(source.text, edits);
}

function findingsOf(
  { path, site, options }: ReportFile,
  text: string,
  beside: Beside,
): { report: Report; findings: Finding[] } {
  const report = new Report(text, path, site.generator, options);
  const forecast = site.generator.forecast(report, site, beside.now);
  return { report, findings: checkReport({ report, site, forecast, ...beside }) };
}
