import type { FenceReading } from '../../frontMatter/fence';

const NONE: FenceReading = { kind: 'none' };

/**
 * Jekyll's YAML_FRONT_MATTER_REGEXP (lib/jekyll/document.rb), read by hand:
 * `\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)`. A fence that never closes is no fence.
 */
export function readJekyllFence(text: string): FenceReading {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!text.startsWith('---', start)) {
    return NONE;
  }
  const opening = /^---[ \t\r\f\v]*\n/.exec(text.slice(start, start + 1000));
  if (!opening) {
    return NONE;
  }
  const headerStart = start + opening[0].length;
  for (let at = headerStart; at < text.length;) {
    const lf = text.indexOf('\n', at);
    const end = lf < 0 ? text.length : lf;
    if (text.startsWith('---', at) || text.startsWith('...', at)) {
      if (/^[ \t\r\f\v]*$/.test(text.slice(at + 3, end))) {
        return {
          kind: 'closed',
          fence: {
            format: 'yaml',
            open: { start, end: start + 3 },
            header: { start: headerStart, end: at },
            close: { start: at, end: at + 3 },
            body: bodyStart(text, end),
          },
        };
      }
    }
    at = end + 1;
  }
  return NONE;
}

/** The closing fence's `\s*$\n?` swallows the blank lines that follow it. */
function bodyStart(text: string, fenceEnd: number): number {
  let body = Math.min(fenceEnd + 1, text.length);
  for (let at = body; at < text.length;) {
    const lf = text.indexOf('\n', at);
    const end = lf < 0 ? text.length : lf;
    if (!/^[ \t\r\f\v]*$/.test(text.slice(at, end))) {
      break;
    }
    at = body = Math.min(end + 1, text.length);
  }
  return body;
}
