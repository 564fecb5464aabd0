import { readVocabulary } from '../../core/terms/vocabulary';
import type { Vocabulary } from '../../core/terms/vocabulary';
import type { Settings } from '../settings';

/** The one that was asked for last: mostly all files have the same. */
let last: { readonly source: string; readonly vocabulary: Vocabulary | undefined } | undefined;

/** The vocabulary of tags that settings have; undefined where they have none. */
export function vocabularyOf({ tagVocabulary, onlyVocabularyTags }: Settings): Vocabulary | undefined {
  const source = JSON.stringify([tagVocabulary, onlyVocabularyTags]);
  if (last?.source !== source) {
    last = { source, vocabulary: readVocabulary(tagVocabulary, onlyVocabularyTags) };
  }
  return last.vocabulary;
}
