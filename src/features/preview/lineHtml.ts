import type { Site } from '../../core/generators/generator';
import { renderLine } from '../../core/links/inlineTemplates';

/** Of how many lines, and of how long ones (UTF-16 code units), the HTML is kept. */
const MAX_LINES = 1_000;
const MAX_LENGTH = 2_000;

/** By site: what a line renders to depends on nothing else. */
const rendered = new WeakMap<Site, Map<string, string>>();

/** A line of a report as its site shows it. From one letter to the next all others are the same: their HTML is kept. */
export function lineHtml(markdown: string, site: Site): string {
  if (markdown.length > MAX_LENGTH) {
    return renderLine(markdown, site);
  }
  let lines = rendered.get(site);
  if (!lines || lines.size >= MAX_LINES) {
    lines = new Map();
    rendered.set(site, lines);
  }
  let html = lines.get(markdown);
  if (html === undefined) {
    html = renderLine(markdown, site);
    lines.set(markdown, html);
  }
  return html;
}
