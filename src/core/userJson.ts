import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { say } from './message';
import type { Message } from './message';
import { Lines } from './text';

/** What the JSON in a file of the user's was found to be. */
export type JsonReading =
  | { readonly value: unknown; readonly problem: null }
  /** It cannot be used, and why, as a part of a sentence that names the place. */
  | { readonly value?: never; readonly problem: Message };

/** Reads JSON that a user has written by hand: comments and trailing commas do no harm. */
export function readUserJson(text: string): JsonReading {
  const errors: ParseError[] = [];
  const written = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = parse(written, errors, { allowTrailingComma: true, disallowComments: false });
  } catch {
    // The parser recurses.
    return { problem: say('it is nested too deeply') };
  }
  const [error] = errors;
  if (!error) {
    return { value, problem: null };
  }
  const { line, character } = new Lines(written).positionAt(error.offset);
  return {
    problem: say(
      'it is no JSON: {0} in line {1}, column {2}',
      printParseErrorCode(error.error),
      line + 1,
      character + 1,
    ),
  };
}
