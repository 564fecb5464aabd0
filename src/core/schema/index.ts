import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { say } from '../message';
import type { Message } from '../message';
import type { FieldSchema } from '../rules/rule';
import { Lines } from '../text';
import type * as Compile from './compile';

/** What a schema's text was found to be. */
export type SchemaReading =
  | { readonly schema: FieldSchema; readonly problem: null }
  /** It cannot be used, and why, in a sentence that names the place. */
  | { readonly schema: null; readonly problem: Message };

/** Few people have a schema: what checks against one is evaluated when the first is read. */
const compile = () => require('./compile') as typeof Compile;

/**
 * Reads a JSON Schema (drafts 4, 6, 7, 2019-09 and 2020-12, as its `$schema` says; the newest where it does not). Comments and
 * trailing commas do no harm. Nothing is fetched, and nothing is made into a program.
 */
export function readSchema(text: string): SchemaReading {
  const errors: ParseError[] = [];
  const written = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = parse(written, errors, { allowTrailingComma: true, disallowComments: false });
  } catch {
    // The parser recurses.
    return { schema: null, problem: say('it is nested too deeply') };
  }
  const [error] = errors;
  if (error) {
    const { line, character } = new Lines(written).positionAt(error.offset);
    return {
      schema: null,
      problem: say(
        'it is no JSON: {0} in line {1}, column {2}',
        printParseErrorCode(error.error),
        line + 1,
        character + 1,
      ),
    };
  }
  return compile().compileSchema(value);
}
