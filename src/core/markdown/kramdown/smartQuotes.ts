import { Element } from './element';
import type { Spans } from './spans';

const PUNCTUATION = '[!"#$%\'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]';
/** Onigmo's word boundaries know all letters, its `\w` and `\s` only ASCII's. */
const WORD = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]';
const NO_BOUNDARY = `(?:(?<=_)(?=${WORD})|(?<!_)(?!${WORD}))`;
const SPACE = '[ \\t\\r\\n\\f\\v]';
const NAME = '[A-Za-z0-9_]';

/** Those that know all letters start at the quote itself; the others may start amid a surrogate pair. */
const rule = (pattern: string, ...parts: readonly (number | string)[]) =>
  [new RegExp(pattern, pattern.includes('\\p') ? 'uy' : 'y'), parts] as const;

/** SQ_RULES (lib/kramdown/parser/kramdown/smart_quotes.rb): numbers are groups that stay, `l2` a left quote of group 2. */
const RULES = [
  rule(`(["'])(?=[_*]{1,2}[^ \\t\\r\\n\\f\\v])`, 'l1'),
  rule(`(["'])(?=${PUNCTUATION}(?!\\.\\.)${NO_BOUNDARY})`, 'r1'),
  rule(`(${SPACE}?)"'(?=${NAME})`, 1, '“', '‘'),
  rule(`(${SPACE}?)'"(?=${NAME})`, 1, '‘', '“'),
  rule(`(${SPACE}?)'(?=[0-9][0-9]s)`, 1, '’'),
  rule(`(${SPACE})(['"])(?=${NAME})`, 1, 'l2'),
  rule(`([^ \\\\\\t\\r\\n\\[{(\\-])(['"])`, 1, 'r2'),
  rule(`(["'])(?=${SPACE}|s(?!${WORD})|(?![^\\n]))`, 'r1'),
  rule(`([^]?)'`, 1, '‘'),
  rule(`([^]?)"`, 1, '“'),
];

const QUOTE = /[^\\]?["']/y;

/** parse_smart_quotes: straight quotes become curly ones, by what stands beside them. */
export function smartQuote(spans: Spans): boolean {
  const { source } = spans;
  if (!source.match(QUOTE)) {
    return false;
  }
  for (const [pattern, parts] of RULES) {
    const match = source.match(pattern);
    if (match) {
      source.at += match[0].length;
      for (const part of parts) {
        if (typeof part === 'number') {
          spans.tree.addText(match[part] ?? '', 'text');
        } else {
          spans.add(new Element('symbol', quote(part, match)));
        }
      }
      return true;
    }
  }
  return false;
}

function quote(part: string, match: RegExpExecArray): string {
  if (part.length === 1) {
    return part;
  }
  const isDouble = match[Number(part[1])] === '"';
  return part.startsWith('l') ? (isDouble ? '“' : '‘') : isDouble ? '”' : '’';
}
