import { json } from '../frontMatter/lazy';
import type * as Compile from './compile';
import type { SchemaReading } from './reading';

/** Few people have a schema: what checks against one is evaluated when the first is read. */
const compile = () => require('./compile') as typeof Compile;

/**
 * Reads a JSON Schema (drafts 4, 6, 7, 2019-09 and 2020-12, as its `$schema` says; the newest where it does not). Comments and
 * trailing commas do no harm. Nothing is fetched, and nothing is made into a program.
 */
export function readSchema(text: string): SchemaReading {
  const { value, problem } = json().readUserJson(text);
  return problem ? { schema: null, problem } : compile().compileSchema(value);
}
