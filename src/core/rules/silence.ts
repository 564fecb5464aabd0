import type { Report } from '../report/report';
import { lineEndOf } from '../text';
import type { TextEdit } from '../text';
import type { RuleCode } from './rule';

/** The word that silences rules for one file, followed by their codes. */
const WORD = 'conference-notes-disable';

/** In a comment line of YAML or TOML. */
const IN_HEADER = new RegExp(`^[ \\t]*#[ \\t]*${WORD}[ \\t]+([^\\r\\n]*)`, 'gm');

/** In an HTML comment, which is short: a long text with many beginnings of one must not take long. */
const IN_BODY = new RegExp(`<!--\\s{0,9}${WORD}\\s([^>]{1,500}?)-->`, 'g');

/** The codes that a text silences; one may be followed by two dashes and the reason. */
function codesIn(list: string): string[] {
  return (list.split(/\s--(?:\s|$)/)[0] ?? '').split(/[\s,]+/).filter((word) => /^[a-z][a-z-]*$/.test(word));
}

/**
 * The codes of the rules that a file silences, by a comment in its front matter, `# conference-notes-disable heading-jump`,
 * or in its body, `<!-- conference-notes-disable heading-jump -->`. Codes that no rule has are among them.
 */
export function silencedRules({ text, fence, body }: Report): ReadonlySet<string> {
  if (!text.includes(WORD)) {
    return new Set();
  }
  // Front matter that is not closed may be silenced, too: then a comment line anywhere counts.
  const header = fence.kind === 'closed' ? text.slice(fence.fence.open.end, body) : text;
  return new Set([
    ...[...header.matchAll(IN_HEADER)].flatMap(([, list = '']) => codesIn(list)),
    ...[...text.matchAll(IN_BODY)].flatMap(([, list = '']) => codesIn(list)),
  ]);
}

/**
 * What silences one rule in a file: a comment line at the end of the front matter, where no page shows it; a comment at
 * the end of the file where the front matter has no comments (JSON), or there is none.
 */
export function silenceEdit({ text, fence }: Report, code: RuleCode): TextEdit {
  const lineEnd = lineEndOf(text);
  if (
    fence.kind === 'closed' &&
    fence.fence.format !== 'json' &&
    fence.fence.header.start > fence.fence.open.end
  ) {
    const at = fence.fence.header.end;
    const gap = /(?:^|[\n\r])$/.test(text.slice(0, at)) ? '' : lineEnd;
    return { range: { start: at, end: at }, newText: `${gap}# ${WORD} ${code}${lineEnd}` };
  }
  const gap = text === '' || text.endsWith('\n') ? lineEnd : lineEnd + lineEnd;
  return {
    range: { start: text.length, end: text.length },
    newText: `${gap}<!-- ${WORD} ${code} -->${lineEnd}`,
  };
}
