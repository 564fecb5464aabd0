import type { MarkdownIt, StateInline } from 'markdown-it';
import { linkAt, mayHoldLinks } from './autolinks';
import type { GoldmarkOptions } from './options';
import { marksOf } from './struckText';
import { symbolsOf, typographic } from './typographer';
import type { Progress } from './progress';

/** Where something else than text may start, besides what a site adds. */
const STOP = /[\n&*<[\]\\_`'"]|!(?=\[)|-(?=-)|\.(?=\.\.)|>(?=>)/;

function stopsOf(options: GoldmarkOptions): RegExp {
  const delimiters = [...(options.passthrough?.block ?? []), ...(options.passthrough?.inline ?? [])];
  const more = `${marksOf(options)}${options.emoji ? ':' : ''}${delimiters.map(([open]) => open.charAt(0)).join('')}`;
  return new RegExp(`${STOP.source}${more === '' ? '' : `|[${more.replace(/[\]\\^-]/g, '\\$&')}]`}`, 'g');
}

/** Kept with the state itself: looking it up for each piece of text would cost more than reading it. */
type ReadState = StateInline & { goldmark?: Progress };

function progress(state: ReadState, linkify: boolean): Progress {
  return (state.goldmark ??= {
    mayHoldLinks: linkify && mayHoldLinks(state.src),
    mayHoldMail: state.src.includes('@'),
    stopFrom: 0,
    stopAt: -1,
    boundary: 0,
    brackets: 0,
    singles: 0,
    doubles: 0,
  });
}

/** Kept, for a text that is cut into many links is searched again behind each. */
function nextStop(src: string, pos: number, known: Progress, stops: RegExp): number {
  if (pos < known.stopFrom || pos > known.stopAt) {
    stops.lastIndex = pos;
    known.stopFrom = pos;
    known.stopAt = stops.test(src) ? stops.lastIndex - 1 : src.length;
  }
  return known.stopAt;
}

/** Text with goldmark's typographic characters and its autolinks (extension/typographer.go, extension/linkify.go). */
export function text(md: MarkdownIt, options: GoldmarkOptions): void {
  const { typographer, linkify, linkifyProtocol } = options;
  const symbols = typographer && symbolsOf(typographer);
  const stops = stopsOf(options);
  md.inline.ruler.at('text', (state, silent) => {
    const { src, pos, posMax } = state;
    const known = progress(state, linkify);
    const stop = Math.min(nextStop(src, pos, known, stops), posMax);
    if (silent) {
      state.pos = stop;
      return stop > pos;
    }
    if (
      known.mayHoldLinks &&
      known.brackets === 0 &&
      state.linkLevel === 0 &&
      autolink(state, known, stop, linkifyProtocol)
    ) {
      return true;
    }
    if (stop > pos) {
      state.pending += src.slice(pos, stop);
      state.pos = stop;
      return true;
    }
    const found = symbols && typographic(src, pos, posMax, known, symbols);
    if (found) {
      state.pending += found.text;
      state.pos += found.length;
      known.boundary = state.pos;
    }
    return found !== null;
  });
  md.inline.ruler.push('bracket', (state, silent) => {
    const code = state.src.charCodeAt(state.pos);
    if (silent || (code !== 91 && code !== 93)) {
      return false;
    }
    const known = progress(state, linkify);
    known.brackets = Math.max(0, known.brackets + (code === 91 ? 1 : -1));
    known.boundary = code === 91 ? state.pos + 1 : known.boundary;
    state.pending += String.fromCharCode(code);
    state.pos++;
    return true;
  });
}

/** Looks for a link in the text up to `stop`; it may reach further. */
function autolink(state: StateInline, known: Progress, stop: number, protocol: string): boolean {
  const { src, pos, posMax } = state;
  // Escaped characters and character references are text to goldmark.
  const isBehindSpan = state.pending === '' && state.tokens[state.tokens.length - 1]?.type !== 'text_special';
  const isStart = (at: number) =>
    (at === pos && (isBehindSpan || known.boundary === at)) ||
    (' (\n'.includes(src.charAt(at - 1) || ' ') && src.charAt(at - 2) !== '\\');
  for (let at = pos; at < stop; at = nextStart(src, at + 1, stop)) {
    const link = isStart(at) ? linkAt(src, at, posMax, known.mayHoldMail, protocol) : null;
    if (link) {
      state.pending += src.slice(pos, at);
      const { md } = state;
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', md.normalizeLink(link.href)]];
      const token = state.push('text', '', 0);
      token.content = src.slice(at, link.end);
      state.push('link_close', 'a', -1);
      state.pos = link.end;
      return true;
    }
  }
  return false;
}

function nextStart(src: string, from: number, stop: number): number {
  for (let at = from; at < stop; at++) {
    const code = src.charCodeAt(at - 1);
    if (code === 32 || code === 40) {
      return at;
    }
  }
  return stop;
}
