/*
 * How much of a report is shown: what nobody scrolls through, nobody waits for after each letter.
 */

/** Talks, and take-aways with those in them. */
export const MAX_ITEMS = 500;

/** Of an excerpt, some screens (UTF-16 code units): of its Markdown, and of its HTML where one block is longer. */
export const MAX_EXCERPT = 10_000;
export const MAX_EXCERPT_HTML = 50_000;

/** Of a take-away's HTML, some screens (UTF-16 code units). */
export const MAX_TAKEAWAY_HTML = 10_000;

/** Of a line of plain text: a title, a name, a tag (UTF-16 code units). */
const MAX_LINE = 1_000;

/** HTML up to a length, not cut within a tag or a character reference. The page closes what is open then. */
export function startOfHtml(html: string, length: number): string {
  return html.length <= length
    ? html
    : `${html.slice(0, length).replace(/(?:<[^<>]*|&[^&;\s]{0,40})$/, '')}…`;
}

/** A line of text up to a length that can be read. */
export function startOfLine(text: string): string {
  return text.length <= MAX_LINE ? text : `${text.slice(0, MAX_LINE)}…`;
}
