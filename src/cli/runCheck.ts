import { writeFileSync } from 'node:fs';
import { readHeader } from '../core/sites/readHeader';
import { ReportIndexes } from '../core/sites/reportIndexes';
import { check, fixed } from './check';
import type { Beside, Checked, Given } from './check';
import { reasonOf } from './files';
import type { ReportFile } from './files';
import { github, sarif } from './machine';
import type { CheckOptions, Level } from './options';
import { prettyChecked, summary } from './pretty';
import type { Talk } from './talk';

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'hint'] satisfies (Level | 'hint')[];

/**
 * Checks the reports, and mends them where that is asked for.
 * @returns whether there is a finding at or above the level
 */
export async function runCheck(
  reports: AsyncIterable<ReportFile>,
  { format, now, failOn, fix }: CheckOptions,
  { out, paint, complain }: Talk,
  given: Given,
): Promise<boolean> {
  // Rules compare a report with the others of its site: all are read before the first is checked.
  const read: ReportFile[] = [];
  const indexes = new ReportIndexes();
  const register = ({ file, text, path, site, root }: ReportFile) =>
    indexes.set(file, readHeader(text, path, site, now), root);
  for await (const report of reports) {
    read.push(report);
    register(report);
  }
  const checked: Checked[] = [];
  for (const original of read) {
    const beside = { now, ...given, others: indexes.othersThan(original.file, original.root) };
    const report = fix ? applyFixes(original, beside, complain) : original;
    const result = check(report, beside);
    checked.push(result);
    if (report !== original) {
      register(report);
    }
    if (format === 'pretty' && result.findings.length > 0) {
      out(`${prettyChecked(result, report.text, paint)}\n`);
    }
  }
  out(
    format === 'pretty'
      ? summary(checked, paint)
      : format === 'json'
        ? `${JSON.stringify(checked, null, 1)}\n`
        : format === 'github'
          ? github(checked)
          : sarif(checked),
  );
  const level = LEVELS.indexOf(failOn);
  return checked.some(({ findings }) => findings.some(({ severity }) => LEVELS.indexOf(severity) <= level));
}

/**
 * Writes the file only where a fix changed it.
 * @returns the report as it is now on disk
 */
function applyFixes(report: ReportFile, beside: Beside, complain: Talk['complain']): ReportFile {
  if (report.options.invalidUtf8) {
    // The bytes that are no text are lost in it; written again, they would be lost on disk too.
    return report;
  }
  const text = fixed(report, beside);
  if (text === report.text) {
    return report;
  }
  try {
    writeFileSync(report.file, text);
  } catch (error) {
    complain(report.file, reasonOf(error));
    return report;
  }
  return { ...report, text };
}
