import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** As many as anybody reads. */
const MAX_CELLS = 100_000;

const COLUMN = /^\s*(:?)-+(:?)\s*$/;

/** Tables are made of finished paragraphs (extension/table.go), so that they end where a paragraph would. */
export function tables(md: MarkdownIt): void {
  md.block.ruler.disable('table');
  const underlined = md.block.ruler.getRules('').find(({ name }) => name === 'lheading');
  if (underlined) {
    // Hyphens below a table do not make it a heading.
    md.block.ruler.at('lheading', (state, line, endLine, silent) => {
      const at = state.getLines(line + 1, line + 2, state.blkIndent, false);
      return (
        !holdsTable(state.getLines(line, line + 1, state.blkIndent, false), at) &&
        underlined(state, line, endLine, silent)
      );
    });
  }
  md.core.ruler.after('block', 'table', (state) => {
    if (!state.src.includes('-')) {
      return;
    }
    const { tokens } = state;
    let rest: Token[] | null = null;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      const inline = tokens[index + 1];
      const made =
        token?.type === 'paragraph_open' && inline?.content.includes('\n')
          ? tableOf(state, token, inline)
          : null;
      if (made) {
        rest ??= tokens.slice(0, index);
        for (const each of made) {
          rest.push(each);
        }
        index += 2;
      } else if (rest && token) {
        rest.push(token);
      }
    }
    state.tokens = rest ?? tokens;
  });
}

function holdsTable(header: string, delimiters: string): boolean {
  const alignments = delimiters.includes('|') ? alignmentsOf(delimiters) : null;
  return alignments !== null && cellsOf(header).length <= alignments.length;
}

/** The tokens that a paragraph becomes; null where there is no table in it. */
function tableOf(state: StateCore, paragraph: Token, inline: Token): Token[] | null {
  const lines = inline.content.split('\n');
  const at = lines.findIndex((line, index) => index > 0 && alignmentsOf(line) !== null);
  const alignments = alignmentsOf(lines[at] ?? '');
  const header = cellsOf(lines[at - 1] ?? '');
  if (at < 1 || !alignments || header.length > alignments.length) {
    return null;
  }
  const tokens: Token[] = [];
  if (at > 1) {
    inline.content = lines
      .slice(0, at - 1)
      .join('\n')
      .trim();
    const close = new state.Token('paragraph_close', 'p', -1);
    close.block = true;
    close.level = paragraph.level;
    close.hidden = paragraph.hidden;
    tokens.push(paragraph, inline, close);
  }
  const push = (type: string, tag: string, nesting: -1 | 0 | 1) => {
    const token = new state.Token(type, tag, nesting);
    token.block = true;
    tokens.push(token);
    return token;
  };
  const row = (cells: readonly string[], tag: 'th' | 'td') => {
    push('tr_open', 'tr', 1);
    alignments.forEach((alignment, column) => {
      const open = push(`${tag}_open`, tag, 1);
      if (alignment) {
        open.attrs = [['style', `text-align: ${alignment}`]];
      }
      const cell = push('inline', '', 0);
      cell.content = cells[column] ?? '';
      cell.children = [];
      push(`${tag}_close`, tag, -1);
    });
    push('tr_close', 'tr', -1);
  };
  const table = push('table_open', 'table', 1);
  table.map = inline.map;
  // What stands below the paragraph belongs to the table that it has become.
  [table.attrs, paragraph.attrs] = [paragraph.attrs, null];
  push('thead_open', 'thead', 1);
  row(header, 'th');
  push('thead_close', 'thead', -1);
  push('tbody_open', 'tbody', 1);
  // Every row has all columns: hostile tables have many of both.
  for (const line of lines.slice(at + 1).slice(0, Math.ceil(MAX_CELLS / alignments.length))) {
    row(cellsOf(line), 'td');
  }
  push('tbody_close', 'tbody', -1);
  push('table_close', 'table', -1);
  return tokens;
}

type Alignment = '' | 'left' | 'right' | 'center';

function alignmentsOf(line: string): Alignment[] | null {
  if (!line.includes('-') || /^\s{4}|[^\s:|-]/.test(line)) {
    return null;
  }
  const columns = line.split('|');
  const cells = columns.slice(
    columns[0]?.trim() === '' ? 1 : 0,
    columns.at(-1)?.trim() === '' ? -1 : undefined,
  );
  const alignments: Alignment[] = [];
  for (const cell of cells) {
    const match = COLUMN.exec(cell);
    if (!match) {
      return null;
    }
    alignments.push(match[1] ? (match[2] ? 'center' : 'left') : match[2] ? 'right' : '');
  }
  return alignments.length > 0 ? alignments : null;
}

/** Pipes part the cells, but for those behind a backslash. */
function cellsOf(line: string): string[] {
  const text = line.trim();
  const start = text.startsWith('|') ? 1 : 0;
  const inner = text.slice(start, text.length > start && text.endsWith('|') ? -1 : undefined);
  return inner === '' ? [] : inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
