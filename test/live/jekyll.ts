import { spawnSync } from 'node:child_process';
import type { Post, Run } from './engine';

/**
 * Runs posts through the Jekyll that a Ruby finds.
 * @param ruby the program
 * @returns null where there is no such Ruby, or no Jekyll
 */
export function runJekyll(ruby: string, now: string, posts: readonly Post[]): Run | null {
  const run = spawnSync(ruby, ['test/live/jekyll.rb'], {
    encoding: 'utf8',
    input: JSON.stringify({ now, posts }),
    maxBuffer: 1 << 30,
    env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8' },
  });
  if (run.error || /cannot load such file -- jekyll\b/.test(run.stderr)) {
    return null;
  }
  if (run.status !== 0) {
    throw new Error(`Jekyll could not be run: ${run.stderr.slice(0, 1000)}`);
  }
  return JSON.parse(run.stdout) as Run;
}
