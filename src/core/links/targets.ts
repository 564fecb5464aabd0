import type { Site } from '../generators/generator';
import type { Now } from '../generators/forecast';
import type { SiteFiles } from '../generators/siteFiles';
import type { Report } from '../report/report';

/**
 * Looks up in the site what a report's text names, without which its generator makes no site at all.
 * @param files of the report's site
 * @returns the site as it is for this report, with what was found; the same one where nothing is named
 */
export async function withTargets(report: Report, site: Site, files: SiteFiles, now: Now): Promise<Site> {
  const reader = namesTargets(report.text, site) ? site.generator.targets?.() : undefined;
  const written = reader?.written(report, site) ?? [];
  if (!reader || written.length === 0) {
    return site;
  }
  const targets = await reader.find(written, { report, site, files, now });
  return { ...site, surroundings: { ...site.surroundings, targets } };
}

/** Tells, quickly, whether a text may name something. */
export function namesTargets(text: string, { generator }: Pick<Site, 'generator'>): boolean {
  return generator.targetTags?.test(text) ?? false;
}
