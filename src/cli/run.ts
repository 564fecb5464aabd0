import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Given } from './check';
import { Files } from './files';
import type { ReportFile } from './files';
import { readOptions } from './options';
import type { About, CheckOptions, Options } from './options';
import { UsageError } from './parse';
import { plainPath, shownPath } from './paths';
import { painter } from './pretty';
import { Progress } from './progress';
import { runCheck } from './runCheck';
import { runRename } from './runRename';
import { runShow } from './runShow';
import { runTags } from './runTags';
import type { Talk } from './talk';
import { USAGE } from './usage';
import { schemaIn, vocabularyIn } from './userFiles';
import { VERSION } from './version';

/** For how many milliseconds reports are read before what has happened meanwhile is heard: a signal, a closed output. */
const SLICE = 50;

/** Where the command line writes to. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether the output is a terminal that shows colours. */
  readonly colour: boolean;
  /** Whether the output is a terminal, where a line that tells how far it is would stand in its way. */
  readonly terminal: boolean;
  /** Shows a line that the next one takes the place of; left out where nobody would see it. */
  readonly status?: (line: string) => void;
  /** Reads standard input to its end. */
  readonly input: () => Promise<Buffer>;
}

/**
 * Runs the command line.
 * @param args without the program
 * @returns the exit code: 0 nothing at or above the level, 1 something, or nothing to rename, 2 bad usage, or a path
 *   that cannot be read or changed
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  let options: Options | About;
  let given: Given;
  try {
    options = readOptions(args, Date.now());
    given = typeof options === 'object' && options.command === 'check' ? givenBy(options) : {};
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    output.err(`${shownPath(error.message)}\n\n${USAGE}`);
    return 2;
  }
  if (typeof options === 'string') {
    output.out(options === 'help' ? USAGE : `conference-notes ${VERSION}\n`);
    return 0;
  }
  const progress = new Progress(output.status, () => performance.now());
  const cleared =
    (write: (text: string) => void) =>
    (text: string): void => {
      progress.clear();
      write(text);
    };
  const out = output.terminal ? cleared(output.out) : output.out;
  const err = cleared(output.err);
  let complaints = 0;
  const complain = (path: string, reason: string): void => {
    complaints++;
    err(`${shownPath(plainPath(path))}: ${reason}\n`);
  };
  const warn = (folder: string, reason: string): void => {
    err(`0 reports found below ${shownPath(plainPath(folder))}: ${reason}.\n`);
  };
  const files = new Files(options, complain, warn);
  const reports = options.stdin
    ? handedOver(files, options, output)
    : reportsIn(files, options.paths, progress);
  const found = await runCommand(
    reports,
    options,
    { out, err, complain, paint: painter(output.colour), terminal: output.terminal },
    given,
  );
  return complaints > 0 ? 2 : found ? 1 : 0;
}

/** The reports of all paths. */
async function* reportsIn(
  files: Files,
  paths: readonly string[],
  progress: Progress,
): AsyncGenerator<ReportFile> {
  const seen = new Set<string>();
  let sliceEnd = performance.now() + SLICE;
  for (const path of paths) {
    for await (const report of files.reportsOf(path)) {
      // A report that is named twice, or named and in a folder, is one.
      const absolute = resolve(report.file);
      if (!seen.has(absolute)) {
        seen.add(absolute);
        progress.next(report.file);
        yield report;
      }
      if (performance.now() > sliceEnd) {
        await setImmediate();
        sliceEnd = performance.now() + SLICE;
      }
    }
  }
  progress.clear();
}

/** The report that standard input holds. */
async function* handedOver(
  files: Files,
  { stdinPath }: Options,
  { input }: Output,
): AsyncGenerator<ReportFile> {
  yield await files.given(await input(), stdinPath ?? null);
}

/** @returns whether the exit code is to tell of something */
async function runCommand(
  reports: AsyncIterable<ReportFile>,
  options: Options,
  talk: Talk,
  given: Given,
): Promise<boolean> {
  switch (options.command) {
    case 'show':
      return runShow(reports, options, talk);
    case 'check':
      return runCheck(reports, options, talk, given);
    case 'tags':
      return runTags(reports, options, talk);
    case 'tags rename':
      return runRename(reports, options, talk);
  }
}

/** @throws UsageError */
function givenBy({ schema, vocabulary, onlyVocabulary }: CheckOptions): Given {
  return {
    schema: schema === undefined ? undefined : schemaIn(schema),
    vocabulary: vocabulary === undefined ? undefined : vocabularyIn(vocabulary, onlyVocabulary),
  };
}
