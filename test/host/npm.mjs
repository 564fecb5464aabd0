// @ts-check
// Runs npm itself, so that the user's own npm configuration (mirror, proxy, cache) holds here too.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run` tells its scripts about *this* project; it would point an installation elsewhere at this project. */
const ofTheOuterProject = /^npm_(package_|lifecycle_|config_(local_prefix|prefix|global_prefix)$)/i;

/**
 * How to start npm: the one that started this process, else the one on PATH.
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npmCommand(args) {
  const cli = process.env['npm_execpath'];
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) {
    return [process.execPath, [cli, ...args]];
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/**
 * Runs npm in a folder outside this project's own dependencies.
 * @param {string[]} args
 * @param {string} folder
 */
export function npm(args, folder) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofTheOuterProject.test(name)),
  );
  const [command, all] = npmCommand([
    ...args,
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
  ]);
  const result = spawnSync(command, all, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    // Only a shell can start a .cmd.
    shell: command.endsWith('.cmd'),
  });
  if (result.error || result.status !== 0) {
    const why = result.error?.message ?? result.stderr.trim();
    throw new Error(
      `"npm ${args.join(' ')}" failed in ${folder}:\n${why}\nCheck that npm can reach its registry, then run the command again.`,
    );
  }
}

/**
 * Installs one exact version into an otherwise empty folder.
 * @param {string} name
 * @param {string} version
 * @param {string} folder
 * @param {string[]} [flags]
 */
export function npmInstallInto(name, version, folder, flags = []) {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) {
    // Without one, npm would climb to the next package.json above, which is this project's.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  }
  npm(['install', '--save-exact', ...flags, `${name}@${version}`], folder);
}
