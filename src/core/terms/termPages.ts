import type { Site } from '../generators/generator';
import { tagFieldOf, taxonomyOf } from '../report/termFields';
import type { Taxonomy } from '../report/termFields';
import { isSameTerm } from './termUses';

/**
 * Tells whether a file is a term's own page, which its generator finds by the term's name in the path.
 * @param path from the site's root
 */
export function isPageOf(
  path: string,
  { generator, version }: Site,
  taxonomy: Taxonomy,
  name: string,
): boolean {
  const page = generator.terms.ofPage?.(path) ?? null;
  const field = page && tagFieldOf(page.taxonomy);
  return (
    page !== null &&
    field !== null &&
    taxonomyOf(field) === taxonomy &&
    isSameTerm(page.term, name, generator, version)
  );
}
