import type { TermReading } from '../facets/terms';

export const jekyllTerms: TermReading = {
  splitsStrings: true,
  singular: 'wins',
  keyOf: (term) => term,
  taxonomiesOf: () => undefined,
};
