import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { timingOf } from './measure';
import { kb, ms, row } from './row';

/** How large the bundles are and how long they take to load. */
export function benchBundles(): void {
  console.log('\nBundles, minified');
  for (const [file, budget] of [
    ['dist/extension.js', 400],
    ['dist/web/extension.js', 650],
  ] as const) {
    const { size } = statSync(file);
    row(file, kb(size), { text: `≤ ${String(budget)} KB`, met: size <= budget * 1024 });
  }
  for (const file of readdirSync('dist/chunks').filter((name) => name.endsWith('.js'))) {
    row(`dist/chunks/${file}, on first use`, kb(statSync(`dist/chunks/${file}`).size));
  }
  row('dist/webview/preview.js', kb(statSync('dist/webview/preview.js').size));
  row('dist/cli.js', kb(statSync('dist/cli.js').size));

  for (const file of readdirSync('.').filter((name) => name.endsWith('.vsix'))) {
    const { size } = statSync(file);
    row(`${file}, from the last \`npm run package\``, kb(size), {
      text: '≤ 600 KB',
      met: size <= 600 * 1024,
    });
  }

  console.log('\nLoading and activating the Node bundle in a fresh process (median of 15)');
  const runs = Array.from({ length: 15 }, () => start('dist/extension.js'));
  row('require of dist/extension.js (budget 25 ms)', ms(timingOf(runs.map(({ load }) => load)).median));
  row('activation (budget 30 ms)', ms(timingOf(runs.map(({ activation }) => activation)).median));
}

/** How long a bundle takes to load and to be activated in a process of its own, in milliseconds. */
function start(file: string): { load: number; activation: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['out/test/bench/require.js', file], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`${file} could not be loaded: ${stderr.slice(0, 500)}`);
  }
  return JSON.parse(stdout) as { load: number; activation: number };
}
