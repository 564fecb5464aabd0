#!/usr/bin/env node
// @ts-check
// Stands where the `code` program would for `runTests` of @vscode/test-electron: takes its command line, runs the suite in
// VS Code from npm, prints what the suite prints, and ends with the suite's code.
//
// Its own arguments, besides VS Code's:
//   --vscode-version=minimum   the oldest VS Code that engines.vscode allows
//   --ask-for-trust            Restricted Mode until the folder is trusted (runTests always says --disable-workspace-trust)
//   --settings=JSON            settings of the user
//   --vsix=FILE                test the packaged extension in place of the folder under development
//   --time-limit=SECONDS       for the whole run
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { openPage } from './browser.mjs';
import { cleanUp, cleanUpOnSignals } from './cleanup.mjs';
import { isNoise } from './noise.mjs';
import { screenshotsFolder } from './paths.mjs';
import { parseResultLine } from './results.mjs';
import { startServer } from './server.mjs';
import { workbenchUrl } from './url.mjs';

function readArguments() {
  const { values, positionals } = parseArgs({
    // The rest of desktop VS Code's command line means nothing here.
    strict: false,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
      'vscode-version': { type: 'string' },
      'ask-for-trust': { type: 'boolean' },
      settings: { type: 'string' },
      vsix: { type: 'string' },
      'time-limit': { type: 'string', default: '600' },
    },
  });
  const text = (/** @type {keyof typeof values} */ name) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [folder] = positionals;
  const extension = text('extensionDevelopmentPath');
  const tests = text('extensionTestsPath');
  if (folder === undefined || extension === undefined || tests === undefined) {
    throw new Error('Usage: launcher.mjs --extensionDevelopmentPath=… --extensionTestsPath=… FOLDER');
  }
  return {
    folder: resolve(folder),
    extension: resolve(extension),
    tests: resolve(tests),
    host:
      text('extensionDevelopmentKind') === 'web'
        ? /** @type {const} */ ('web')
        : /** @type {const} */ ('node'),
    version:
      text('vscode-version') === 'minimum'
        ? /** @type {const} */ ('minimum')
        : /** @type {const} */ ('current'),
    workspaceTrust: values['ask-for-trust'] === true,
    settings: /** @type {Record<string, unknown>} */ (JSON.parse(text('settings') ?? '{}')),
    vsix: text('vsix'),
    timeLimit: Number(text('time-limit')),
  };
}

/** @returns {Promise<number>} the exit code */
async function run() {
  const { folder, extension, tests, host, version, workspaceTrust, settings, vsix, timeLimit } =
    readArguments();
  const server = await startServer({
    version,
    host,
    workspaceTrust,
    settings,
    ...(vsix === undefined ? {} : { vsix }),
  });
  const { page } = await openPage();

  let counted = false;
  // What VS Code itself warns of matters only when the run fails.
  /** @type {string[]} */
  const warnings = [];
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const line = format(...args);
      if (isNoise(line)) {
        return;
      }
      if (type === 'error' || type === 'warn') {
        warnings.push(line);
      } else {
        counted ||= parseResultLine(line) !== undefined;
        console.log(line);
      }
    },
  );
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('The page with VS Code crashed.')));
    setTimeout(
      () => reject(new Error(`The tests did not end within ${timeLimit} s.`)),
      timeLimit * 1000,
    ).unref();
  });
  page.on('pageerror', (error) => warnings.push(String(error)));

  /** @type {number} */
  let code;
  try {
    await page.goto(
      workbenchUrl({
        origin: server.origin,
        folder,
        extension: server.installedExtension ?? extension,
        tests,
      }),
    );
    code = await ended;
    if (code === 0 && !counted) {
      throw new Error('The suite ended without telling how many tests it ran.');
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    code = 1;
  }
  if (code !== 0) {
    console.error(['VS Code itself warned of:', ...new Set(warnings)].join('\n- '));
    mkdirSync(screenshotsFolder, { recursive: true });
    const path = join(screenshotsFolder, `failed-${host}-${version}.png`);
    await page.screenshot({ path }).then(
      () => console.error(`Screenshot: ${path}`),
      () => console.error('No screenshot: the page no longer answers.'),
    );
  }
  return code;
}

cleanUpOnSignals();
process.exitCode = await run().catch((error) => {
  console.error(error);
  return 1;
});
await cleanUp();
process.exit();
