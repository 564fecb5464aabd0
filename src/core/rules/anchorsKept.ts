import type { Report } from '../report/report';
import { applyEdits } from '../text';
import type { Range, TextEdit } from '../text';
import type { Finding } from './rule';

/** The name that a value is given (`&name`) or a use of it (`*name`), where YAML may have one. */
const MARK = /(?<=^|[\s,[\]{}:-])([&*])([^\s,[\]{}]+)/g;

/** How much is looked at for this in all (UTF-16 code units); fixes behind that are left out: there are more than anyone reads. */
const MAX_READ = 20_000_000;

/** Tells, quickly, whether a value may be used again by its name. */
function mayHaveUses(header: string): boolean {
  const first = header.indexOf('&');
  return first >= 0 && header.includes('*', first);
}

/**
 * Leaves out fixes that take the name of a value (`&name`) away from what is left of its uses (`*name`), or bring one
 * before it: the build would stop, or another value stand there.
 */
export function keepingAnchors(findings: readonly Finding[], report: Report): readonly Finding[] {
  const { fence, header, frontMatter } = report;
  if (fence.kind !== 'closed' || frontMatter?.format !== 'yaml' || !mayHaveUses(header)) {
    return findings;
  }
  const range = fence.fence.header;
  const marks = marksIn(header);
  let read = 0;
  const keeps = (edits: readonly TextEdit[]) => {
    const own = inside(edits, range);
    read += own.length === 0 ? 0 : header.length + marks.uses.length * own.length;
    return own.length === 0 || (read <= MAX_READ && keepsAnchors(header, marks, own));
  };
  return findings.map((finding) => {
    const fixes = finding.fixes.filter(({ edits }) => keeps(edits));
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });
}

/** Tells whether edits change a value that stands in other fields, too, by its name. */
export function changesShared(report: Report, edits: readonly TextEdit[]): boolean {
  const { fence, header, frontMatter, fields } = report;
  if (fence.kind !== 'closed' || frontMatter?.format !== 'yaml' || !mayHaveUses(header)) {
    return false;
  }
  const { start } = fence.fence.header;
  const { uses } = marksIn(header);
  return fields.some(({ key, range }) => {
    const isIn = (at: number) => range.start <= start + at && start + at < range.end;
    return (
      edits.some((edit) => key.range.end < edit.range.end && edit.range.start <= range.end) &&
      uses.some(({ at, anchor }) => isIn(anchor) && !isIn(at))
    );
  });
}

/** The names that values are given, and the uses of those that stand below them. */
interface Marks {
  readonly names: ReadonlySet<string>;
  readonly uses: readonly { readonly name: string; readonly at: number; readonly anchor: number }[];
  /** How many uses have no such name above. */
  readonly astray: number;
}

/** @param known the names whose uses count; all that are given where it is left out */
function marksIn(header: string, known?: ReadonlySet<string>): Marks {
  const found = [...header.matchAll(MARK)].map(({ 1: sign, 2: name = '', index }) => ({ sign, name, index }));
  const names = known ?? new Set(found.flatMap(({ sign, name }) => (sign === '&' ? [name] : [])));
  const anchors = new Map<string, number>();
  const uses: { name: string; at: number; anchor: number }[] = [];
  let astray = 0;
  for (const { sign, name, index } of found) {
    const anchor = anchors.get(name);
    if (sign === '&') {
      anchors.set(name, index);
    } else if (anchor !== undefined) {
      uses.push({ name, at: index, anchor });
    } else if (names.has(name)) {
      astray++;
    }
  }
  return { names, uses, astray };
}

/** Tells whether each use that edits leave alone still has the name it had, and none has lost it. */
function keepsAnchors(header: string, { names, uses, astray }: Marks, edits: readonly TextEdit[]): boolean {
  const editAt = (at: number) => edits.find(({ range }) => range.start <= at && at < range.end);
  const areKept = uses.every(({ name, at, anchor }) => {
    const edit = editAt(anchor);
    return edit === undefined || editAt(at) !== undefined || marksIn(unquoted(edit.newText)).names.has(name);
  });
  return areKept && marksIn(applyEdits(header, edits), names).astray <= astray;
}

/** In quotes a name is text like any other. */
function unquoted(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');
}

/** What edits change between two places, as edits of the text between them. */
function inside(edits: readonly TextEdit[], { start, end }: Range): TextEdit[] {
  return edits
    .filter(({ range }) => range.end >= start && range.start <= end)
    .map(({ range, newText }) => ({
      range: { start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start },
      newText,
    }));
}
