/** A text as Markdown's code within a line: whatever stands in it has no effect. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const ticks = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(ticks + 1);
  const gap = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return fence + gap + line + gap + fence;
}
