// @ts-check
// `npm test`: everything that can be tested here. Each stage shows what it does; then comes a table, and the sum.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../test/host/npm.mjs';
import { root } from '../test/host/paths.mjs';
import { run } from '../test/host/process.mjs';
import { parseResultLine, resultLine } from '../test/host/results.mjs';

/** @typedef {import('../test/host/results.mjs').Results} Results */

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {[command: string, args: string[]]} command
 * @property {boolean} counts whether it runs tests, and so must tell how many
 */

/** Many texts are read and thrown away: with more room for them, a sixth of the time is saved. */
const LARGE_HEAP = '--max-semi-space-size=64';

/** @type {Stage[]} */
const stages = [
  { name: 'build', command: node('esbuild.mjs', '--tests'), counts: false },
  { name: 'check', command: npmCommand(['run', '--silent', 'check']), counts: false },
  { name: 'unit', command: node(LARGE_HEAP, 'test/host/mocha.mjs', 'unit', '--reporter=dot'), counts: true },
  ...('test:grammar' in scripts
    ? [{ name: 'grammar', command: npmCommand(['run', '--silent', 'test:grammar']), counts: true }]
    : []),
  { name: 'integration, Node host', command: node('test/host/integration.mjs', 'node'), counts: true },
  { name: 'integration, web host', command: node('test/host/integration.mjs', 'web'), counts: true },
  { name: 'end to end', command: node('test/host/mocha.mjs', 'e2e'), counts: true },
];

/**
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
function node(...args) {
  return [process.execPath, args];
}

/**
 * @param {Stage} stage
 * @returns {Promise<Results & { name: string, ok: boolean, seconds: number }>}
 */
async function runStage({ name, command, counts }) {
  console.log(`\n=== ${name} ===`);
  const start = performance.now();
  /** @type {Results | undefined} */
  let told;
  const code = await run(...command, (line) => {
    told = parseResultLine(line) ?? told;
    return true;
  }).catch((error) => {
    console.error(error);
    return 1;
  });
  const { passed, failed } = told ?? { passed: 0, failed: 0 };
  const ok = code === 0 && failed === 0 && (!counts || passed > 0);
  if (!ok && code === 0 && failed === 0) {
    console.error(`The stage "${name}" did not tell that it ran any test.`);
  }
  // What went wrong outside a test counts too: the sum must never say that all is well when it is not.
  const allFailed = ok ? 0 : Math.max(failed, 1);
  return { name, ok, passed, failed: allFailed, seconds: (performance.now() - start) / 1000 };
}

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  // The running stage gets the signal as well, and cleans up; no further one is begun.
  process.on(signal, () => (interrupted = true));
}

/** @type {Awaited<ReturnType<typeof runStage>>[]} */
const done = [];
for (const stage of stages) {
  if (!interrupted) {
    done.push(await runStage(stage));
  }
  if (stage.name === 'build' && done[0]?.ok === false) {
    // What an earlier build left behind would be tested in its place.
    break;
  }
}

console.log(`\n${'stage'.padEnd(24)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`);
for (const { name, ok, passed, failed, seconds } of done) {
  const figures = `${String(passed).padStart(8)}${String(failed).padStart(8)}${seconds.toFixed(1).padStart(9)}`;
  console.log(`${name.padEnd(24)}${figures}${ok ? '' : '  FAILED'}`);
}
const passed = done.reduce((sum, stage) => sum + stage.passed, 0);
const failed = done.reduce((sum, stage) => sum + stage.failed, interrupted ? 1 : 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${resultLine({ passed, failed })}`);
