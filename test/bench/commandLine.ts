import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timingOf } from './measure';
import { row, times } from './row';
import { sampleReport } from './samples';

const REPORTS = 10_000;
const RUNS = 3;

/** The name of what is run, the budget of its time alone, and its arguments. */
const COMMANDS: readonly (readonly [name: string, budget: string, args: readonly string[]])[] = [
  ['show', ' (budget of the time alone: 6 s)', ['show']],
  ['tags', '', ['tags']],
  ['tags rename', '', ['tags', 'rename', 'conference', 'conferences']],
];

/** `show`, `tags` and `tags rename` on ten thousand reports in one process, beside reading the same files. */
export function benchCommandLine(): void {
  console.log(
    `\n\`show\` and \`tags\` on ${String(REPORTS)} reports of 4 kB, each in one process (median of ${String(RUNS)})`,
  );
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
        // Two tags that no other report has, and three that all have.
        const text = sampleReport(4_000)
          .replace('Harbour days', `Harbour days ${String(number)}`)
          .replace("'performance'", `'topic ${String(number)}', 'Subject ${String(number)}'`);
        writeFileSync(join(below, `2026-06-12-day-${String(number)}.md`), text);
      }
      const reading = timingOf(Array.from({ length: RUNS }, () => readAll(below)));
      row(`${site}: reading the files`, `${reading.median.toFixed(2)} s`);
      for (const [name, budget, args] of COMMANDS) {
        const runs = Array.from({ length: RUNS }, () => run([...args, root]));
        const time = timingOf(runs.map(({ seconds }) => seconds));
        const memory = Math.max(...runs.map(({ megabytes }) => megabytes));
        row(
          `${site}: ${name}, and beside reading${budget}`,
          `${time.median.toFixed(2)} s, ${times(time.median / reading.median)}`,
        );
        row(`${site}: ${name}, memory at its highest`, `${memory.toFixed(0)} MB`, {
          text: '≤ 400 MB',
          met: memory <= 400,
        });
      }
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

function run(args: readonly string[]): { seconds: number; megabytes: number } {
  const all = ['--require', './out/test/bench/memory.js', 'dist/cli.js', ...args, '--format', 'json'];
  let stderr = '';
  const seconds = timeOf(() => {
    const result = spawnSync(process.execPath, all, {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (result.status !== 0) {
      throw new Error(`${args.join(' ')} failed: ${result.stderr.slice(0, 500)}`);
    }
    stderr = result.stderr;
  });
  return { seconds, megabytes: Number(/memory (\d+)/.exec(stderr)?.[1]) / 1024 };
}
