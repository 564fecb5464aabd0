import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../../src/cli/run';
import type { Output } from '../../../src/cli/run';

/** What a run of the command line gave. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function callWith(output: Partial<Output>, ...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    colour: false,
    terminal: false,
    input: () => Promise.resolve(Buffer.alloc(0)),
    ...output,
  });
  return { code, out, err };
}

/** Runs the command line as a script sees it. */
export const call = (...args: string[]): Promise<Ran> => callWith({}, ...args);

/** Runs the command line with a text, or bytes, on standard input. */
export const callOn = (text: string | Buffer, ...args: string[]): Promise<Ran> =>
  callWith({ input: () => Promise.resolve(Buffer.from(text)) }, ...args);

/** The version that the package says it has. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
}

/** A folder of its own on disk. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'conference-notes-cli-'));

  path(path: string): string {
    return join(this.folder, path);
  }

  /** @returns the whole path */
  write(path: string, text: string | Buffer): string {
    const file = this.path(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Makes a folder. */
  makeFolder(path: string): void {
    mkdirSync(this.path(path), { recursive: true });
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
