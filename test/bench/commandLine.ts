import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timingOf } from './measure';
import { row, times } from './row';
import { sampleReport } from './samples';

const REPORTS = 10_000;
const RUNS = 3;

/** `show` on ten thousand reports in one process, beside reading the same files. */
export function benchCommandLine(): void {
  console.log(`\n\`show\` on ${String(REPORTS)} reports of 4 kB in one process (median of ${String(RUNS)})`);
  const folder = mkdtempSync(join(tmpdir(), 'conference-notes-bench-'));
  try {
    for (const [site, file, posts] of [
      ['jekyll', '_config.yml', '_posts'],
      ['hugo', 'hugo.toml', 'content/posts'],
    ] as const) {
      const root = join(folder, site);
      const below = join(root, posts);
      mkdirSync(below, { recursive: true });
      writeFileSync(join(root, file), '');
      for (let number = 0; number < REPORTS; number++) {
        const text = sampleReport(4_000).replace('Harbour days', `Harbour days ${String(number)}`);
        writeFileSync(join(below, `2026-06-12-day-${String(number)}.md`), text);
      }
      const reading = timingOf(Array.from({ length: RUNS }, () => readAll(below)));
      const runs = Array.from({ length: RUNS }, () => show(root));
      const time = timingOf(runs.map(({ seconds }) => seconds));
      const memory = Math.max(...runs.map(({ megabytes }) => megabytes));
      row(`${site}: reading the files, show`, `${reading.median.toFixed(2)} s, ${time.median.toFixed(2)} s`);
      row(
        `${site}: show beside reading (budget of the time alone: 6 s)`,
        times(time.median / reading.median),
      );
      row(`${site}: memory at its highest`, `${memory.toFixed(0)} MB`, {
        text: '≤ 400 MB',
        met: memory <= 400,
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns how long it took, in seconds */
function readAll(folder: string): number {
  return timeOf(() => {
    for (const name of readdirSync(folder)) {
      readFileSync(join(folder, name), 'utf8');
    }
  });
}

/** In seconds. */
function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function show(root: string): { seconds: number; megabytes: number } {
  const args = ['--require', './out/test/bench/memory.js', 'dist/cli.js', 'show', root, '--format', 'json'];
  let stderr = '';
  const seconds = timeOf(() => {
    const run = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
    if (run.status !== 0) {
      throw new Error(`show failed: ${run.stderr.slice(0, 500)}`);
    }
    stderr = run.stderr;
  });
  return { seconds, megabytes: Number(/memory (\d+)/.exec(stderr)?.[1]) / 1024 };
}
