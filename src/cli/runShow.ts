import type { ReportFile } from './files';
import type { ShowOptions } from './options';
import { prettyShown } from './pretty';
import { show } from './show';
import { attempt } from './talk';
import type { Talk } from './talk';

/** Tells what becomes of each report. */
export async function runShow(
  reports: AsyncIterable<ReportFile>,
  { format, now }: ShowOptions,
  { out, paint, complain }: Talk,
): Promise<boolean> {
  if (format !== 'json') {
    for await (const report of reports) {
      const shown = attempt(report.file, complain, () => prettyShown(show(report, now), paint));
      if (shown !== undefined) {
        out(`${shown}\n`);
      }
    }
    return false;
  }
  // One at a time: thousands of reports need not be in memory at once.
  let separator = '[\n';
  for await (const report of reports) {
    const shown = attempt(report.file, complain, () => JSON.stringify(show(report, now)));
    if (shown !== undefined) {
      out(separator + shown);
      separator = ',\n';
    }
  }
  out(separator === '[\n' ? '[]\n' : '\n]\n');
  return false;
}
