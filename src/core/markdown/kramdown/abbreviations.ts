import type { Document } from './document';
import { Element } from './element';

/** How many characters may be compared with how many abbreviations, at most. */
const MAX_WORK = 20_000_000;

/** replace_abbreviations (lib/kramdown/parser/kramdown/abbreviation.rb): whole words only, the longest first. */
export function replaceAbbreviations(document: Document, roots: readonly Element[], length: number): void {
  const names = [...document.abbreviations.keys()]
    .slice(0, Math.ceil(MAX_WORK / (length + 1)))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  if (names.length === 0) {
    return;
  }
  const any = `(?:${names.join('|')})`;
  const patterns: Patterns = {
    word: new RegExp(`${any}(?![A-Za-z0-9_])`, 'y'),
    next: new RegExp(`(?:[^A-Za-z0-9_]|^)${any}(?![A-Za-z0-9_])`, 'gm'),
    any: new RegExp(any, 'y'),
  };
  roots.forEach((root) => {
    replaceIn(root, patterns);
  });
}

interface Patterns {
  readonly word: RegExp;
  readonly next: RegExp;
  readonly any: RegExp;
}

function replaceIn(element: Element, patterns: Patterns): void {
  const children = element.children.flatMap((child) => {
    if (child.kind === 'text' && element.model !== 'raw') {
      return split(child, patterns);
    }
    replaceIn(child, patterns);
    return [child];
  });
  element.children = children;
}

function split(child: Element, { word, next, any }: Patterns): Element[] {
  const text = child.value;
  const parts: Element[] = [];
  let at = 0;
  for (;;) {
    word.lastIndex = at;
    next.lastIndex = at;
    const found = word.test(text) ? at : (next.exec(text)?.index ?? -1);
    if (found < 0) {
      break;
    }
    any.lastIndex = found;
    let start = found;
    let name = any.exec(text)?.[0];
    if (name === undefined) {
      start = found + (/[A-Za-z0-9_]/.test(text.charAt(found)) ? 0 : 1);
      any.lastIndex = start;
      name = any.exec(text)?.[0];
    }
    if (name === undefined) {
      break;
    }
    parts.push(new Element('text', text.slice(at, start)), new Element('abbr', name));
    at = start + name.length;
  }
  return at === 0 ? [child] : [...parts, new Element('text', text.slice(at))];
}
