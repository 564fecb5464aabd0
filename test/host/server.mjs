// @ts-check
// Runs VS Code's own server, with its web workbench, on a free port and with fresh user data.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { onCleanUp } from './cleanup.mjs';
import { installNode, installVSCode } from './install.mjs';
import { userSettings, webHostSettings } from './settings.mjs';
import { temporaryFolder } from './temp.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {import('./install.mjs').VSCodeVersion} [version] default: current
 * @property {boolean} [workspaceTrust] ask whether the folder is trusted, as VS Code does; default: all is trusted
 * @property {'node' | 'web'} [host] where extensions run: in a Node process beside the server (the default), or in a web worker
 * @property {Record<string, unknown>} [settings] the user's settings, over those of every test run
 * @property {string} [vsix] a packaged extension to install first
 * @property {string} [extension] the folder of a built extension that is installed as it stands there, by a link
 * @property {string} [folder] what the bare address opens
 * @property {boolean} [isDriven] a program uses the window: then VS Code hides its notifications; default: true
 * @property {boolean} [endsWhenUnused] stop some minutes after the last window, should the program that started it be killed
 *
 * @typedef {object} Server
 * @property {string} origin like `http://127.0.0.1:1234`
 * @property {string | undefined} installedExtension the folder of the installed `vsix`
 * @property {() => string} output what it has printed, to explain a failure
 * @property {() => Promise<void>} stop
 */

const startLimit = 60_000;

/**
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const {
    version = 'current',
    host = 'node',
    workspaceTrust,
    settings,
    vsix,
    extension,
    folder: openedFolder,
    isDriven = true,
    endsWhenUnused = true,
  } = options;
  const folder = installVSCode(version);
  const node = installNode();
  const main = join(folder, 'out', 'server-main.js');
  const dataFolder = temporaryFolder('data');
  const userFolder = join(dataFolder, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  const allSettings = { ...userSettings, ...(host === 'web' ? webHostSettings : {}), ...settings };
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify(allSettings, undefined, 2));

  const ownData = [
    '--server-data-dir',
    dataFolder,
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
  ];
  if (extension !== undefined) {
    linkExtension(dataFolder, extension);
  }
  const installedExtension =
    vsix === undefined ? undefined : installVsix(node, main, ownData, dataFolder, vsix);

  const child = spawn(
    node,
    [
      main,
      ...ownData,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      // Without this one, the extension under development that a page's address names is silently ignored.
      ...(isDriven ? ['--enable-smoke-test-driver'] : []),
      ...(openedFolder === undefined ? [] : ['--default-folder', openedFolder]),
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(endsWhenUnused ? ['--enable-remote-auto-shutdown'] : []),
    ],
    { env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stop = onCleanUp(() => stopProcess(child));

  let output = '';
  /** @type {Promise<number>} */
  const port = new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) =>
      reject(new Error(`VS Code's server ${why}. It printed:\n${output}`));
    const limit = setTimeout(() => fail(`did not start within ${startLimit / 1000} s`), startLimit);
    const read = (/** @type {string} */ text) => {
      output += text;
      const port = /Web UI available at \S+?:(\d+)/.exec(output)?.[1];
      if (port !== undefined) {
        clearTimeout(limit);
        resolve(Number(port));
      }
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', (error) => fail(`could not be started (${error.message})`));
    child.on('exit', (code) => fail(`ended with code ${code}`));
  });
  return {
    origin: `http://127.0.0.1:${await port}`,
    installedExtension,
    output: () => output,
    stop,
  };
}

/** The environment without what an enclosing VS Code (its terminal, its extension host) puts there for itself. */
function serverEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

/**
 * Installs an extension without packing it: VS Code takes each folder there for one, so that a new build needs but a reload.
 * @param {string} dataFolder of the server
 * @param {string} extension
 */
function linkExtension(dataFolder, extension) {
  const extensionsFolder = join(dataFolder, 'extensions');
  mkdirSync(extensionsFolder, { recursive: true });
  // On Windows a link to a folder needs no rights if it is a junction.
  symlinkSync(extension, join(extensionsFolder, basename(extension)), 'junction');
}

/**
 * @param {string} node
 * @param {string} main
 * @param {string[]} ownData
 * @param {string} dataFolder
 * @param {string} vsix
 * @returns {string} the folder of the installed extension
 */
function installVsix(node, main, ownData, dataFolder, vsix) {
  const args = [main, ...ownData, '--install-extension', vsix];
  const result = spawnSync(node, args, { env: serverEnvironment(), encoding: 'utf8' });
  const extensionsFolder = join(dataFolder, 'extensions');
  const [installed] = readdirSync(extensionsFolder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  if (result.status !== 0 || !installed) {
    throw new Error(`VS Code could not install ${vsix}:\n${result.stdout}${result.stderr}`);
  }
  return join(extensionsFolder, installed.name);
}

/**
 * Asks a process to end, and ends it if it does not within some seconds.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
function stopProcess(child) {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const force = setTimeout(() => child.kill('SIGKILL'), 3000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill();
  });
}
