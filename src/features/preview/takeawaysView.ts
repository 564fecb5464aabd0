import { say } from '../../core/message';
import type { Message } from '../../core/message';
import { escapeHtml } from '../../core/markdown/htmlText';
import type { Site } from '../../core/generators/generator';
import type { Report } from '../../core/report/report';
import type { Takeaway } from '../../core/report/takeaway';
import type { Line, TakeawaysView } from '../../webview/reportView';
import { MAX_ITEMS, MAX_TAKEAWAY_HTML, startOfHtml } from './bounds';
import { lineOf, targetOf } from './context';
import { lineHtml } from './lineHtml';
import type { Speech, ViewInput } from './context';
import { copyView } from './copyView';

/** How deep lists in a take-away are shown. */
const MAX_DEPTH = 5;

/** The key take-aways, and where they were found. */
export function takeawaysView(input: ViewInput, speech: Speech): TakeawaysView {
  const { report, site, forecast } = input;
  const { translate } = speech;
  const { items, family } = report.takeaways;
  const heading = translate(say('Key take-aways'));
  if (items.length === 0) {
    return { heading, source: null, items: [], hint: translate(absence(report)), copy: null };
  }
  // A label that says no more than the heading above all of them is not repeated.
  const hasLabels = family !== 'explicit' && family !== 'own';
  const shown = firstOf(items);
  const left = items.length - shown.length;
  return {
    heading,
    source: sourceOf(report, speech),
    items: shown.map((item) => ({
      html: startOfHtml(htmlOf(item, site, hasLabels, 0), MAX_TAKEAWAY_HTML),
      target: targetOf(item.range, report, speech),
    })),
    hint: left > 0 ? translate(say('{0} more are in the report.', left)) : null,
    copy: copyView(
      'takeaways',
      items.reduce((size, { range }) => size + range.end - range.start, 0),
      // They are copied without the excerpt.
      { report, site, forecast, excerpt: null },
      speech,
    ),
  };
}

/** The first take-aways, up to so many with those in them. */
function firstOf(items: readonly Takeaway[]): readonly Takeaway[] {
  let count = 0;
  const end = items.findIndex((item) => (count += countOf(item, 0)) > MAX_ITEMS);
  // Of a single one with more in it, the lists are cut where its HTML is.
  return end < 0 ? items : items.slice(0, Math.max(1, end));
}

function countOf({ nested }: Takeaway, depth: number): number {
  return nested.reduce((sum, item) => sum + (depth < MAX_DEPTH ? countOf(item, depth + 1) : 0), 1);
}

function htmlOf(
  { label, markdown, nested }: Takeaway,
  site: Site,
  hasLabels: boolean,
  depth: number,
): string {
  const items = depth < MAX_DEPTH ? nested : [];
  const inner = items.map((item) => `<li>${htmlOf(item, site, false, depth + 1)}</li>`).join('');
  const head = hasLabels && label !== null ? `<strong>${escapeHtml(label)}:</strong> ` : '';
  return `${head}${lineHtml(markdown, site)}${inner && `<ul>${inner}</ul>`}`;
}

function sourceOf(report: Report, speech: Speech): Line {
  const { section, sections } = report.takeaways;
  if (!section) {
    return {
      text: speech.translate(say('From the lines that start with a label such as “Take-away:”')),
      target: null,
    };
  }
  const line = lineOf(section.headingRange.start, report);
  const more = sections.length - 1;
  const text =
    more > 0
      ? say('From “{0}” on line {1}, and {2} more like it', section.heading, line, more)
      : say('From “{0}” on line {1}', section.heading, line);
  return { text: speech.translate(text), target: targetOf(section.headingRange, report, speech) };
}

function absence(report: Report): Message {
  const [empty] = report.emptyTakeawaySections;
  return empty
    ? say('“{0}” is still empty. Add a list below it.', empty.heading)
    : say(
        'None yet. Type `note-takeaways` for the snippet, or add a heading “Key take-aways” with a list below it.',
      );
}
