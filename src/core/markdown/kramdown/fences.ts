import type { Source } from './source';
import { afterIndent, firstFrom, isSpace, trim } from './source';

interface Closer {
  readonly length: number;
  readonly start: number;
  readonly after: number;
  /** The greatest length of this one and all later ones. */
  longest: number;
}

const closersOf = new WeakMap<Source, ReadonlyMap<number, Closer[]>>();

/** All lines of a text that may close a fence, by its character; found once, as a text may be full of open fences. */
function closers(source: Source): ReadonlyMap<number, Closer[]> {
  const known = closersOf.get(source);
  if (known) {
    return known;
  }
  const found = new Map<number, Closer[]>([
    [96, []],
    [126, []],
  ]);
  const { text } = source;
  for (let at = 0; at < text.length; at = source.nextLine(at)) {
    const run = runOf(text, at);
    const after = run && blankToLineEnd(text, run.end);
    if (run && after !== null) {
      found.get(run.mark)?.push({ length: run.end - run.start, start: at, after, longest: 0 });
    }
  }
  for (const list of found.values()) {
    list.reduceRight((longest, closer) => (closer.longest = Math.max(closer.length, longest)), 0);
  }
  closersOf.set(source, found);
  return found;
}

function blankToLineEnd(text: string, from: number): number | null {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10) {
    if (!isSpace(text.charCodeAt(at))) {
      return null;
    }
    at++;
  }
  return at + 1;
}

function runOf(text: string, at: number): { mark: number; start: number; end: number } | null {
  const start = afterIndent(text, at);
  const mark = text.charCodeAt(start);
  if (mark !== 96 && mark !== 126) {
    return null;
  }
  let end = start;
  while (text.charCodeAt(end) === mark) {
    end++;
  }
  return end - start >= 3 ? { mark, start, end } : null;
}

/**
 * The code between the fence that starts here and the one that ends it; null where there is no such block. A fence may be
 * read as a shorter one, with the rest of it as the language, if only a shorter one ends it.
 */
export function closingFence(
  source: Source,
  at: number,
): { start: number; end: number; after: number } | null {
  const { text } = source;
  const open = runOf(text, at);
  if (!open) {
    return null;
  }
  const start = source.nextLine(open.end);
  const all = closers(source).get(open.mark) ?? [];
  const index = firstFrom(all, start);
  const length = Math.min(open.end - open.start, all[index]?.longest ?? 0);
  if (/[ \t\r\f\v]/.test(trim(text.slice(open.start + length, start)))) {
    return null;
  }
  for (let i = index; i < all.length; i++) {
    const closer = all[i];
    if (closer && closer.length >= length) {
      return { start, end: closer.start, after: closer.after };
    }
  }
  return null;
}
