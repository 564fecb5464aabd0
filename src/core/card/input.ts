import type { Excerpt, Site } from '../generators/generator';
import type { Forecast } from '../generators/forecast';
import { destinationPlace } from '../links/destinations';
import type { DestinationPlace } from '../links/destinationPlace';
import type { Report } from '../report/report';

/** What a report card is made of. */
export interface CardInput {
  readonly report: Report;
  readonly site: Site;
  readonly forecast: Forecast;
  /** Null where the generator makes none. */
  readonly excerpt: Excerpt | null;
}

/** The form in which a part is taken along: as it is written, as text, or as a fragment of HTML. */
export type CardFormat = 'markdown' | 'text' | 'html';

/** Where the report's links and images lead from. */
export function placeOfCard({ report, site, forecast }: CardInput): DestinationPlace {
  return destinationPlace(report.path, site, forecast.url);
}
