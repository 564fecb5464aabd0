// The suite's entry in a Node extension host: VS Code loads it and calls `run`.
import { runSuite, testTimeout } from './index';

export async function run(): Promise<void> {
  // Mocha is an ECMAScript module; the oldest VS Code's Node cannot `require` one.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: testTimeout });
  // Mocha makes `describe` and `it` known when it loads a file; the tests are in this bundle instead.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await runSuite(mocha);
}
