import type { ReportFile } from './files';
import type { ShowOptions } from './options';
import { prettyShown } from './pretty';
import { show } from './show';
import type { Talk } from './talk';

/** Tells what becomes of each report. */
export async function runShow(
  reports: AsyncIterable<ReportFile>,
  { format, now }: ShowOptions,
  { out, paint }: Talk,
): Promise<boolean> {
  if (format !== 'json') {
    for await (const report of reports) {
      out(`${prettyShown(show(report, now), paint)}\n`);
    }
    return false;
  }
  // One at a time: thousands of reports need not be in memory at once.
  let separator = '[\n';
  for await (const report of reports) {
    out(separator + JSON.stringify(show(report, now)));
    separator = ',\n';
  }
  out(separator === '[\n' ? '[]\n' : '\n]\n');
  return false;
}
