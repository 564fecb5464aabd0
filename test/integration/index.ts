// Runs the suite inside an extension host. The tests are the same in every host; the two entries beside this file only
// bring Mocha in the form that their host can load.
import * as vscode from 'vscode';
import { resultLine } from '../host/results.mjs';

/** Twice what a slow machine needs; waiting ends as soon as the awaited thing happens. */
export const testTimeout = 30_000;

/**
 * @param mocha set up with the `bdd` interface
 * @throws when a test fails, or when there was none: VS Code then ends with a failure
 */
export async function runSuite(mocha: Mocha): Promise<void> {
  // Loads every test/integration/**/*.test.ts; see esbuild.mjs.
  await import('integration-tests');
  // An argument would not reach a web worker.
  const grep = vscode.workspace.getConfiguration('conferenceNotesTests').get<string>('grep', '');
  mocha.grep(grep);
  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => {
      resolve(runner.stats ?? { suites: 0, tests: 0, passes: 0, pending: 0, failures: 0 });
    });
  });
  console.log(resultLine({ passed: stats.passes, failed: stats.failures }));
  if (stats.failures > 0) {
    throw new Error(`${String(stats.failures)} of ${String(stats.passes + stats.failures)} tests failed.`);
  }
  if (stats.passes === 0) {
    throw new Error('No test was run.');
  }
}
