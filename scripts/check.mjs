// @ts-check
// `npm run check`: types, walls, lint, format, and what is made of the rules and the strings; all of them run, so that one run tells all.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const steps = [
  ['types', 'tsc', '-p', '.'],
  ['types of the core', 'tsc', '-p', 'src/core'],
  ['types of the webview', 'tsc', '-p', 'src/webview/preview'],
  ['types of the command line', 'tsc', '-p', 'src/cli'],
  ['types of the tests', 'tsc', '-p', 'test'],
  ['walls', 'depcruise', 'src', '--config', 'scripts/walls.mjs', '--output-type', 'err'],
  ['lint', 'eslint', '--max-warnings', '0', '.'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['rules', 'node', 'scripts/rules.mjs', '--check'],
  ['strings', 'node', 'scripts/l10n.mjs', '--check'],
];

const bin = 'node_modules/.bin';
const failed = steps.filter(([name, command = '', ...args]) => {
  const started = performance.now();
  const program = existsSync(`${bin}/${command}`) ? `${bin}/${command}` : command;
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
  return status !== 0;
});
process.exitCode = failed.length > 0 ? 1 : 0;
