import * as vscode from 'vscode';
import { IndexCache } from '../../../../src/workspace/index/indexCache';
import { SiteFinder } from '../../../../src/workspace/sites/siteFinder';
import { WorkspaceIndex } from '../../../../src/workspace/index/workspaceIndex';
import { MemoryLog } from '../../../standIn/log';

export const STORAGE = '/storage/here';

/** A Jekyll post. */
export function post(...tags: readonly string[]): string {
  return `---\ntitle: ${tags.join(' and ')}\ntags: [${tags.join(', ')}]\n---\n\nText.\n`;
}

export const postPath = (number: number) =>
  `/blog/_posts/2019-01-${String(10 + (number % 20))}-day-${String(number)}.md`;

/** The index of the workspace that is open, as the extension puts it together. */
export function openIndex(version = '1') {
  const log = new MemoryLog();
  const sites = new SiteFinder(log.channel);
  const cache = new IndexCache(vscode.Uri.file(STORAGE), version, log.channel);
  const index = new WorkspaceIndex(sites, cache, log.channel);
  return {
    index,
    log,
    dispose: () => {
      index.dispose();
      sites.dispose();
    },
  };
}

/** All that an index knows: what a test compares with a fresh one's. */
export function contents(index: WorkspaceIndex) {
  const of = (taxonomy: 'tags' | 'categories') =>
    index
      .of(taxonomy)
      .counts()
      .map(({ name, count }) => [name, count, index.of(taxonomy).filesOf(name)]);
  const files = new Set(
    index
      .of('tags')
      .counts()
      .flatMap(({ name }) => index.of('tags').filesOf(name)),
  );
  return {
    files: index.fileCount,
    tags: of('tags'),
    categories: of('categories'),
    facts: [...files].sort().map((key) => index.factsOf(key)),
  };
}

/** What a fresh index without a memory says of the same files. */
export async function freshContents() {
  const { index, dispose } = openIndex('fresh');
  await index.ready();
  const all = contents(index);
  dispose();
  return all;
}
