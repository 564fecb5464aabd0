import type { MarkdownIt, StateInline } from 'markdown-it';
import type { GoldmarkEdition, GoldmarkOptions } from './options';

/** What text between marks becomes. */
interface Span {
  readonly tag: string;
  /** How many marks it takes at least, and at most. */
  readonly least: number;
  readonly most: number;
}

/** The spans by their mark, those that are tried first first. */
function spansOf({ strikethrough, extras, edition }: GoldmarkOptions): ReadonlyMap<number, readonly Span[]> {
  const spans = new Map<number, Span[]>();
  const add = (isOn: boolean, mark: string, tag: string, least: number, most = 2) => {
    const code = mark.charCodeAt(0);
    if (isOn) {
      spans.set(code, [...(spans.get(code) ?? []), { tag, least, most }]);
    }
  };
  add(extras.delete, '~', 'del', 2);
  // With one tilde, too, from 1.6 on; before, with any number of them from two on.
  add(strikethrough, '~', 'del', edition < 1.7 ? 2 : 1, edition < 1.7 ? Infinity : 2);
  add(extras.subscript, '~', 'sub', 1);
  add(extras.insert, '+', 'ins', 2);
  add(extras.mark, '=', 'mark', 2);
  add(extras.superscript, '^', 'sup', 1);
  return spans;
}

/** The characters that may start such spans. */
export function marksOf(options: GoldmarkOptions): string {
  return [...spansOf(options).keys()].map((code) => String.fromCharCode(code)).join('');
}

/** Text that is struck out, and the other spans that are made likewise (extension/strikethrough.go; Hugo's extras). */
export function struckText(md: MarkdownIt, options: GoldmarkOptions): void {
  const spans = spansOf(options);
  md.inline.ruler.at('strikethrough', (state, silent) => {
    const { pos, src } = state;
    const marker = src.charCodeAt(pos);
    const possible = spans.get(marker);
    if (silent || !possible) {
      return false;
    }
    const { length, can_open, can_close } = scan(state, marker, options.edition);
    const span = possible.find(({ least, most }) => least <= length && length <= most);
    const token = state.push('text', '', 0);
    token.content = src.slice(pos, pos + length);
    if (span) {
      token.tag = span.tag;
      state.delimiters.push({
        marker,
        length,
        token: state.tokens.length - 1,
        end: -1,
        open: can_open,
        close: can_close,
      });
    }
    state.pos += length;
    return true;
  });
  md.renderer.rules['s_open'] = (tokens, index) =>
    `${tokens[index]?.content ?? ''}<${tokens[index]?.tag ?? ''}>`;
  md.renderer.rules['s_close'] = (tokens, index) =>
    `</${tokens[index]?.tag ?? ''}>${tokens[index]?.content ?? ''}`;
  md.inline.ruler2.at('strikethrough', (state) => {
    strike(state, state.delimiters, spans);
    for (const meta of state.tokens_meta) {
      strike(state, meta?.delimiters ?? [], spans);
    }
    return false;
  });
}

/** From 1.8 on a raised text may start with a sign or an apostrophe, as if it were a letter. */
function scan(
  state: StateInline,
  marker: number,
  edition: GoldmarkEdition,
): ReturnType<StateInline['scanDelims']> {
  const found = state.scanDelims(state.pos, true);
  const next = state.src.charAt(state.pos + 1);
  return edition >= 1.8 && marker === 94 && found.length === 1 && /['+-]/.test(next)
    ? { ...found, can_open: true }
    : found;
}

function strike(
  state: StateInline,
  delimiters: StateInline['delimiters'],
  spans: ReadonlyMap<number, readonly Span[]>,
): void {
  for (const { marker, end, token } of delimiters) {
    const opening = state.tokens[token];
    const closing = state.tokens[delimiters[end]?.token ?? -1];
    if (spans.has(marker) && end >= 0 && opening && closing) {
      // Of two tildes and one, one is left.
      const length = Math.min(opening.content.length, closing.content.length);
      const left = { content: opening.content.slice(length), nesting: 1 as const };
      Object.assign(opening, { ...left, type: 's_open' });
      Object.assign(closing, {
        type: 's_close',
        tag: opening.tag,
        nesting: -1,
        content: closing.content.slice(length),
      });
    }
  }
}
