import type { MarkdownIt } from 'markdown-it';
import { definitionLists } from './definitionList';
import { footnotes } from './footnotes';
import { headings } from './headings';
import { htmlBlocks } from './htmlBlocks';
import { linkDestinations } from './linkDestinations';
import { output } from './output';
import { strikethrough } from './strikethrough';
import { tables } from './tables';
import { taskLists } from './taskList';
import { text } from './text';

/**
 * Makes a markdown-it read as Hugo does by default: goldmark with its extensions for tables, strikethrough, autolinks, task
 * lists, definition lists, footnotes, typography and attributes of headings; raw HTML is left out.
 */
export function likeGoldmark(md: MarkdownIt): void {
  // A link with an unsafe target is a link all the same, to nowhere; see output.ts.
  md.validateLink = () => true;
  md.disable(['linkify', 'replacements', 'smartquotes']);
  linkDestinations(md);
  text(md);
  strikethrough(md);
  taskLists(md);
  tables(md);
  htmlBlocks(md);
  definitionLists(md);
  footnotes(md);
  headings(md);
  output(md);
}
