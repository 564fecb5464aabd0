import { NAME } from './attributes';
import type { Blocks } from './blocks';
import { linkId } from './document';
import { Element } from './element';
import { afterIndentedLines, withoutIndent } from './plainBlocks';
import { afterIndent, trim, trimEnd } from './source';

const FOOTNOTE = new RegExp(`\\[\\^(${NAME})\\]:`, 'y');
const LABEL = /\[([^\n\]]+)\]:[ \t]*/y;
const ABBREVIATION = /^ {0,3}\*\[([^\n]+?)\]:([^\n]*)/;

/** parse_footnote_definition: its line, and the indented lines behind it. */
export function footnoteDefinition(blocks: Blocks): boolean {
  const { source } = blocks;
  const mark = source.match(FOOTNOTE, afterIndent(source.text, source.at));
  if (!mark) {
    return false;
  }
  const start = mark.index + mark[0].length;
  const end = afterIndentedLines(source, source.nextLine(start));
  const footnote = new Element('footnote');
  source.at = end;
  blocks.nested(footnote, withoutIndent(source.text.slice(start, end)));
  blocks.add('end', 'definition');
  blocks.document.footnotes.set(mark[1] ?? '', footnote);
  return true;
}

/**
 * parse_link_definition: `[id]: url "title"`, the title perhaps on the next line. The URL may hold blanks; what looks like
 * a title in the midst of it makes it none.
 */
export function linkDefinition(blocks: Blocks): boolean {
  const { source } = blocks;
  const { text } = source;
  const label = source.match(LABEL, afterIndent(text, source.at));
  if (!label) {
    return false;
  }
  const start = label.index + label[0].length;
  const lineEnd = source.nextLine(start);
  const rest = trimEnd(text.slice(start, lineEnd));
  const found = target(rest, text.slice(lineEnd, source.nextLine(lineEnd)));
  if (!found) {
    return false;
  }
  blocks.document.links.set(linkId(label[1] ?? ''), found);
  blocks.add('end', 'definition');
  source.at = found.takesNextLine ? source.nextLine(lineEnd) : lineEnd;
  return true;
}

interface Target {
  readonly href: string;
  readonly title: string | null;
  readonly takesNextLine: boolean;
}

function target(rest: string, nextLine: string): Target | null {
  const close = rest.startsWith('<') ? rest.indexOf('>') : -1;
  if (close > 0) {
    const behind = rest.slice(close + 1);
    const title = behind === '' ? titleOf(nextLine) : null;
    const here = /^[ \t]/.test(behind) ? titleOf(behind) : null;
    if (behind === '' || here !== null) {
      const href = rest.slice(1, close);
      return { href, title: here ?? title, takesNextLine: title !== null };
    }
  }
  if (rest === '') {
    return null;
  }
  const own = titleAtEnd(rest);
  if (own) {
    return /[ \t]["']/.test(own.href) ? null : { ...own, takesNextLine: false };
  }
  if (/[ \t]["']/.test(rest)) {
    return null;
  }
  const title = titleOf(nextLine);
  return { href: rest, title, takesNextLine: title !== null };
}

/** A line that is a quoted text and nothing else. */
function titleOf(line: string): string | null {
  const text = trim(line);
  const quote = text[0];
  return text.length >= 3 && (quote === '"' || quote === "'") && text.endsWith(quote)
    ? text.slice(1, -1)
    : null;
}

function titleAtEnd(rest: string): { href: string; title: string } | null {
  const quote = rest[rest.length - 1];
  if (quote !== '"' && quote !== "'") {
    return null;
  }
  for (let at = rest.indexOf(quote, 1); at >= 0 && at < rest.length - 2; at = rest.indexOf(quote, at + 1)) {
    if (rest[at - 1] === ' ' || rest[at - 1] === '\t') {
      return { href: trimEnd(rest.slice(0, at)), title: rest.slice(at + 1, -1) };
    }
  }
  return null;
}

/** parse_abbrev_definition: `*[HTML]: HyperText Markup Language` */
export function abbreviationDefinition(blocks: Blocks): boolean {
  const { source } = blocks;
  const line = source.line(source.at);
  const match = ABBREVIATION.exec(line);
  if (!match) {
    return false;
  }
  source.at += line.length;
  blocks.add('end', 'definition');
  blocks.document.abbreviations.set(match[1] ?? '', trim(match[2] ?? ''));
  return true;
}
