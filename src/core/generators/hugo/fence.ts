import type { Fence, FenceReading } from '../../frontMatter/fence';

/**
 * Hugo's intro section (parser/pageparser/pagelexer_intro.go): white space is skipped; the first character then
 * decides, so that a file that starts with a list (`- a`) is taken for broken YAML. Any line that starts with the
 * fence closes it. Org mode headers (`#+`) are no fence: see `org.ts`.
 */
export function readHugoFence(text: string): FenceReading {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (/[ \t\r\n\f\v]/.test(text[start] ?? '')) {
    start++;
  }
  switch (text[start]) {
    case '-':
      return delimited(text, start, 'yaml', '---');
    case '+':
      return delimited(text, start, 'toml', '+++');
    case '{':
      return braces(text, start);
    default:
      return { kind: 'none' };
  }
}

function delimited(text: string, start: number, format: 'yaml' | 'toml', mark: string): FenceReading {
  if (!text.startsWith(mark, start)) {
    return { kind: 'invalid', range: { start, end: start + 1 } };
  }
  const open = { start, end: start + 3 };
  // What follows the mark on its line already belongs to the header.
  const header = lineAfter(text, start + 3) ?? start + 3;
  for (
    let at = text.startsWith(mark, header) && header > start + 3 ? header : next(text, header);
    at >= 0;
    at = next(text, at)
  ) {
    if (text.startsWith(mark, at)) {
      const fence: Fence = {
        format,
        open,
        header: { start: header, end: at },
        close: { start: at, end: at + 3 },
        body: lineAfter(text, at + 3) ?? at + 3,
      };
      return { kind: 'closed', fence };
    }
  }
  return unclosed({
    format,
    open,
    header: { start: header, end: text.length },
    close: null,
    body: text.length,
  });
}

function unclosed(fence: Fence): FenceReading {
  return { kind: 'unclosed', fence };
}

/** The offset behind the line end that stands at `at`; undefined where there is none. A lone `\r` is one too. */
function lineAfter(text: string, at: number): number | undefined {
  const lineEnd = text.startsWith('\r\n', at) ? 2 : text[at] === '\n' || text[at] === '\r' ? 1 : 0;
  return lineEnd > 0 ? at + lineEnd : undefined;
}

/** The start of the line after the one that `at` is on; -1 after the last one. */
function next(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) {
      return i + 1;
    }
  }
  return -1;
}

/** JSON ends where its braces balance outside strings; a quote may be escaped anywhere. */
function braces(text: string, start: number): FenceReading {
  const open = { start, end: start };
  let level = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') {
      i++;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && character === '{') {
      level++;
    } else if (!quoted && character === '}' && --level === 0) {
      const end = i + 1;
      const fence: Fence = {
        format: 'json',
        open,
        header: { start, end },
        close: { start: i, end },
        body: lineAfter(text, end) ?? end,
      };
      return { kind: 'closed', fence };
    }
  }
  return unclosed({
    format: 'json',
    open,
    header: { start, end: text.length },
    close: null,
    body: text.length,
  });
}
