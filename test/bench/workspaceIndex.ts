import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { WorkspaceIndex } from '../../src/workspace/index/workspaceIndex';
import { nodeDisk } from '../standIn/disk';
import { MemoryLog } from '../standIn/log';
import { host } from '../standIn/vscode';
import { heapInUse } from './heap';
import { headerOfReport, pathOfReport, TAG_COUNT, writeSite } from './indexSite';
import { showTimes } from './indexRows';
import type { IndexTimes } from './indexRows';
import { timeIndex } from './indexTimes';
import { timingOf } from './measure';
import { atMost, kb, ms, row, times } from './row';

const BUDGET = { growth: 11, heap: 1024, update: 2 };

interface Measured extends IndexTimes {
  readonly update: number;
  readonly heap: number;
}

/**
 * The index of a whole workspace, over Node's files. VS Code's interface, which the extension reads them with, takes several
 * times as long: what the index takes beside that is judged by `npm run bench:index`.
 */
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

function show(count: number, measured: Measured): void {
  const { update, heap } = measured;
  const of = `${count.toLocaleString('en')} reports: `;
  showTimes(count, measured);
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
    let before = 0;
    let heap = 0;
    let update = 0;
    const times = await timeIndex(vscode.Uri.file(join(folder, 'storage')), log, rounds, {
      beforeCold: () => {
        before = heapInUse();
      },
      afterCold: async (index) => {
        await index.settled();
        heap = (heapInUse() - before) / count;
        update = await timeUpdate(index, site, count);
        assert.equal(index.fileCount, count);
      },
    });
    return { ...times, update, heap };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const log = new MemoryLog().channel;

/** How long a file must rest before it is read, in milliseconds: as src/workspace/index/workspaceIndex.ts has it. */
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
