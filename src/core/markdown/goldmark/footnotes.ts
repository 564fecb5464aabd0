import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

/** The footnotes of one document: how often each is referred to, in the order of the first references. */
interface Notes {
  readonly defined: Set<string>;
  readonly uses: Map<string, number>;
}

const notesOf = new WeakMap<object, Notes>();

/**
 * Footnotes (extension/footnote.go): `[^label]: text`, shown at the end if `[^label]` refers to them.
 * @param backlink HTML of the site's own
 */
export function footnotes(md: MarkdownIt, backlink: string): void {
  md.block.ruler.before('reference', 'footnote', definition, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.inline.ruler.before('link', 'footnote', reference);
  md.core.ruler.after('inline', 'footnotes', collect);
  const { rules } = md.renderer;
  const mark = textOnly(backlink);
  rules['footnote_reference'] = (tokens, index) => {
    const [number, use] = numbers(tokens[index]);
    return `<sup id="fnref${use}:${number}"><a href="#fn:${number}" class="footnote-ref" role="doc-noteref">${number}</a></sup>`;
  };
  rules['footnote_back'] = (tokens, index) => {
    const [number, use] = numbers(tokens[index]);
    return `&#160;<a href="#fnref${use}:${number}" class="footnote-backref" role="doc-backlink">${mark}</a>`;
  };
  rules['footnotes_open'] = () => '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n';
  rules['footnotes_close'] = () => '</ol>\n</div>\n';
  rules['footnote_open'] = (tokens, index) => `<li id="fn:${numbers(tokens[index])[0]}">\n`;
  rules['footnote_close'] = () => '</li>\n';
}

/** Character references stay, tags go. */
function textOnly(html: string): string {
  return html.replace(/<[^<>]*>?|>/g, '').replaceAll('"', '&quot;');
}

/** A note's number, and for which of its references: the first is not counted. */
function numbers(token: Token | undefined): [number: string, use: string] {
  const [number = '', use = '0'] = (token?.info ?? '').split(' ');
  return [number, use === '0' ? '' : use];
}

/** A label up to its bracket; none with brackets in it. -1 for none. */
function labelEnd(text: string, from: number, max: number): number {
  for (let at = from; at < max; at++) {
    const code = text.charCodeAt(at);
    if (code === 93) {
      return at;
    }
    if (code === 91 || code === 10) {
      return -1;
    }
    at += code === 92 ? 1 : 0;
  }
  return -1;
}

function definition(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const { src } = state;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const max = state.eMarks[line] ?? 0;
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4 || !src.startsWith('[^', start)) {
    return false;
  }
  const close = labelEnd(src, start + 2, max);
  const label = close < 0 ? '' : src.slice(start + 2, close);
  if (label.trim() === '' || src[close + 1] !== ':') {
    return false;
  }
  if (silent) {
    return true;
  }
  const notes = notesIn(state.env);
  notes.defined.add(label);
  const open = state.push('footnote_open', 'li', 1);
  open.content = label;
  within(state, line, endLine, close + 2);
  state.push('footnote_close', 'li', -1);
  return true;
}

/** Reads a note's blocks: what stands behind the colon, and the lines that are indented by four. */
function within(state: StateBlock, line: number, endLine: number, start: number): void {
  const { src } = state;
  const before = {
    b: state.bMarks[line],
    t: state.tShift[line],
    s: state.sCount[line],
    parent: state.parentType,
  };
  let at = start;
  while (src.charCodeAt(at) === 32 || src.charCodeAt(at) === 9) {
    at++;
  }
  state.bMarks[line] = start;
  state.tShift[line] = at - start;
  state.sCount[line] = state.blkIndent + 4 + (at - start > 4 ? at - start - 1 : 0);
  state.blkIndent += 4;
  state.parentType = 'root';
  if (at >= (state.eMarks[line] ?? 0)) {
    state.line = line + 1;
    if (line + 1 < endLine) {
      state.md.block.tokenize(state, line + 1, endLine);
    }
  } else {
    state.md.block.tokenize(state, line, endLine);
  }
  state.blkIndent -= 4;
  state.parentType = before.parent;
  state.bMarks[line] = before.b ?? 0;
  state.tShift[line] = before.t ?? 0;
  state.sCount[line] = before.s ?? 0;
}

function notesIn(env: object): Notes {
  let notes = notesOf.get(env);
  if (!notes) {
    notes = { defined: new Set(), uses: new Map() };
    notesOf.set(env, notes);
  }
  return notes;
}

/** `[^label]`, also behind an exclamation mark; where no note has the label, the brackets are those of a link. */
function reference(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const notes = notesOf.get(state.env);
  const start = src.charCodeAt(pos) === 33 ? pos + 1 : pos;
  if (!notes || !src.startsWith('[^', start)) {
    return false;
  }
  const close = labelEnd(src, start + 2, posMax);
  const label = src.slice(start + 2, Math.max(close, start + 2));
  if (close < 0 || !notes.defined.has(label)) {
    return false;
  }
  if (!silent) {
    if (start > pos) {
      state.pending += '!';
    }
    const uses = notes.uses.get(label) ?? 0;
    notes.uses.set(label, uses + 1);
    const token = state.push('footnote_reference', 'sup', 0);
    token.content = label;
    token.info = `${numberOf(notes, label)} ${uses}`;
  }
  state.pos = close + 1;
  return true;
}

const numbersOf = new WeakMap<Notes, Map<string, number>>();

function numberOf(notes: Notes, label: string): number {
  let known = numbersOf.get(notes);
  if (!known) {
    known = new Map();
    numbersOf.set(notes, known);
  }
  const number = known.get(label) ?? known.size + 1;
  known.set(label, number);
  return number;
}

/** Moves the notes to the end, each with the ways back to its references; those without any are dropped. */
function collect(state: StateCore): void {
  const notes = notesOf.get(state.env);
  if (!notes) {
    return;
  }
  const contents = new Map<string, Token[]>();
  const open: Token[][] = [];
  const rest: Token[] = [];
  for (const token of state.tokens) {
    if (token.type === 'footnote_open') {
      open.push([]);
      if (!contents.has(token.content)) {
        contents.set(token.content, open[open.length - 1] ?? []);
      }
    } else if (token.type === 'footnote_close') {
      open.pop();
    } else {
      (open[open.length - 1] ?? rest).push(token);
    }
  }
  if (notes.uses.size > 0) {
    rest.push(new state.Token('footnotes_open', 'div', 1));
    for (const [label, uses] of notes.uses) {
      addNote(state, rest, contents.get(label) ?? [], numberOf(notes, label), uses);
    }
    rest.push(new state.Token('footnotes_close', 'div', -1));
  }
  state.tokens = rest;
}

function addNote(
  state: StateCore,
  rest: Token[],
  content: readonly Token[],
  number: number,
  uses: number,
): void {
  const push = (type: string, info: string) => {
    const token = new state.Token(type, '', 0);
    token.info = info;
    rest.push(token);
  };
  push('footnote_open', String(number));
  for (const token of content) {
    rest.push(token);
  }
  const last = rest[rest.length - 1];
  const paragraph =
    last?.type === 'paragraph_close' && last.level === content[0]?.level ? rest.pop() : undefined;
  for (let use = 0; use < uses; use++) {
    push('footnote_back', `${number} ${use}`);
  }
  if (paragraph) {
    rest.push(paragraph);
  }
  push('footnote_close', '');
}
