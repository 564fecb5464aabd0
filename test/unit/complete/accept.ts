import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import type { GeneratorName, Site } from '../../../src/core/generators/generator';
import { Report } from '../../../src/core/report/report';
import { readHeader } from '../../../src/core/index/readHeader';
import { completeTags } from '../../../src/core/complete/tags';
import type { CompletionSources, TagItem } from '../../../src/core/complete/tags';
import { tagContext } from '../../../src/core/cursor/context';
import type { TagContext } from '../../../src/core/cursor/valueContext';
import { splitsStrings } from '../../../src/core/terms/splitsStrings';
import type { Taxonomy } from '../../../src/core/report/termFields';
import { TagIndex } from '../../../src/core/index/tagIndex';
import { applyEdits } from '../../../src/core/text';

/** A file with `|` where the cursor is, taken apart. */
export function withCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, `no cursor in ${JSON.stringify(marked)}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** Header lines between YAML fences, with a body. */
export function yaml(lines: string): string {
  return `---\n${lines}\n---\nBody\n`;
}

export function toml(lines: string): string {
  return `+++\n${lines}\n+++\nBody\n`;
}

export function siteOf(name: GeneratorName): Site {
  const generator = generators[name];
  return { generator, version: generator.newest, config: {} };
}

/** The context at the cursor, as for a site of that generator. */
export function contextAt(marked: string, name: GeneratorName = 'hugo'): TagContext | null {
  const { text, offset } = withCursor(marked);
  return tagContext(text, offset, (field) => splitsStrings(generators[name], field));
}

/** The sources of a workspace with one site. */
export function sourcesOf(
  index: TagIndex,
  name: GeneratorName = 'hugo',
  ownFile: string | null = null,
): CompletionSources {
  const { generator, version } = siteOf(name);
  return { index, ownFile, isOfSite: () => true, termKey: (term) => generator.terms.keyOf(term, version) };
}

/** The one item that a site with only that tag offers at the cursor; undefined where there is none. */
export function offer(marked: string, tag: string, name: GeneratorName = 'hugo'): TagItem | undefined {
  const context = contextAt(marked, name);
  const index = new TagIndex();
  index.set('other.md', [tag]);
  return context
    ? completeTags(context, sourcesOf(index, name)).find(({ label, count }) => label === tag && count === 1)
    : undefined;
}

/** The text after a tag was accepted, with the cursor's offset in it; null where the tag is not on offer. */
export function acceptAt(
  marked: string,
  tag: string,
  name: GeneratorName = 'hugo',
): { text: string; offset: number } | null {
  const { text, offset } = withCursor(marked);
  const item = offer(marked, tag, name);
  if (!item) {
    return null;
  }
  const { start, end } = item.range;
  assert.ok(start <= offset && offset <= end, 'an editor wants the cursor in the range');
  assert.ok(!text.slice(start, end).includes('\n'), 'an editor wants the range on one line');
  assertShown(text.slice(start, offset), item);
  return { text: applyEdits(text, [item]), offset: start + item.caret };
}

/** The same, as one text with `|` where the cursor is. */
export function accept(marked: string, tag: string, name: GeneratorName = 'hugo'): string | null {
  const result = acceptAt(marked, tag, name);
  return result && `${result.text.slice(0, result.offset)}|${result.text.slice(result.offset)}`;
}

/** An editor shows an item only where its filter text has what was typed, in that order. */
function assertShown(typed: string, item: TagItem): void {
  if (!item.filterText.toLowerCase().startsWith(typed.slice(0, 1).toLowerCase())) {
    return; // The chosen tag need not be the one that was being typed, but quotes must fit.
  }
  const quote = /^["']/.exec(typed)?.[0];
  assert.ok(quote === undefined || item.filterText.startsWith(quote) || item.range.start === item.range.end);
}

/** The tags that a generator reads in a file. */
export function termsIn(text: string, name: GeneratorName): readonly string[] {
  const site = siteOf(name);
  return site.generator.forecast(new Report(text, pathFor(name), site.generator), site, 0).terms;
}

/** What a file is filed under in a taxonomy. */
export function filedUnder(text: string, name: GeneratorName, taxonomy: Taxonomy): readonly string[] {
  return readHeader(text, pathFor(name), siteOf(name), 0).terms[taxonomy];
}

function pathFor(name: GeneratorName): string {
  return name === 'jekyll' ? '_posts/2019-07-23-report.md' : 'content/posts/report.md';
}
