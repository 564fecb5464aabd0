// @ts-check
// The pieces of a VS Code that runs from the npm registry alone, each pinned by version, in `.vscode-test/`.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { npm, npmInstallInto } from './npm.mjs';
import { piecesFolder } from './paths.mjs';

/**
 * code-server's version → the VS Code in its `lib/vscode`, which is all that is used of it.
 * @satisfies {Record<string, string>}
 */
const codeServerOf = { current: '4.139.1', minimum: '4.100.3' };

/** @typedef {'current' | 'minimum'} VSCodeVersion The newest one known to work, or the oldest that engines.vscode allows. */

/** @type {Record<VSCodeVersion, string>} */
const vscodeVersions = { current: '1.139.1', minimum: '1.100.3' };

const nodeVersion = '24.9.0';
/** The last version that accepts Node 20. */
const chromiumVersion = '147.0.0';

const marker = 'complete';

/**
 * Makes a piece in a folder of its own and renames it when it is complete, so that an interrupted installation is never
 * taken for a piece, and of two runs at once the second to finish just drops its copy.
 * @param {string} name of the folder, with the version
 * @param {string} announcement
 * @param {(folder: string) => void} make
 * @returns {string} the folder
 */
function piece(name, announcement, make) {
  const folder = join(piecesFolder, name);
  const isComplete = () => existsSync(join(folder, marker));
  if (isComplete()) {
    return folder;
  }
  console.log(`Installing ${announcement}…`);
  mkdirSync(piecesFolder, { recursive: true });
  removeAbandoned(`${name}.part-`);
  const part = `${folder}.part-${process.pid}`;
  try {
    rmSync(part, { recursive: true, force: true });
    make(part);
    writeFileSync(join(part, marker), '');
    if (!isComplete()) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(part, folder);
    }
  } catch (error) {
    // The other of two runs may have finished between the check and the renaming.
    if (!isComplete()) {
      throw error;
    }
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Removes what interrupted runs left behind: parts whose process is gone.
 * @param {string} prefix
 */
function removeAbandoned(prefix) {
  for (const name of readdirSync(piecesFolder)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(piecesFolder, name), { recursive: true, force: true });
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {VSCodeVersion} version
 * @returns {string} VS Code's own server, with the web workbench
 */
export function installVSCode(version) {
  const folder = piece(
    `vscode-${vscodeVersions[version]}`,
    `VS Code ${vscodeVersions[version]} (once, about 30 s)`,
    (part) => {
      // No install scripts: they want a compiler and other versions of Node, for parts that are not used here.
      npmInstallInto('code-server', codeServerOf[version], part, ['--ignore-scripts']);
      npm(['install', '--omit=dev', '--ignore-scripts'], serverIn(part));
      if (version === 'minimum') {
        copyRipgrep(installVSCode('current'), serverIn(part));
      }
    },
  );
  const server = serverIn(folder);
  copyFileSync(
    join(import.meta.dirname, 'logFiles.cjs'),
    join(server, 'node_modules', '@vscode', 'spdlog', 'index.js'),
  );
  return server;
}

/** @param {string} folder */
function serverIn(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * Searching for files (`workspace.findFiles`) needs the `rg` program. The older VS Code has it downloaded by an install
 * script, from outside the registry; the newer one's package carries it.
 * @param {string} from
 * @param {string} to
 */
function copyRipgrep(from, to) {
  const rg = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const bin = join(to, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(bin, { recursive: true });
  copyFileSync(
    join(
      from,
      'node_modules',
      '@vscode',
      'ripgrep-universal',
      'bin',
      `${process.platform}-${process.arch}`,
      rg,
    ),
    join(bin, rg),
  );
  chmodSync(join(bin, rg), 0o755);
}

/** @returns {string} a Node that runs VS Code's server, which needs this major version */
export function installNode() {
  if (process.versions.node.split('.')[0] === nodeVersion.split('.')[0]) {
    return process.execPath;
  }
  const folder = piece(`node-${nodeVersion}`, `Node ${nodeVersion} for VS Code (once, about 10 s)`, (part) =>
    // Its install script puts the program for this system in place.
    npmInstallInto('node', nodeVersion, part, ['--ignore-scripts=false']),
  );
  return join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** @returns {string} the folder with a headless Chromium for Linux, and the libraries and fonts a bare system lacks */
export function installPackagedChromium() {
  const folder = piece(
    `chromium-${chromiumVersion}`,
    `a headless Chromium ${chromiumVersion} from npm (once, about 10 s)`,
    (part) => {
      npmInstallInto('@sparticuz/chromium', chromiumVersion, part);
      const unpacked = join(part, 'unpacked');
      mkdirSync(unpacked);
      // It unpacks into the temporary folder, and its libraries only where it believes to be in Amazon's cloud.
      const env = { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
      const unpack = `await (await import('@sparticuz/chromium')).default.executablePath()`;
      const options = /** @type {const} */ ({ cwd: part, env, encoding: 'utf8' });
      const result = spawnSync(process.execPath, ['--input-type=module', '--eval', unpack], options);
      if (result.status !== 0) {
        throw new Error(
          `The Chromium from npm could not be unpacked; install Chrome or Chromium.\n${result.stderr}`,
        );
      }
    },
  );
  return join(folder, 'unpacked');
}
