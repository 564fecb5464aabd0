import type { Paint } from './pretty';
import type { Checked } from './checked';
import { shownPath } from './paths';
import type { Fixed } from './checked';

/** The findings that are no more: of those with one code, as many as there are fewer now. */
export function goneFrom(before: Checked['findings'], after: Checked['findings']): Fixed['findings'] {
  const left = [...after];
  const take = (is: (finding: Checked['findings'][number]) => boolean): boolean => {
    const at = left.findIndex(is);
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at >= 0;
  };
  return before
    .filter(({ code, message }) => !take((other) => other.code === code && other.message === message))
    .filter(({ code }) => !take((other) => other.code === code))
    .map(({ code, message, range }) => ({ code, message, line: range.start.line }));
}

/** What was fixed in one report, for people; empty where nothing was. */
export function prettyFixed({ file, fixed }: Checked, paint: Paint): string {
  if (fixed?.left) {
    return `${paint('bold', shownPath(file))} left as it is: ${fixed.left}\n`;
  }
  if (!fixed || fixed.findings.length === 0) {
    return '';
  }
  const counts = new Map<string, number>();
  fixed.findings.forEach(({ code }) => counts.set(code, (counts.get(code) ?? 0) + 1));
  const codes = [...counts].map(([code, count]) => (count > 1 ? `${code} (${String(count)})` : code));
  return `${paint('bold', shownPath(file))} ${paint('good', 'fixed')} ${codes.join(', ')}\n`;
}

/** How much was fixed in all reports, and why the rest was not, in one line or two. */
export function fixSummary(checked: readonly Checked[]): string {
  const gone = checked.map(({ fixed }) => fixed?.findings.length ?? 0);
  const total = gone.reduce((sum, count) => sum + count, 0);
  const reports = gone.filter((count) => count > 0).length;
  const done = `Fixed ${counted(total, 'finding')} in ${counted(reports, 'report')}.`;
  const kinds: Record<'file' | 'look' | 'rename' | 'none', number> = { file: 0, look: 0, rename: 0, none: 0 };
  for (const { findings, fixed } of checked) {
    for (const { fixes } of findings) {
      const isMove = fixes.length > 0 && fixes.every(({ rename }) => rename !== null);
      const isSafe = fixes.some(({ preferred, rename }) => preferred && rename === null);
      kinds[fixed?.left && isSafe ? 'file' : fixes.length === 0 ? 'none' : isMove ? 'rename' : 'look']++;
    }
  }
  const left = [
    kinds.look > 0 ? `${String(kinds.look)} whose fix needs a look` : '',
    kinds.rename > 0 ? `${String(kinds.rename)} whose fix gives the file another name` : '',
    kinds.none > 0 ? `${String(kinds.none)} without a fix` : '',
    kinds.file > 0 ? `${String(kinds.file)} in files that were left as they are` : '',
  ].filter(Boolean);
  return `${done}${left.length > 0 ? ` Left: ${left.join(', ')}.` : ''}\n`;
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}
