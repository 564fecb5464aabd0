import { readFileSync, writeFileSync } from 'node:fs';
import { formatMessage } from '../core/message';
import type { FieldSchema } from '../core/rules/rule';
import { readSchema } from '../core/schema';
import { readHeader } from '../core/sites/readHeader';
import { ReportIndexes } from '../core/sites/reportIndexes';
import { check, fixed } from './check';
import type { Beside, Checked } from './check';
import { Files, reasonOf } from './files';
import type { ReportFile } from './files';
import { github, sarif } from './machine';
import { readOptions, USAGE, UsageError } from './options';
import type { Level, Options } from './options';
import { painter, prettyChecked, prettyShown, summary } from './pretty';
import type { Paint } from './pretty';
import { Progress } from './progress';
import { show } from './show';

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
}

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'hint'] satisfies (Level | 'hint')[];

/**
 * Runs the command line.
 * @param args without the program
 * @returns the exit code: 0 nothing at or above the level, 1 something, 2 bad usage or an unreadable path
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  let options: Options | null;
  let schema: FieldSchema | undefined;
  try {
    options = readOptions(args, Date.now());
    schema = options?.schema === undefined ? undefined : schemaIn(options.schema);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    output.err(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (!options) {
    output.out(USAGE);
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
  const unreadable: string[] = [];
  const complain = (path: string, reason: string): void => {
    unreadable.push(path);
    err(`${path}: ${reason}\n`);
  };
  const files = new Files(options, complain);
  const reports = async function* (paths: readonly string[]) {
    for (const path of paths) {
      for await (const report of files.reportsOf(path)) {
        progress.next(report.file);
        yield report;
      }
    }
    progress.clear();
  };
  const paint = painter(output.colour);
  const found =
    options.command === 'show'
      ? await runShow(reports(options.paths), options, out, paint)
      : await runCheck(reports(options.paths), options, out, paint, complain, schema);
  return unreadable.length > 0 ? 2 : found ? 1 : 0;
}

/**
 * Reads a JSON Schema: without it the check would be none.
 * @throws UsageError
 */
function schemaIn(file: string): FieldSchema {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The schema \`${file}\` cannot be used: ${reasonOf(error)}.`);
  }
  const { schema, problem } = readSchema(text);
  if (!schema) {
    throw new UsageError(`The schema \`${file}\` cannot be used: ${formatMessage(problem)}.`);
  }
  return schema;
}

async function runShow(
  reports: AsyncIterable<ReportFile>,
  { format, now }: Options,
  out: Output['out'],
  paint: Paint,
): Promise<boolean> {
  if (format !== 'json') {
    for await (const report of reports) {
      out(`${prettyShown(show(report, now), paint)}\n`);
    }
    return false;
  }
  // One at a time: thousands of reports need not be in memory at once.
  let separator = '[\n';
  for await (const report of reports) {
    out(separator + JSON.stringify(show(report, now)));
    separator = ',\n';
  }
  out(separator === '[\n' ? '[]\n' : '\n]\n');
  return false;
}

async function runCheck(
  reports: AsyncIterable<ReportFile>,
  options: Options,
  out: Output['out'],
  paint: Paint,
  complain: Files['complain'],
  schema: FieldSchema | undefined,
): Promise<boolean> {
  const { format, now, failOn, fix } = options;
  // Rules compare a report with the others of its site: all are read before the first is checked.
  const read: ReportFile[] = [];
  const indexes = new ReportIndexes();
  const register = ({ file, text, path, site, root }: ReportFile) =>
    indexes.set(file, readHeader(text, path, site, now), root);
  for await (const report of reports) {
    read.push(report);
    register(report);
  }
  const checked: Checked[] = [];
  for (const original of read) {
    const beside = { now, schema, others: indexes.othersThan(original.file, original.root) };
    const report = fix ? applyFixes(original, beside, complain) : original;
    const result = check(report, beside);
    checked.push(result);
    if (report !== original) {
      register(report);
    }
    if (format === 'pretty' && result.findings.length > 0) {
      out(`${prettyChecked(result, report.text, paint)}\n`);
    }
  }
  out(
    format === 'pretty'
      ? summary(checked, paint)
      : format === 'json'
        ? `${JSON.stringify(checked, null, 1)}\n`
        : format === 'github'
          ? github(checked)
          : sarif(checked),
  );
  const level = LEVELS.indexOf(failOn);
  return checked.some(({ findings }) => findings.some(({ severity }) => LEVELS.indexOf(severity) <= level));
}

/**
 * Writes the file only where a fix changed it.
 * @returns the report as it is now on disk
 */
function applyFixes(report: ReportFile, beside: Beside, complain: Files['complain']): ReportFile {
  if (report.options.invalidUtf8) {
    // The bytes that are no text are lost in it; written again, they would be lost on disk too.
    return report;
  }
  const text = fixed(report, beside);
  if (text === report.text) {
    return report;
  }
  try {
    writeFileSync(report.file, text);
  } catch (error) {
    complain(report.file, reasonOf(error));
    return report;
  }
  return { ...report, text };
}
