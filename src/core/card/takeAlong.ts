import { textOfHtml } from '../markdown/htmlText';
import { renderLine } from '../links/inlineTemplates';
import { renderMarkdown } from '../markdown/markdown';
import type { Takeaway } from '../report/takeaway';
import { definitionsOf } from '../report/talkLinks';
import { placeOfCard } from './input';
import type { CardFormat, CardInput } from './input';
import { plainTextOf } from './plainText';
import { portableHtml } from './portableHtml';
import { wholeLinks } from './wholeLinks';

/** More of a report's take-aways than anybody takes along. */
const MAX_ITEMS = 1_000;

/**
 * A report's take-aways to copy: as a Markdown list as they are written, as text behind bullets, or as an HTML list; links have
 * their hosts where the site's address is known.
 * @returns empty where there are none
 */
export function takeawaysAs(format: CardFormat, input: CardInput): string {
  const items = input.report.takeaways.items.slice(0, MAX_ITEMS);
  if (items.length === 0) {
    return '';
  }
  if (format === 'markdown') {
    const place = placeOfCard(input);
    const definitions = definitionsOf(input.report.text);
    return markdownList(items, (markdown) => wholeLinks(markdown, input.site, place, definitions), '');
  }
  const place = placeOfCard(input);
  const html = htmlList(items, input);
  return format === 'html' ? portableHtml(html, place) : plainTextOf(html, place);
}

function markdownList(
  items: readonly Takeaway[],
  whole: (markdown: string) => string,
  indent: string,
): string {
  return items
    .map(({ markdown, nested }) => {
      const lines = whole(markdown)
        .split('\n')
        .map((line) => line.trim());
      const below = nested.length > 0 ? `\n${markdownList(nested, whole, `${indent}  `)}` : '';
      return `${indent}- ${lines.join(`\n${indent}  `)}${below}`;
    })
    .join('\n');
}

function htmlList(items: readonly Takeaway[], { site }: CardInput): string {
  const list = (of: readonly Takeaway[]): string =>
    `<ul>\n${of
      .map(
        ({ markdown, nested }) =>
          `<li>${renderLine(markdown, site)}${nested.length > 0 ? `\n${list(nested)}` : ''}</li>\n`,
      )
      .join('')}</ul>`;
  return list(items);
}

/**
 * A report's excerpt to copy. As Markdown it is what is written where the generator cuts it from the report; of an automatic
 * summary that ends within a block, the text.
 * @returns empty where there is none
 */
export function excerptAs(format: CardFormat, input: CardInput): string {
  const { excerpt } = input;
  if (!excerpt || excerpt.from === 'none') {
    return '';
  }
  const place = placeOfCard(input);
  switch (format) {
    case 'html':
      return portableHtml(excerpt.html, place);
    case 'text':
      return plainTextOf(excerpt.html, place);
    case 'markdown': {
      const written = writtenExcerpt(input);
      return written === null
        ? plainTextOf(excerpt.html, place)
        : wholeLinks(written, input.site, place, definitionsOf(input.report.text)).trim();
    }
  }
}

/** The excerpt as it is written; null where that is not known. */
function writtenExcerpt({ report, site, excerpt }: CardInput): string | null {
  if (!excerpt) {
    return null;
  }
  const { markdown, from, range } = excerpt;
  if (markdown !== null) {
    return markdown;
  }
  if (from === 'front-matter') {
    const value = report.value('summary');
    return value?.kind === 'scalar' ? value.text : null;
  }
  if (!range) {
    return null;
  }
  if (from !== 'automatic') {
    return report.text.slice(range.start, range.end);
  }
  // The summary is cut behind a block: the first one up to which the text is as long.
  const ends = report.blocks.filter(({ depth }) => depth === 0).map((block) => block.range.end);
  const textTo = (end: number) =>
    textOfHtml(
      renderMarkdown(
        report.text.slice(report.body, end),
        site.generator.dialectOf?.(site) ?? site.generator.dialect,
      ),
    );
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (textTo(ends[middle] ?? 0).length >= excerpt.text.length) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  const end = ends[low];
  return end !== undefined && textTo(end) === excerpt.text ? report.text.slice(report.body, end) : null;
}
