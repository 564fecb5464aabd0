import type { Format } from '../frontMatter/tree';
import type { Site } from '../generators/generator';
import type { Now } from '../generators/forecast';
import type { Report } from '../report/report';
import type { TextEdit } from '../text';
import type * as Convert from './convert';

/** Few headers are ever converted: what does it is evaluated when the first is. */
const convert = () => require('./convert') as typeof Convert;

/** See `convertFrontMatter` in convert.ts. */
export function convertFrontMatter(report: Report, site: Site, target: Format, now: Now): Convert.Conversion {
  return convert().convertFrontMatter(report, site, target, now);
}

/** See `convertUnread` in convert.ts. */
export function convertUnread(report: Report, site: Site, target: Format): TextEdit | null {
  return convert().convertUnread(report, site, target);
}
