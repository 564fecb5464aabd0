import type { MarkdownIt } from 'markdown-it';
import { blockAttributes } from './blockAttributes';
import { definitionLists } from './definitionList';
import { emojis } from './emoji';
import { footnotes } from './footnotes';
import { headings } from './headings';
import { htmlBlocks } from './htmlBlocks';
import { imagesAlone } from './images';
import { lineBreaks } from './lineBreaks';
import { linkDestinations, rawLinks } from './linkDestinations';
import type { GoldmarkOptions } from './options';
import { output } from './output';
import { passthrough } from './passthrough';
import { struckText } from './struckText';
import { tables } from './tables';
import { taskLists } from './taskList';
import { text } from './text';

export { withEmojis } from './emoji';

/**
 * Makes a markdown-it read as a site has Hugo's goldmark read: with its extensions for tables, strikethrough, autolinks, task
 * lists, definition lists, footnotes, typography and attributes.
 */
export function likeGoldmark(md: MarkdownIt, options: GoldmarkOptions): void {
  // A link with an unsafe target is a link all the same, to nowhere; see output.ts.
  md.validateLink = () => true;
  md.set({ breaks: options.hardWraps, xhtmlOut: options.xhtml });
  md.disable(['linkify', 'replacements', 'smartquotes']);
  linkDestinations(md);
  rawLinks(md);
  text(md, options);
  if (options.emoji) {
    emojis(md);
  }
  struckText(md, options);
  if (options.passthrough) {
    passthrough(md, options.passthrough);
  }
  if (options.taskList) {
    taskLists(md);
  }
  if (options.table) {
    tables(md);
  } else {
    md.disable('table');
  }
  htmlBlocks(md);
  if (options.definitionList) {
    definitionLists(md);
  }
  if (options.attributes.block) {
    blockAttributes(md);
  }
  if (options.footnote) {
    footnotes(md, options.backlink);
  }
  headings(md, options);
  if (!options.wrapsImages) {
    imagesAlone(md);
  }
  lineBreaks(md, options);
  output(md, options);
}
