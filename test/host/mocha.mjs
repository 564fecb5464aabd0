// @ts-check
// Runs the built Mocha tests of one folder in Node: `node test/host/mocha.mjs unit|e2e [--grep TEXT]`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { cleanUp, cleanUpOnSignals } from './cleanup.mjs';
import { root } from './paths.mjs';
import { resultLine } from './results.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' },
    timeout: { type: 'string' },
    reporter: { type: 'string', default: 'spec' },
    // Fifty times as many generated texts, others each time.
    long: { type: 'boolean', default: false },
    // Also write the screenshots that the README shows.
    readme: { type: 'boolean', default: false },
  },
});
if (values.readme) {
  process.env['README_SCREENSHOTS'] = '1';
}
if (values.long) {
  process.env['RUNS'] ??= '50';
  process.env['SEED'] ??= 'random';
}
const [suite = 'unit'] = positionals;
const folder = join(root, 'out', 'test', suite);

cleanUpOnSignals();
const mocha = new Mocha({
  ui: 'bdd',
  reporter: values.reporter,
  timeout: values.timeout ?? (suite === 'e2e' ? 120_000 : 5_000),
  forbidOnly: process.env['CI'] !== undefined,
  ...(values.grep === undefined ? {} : { grep: values.grep }),
});
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  if (/\.test\.m?js$/.test(name)) {
    mocha.addFile(join(folder, name));
  }
}
await mocha.loadFilesAsync();

/** @type {import('mocha').Stats} */
const stats = await new Promise((resolve) => {
  const runner = mocha.run(() => resolve(/** @type {import('mocha').Stats} */ (runner.stats)));
});
console.log(resultLine({ passed: stats.passes, failed: stats.failures }));
if (stats.passes + stats.failures === 0) {
  console.error(`No test was run in ${folder}.`);
}
// Not process.exit at once: the output may still be on its way through a pipe.
process.exitCode = stats.failures > 0 || stats.passes === 0 ? 1 : 0;
await cleanUp();
