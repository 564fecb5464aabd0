// @ts-check
// Finds a Chromium: the one asked for, one installed, or one that can be had.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackagedChromium } from './install.mjs';

/**
 * @typedef {object} Chromium
 * @property {string} executablePath
 * @property {Record<string, string>} env that this build needs besides the environment
 */

/** @returns {Chromium} */
export function findChromium() {
  const asked = process.env['CHROME_PATH'];
  if (asked) {
    if (!isExecutable(asked)) {
      throw new Error(
        `CHROME_PATH is "${asked}", which is not a program. Correct it, or unset it to search.`,
      );
    }
    return { executablePath: asked, env: {} };
  }
  const installed = installedChromium() ?? installByApt();
  return installed ? { executablePath: installed, env: {} } : packagedChromium();
}

/**
 * @param {string} name of a program
 * @returns {string | undefined} its path, if it is on PATH
 */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const ending of endings) {
      const candidate = join(folder, name + ending);
      if (folder && isExecutable(candidate)) {
        return candidate;
      }
    }
  }
  return undefined;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function installedChromium() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'msedge',
  ];
  for (const name of names) {
    const found = onPath(name);
    if (found) {
      return found;
    }
  }
  return usualPlaces().find(isExecutable);
}

function usualPlaces() {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        ['/Applications', join(process.env['HOME'] ?? '', 'Applications')].map((folder) =>
          join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
        ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((name) =>
          join(
            process.env[variable] ?? '',
            name,
            'Application',
            name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe',
          ),
        ),
      );
    default:
      return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/usr/lib/chromium/chromium'];
  }
}

/** On a bare Debian or Ubuntu (a container, a CI job) as root: the distribution's package. */
function installByApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) {
    return undefined;
  }
  console.log('Installing Chromium with apt-get (once, about 20 s)…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get may be at work; it is waited for.
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  for (const args of [
    ['update', '-qq', ...wait],
    ['install', '-y', '-qq', '--no-install-recommends', ...wait, 'chromium'],
  ]) {
    const result = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (result.status !== 0) {
      console.log(
        `apt-get ${args[0]} failed, so Chromium is taken from npm instead: ${(result.stderr ?? '').trim()}`,
      );
      return undefined;
    }
  }
  // Ubuntu's package only leads to a snap, which a container cannot run: then there is still none.
  return installedChromium();
}

/** @returns {Chromium} */
function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its program.');
  }
  const folder = installPackagedChromium();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(delimiter),
      // Without any font it would draw no text; a system that has fonts has better ones.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}
