import type { Finding, RuleCode } from '../../core/rules/rule';
import type { Range } from '../../core/text';

/** Rules on front matter that is not read: what they say moves about while a line of it is being written. */
const READING: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'syntax-error',
  'unclosed-fence',
  'text-before-fence',
  'unread-fence',
  'text-after-fence',
  'duplicate-field',
]);

/** Rules on the body as a whole, or on what its end still lacks: one more line may settle what they say. */
const WHOLE: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'build-stops',
  'separator-missing',
  'unread-separator',
  'poor-excerpt',
  'empty-takeaways',
  'missing-takeaways',
  'missing-speaker',
]);

/** Rules on what keeps the report from being read or built: behind it, other findings come and go. */
const HIDES_OTHERS: ReadonlySet<RuleCode> = new Set<RuleCode>([...READING, 'build-stops']);

/** Where the writer is at work. */
export interface Typing {
  /** The line or lines of the last change. */
  readonly edited: Range;
  /** The front matter, if the change was in it. */
  readonly header: Range | null;
}

/** What is to be seen of findings. */
export interface Quietened {
  readonly now: Finding[];
  /** Those that wait until the writer pauses or leaves the line. */
  readonly later: Finding[];
  /** Something is begun that is not closed yet, a quote or a block: until then what is shown is best left as it is. */
  readonly isHalfWritten: boolean;
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
): Quietened {
  const now: Finding[] = [];
  const later: Finding[] = [];
  for (const finding of findings) {
    const waits = typing !== null && !shown.has(keyOf(finding, text)) && concerns(finding, typing);
    (waits ? later : now).push(finding);
  }
  return { now, later, isHalfWritten: later.some(({ code }) => HIDES_OTHERS.has(code)) };
}

/**
 * What makes a finding the same one after an edit: its rule and what its line begins with, the field's name above all, as
 * what follows may be what is being written.
 */
export function keyOf({ code, range }: Finding, text: string): string {
  if (READING.has(code)) {
    return code;
  }
  // A line may be the whole of a long text.
  const before = text.slice(Math.max(0, range.start - MAX_KEY), range.start);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const head = /^\s*[^\s:=]*/.exec(line + text.slice(range.start, range.start + MAX_KEY))?.[0] ?? '';
  return `${code} ${head.slice(0, MAX_KEY)}`;
}

/** How much of a line tells it from others (UTF-16 code units). */
const MAX_KEY = 100;

function concerns({ code, range }: Finding, { edited, header }: Typing): boolean {
  return (
    WHOLE.has(code) ||
    touches(range, edited) ||
    (header !== null && (READING.has(code) || range.start < header.end))
  );
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
