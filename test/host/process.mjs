// @ts-check
// Runs other programs of the project, in the foreground.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program in the repository, showing what it prints. A request to stop this process is handed on, and waited for.
 * @param {string} command
 * @param {string[]} args
 * @param {(line: string) => boolean} [shows] sees each line of its output; whether it is shown
 * @returns {Promise<number>} its exit code; 1 if a signal ended it
 * @throws when it cannot be started
 */
export function run(command, args, shows = () => true) {
  // With npm's .cmd files on Windows, only a shell can start them.
  const shell = process.platform === 'win32' && /\.(cmd|bat)$/i.test(command);
  const child = spawn(shell ? `"${command}"` : command, args, {
    cwd: root,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    let rest = '';
    const show = (/** @type {string} */ line) => shows(line.trimEnd()) && to.write(`${line}\n`);
    from.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(show);
    });
    from.on('end', () => rest && show(rest));
  }
  const stop = () => child.kill();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`"${command}" could not be started: ${error.message}`)));
    child.on('close', (code) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}
