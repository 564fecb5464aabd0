// The suite's entry in a web-worker extension host (no `process`, no `Buffer`): VS Code loads it and calls `run`.
import 'mocha/mocha.js';
import { runSuite, testTimeout } from './index';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: testTimeout });
  await runSuite(mocha);
}
