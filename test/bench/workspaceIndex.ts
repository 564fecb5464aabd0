import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { IndexCache } from '../../src/workspace/indexCache';
import { inLanes } from '../../src/workspace/lanes';
import { findMarkdown } from '../../src/workspace/markdownFiles';
import { SiteFinder } from '../../src/workspace/siteFinder';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex';
import { nodeDisk } from '../standIn/disk';
import { MemoryLog } from '../standIn/log';
import { host } from '../standIn/vscode';
import { heapInUse } from './heap';
import { headerOfReport, pathOfReport, TAG_COUNT, writeSite } from './indexSite';
import { timingOf } from './measure';
import { atMost, kb, ms, row, times } from './row';

const BUDGET = { cold: 2, warm: 1.5, growth: 11, heap: 1024, update: 2 };

interface Measured {
  readonly list: number;
  readonly read: number;
  readonly stat: number;
  readonly cold: number;
  readonly warm: number;
  readonly update: number;
  readonly heap: number;
}

/** The index of a whole workspace: with files on disk, through the interface that the extension reads them with. */
export async function benchIndex(): Promise<void> {
  console.log(`\nIndex: Jekyll sites of reports of 4 KB with ${String(TAG_COUNT)} tags, over Node's files`);
  const measured = new Map<number, Measured>();
  for (const [count, rounds] of [
    [1_000, 7],
    [10_000, 5],
    [100_000, 1],
  ] as const) {
    const result = await measureSite(count, rounds);
    measured.set(count, result);
    show(count, result);
  }
  const growth = (measured.get(100_000)?.cold ?? 0) / (measured.get(10_000)?.cold ?? 1);
  row('cold index of 100,000 beside 10,000', times(growth), atMost(growth, BUDGET.growth));
}

function show(count: number, { list, read, stat, cold, warm, update, heap }: Measured): void {
  const of = `${count.toLocaleString('en')} reports: `;
  row(`${of}listing them`, ms(list));
  row(`${of}reading them`, ms(read));
  row(`${of}their file times`, ms(stat));
  row(`${of}cold index`, ms(cold));
  row(
    `${of}  beside listing and reading`,
    times(cold / (list + read)),
    atMost(cold / (list + read), BUDGET.cold),
  );
  row(`${of}warm start`, ms(warm));
  row(
    `${of}  beside listing and file times`,
    times(warm / (list + stat)),
    atMost(warm / (list + stat), BUDGET.warm),
  );
  row(`${of}one file again`, `${ms(update)} ${update <= BUDGET.update ? '(ok)' : '(OVER 2 ms)'}`);
  // In a smaller site 20,000 tags weigh more than the reports.
  const isLarge = count > TAG_COUNT;
  row(`${of}heap for each`, kb(heap), isLarge ? { text: '≤ 1.0 KB', met: heap <= BUDGET.heap } : undefined);
}

async function measureSite(count: number, rounds: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'conference-notes-bench-'));
  try {
    const site = join(folder, 'site');
    writeSite(site, count);
    host.open(nodeDisk, site);
    const storage = vscode.Uri.file(join(folder, 'storage'));
    const taken: Record<'list' | 'read' | 'stat' | 'cold' | 'warm', number[]> = {
      list: [],
      read: [],
      stat: [],
      cold: [],
      warm: [],
    };
    const token = new vscode.CancellationTokenSource().token;
    let uris: vscode.Uri[] = [];
    let heap = 0;
    let update = 0;
    for (let round = rounds > 1 ? -1 : 0; round < rounds; round++) {
      const time = async (what: keyof typeof taken, work: () => Promise<unknown>) => {
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
      uris = [];
      rmSync(storage.fsPath, { recursive: true, force: true });
      const before = heapInUse();
      const cold = openIndex(storage);
      await time('cold', () => cold.index.ready());
      await cold.index.settled();
      heap = (heapInUse() - before) / count;
      update = await timeUpdate(cold.index, site, count);
      cold.dispose();
      const warm = openIndex(storage);
      await time('warm', () => warm.index.ready());
      assert.equal(warm.index.fileCount, count);
      warm.dispose();
    }
    const median = (what: keyof typeof taken) => timingOf(taken[what]).median;
    return {
      list: median('list'),
      read: median('read'),
      stat: median('stat'),
      cold: median('cold'),
      warm: median('warm'),
      update,
      heap,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As many at one time as the index does. */
function eachOf(uris: readonly vscode.Uri[], ask: (uri: vscode.Uri) => Thenable<unknown>): Promise<void> {
  const work = async (uri: vscode.Uri) => {
    await ask(uri);
  };
  return inLanes(uris, work, () => false);
}

const log = new MemoryLog().channel;

/** The parts that the extension puts together. */
function openIndex(storage: vscode.Uri) {
  const sites = new SiteFinder(log);
  const index = new WorkspaceIndex(sites, new IndexCache(storage, 'bench', log), log);
  return {
    sites,
    index,
    dispose: () => {
      index.dispose();
      sites.dispose();
    },
  };
}

/** How long a file must rest before it is read, in milliseconds: as src/workspace/workspaceIndex.ts has it. */
const DELAY = 300;

/** A file is changed: how long until the index has it, without the time that a file must rest. */
async function timeUpdate(index: WorkspaceIndex, site: string, count: number): Promise<number> {
  const taken: number[] = [];
  for (let number = 0; number < 15; number++) {
    const path = join(site, pathOfReport((number * 7) % count));
    writeFileSync(path, headerOfReport(number, count));
    const start = performance.now();
    host.tell('change', path);
    await index.settled();
    taken.push(performance.now() - start - DELAY);
  }
  return timingOf(taken).median;
}
