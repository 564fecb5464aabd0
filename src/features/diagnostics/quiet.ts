import type { Finding, RuleCode } from '../../core/rules/rule';
import type { Range } from '../../core/text';

/** Rules on front matter that is not read: what they say moves about while a line of it is being written. */
const READING: ReadonlySet<RuleCode> = new Set([
  'syntax-error',
  'unclosed-fence',
  'text-before-fence',
  'unread-fence',
  'duplicate-field',
]);

/** Where the writer is at work. */
export interface Typing {
  /** The line or lines of the last change. */
  readonly edited: Range;
  /** The front matter, if the change was in it. */
  readonly header: Range | null;
}

/**
 * Parts findings into those to show now and those that wait until the writer pauses or leaves the line. A finding that
 * is shown already stays: it must not flicker.
 * @param shown the keys of the findings that are shown, as `keyOf` makes them
 */
export function quieten(
  findings: readonly Finding[],
  text: string,
  typing: Typing | null,
  shown: ReadonlySet<string>,
): { now: Finding[]; later: Finding[] } {
  const now: Finding[] = [];
  const later: Finding[] = [];
  for (const finding of findings) {
    const waits = typing !== null && !shown.has(keyOf(finding, text)) && concerns(finding, typing);
    (waits ? later : now).push(finding);
  }
  return { now, later };
}

/** What makes a finding the same one after an edit: its rule and the text that it is about. */
export function keyOf(finding: Finding, text: string): string {
  return READING.has(finding.code)
    ? finding.code
    : `${finding.code} ${text.slice(finding.range.start, finding.range.end)}`;
}

function concerns({ code, range }: Finding, { edited, header }: Typing): boolean {
  return touches(range, edited) || (header !== null && (READING.has(code) || range.start < header.end));
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
