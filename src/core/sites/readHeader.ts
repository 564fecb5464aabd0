import type { Now, Site } from '../generators/generator';
import { Report } from '../report/report';
import { NO_TERMS, termsOf } from '../tags/terms';
import type { Terms } from '../tags/terms';
import { factsOf } from './reportFacts';
import type { ReportFacts } from './reportFacts';

/** What a report's front matter tells: what the report is filed under, and what the site's other reports may ask for. */
export interface HeaderReading {
  readonly terms: Terms;
  /** Null where there is no front matter. */
  readonly facts: ReportFacts | null;
}

export const NO_HEADER: HeaderReading = { terms: NO_TERMS, facts: null };

/**
 * The start of a file up to where its body begins.
 * @returns null where no header ends in the text: there is none, or more of the file is needed
 */
export function headerOf(text: string, site: Site): string | null {
  const reading = site.generator.readFence(text);
  return reading.kind === 'closed' ? text.slice(0, reading.fence.body) : null;
}

/**
 * Reads a report's front matter; the body is not looked at.
 * @param text the whole file, or its start with all of the front matter in it
 * @param path the file's path from the site's root
 */
export function readHeader(text: string, path: string, site: Site, now: Now): HeaderReading {
  const fence = site.generator.readFence(text);
  if (fence.kind !== 'closed') {
    return NO_HEADER;
  }
  const header = text.slice(0, fence.fence.body);
  const options = { inherited: site.surroundings?.inherited };
  const report = new Report(header, path, site.generator, options, fence);
  const forecast = site.generator.forecast(report, site, now);
  return { terms: termsOf(report, site, forecast), facts: factsOf(report, site, forecast) };
}
