import type { ExcerptSource, Site } from '../../core/generators/generator';
import type { Report } from '../../core/report/report';
import type { Range } from '../../core/text';
import type { Marks } from './plugin';

/** Excerpts that are the start of the text. */
const STARTS: ReadonlySet<ExcerptSource> = new Set(['separator', 'first-block', 'automatic']);

/**
 * What of a report is marked.
 * @param label what the mark of the excerpt's end says
 */
export function marksOf(report: Report, site: Site, label: string): Marks {
  const excerpt = site.generator.excerpt(report, site);
  const end =
    !excerpt.wholePost && STARTS.has(excerpt.from)
      ? (excerpt.separator?.end ?? excerpt.range?.end ?? null)
      : null;
  const { sections, items } = report.takeaways;
  const ranges =
    sections.length > 0
      ? sections.map(({ headingRange, content }) => ({ start: headingRange.start, end: content.end }))
      : items.map(({ range }) => range);
  return {
    excerptEnd: end === null ? null : lineBehind(end, report),
    excerptLabel: label,
    takeaways: ranges.map((range) => linesOf(range, report)),
  };
}

/** The first line that starts at an offset or behind it. */
function lineBehind(offset: number, { lines }: Report): number {
  const line = lines.lineAt(offset);
  return lines.lineAt(Math.max(0, offset - 1)) < line ? line : line + 1;
}

function linesOf({ start, end }: Range, report: Report): readonly [number, number] {
  return [report.lines.lineAt(start), lineBehind(end, report)];
}
