import type { Source } from './source';
import { afterBlankRest, afterIndent, trim } from './source';

/** What an attribute list says, as far as it changes the text: its references, and whether it gives attributes. */
export interface Attributes {
  /** Names of lists to include; `toc` and `footnotes` have a meaning of their own. */
  readonly refs: string[];
  /** The class that keeps a header out of the table of contents. */
  isNotInToc: boolean;
  hasAttributes: boolean;
}

/** ALD_TYPE_ANY (lib/kramdown/parser/kramdown/extensions.rb), one at a time. */
const PART =
  /(?:^|[ \t\r\n\f\v])(?:(\w[\w-]*)=("|')((?:\\\}|\\\2|(?!\2)[^}])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^ \t\r\n\f\v.#]+)+))(?=[ \t\r\n\f\v]|$)/g;

/** The name of an attribute list, a footnote or an extension. */
export const NAME = '\\w[\\w-]*';

/** Reads an attribute list into what is known already. */
export function readAttributes(list: string, into: Attributes | null): Attributes {
  const attributes = into ?? { refs: [], isNotInToc: false, hasAttributes: false };
  const text = trim(list);
  if (text === '' || text === ':') {
    return attributes;
  }
  for (const [, key, , value, ref, short] of list.matchAll(PART)) {
    if (ref !== undefined) {
      attributes.refs.push(ref);
    } else {
      attributes.hasAttributes = true;
      attributes.isNotInToc ||= /\bno_toc\b/.test(short ?? (key === 'class' ? value : undefined) ?? '');
    }
  }
  return attributes;
}

/** Where the brace is that closes an attribute list; -1 where none does, or the list is empty. */
export function closingBrace(source: Source, from: number): number {
  let at = source.find('}', from);
  while (at > 0 && source.text[at - 1] === '\\') {
    at = source.find('}', at + 1);
  }
  return at > from ? at : -1;
}

/** An attribute list that fills its line, or lines: IAL_BLOCK_START. */
export function blockAttributes(source: Source, at: number): { list: string; end: number } | null {
  const start = afterIndent(source.text, at);
  if (!source.text.startsWith('{:', start)) {
    return null;
  }
  const next = source.text[start + 2];
  if (next === ':' || next === '/') {
    return null;
  }
  const close = closingBrace(source, start + 2);
  const end = close < 0 ? -1 : afterBlankRest(source.text, close + 1);
  return end < 0 ? null : { list: source.text.slice(start + 2, close), end };
}
