import { generators } from '../core/generators';
import type { GeneratorName } from '../core/generators/generator';
import { formatMessage } from '../core/message';
import { TAXONOMIES } from '../core/report/termFields';
import type { Taxonomy } from '../core/report/termFields';
import { checkTermName } from '../core/terms/termName';
import { nearest, parseCommandLine, UsageError } from './parse';

export type Level = 'error' | 'warning' | 'info';

/** What every command takes. */
export interface Shared {
  readonly paths: readonly string[];
  readonly generator: GeneratorName | undefined;
  readonly generatorVersion: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string | undefined;
  /** The report is what standard input holds, not a file. */
  readonly stdin: boolean;
  /** The file that standard input stands for; it need not be there. */
  readonly stdinPath: string | undefined;
}

export interface ShowOptions extends Shared {
  readonly command: 'show';
  readonly format: 'pretty' | 'json';
}

export interface CheckOptions extends Shared {
  readonly command: 'check';
  readonly format: 'pretty' | 'json' | 'github' | 'sarif';
  readonly failOn: Level;
  readonly fix: boolean;
  /** The file of the JSON Schema that fields must fit. */
  readonly schema: string | undefined;
  /** The file of the tags to use. */
  readonly vocabulary: string | undefined;
  /** Tags that the vocabulary does not have are unwanted. */
  readonly onlyVocabulary: boolean;
}

export interface TagsOptions extends Shared {
  readonly command: 'tags';
  readonly format: 'pretty' | 'json';
  readonly taxonomy: Taxonomy;
}

export interface RenameOptions extends Shared {
  readonly command: 'tags rename';
  readonly format: 'pretty' | 'json';
  readonly taxonomy: Taxonomy;
  readonly from: string;
  readonly to: string;
  /** Change the files, too. */
  readonly write: boolean;
}

/** What the user asked for. */
export type Options = ShowOptions | CheckOptions | TagsOptions | RenameOptions;

/** What is to be told of the program itself. */
export type About = 'help' | 'version';

/** The options that only some commands take, and who takes them. */
const TAKEN_BY = {
  'fail-on': ['check'],
  schema: ['check'],
  vocabulary: ['check'],
  'only-vocabulary': ['check'],
  fix: ['check'],
  'stdin-path': ['show', 'check', 'tags'],
  taxonomy: ['tags', 'tags rename'],
  write: ['tags rename'],
} as const satisfies Record<string, readonly Options['command'][]>;

/**
 * Reads the command line.
 * @param args without the program
 * @throws UsageError
 */
export function readOptions(args: readonly string[], now: number): Options | About {
  const { values, positionals } = parseCommandLine(args);
  if (values.help || values.version) {
    return values.help ? 'help' : 'version';
  }
  const { command, rest } = commandIn(positionals);
  for (const [option, takers] of Object.entries(TAKEN_BY)) {
    if (option in values && !takers.some((taker) => taker === command)) {
      throw new UsageError(
        `\`--${option}\` goes with ${takers.map((taker) => `\`${taker}\``).join(' and ')}.`,
      );
    }
  }
  if (values['only-vocabulary'] && values.vocabulary === undefined) {
    throw new UsageError('`--only-vocabulary` goes with `--vocabulary`.');
  }
  const stdin = stdinIn(command, rest, values['stdin-path'] !== undefined);
  if (stdin && values.fix && values.format !== undefined && values.format !== 'pretty') {
    throw new UsageError('With `-`, `--fix` prints the fixed text: `--format` has no place there.');
  }
  const sharedWith = (paths: readonly string[]): Shared => ({
    stdin,
    stdinPath: values['stdin-path'],
    paths: paths.length > 0 ? paths : ['.'],
    generator:
      values.generator === undefined
        ? undefined
        : oneOf('--generator', values.generator, Object.keys(generators) as GeneratorName[]),
    generatorVersion:
      values['generator-version'] === undefined ? undefined : versionOf(values['generator-version']),
    now: values.now === undefined ? now : momentOf(values.now),
    timeZone: values['time-zone'] === undefined ? undefined : zoneOf(values['time-zone']),
  });
  const format = () => oneOf('--format', values.format ?? 'pretty', ['pretty', 'json'] as const);
  const taxonomy = () => oneOf('--taxonomy', values.taxonomy ?? 'tags', TAXONOMIES);
  switch (command) {
    case 'show':
      return { command, ...sharedWith(rest), format: format() };
    case 'check':
      return {
        command,
        ...sharedWith(rest),
        format: oneOf('--format', values.format ?? 'pretty', ['pretty', 'json', 'github', 'sarif'] as const),
        failOn: oneOf('--fail-on', values['fail-on'] ?? 'error', ['error', 'warning', 'info'] as const),
        fix: values.fix ?? false,
        schema: values.schema,
        vocabulary: values.vocabulary,
        onlyVocabulary: values['only-vocabulary'] ?? false,
      };
    case 'tags':
      return { command, ...sharedWith(rest), format: format(), taxonomy: taxonomy() };
    case 'tags rename': {
      const [from, to, ...paths] = rest;
      return {
        command,
        ...sharedWith(paths),
        format: format(),
        taxonomy: taxonomy(),
        ...namesOf(from, to),
        write: values.write ?? false,
      };
    }
  }
}

/** Tells whether standard input is meant, which then is all that is meant. */
function stdinIn(command: Options['command'], paths: readonly string[], hasPath: boolean): boolean {
  const stdin = command !== 'tags rename' && paths.includes('-');
  if (command === 'tags rename' && paths.slice(2).includes('-')) {
    throw new UsageError('`tags rename` changes files: `-`, standard input, is none.');
  }
  if (stdin && paths.length > 1) {
    throw new UsageError('`-`, standard input, stands alone: name no other path.');
  }
  if (hasPath && !stdin) {
    throw new UsageError('`--stdin-path` goes with `-`, standard input, in place of paths.');
  }
  return stdin;
}

function commandIn(positionals: readonly string[]): {
  command: Options['command'];
  rest: readonly string[];
} {
  const [first, ...rest] = positionals;
  switch (first) {
    case 'show':
    case 'check':
      return { command: first, rest };
    case 'tags':
      return rest[0] === 'rename'
        ? { command: 'tags rename', rest: rest.slice(1) }
        : { command: first, rest };
    case undefined:
      throw new UsageError('Say `show`, `check` or `tags`.');
    default:
      throw new UsageError(
        `There is no command \`${first}\`.${nearest(first, ['show', 'check', 'tags'], '')}`,
      );
  }
}

/** The two names of a rename; blanks around a tag are no part of it. */
function namesOf(from: string | undefined, to: string | undefined): { from: string; to: string } {
  if (from === undefined || to === undefined) {
    throw new UsageError(
      '`tags rename` takes a tag and its new name. For the tags below a folder `rename`, write `./rename`.',
    );
  }
  const names = { from: from.trim(), to: to.trim() };
  // One that is there may be odd: that is why it goes.
  if (names.from === '' || /[\r\n]/.test(names.from)) {
    throw new UsageError('The old name is one line of text.');
  }
  const problem = checkTermName(names.to);
  if (problem) {
    throw new UsageError(formatMessage(problem));
  }
  if (names.from === names.to) {
    throw new UsageError(`\`${names.to}\` is the name that the tag has.`);
  }
  return names;
}

function versionOf(text: string): string {
  if (!/^\d+(?:\.\d+){0,2}$/.test(text)) {
    throw new UsageError(`\`${text}\` is no version: write numbers with dots.`);
  }
  return text;
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
