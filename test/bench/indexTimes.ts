import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { IndexCache } from '../../src/workspace/index/indexCache';
import { inLanes } from '../../src/workspace/files/lanes';
import { findMarkdown } from '../../src/workspace/files/markdownFiles';
import { SiteFinder } from '../../src/workspace/sites/siteFinder';
import { WorkspaceIndex } from '../../src/workspace/index/workspaceIndex';
import type { IndexTimes } from './indexRows';
import { timingOf } from './measure';

/** What is measured beside. */
interface Hooks {
  beforeCold(): void;
  afterCold(index: WorkspaceIndex): Promise<void>;
}

/**
 * Times the index of the workspace that is open, over whatever stands for VS Code; each in turn, round by round.
 * @param storage a folder for what is kept
 */
export async function timeIndex(
  storage: vscode.Uri,
  log: vscode.LogOutputChannel,
  rounds: number,
  hooks?: Hooks,
): Promise<IndexTimes> {
  const taken: Record<keyof IndexTimes, number[]> = { list: [], read: [], stat: [], cold: [], warm: [] };
  const { token } = new vscode.CancellationTokenSource();
  let uris: vscode.Uri[] = [];
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round++) {
    const time = async (what: keyof IndexTimes, work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      if (round >= 0) {
        taken[what].push(performance.now() - start);
      }
    };
    await time('list', async () => {
      uris = await findMarkdown(token);
    });
    await time('stat', () => eachOf(uris, (uri) => vscode.workspace.fs.stat(uri)));
    await time('read', () => eachOf(uris, (uri) => vscode.workspace.fs.readFile(uri)));
    const [open] = uris;
    uris = [];
    await new IndexCache(storage, 'bench', log).drop();
    hooks?.beforeCold();
    const cold = await openIndex(storage, log, open);
    await time('cold', () => cold.index.ready());
    await cold.index.settled();
    await hooks?.afterCold(cold.index);
    cold.dispose();
    const warm = await openIndex(storage, log, open);
    await time('warm', () => warm.index.ready());
    assert.equal(warm.index.fileCount, cold.index.fileCount);
    await warm.index.settled();
    warm.dispose();
  }
  const median = (what: keyof IndexTimes) => timingOf(taken[what]).median;
  return {
    list: median('list'),
    read: median('read'),
    stat: median('stat'),
    cold: median('cold'),
    warm: median('warm'),
  };
}

/** As many at one time as the index does. */
function eachOf(uris: readonly vscode.Uri[], ask: (uri: vscode.Uri) => Thenable<unknown>): Promise<void> {
  const work = async (uri: vscode.Uri) => {
    await ask(uri);
  };
  return inLanes(uris, work, () => false);
}

/**
 * The parts that the extension puts together.
 * @param open a report that is open: it is read before the index starts, and so its site is known
 */
async function openIndex(storage: vscode.Uri, log: vscode.LogOutputChannel, open: vscode.Uri | undefined) {
  const sites = new SiteFinder(log);
  if (open) {
    await sites.siteOf(open);
  }
  const index = new WorkspaceIndex(sites, new IndexCache(storage, 'bench', log), log);
  return {
    index,
    dispose: () => {
      index.dispose();
      sites.dispose();
    },
  };
}
