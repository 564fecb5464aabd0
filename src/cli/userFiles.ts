import { readFileSync } from 'node:fs';
import { formatMessage } from '../core/message';
import type { FieldSchema } from '../core/rules/rule';
import { readSchema } from '../core/schema';
import { readVocabulary } from '../core/terms/vocabulary';
import type { Vocabulary } from '../core/terms/vocabulary';
import { readUserJson } from '../core/userJson';
import { reasonOf } from './reasons';
import { UsageError } from './parse';

/*
 * Files that options name. Without what is in them a check would be none, so one that cannot be used ends the run.
 */

/**
 * Reads a JSON Schema.
 * @throws UsageError
 */
export function schemaIn(file: string): FieldSchema {
  const { schema, problem } = readSchema(textOf('schema', file));
  if (!schema) {
    throw unusable('schema', file, formatMessage(problem));
  }
  return schema;
}

/**
 * Reads a vocabulary of tags: an object of names, each with a list of what else is written for it.
 * @param only whether there are to be no other tags
 * @throws UsageError
 */
export function vocabularyIn(file: string, only: boolean): Vocabulary {
  const { value, problem } = readUserJson(textOf('vocabulary', file));
  if (problem) {
    throw unusable('vocabulary', file, formatMessage(problem));
  }
  const vocabulary = readVocabulary(value, only);
  if (!vocabulary) {
    throw unusable('vocabulary', file, 'it names no tag; write `{ "data science": ["DS"], "aws": [] }`');
  }
  return vocabulary;
}

function textOf(what: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unusable(what, file, reasonOf(error));
  }
}

function unusable(what: string, file: string, reason: string): UsageError {
  return new UsageError(`The ${what} \`${file}\` cannot be used: ${reason}.`);
}
