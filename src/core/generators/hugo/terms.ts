import type { TermReading } from '../facets/terms';
import { addressOf } from './values';

export const hugoTerms: TermReading = {
  splitsStrings: false,
  singular: 'unread',
  keyOf: addressOf,
  taxonomiesOf: ({ hugo }) => hugo?.taxonomies,
  ofPage: termOfPage,
};

/**
 * The term that a file is the page of: it gives the term's own list a title and a text (`content/tags/go/_index.md`).
 * @param path from the site's root
 * @returns the taxonomy's and the term's folders; null for any other file
 */
function termOfPage(path: string): { readonly taxonomy: string; readonly term: string } | null {
  const [, taxonomy, term] = /(?:^|\/)([^/]+)\/([^/]+)\/_index(?:\.[^./]+)?\.[^./]+$/.exec(path) ?? [];
  return taxonomy !== undefined && term !== undefined ? { taxonomy, term } : null;
}
