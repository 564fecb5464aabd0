import type { MarkdownIt, StateBlock, Token } from 'markdown-it';

/**
 * Definition lists (extension/definition_list.go): a line that starts with a colon makes the lines of the paragraph before
 * it terms, whether blank lines stand between or not.
 */
export function definitionLists(md: MarkdownIt): void {
  // What follows such a paragraph is another block.
  md.renderer.rules['text_block_close'] = (tokens, index) =>
    tokens[index + 1]?.type === 'dd_close' ? '' : '\n';
  md.block.ruler.before('heading', 'definition_list', definition, { alt: ['paragraph', 'reference'] });
}

/** How far the definition lists are indented within which a text is being read. */
const indents = new WeakMap<StateBlock, number[]>();

function definition(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const { src } = state;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (src.charCodeAt(start) !== 58) {
    return false;
  }
  const width = blanks(state, line, start + 1);
  if (width < 1) {
    return false;
  }
  const isHere = state.sCount[line] === state.blkIndent;
  if (silent) {
    // Or it goes on with a list around the paragraph.
    return isHere || (indents.get(state)?.includes(state.sCount[line] ?? -1) ?? false);
  }
  if (!isHere || !reopen(state)) {
    return false;
  }
  const isTight = line === 0 || !state.isEmpty(line - 1);
  const from = state.tokens.length;
  state.push('dd_open', 'dd', 1).map = [line, line];
  within(state, line, endLine, start + 1, width >= 8 ? 6 : width + 1);
  if (isTight) {
    unwrapParagraph(state.tokens, from, state.level);
  }
  state.push('dd_close', 'dd', -1);
  state.push('dl_close', 'dl', -1);
  return true;
}

/** How wide the blanks behind the colon are. */
function blanks(state: StateBlock, line: number, from: number): number {
  const { src } = state;
  const max = state.eMarks[line] ?? 0;
  let width = 0;
  for (let at = from; at < max; at++) {
    const code = src.charCodeAt(at);
    if (code !== 32 && code !== 9) {
      return width;
    }
    width += code === 9 ? 4 - ((width + 1) % 4) : 1;
  }
  // The line end is one too.
  return width + 1;
}

/** Makes a paragraph terms of a list, or goes on with the list that has just ended; false where neither stands before. */
function reopen(state: StateBlock): boolean {
  const { tokens } = state;
  const last = tokens[tokens.length - 1];
  if (last?.level !== state.level) {
    return false;
  }
  if (last.type === 'dl_close') {
    tokens.pop();
    state.level++;
    return true;
  }
  if (last.type !== 'paragraph_close') {
    return false;
  }
  const [, inline] = tokens.splice(-3);
  const before = tokens[tokens.length - 1];
  if (before?.type === 'dl_close' && before.level === state.level) {
    tokens.pop();
    state.level++;
  } else {
    state.push('dl_open', 'dl', 1);
  }
  for (const term of inline?.content.split('\n') ?? []) {
    state.push('dt_open', 'dt', 1);
    const token = state.push('inline', '', 0);
    token.content = term.trim();
    token.children = [];
    token.map = inline?.map ?? null;
    state.push('dt_close', 'dt', -1);
  }
  return true;
}

function within(state: StateBlock, line: number, endLine: number, start: number, offset: number): void {
  const before = {
    b: state.bMarks[line],
    t: state.tShift[line],
    s: state.sCount[line],
    indent: state.blkIndent,
    parent: state.parentType,
  };
  const max = state.eMarks[line] ?? 0;
  let at = start;
  while (at < max && (state.src.charCodeAt(at) === 32 || state.src.charCodeAt(at) === 9)) {
    at++;
  }
  const open = indents.get(state) ?? [];
  indents.set(state, [...open, state.blkIndent]);
  state.bMarks[line] = start;
  state.tShift[line] = at - start;
  state.sCount[line] = state.blkIndent + blanks(state, line, start) + 1;
  state.blkIndent += offset;
  state.parentType = 'root';
  state.line = line + 1;
  if (at < max) {
    state.md.block.tokenize(state, line, endLine);
  } else if (line + 1 < endLine) {
    state.md.block.tokenize(state, line + 1, endLine);
  }
  indents.set(state, open);
  state.parentType = before.parent;
  state.blkIndent = before.indent;
  state.bMarks[line] = before.b ?? 0;
  state.tShift[line] = before.t ?? 0;
  state.sCount[line] = before.s ?? 0;
}

/** In a definition right behind its term, the first paragraph stands without its tags. */
function unwrapParagraph(tokens: readonly Token[], from: number, level: number): void {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.level === level && token.type === 'paragraph_open') {
      token.hidden = true;
    } else if (token?.level === level && token.type === 'paragraph_close') {
      token.type = 'text_block_close';
      return;
    }
  }
}
