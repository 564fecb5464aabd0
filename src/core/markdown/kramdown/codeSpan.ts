import type { Source } from './source';
import { firstFrom, isSpace } from './source';

interface Run {
  readonly start: number;
  readonly length: number;
  /** The greatest length of this one and all later ones. */
  longest: number;
}

const runsOf = new WeakMap<Source, Run[]>();

/** Where the next run of at least so many backticks starts; all runs are found once, and -1 is for none. */
function runOf(source: Source, length: number, from: number): number {
  let runs = runsOf.get(source);
  if (!runs) {
    runs = Array.from(source.text.matchAll(/``+/g), ({ 0: { length }, index }) => ({
      start: index,
      length,
      longest: 0,
    }));
    runs.reduceRight((longest, run) => (run.longest = Math.max(run.length, longest)), 0);
    runsOf.set(source, runs);
  }
  for (let i = firstFrom(runs, from); i < runs.length; i++) {
    const run = runs[i];
    if (!run || run.longest < length) {
      break;
    }
    if (run.length >= length) {
      return run.start;
    }
  }
  return -1;
}

/**
 * parse_codespan (lib/kramdown/parser/kramdown/codespan.rb): the code that starts at a run of backticks; null where the run
 * is text. `end` is behind the code, or behind the run.
 */
export function codeSpanAt(source: Source, at: number): { text: string | null; end: number } {
  const { text } = source;
  let start = at;
  while (text.charCodeAt(start) === 96) {
    start++;
  }
  const length = start - at;
  const isAlone = length === 1 && (at === 0 || isSpace(text.charCodeAt(at - 1)));
  if (isAlone && isSpace(text.charCodeAt(start))) {
    return { text: null, end: start };
  }
  const close = length === 1 ? source.find('`', start) : runOf(source, length, start);
  if (close < 0) {
    return { text: null, end: start };
  }
  let code = text.slice(start, close);
  if (length > 1) {
    code = code.replace(/^ /, '').replace(/ $/, '');
  }
  return { text: code, end: close + length };
}
