import { say } from '../../message';
import { parseAttributes } from '../../markdown/goldmark/attributes';
import { parseBlocks } from '../../markdown/markdown';
import type { Report } from '../../report/report';
import type { Site } from '../generator';
import { atLeast } from '../versions';
import { goldmarkOf } from './markup';
import type { Failure } from './failure';
import { readShortcodes } from './shortcodes';
import { STRICT_ATTRIBUTES } from './versions';

const FENCE = /^[ \t>*+\d.)-]*(?:`{3}|~{3})/;

/** Whether there may be a fence with braces: most reports have none, and need not be looked at more closely. */
function mayHaveBraces(body: string): boolean {
  for (let at = body.indexOf('{'); at >= 0; at = body.indexOf('{', at)) {
    const end = body.indexOf('\n', at);
    if (FENCE.test(body.slice(body.lastIndexOf('\n', at) + 1, at))) {
      return true;
    }
    if (end < 0) {
      return false;
    }
    at = end;
  }
  return false;
}

/**
 * What stands in braces behind a fence of code must be attributes as goldmark reads them: `{name="value"}`
 * (markup/goldmark/codeblocks/render.go, getAttributes). Only of a page that is shown the code is rendered.
 */
export function codeFailure(report: Report, site: Site): Failure | null {
  const body = report.text.slice(report.body);
  if (!mayHaveBraces(body) || !atLeast(site.version, STRICT_ATTRIBUTES) || !goldmarkOf(site).codeFences) {
    return null;
  }
  const firstLine = report.lines.positionAt(report.body).line;
  for (const { type, info, map } of parseBlocks(body)) {
    const written = type === 'fence' ? attributesIn(info) : '';
    if (written !== '' && map && parseAttributes(written, 0) === null) {
      const line = report.lines.offsetAt({ line: firstLine + map[0], character: 0 });
      const start = report.text.indexOf(written, line);
      if (start >= 0 && !isInShortcode(start, report, site)) {
        return {
          cause: { code: 'attributes', range: { start, end: start + written.length } },
          reason: say(
            'Hugo will stop the build of the whole site: it cannot read {0} behind a code fence. It reads attributes in quotes: {1}.',
            written,
            '{title="a.txt"}',
          ),
        };
      }
    }
  }
  return null;
}

/** From the last opening brace before the first closing one; empty for none. */
function attributesIn(info: string): string {
  return /\{[^{}]*\}/.exec(info.slice(Math.max(0, info.indexOf('{'))))?.[0] ?? '';
}

/** What a shortcode encloses is rendered as its template has it. */
function isInShortcode(at: number, report: Report, site: Site): boolean {
  return readShortcodes(report, site).found.some(({ range }) => range.start <= at && at < range.end);
}
