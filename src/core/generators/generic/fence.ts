import type { Fence, FenceReading } from '../../frontMatter/fence';

/**
 * gray-matter's fence (4.0.3, index.js): `---` at the start, not followed by a fourth dash, up to the next line that
 * starts with it; what follows on that line is body already. A language may stand behind the first.
 */
export function readGenericFence(text: string): FenceReading {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = /^---(?!-)[ \t]*(yaml|yml|toml|json)?[ \t]*\r?\n/.exec(text.slice(start, start + 200));
  if (!opening) {
    return { kind: 'none' };
  }
  const [line, language] = opening;
  const format = language === 'toml' || language === 'json' ? language : 'yaml';
  const open = { start, end: start + 3 };
  const header = start + line.length;
  // The line end before the closing fence belongs to it, and may be the opening line's own.
  const close = text.indexOf('\n---', header - 1);
  if (close < 0) {
    const fence: Fence = {
      format,
      open,
      header: { start: header, end: text.length },
      close: null,
      body: text.length,
    };
    return { kind: 'unclosed', fence };
  }
  const end = close + 4;
  const lineEnd = text.startsWith('\r\n', end) ? 2 : text[end] === '\n' || text[end] === '\r' ? 1 : 0;
  const fence: Fence = {
    format,
    open,
    header: { start: header, end: close + 1 },
    close: { start: close + 1, end },
    body: end + lineEnd,
  };
  return { kind: 'closed', fence };
}
