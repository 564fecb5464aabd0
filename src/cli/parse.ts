import { parseArgs } from 'node:util';
import { editDistance } from '../core/spelling/editDistance';

/** The command line cannot be understood; the message says what is wrong. */
export class UsageError extends Error {}

/** All options, of all commands. */
export const OPTIONS = {
  generator: { type: 'string' },
  'generator-version': { type: 'string' },
  now: { type: 'string' },
  'time-zone': { type: 'string' },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  fix: { type: 'boolean' },
  schema: { type: 'string' },
  vocabulary: { type: 'string' },
  'only-vocabulary': { type: 'boolean' },
  'stdin-path': { type: 'string' },
  taxonomy: { type: 'string' },
  write: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Takes the command line apart.
 * @throws UsageError
 */
export function parseCommandLine(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(reasonIn(args, error));
  }
}

/** Node's reason in our words. */
function reasonIn(args: readonly string[], error: unknown): string {
  const { code, message } = error as { code?: unknown; message: string };
  const quoted = /'(?:-\w, )?(-[^'\s=]*)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      // Of `-fix` Node names the first letter.
      const written = args.find((arg) => arg.startsWith(quoted)) ?? quoted;
      const option = written.replace(/=[^]*/, '');
      return `There is no option \`${option}\`.${nearest(option.replace(/^-+/, ''), Object.keys(OPTIONS), '--')}`;
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take an argument')
        ? `\`${quoted}\` takes no value.`
        : `\`${quoted}\` needs a value; one that begins with a hyphen is written \`${quoted}=-…\`.`;
    default:
      return message;
  }
}

/** ` Did you mean …?`, where one of the names is close to what was written. */
export function nearest(written: string, names: readonly string[], before: string): string {
  const limit = Math.max(1, Math.floor(written.length / 3));
  const [best] = names
    .map((name) => ({ name, distance: editDistance(written.toLowerCase(), name, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return best ? ` Did you mean \`${before}${best.name}\`?` : '';
}
