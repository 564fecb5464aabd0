import type * as vscode from 'vscode';
import { clockOf } from '../../core/generators/clock';
import type { Site } from '../../core/generators/generator';
import { dayIn } from '../../core/write/days';
import type { Reports } from '../../workspace/reports/reports';

/** How many days are kept; a view shows fewer. */
const MAX_KEPT = 2_000;

const A_DAY = 86_400_000;

/** Tells the days of reports as their sites show them. */
export class Days {
  readonly #known = new Map<string, string>();

  constructor(readonly reports: Reports) {}

  /**
   * The day of a report, `2019-07-23`.
   * @param time when it is dated, in milliseconds since 1970; null where that is not known
   * @returns an empty string for a report without a date
   */
  async of(uri: vscode.Uri, time: number | null): Promise<string> {
    if (time === null) {
      return '';
    }
    const { site } = await this.reports.sites.siteOf(uri);
    if (!site.generator.keepsOffsets || isDayAlone(time, site)) {
      return dayIn(time, site);
    }
    const key = `${uri.toString()}\n${time}`;
    const day = this.#known.get(key) ?? (await this.#written(uri, time, site));
    if (this.#known.size >= MAX_KEPT) {
      this.#known.clear();
    }
    this.#known.set(key, day);
    return day;
  }

  /** The day where the clock of the report stands, which only its file tells. */
  async #written(uri: vscode.Uri, time: number, site: Site): Promise<string> {
    const read = await this.reports.readFile(uri).catch(() => null);
    const clock = read ? clockOf(read.report, site) : 'UTC';
    return typeof clock === 'number'
      ? dayIn(time + clock * 60_000, { config: {} })
      : dayIn(time, { config: { timeZone: clock } });
  }
}

/** A date without a time, as most are. */
function isDayAlone(time: number, { config: { timeZone = 'UTC' } }: Site): boolean {
  return timeZone === 'UTC' && time % A_DAY === 0;
}
