import { parseArgs } from 'node:util';
import { generators } from '../core/generators';
import type { GeneratorName } from '../core/generators/generator';

export type Level = 'error' | 'warning' | 'info';

/** What the user asked for. */
export interface Options {
  readonly command: 'show' | 'check';
  readonly paths: readonly string[];
  readonly generator: GeneratorName | undefined;
  readonly generatorVersion: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string | undefined;
  readonly format: 'pretty' | 'json' | 'github' | 'sarif';
  readonly failOn: Level;
  readonly fix: boolean;
  /** The file of the JSON Schema that fields must fit. */
  readonly schema: string | undefined;
}

/** The command line cannot be understood; the message says what is wrong. */
export class UsageError extends Error {}

export const USAGE = `Usage: conference-notes show|check [PATH…] [options]

  show    what the site generator will do with each report, its excerpt, take-aways and talks
  check   what is wrong with each report
  PATH    a report, or a folder whose reports are meant; the current folder where none is given

  --generator jekyll|hugo|generic   instead of the one that is detected
  --generator-version V             instead of the version that is detected
  --now ISO                         the moment of the build; now where it is not given
  --time-zone Z                     the site's time zone
  --format pretty|json              check also: github, sarif
  --fail-on error|warning|info      check: the level from which on the exit code is 1; error where not given
  --schema FILE                     check: a JSON Schema that the fields must fit
  --fix                             check: apply the preferred fixes
  --help

Exit code: 0 nothing at or above the level, 1 something, 2 bad usage or an unreadable path.
`;

/**
 * Reads the command line.
 * @param args without the program
 * @returns null where only help was asked for
 * @throws UsageError
 */
export function readOptions(args: readonly string[], now: number): Options | null {
  const { values, positionals } = parse(args);
  if (values.help) {
    return null;
  }
  const [command, ...paths] = positionals;
  if (command !== 'show' && command !== 'check') {
    throw new UsageError(
      command === undefined ? 'Say `show` or `check`.' : `There is no command \`${command}\`.`,
    );
  }
  const format = oneOf('--format', values.format ?? 'pretty', ['pretty', 'json', 'github', 'sarif'] as const);
  if (command === 'show' && (format === 'github' || format === 'sarif')) {
    throw new UsageError(`\`show\` has no format \`${format}\`.`);
  }
  if (command === 'show' && (values.fix || values['fail-on'] !== undefined || values.schema !== undefined)) {
    throw new UsageError('`--fix`, `--fail-on` and `--schema` go with `check`.');
  }
  const version = values['generator-version'];
  if (version !== undefined && !/^\d+(?:\.\d+){0,2}$/.test(version)) {
    throw new UsageError(`\`${version}\` is no version: write numbers with dots.`);
  }
  return {
    command,
    paths: paths.length > 0 ? paths : ['.'],
    generator:
      values.generator === undefined
        ? undefined
        : oneOf('--generator', values.generator, Object.keys(generators) as GeneratorName[]),
    generatorVersion: version,
    now: values.now === undefined ? now : momentOf(values.now),
    timeZone: values['time-zone'] === undefined ? undefined : zoneOf(values['time-zone']),
    format,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'error', ['error', 'warning', 'info'] as const),
    fix: values.fix ?? false,
    schema: values.schema,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        generator: { type: 'string' },
        'generator-version': { type: 'string' },
        now: { type: 'string' },
        'time-zone': { type: 'string' },
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        fix: { type: 'boolean' },
        schema: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(`${option} is one of ${allowed.join(', ')}, not \`${value}\`.`);
  }
  return found;
}

/** ISO 8601; `Date.parse` alone takes much else, such as `1` for a day in 2001. */
const ISO = /^\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/i;

function momentOf(text: string): number {
  const moment = ISO.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(moment)) {
    throw new UsageError(`--now takes a date such as 2026-11-22T12:00:00Z, not \`${text}\`.`);
  }
  return moment;
}

function zoneOf(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError(`There is no time zone \`${text}\`.`);
  }
}
