import { replaceAbbreviations } from './abbreviations';
import { Blocks, readBlocks } from './blocks';
import { Document } from './document';
import { Element } from './element';
import { Output } from './output';
import type { Tools } from './output';
import { Source } from './source';
import { parseSpans, parseTree } from './spans';

/*
 * Markdown as Jekyll renders it by default: kramdown 2.4 with its GFM parser, under Jekyll's options. The parts follow
 * kramdown's own (MIT licence, © Thomas Leitner and contributors), which the comments name.
 */

/** Renders a document; no tag, attribute or unsafe link of it gets into the HTML. */
export function renderKramdown(markdown: string, tools: Tools): string {
  // Kramdown::Parser::Base#adapt_source
  const text = `${markdown.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`;
  const document = new Document(text.length);
  const root = new Element('root');
  readBlocks(new Blocks(document, new Source(text), root, 0));
  parseTree(document, root);
  const notes = [...document.footnotes.values()];
  notes.forEach((note) => {
    parseTree(document, note);
  });
  replaceAbbreviations(document, [root, ...notes], text.length);
  return new Output(document, tools).render(root);
}

/** Renders the spans of one line, with no paragraph around them. */
export function renderKramdownSpans(markdown: string, tools: Tools): string {
  const document = new Document(markdown.length);
  const root = new Element('p');
  root.children = parseSpans(document, markdown.replace(/\r\n?/g, '\n'), 0);
  return new Output(document, tools).render(root);
}
