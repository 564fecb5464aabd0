import { say } from '../../message';
import { filesOf, topOf } from '../shared/places';
import type { Rule } from '../rule';

/** The fields that make an address, the most telling first. */
const FIELDS = ['permalink', 'url', 'slug'];

/**
 * Two reports with one address: both are written to one file, and the one that comes last stays (Jekyll's Site#write; Hugo
 * writes them at the same time, so that it may be either).
 */
export const sameUrl: Rule = {
  code: 'same-url',
  severity: 'warning',
  asksOthers: true,
  check({ report, site, forecast, others }) {
    const { url } = forecast;
    const { generator } = site;
    const isAsked = forecast.outcome === 'published' && !generator.hasHosts?.(site);
    const same = url === null || !isAsked ? [] : others.withUrl(url);
    if (url === null || same.length === 0) {
      return [];
    }
    const known = FIELDS.filter((name) => generator.knownFields.some((field) => field.name === name));
    const field = known.map((name) => report.field(name)?.value).find(Boolean);
    return [
      {
        message: say(
          '{0} will keep only one of the posts with this address: `{1}` is also that of {2}.',
          generator.title,
          url,
          filesOf(same),
        ),
        range: field?.range ?? topOf(report),
        fixes: [],
      },
    ];
  },
};
