import type { SyntaxProblem } from '../tree';
import { Failure } from './failure';
import { Parser } from './parser';
import type { RawNode } from './parser';
import { readSimple } from './simple';

/** What libyaml makes of a source: the first document of it. */
export interface RawDocument {
  /** Undefined for nothing at all; as far as it was read where there is an error. */
  readonly root: RawNode | undefined;
  /** Why libyaml gives up; null where it reads the document. */
  readonly error: SyntaxProblem | null;
  /** Where the document ends before the source does; null where nothing is left over. */
  readonly rest: number | null;
}

/** What YAML's readers do not let pass anywhere (src/reader.c): control characters, halves of surrogate pairs, a byte order mark. */
const FORBIDDEN = /[^\t\n\r\x20-\x7e\x85\xa0-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\ud800-\udfff]/u;

/**
 * Reads YAML as libyaml does, which Ruby's readers are built on; Go's older ones are ports of it.
 * @param base offset of `source` in its file; the error's range is in the file, all else in `source`
 */
export function readRaw(source: string, base = 0): RawDocument {
  const forbidden = FORBIDDEN.exec(source);
  if (forbidden) {
    const start = base + forbidden.index;
    const reason = 'control characters are not allowed';
    const range = { start, end: start + forbidden[0].length };
    return { root: undefined, error: { code: 'CONTROL', reason, range }, rest: null };
  }
  const simple = readSimple(source);
  if (simple) {
    return { root: simple, error: null, rest: null };
  }
  const parser = new Parser(source);
  try {
    parser.read();
    return { root: parser.root, error: null, rest: parser.rest };
  } catch (failure) {
    return { root: parser.root, error: problemOf(failure, source, base), rest: null };
  }
}

function problemOf(failure: unknown, source: string, base: number): SyntaxProblem {
  if (!(failure instanceof Failure)) {
    return { code: 'READER', reason: String(failure), range: { start: base, end: base + source.length } };
  }
  const at = Math.min(failure.at, source.length);
  const range = { start: base + at, end: base + Math.min(at + 1, source.length) };
  const { context } = failure;
  return { code: 'LIBYAML', reason: context ? `${failure.message} ${context}` : failure.message, range };
}
