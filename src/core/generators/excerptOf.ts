import { Kept } from '../report/report';
import type { Report } from '../report/report';
import type { Excerpt, Site } from './generator';

const excerpts = new Kept<{ readonly site: Site; readonly limit: number; readonly excerpt: Excerpt }>();

/**
 * The excerpt of a report, which rules and the preview share: it is rendered once.
 * @param limit how much of a long one is wanted, as `Generator.excerpt` takes it
 */
export function excerptOf(report: Report, site: Site, limit = Infinity): Excerpt {
  const known = excerpts.of(report);
  if (known?.site === site && known.limit >= limit) {
    return known.excerpt;
  }
  const excerpt = site.generator.excerpt(report, site, limit);
  excerpts.set(report, { site, limit: excerpt.isStart ? limit : Infinity, excerpt });
  return excerpt;
}
