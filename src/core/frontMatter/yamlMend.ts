import type { YAMLError } from 'yaml';

/*
 * `yaml` is stricter than the readers of every generator: it rejects values in quotes or brackets that are continued at
 * column 0. Their line ends are read as the space that they fold to: lengths stay the same, and so do all ranges.
 */

/**
 * Mends the first quoted scalar or, where there is none, the first list or map in brackets that goes on at column 0.
 * @returns the source, as long as it was; undefined where there is nothing to mend
 */
export function joinNextLines(source: string, errors: readonly YAMLError[]): string | undefined {
  const quote = errors.find((e) => e.code === 'MISSING_CHAR' && e.message.includes('quote'));
  const inQuotes = quote && joinQuotedLines(source, quote.pos[0]);
  const bracket = errors.find((e) => e.code === 'BAD_INDENT' || e.code === 'MISSING_CHAR');
  return inQuotes ?? (bracket && joinFlowLines(source, bracket.pos[0]));
}

/** Turns the line ends inside the brackets around or before `at` into blanks; undefined if there are none, or comments. */
function joinFlowLines(source: string, at: number): string | undefined {
  // The bracket opens in the last field that starts before the problem with one.
  const openings = [...source.slice(0, at).matchAll(/^[\w"'-][^\n]*?:[ \t]+([[{])/gm)];
  const opening = openings.at(-1);
  if (!opening) {
    return undefined;
  }
  const start = opening.index + opening[0].length;
  const close = opening[1] === '[' ? ']' : '}';
  const end = source.indexOf(close, start);
  const inside = end < 0 ? '' : source.slice(start, end);
  return /[\r\n]/.test(inside) && !inside.includes('#')
    ? source.slice(0, start) + blanked(inside) + source.slice(end)
    : undefined;
}

/** Blanks in place of line ends, as many as they have characters. */
function blanked(text: string): string {
  return text.replace(/\r?\n/g, (lineEnd) => ' '.repeat(lineEnd.length));
}

/** Turns the line ends inside the quoted scalar that starts on the line of `at` into blanks; undefined if there is none. */
function joinQuotedLines(source: string, at: number): string | undefined {
  const lineStart = source.lastIndexOf('\n', at - 1) + 1;
  const opening = /(?:^|[\s[{,:])(["'])/.exec(source.slice(lineStart, at + 1));
  if (!opening) {
    return undefined;
  }
  const quote = opening[1] === '"' ? '"' : "'";
  const start = lineStart + opening.index + opening[0].length;
  const end = closingQuote(source, start, quote);
  if (end < 0) {
    return undefined;
  }
  const inside = source.slice(start, end);
  // In a file with CRLF an indented line is as long, and folds to a single blank.
  const indented = inside.replaceAll('\r\n', '\n ');
  const joined = indented === inside ? blanked(inside) : indented;
  return joined === inside ? undefined : source.slice(0, start) + joined + source.slice(end);
}

function closingQuote(source: string, start: number, quote: '"' | "'"): number {
  for (let i = start; i < source.length; i++) {
    if (quote === '"' && source[i] === '\\') {
      i++;
    } else if (source[i] === quote) {
      if (quote === "'" && source[i + 1] === "'") {
        i++;
      } else {
        return i;
      }
    }
  }
  return -1;
}
