import { readHeader } from '../core/index/readHeader';
import { ReportIndexes } from '../core/index/reportIndexes';
import { check, fixed } from './check';
import type { Beside, Given } from './check';
import type { Checked } from './checked';
import type { ReportFile } from './files';
import { fixSummary, goneFrom, prettyFixed } from './fixing';
import { github, sarif } from './machine';
import type { CheckOptions, Level } from './options';
import { prettyChecked, summary } from './pretty';
import { attempt } from './talk';
import type { Talk } from './talk';
import { Writer } from './writer';

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'hint'] satisfies (Level | 'hint')[];

/** A report as it is now on disk, and what was found in it. */
interface Done {
  readonly report: ReportFile;
  readonly result: Checked;
}

/**
 * Checks the reports, and mends them where that is asked for.
 * @returns whether there is a finding at or above the level
 */
export async function runCheck(
  reports: AsyncIterable<ReportFile>,
  options: CheckOptions,
  talk: Talk,
  given: Given,
): Promise<boolean> {
  const { format, now, failOn, fix } = options;
  const { out, paint, complain } = talk;
  /** The fixed text of standard input has standard output for itself. */
  const tell = fix && options.stdin ? talk.err : out;
  // Rules compare a report with the others of its site: all are read before the first is checked.
  const read: ReportFile[] = [];
  const indexes = new ReportIndexes();
  const register = ({ file, text, path, site, root }: ReportFile) => {
    indexes.set(file, readHeader(text, path, site, now), root);
  };
  for await (const report of reports) {
    attempt(report.file, complain, () => {
      register(report);
      read.push(report);
    });
  }
  const checked: Checked[] = [];
  const writer = new Writer();
  for (const original of read) {
    const beside = { now, ...given, others: indexes.othersThan(original.file, original.root) };
    const found = attempt(original.file, complain, () => check(original, beside));
    if (!found) {
      continue;
    }
    const { report, result } = fix
      ? await applyFixes({ report: original, result: found }, beside, options.stdin ? out : writer, complain)
      : { report: original, result: found };
    checked.push(result);
    if (report !== original) {
      register(report);
    }
    if (format === 'pretty') {
      const fixedHere = prettyFixed(result, paint);
      const findings = result.findings.length > 0 ? `${prettyChecked(result, report.text, paint)}\n` : '';
      if (fixedHere || findings) {
        tell(`${fixedHere}${findings}`);
      }
    }
  }
  writer.close();
  tell(
    format === 'pretty'
      ? summary(checked, paint)
      : format === 'json'
        ? `${JSON.stringify(checked, null, 1)}\n`
        : format === 'github'
          ? github(checked)
          : sarif(checked),
  );
  if (fix) {
    (format === 'pretty' ? tell : talk.err)(fixSummary(checked));
  }
  const level = LEVELS.indexOf(failOn);
  return checked.some(({ findings }) => findings.some(({ severity }) => LEVELS.indexOf(severity) <= level));
}

/**
 * Writes the file only where a fix changes it, and only if it is still the one that was read.
 * @param target the output, for what came from no file: it gets the text in any case
 */
async function applyFixes(
  { report, result }: Done,
  beside: Beside,
  target: Writer | Talk['out'],
  complain: Talk['complain'],
): Promise<Done> {
  const mended = attempt(report.file, complain, () => {
    const text = fixed(report, beside);
    return text === report.text ? null : { ...report, text };
  });
  const after = mended && attempt(report.file, complain, () => check(mended, beside));
  const isOutput = typeof target === 'function';
  // The bytes that are no text are lost in it; written again, they would be lost on disk too.
  const isText = !report.options.invalidUtf8;
  if (isOutput && isText) {
    target(mended && after ? mended.text : report.text);
  } else if (isOutput) {
    complain(report.file, 'not all of its bytes are UTF-8, so its text cannot be printed');
  }
  if (!mended || !after) {
    return { report, result };
  }
  if (!isText) {
    return { report, result: { ...result, fixed: { findings: [], left: 'not all of its bytes are UTF-8' } } };
  }
  const left = isOutput ? null : await target.replace(report.file, report.text, mended.text);
  if (left !== null) {
    complain(report.file, left);
    return { report, result: { ...result, fixed: { findings: [], left } } };
  }
  return {
    report: mended,
    result: { ...after, fixed: { findings: goneFrom(result.findings, after.findings), left: null } },
  };
}
