import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import type { IndexTimes } from '../bench/indexRows';
import { showTimes } from '../bench/indexRows';
import { writeSite } from '../bench/indexSite';
import { atMost, failures, row, times } from '../bench/row';
import { cleanUp } from '../host/cleanup.mjs';
import { root } from '../host/paths.mjs';
import { temporaryFolder } from '../host/temp.mjs';

const BUDGET = { cold: 2, warm: 1.5, growth: 11 };

const SIZES = [
  [1_000, 7],
  [10_000, 5],
  [100_000, 2],
] as const;

/*
 * `npm run bench:index [-- REPORTS…]`: the index of a whole workspace in a real extension host, beside what VS Code's own interface takes to
 * list the same files, to read them and to tell their times. It is no part of `npm run bench`, which needs no VS Code; there
 * the same is told over Node's files.
 */
async function benchIndex(): Promise<void> {
  console.log("\nIndex in VS Code's extension host: Jekyll sites of reports of 4 KB");
  const wanted = process.argv.slice(2).map(Number);
  const cold = new Map<number, number>();
  for (const [count, rounds] of SIZES) {
    if (wanted.length === 0 || wanted.includes(count)) {
      const result = await timesOf(count, rounds);
      showTimes(count, result, (ratio, what) => atMost(ratio, BUDGET[what]));
      cold.set(count, result.cold);
    }
  }
  const growth = (cold.get(100_000) ?? NaN) / (cold.get(10_000) ?? NaN);
  if (!Number.isNaN(growth)) {
    row('cold index of 100,000 beside 10,000', times(growth), atMost(growth, BUDGET.growth));
  }
}

async function timesOf(count: number, rounds: number): Promise<IndexTimes> {
  const folder = temporaryFolder('bench');
  const site = join(folder, 'site');
  mkdirSync(site);
  writeSite(site, count);
  writeFileSync(join(folder, 'rounds'), String(rounds));
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'bench', 'hostIndex.js'),
    vscodeExecutablePath: join(root, 'test', 'host', 'launcher.mjs'),
    reuseMachineInstall: true,
    launchArgs: [site, '--time-limit=600'],
  });
  return JSON.parse(readFileSync(join(folder, 'times.json'), 'utf8')) as IndexTimes;
}

try {
  await benchIndex();
  process.exitCode = failures() > 0 ? 1 : 0;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
