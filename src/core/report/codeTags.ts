/** How a generator's own tags around code look; each matches a line, without its end. */
export interface CodeTags {
  /** A part of each opening tag: most notes have none. */
  readonly hint: string;
  /** A line that opens code; what stands behind the tag is code, too. */
  readonly open: RegExp;
  /** A line that ends with the tag that closes it. */
  readonly close: RegExp;
  /** Between these lines tags are text. */
  readonly raw?: { readonly open: RegExp; readonly close: RegExp };
}

/** A fence of Markdown's own. */
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/** No line that is longer opens or closes code (UTF-16 code units). */
const MAX_LINE = 500;

/**
 * Writes fences in place of a generator's own tags around code, so that Markdown's blocks are found as the site has them.
 * @param body Markdown
 * @returns a text of the same length, with its lines in their places
 */
export function withFences(body: string, { hint, open, close, raw }: CodeTags): string {
  if (!body.includes(hint)) {
    return body;
  }
  const lines = body.split('\n');
  let fence: string | null = null;
  let isRaw = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at);
    const mark: string | undefined = FENCE.exec(line)?.[1];
    if (fence !== null) {
      fence = mark !== undefined && mark.startsWith(fence) && line.trim() === mark ? null : fence;
    } else if (isRaw) {
      isRaw = raw?.close.test(line) !== true;
    } else if (mark !== undefined) {
      fence = mark;
    } else if (open.test(line)) {
      let end = at + 1;
      while (end < lines.length && !close.test(lineAt(lines, end))) {
        end++;
      }
      if (end === lines.length) {
        break;
      }
      const ticks = '`'.repeat(Math.min(line.trim().length, lineAt(lines, end).trim().length));
      lines[at] = asFence(lines[at] ?? '', ticks);
      lines[end] = asFence(lines[end] ?? '', ticks);
      at = end;
    } else {
      isRaw = raw?.open.test(line) === true;
    }
  }
  return lines.join('\n');
}

function lineAt(lines: readonly string[], at: number): string {
  return (lines[at] ?? '').slice(0, MAX_LINE);
}

/** The fence, as far in as the line was, and as long as it. */
function asFence(line: string, ticks: string): string {
  const lead = line.slice(0, line.length - line.trimStart().length);
  const end = line.endsWith('\r') ? '\r' : '';
  return (lead + ticks).padEnd(line.length - end.length) + end;
}
