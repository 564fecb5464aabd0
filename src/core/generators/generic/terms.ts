import type { TermReading } from '../facets/terms';

export const genericTerms: TermReading = {
  splitsStrings: false,
  singular: 'unknown',
  keyOf: (term) => term,
  taxonomiesOf: () => undefined,
};
