import { say } from '../../../message';
import type { Message } from '../../../message';
import { rubyText, RubyUnknown } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { arityOf } from './arity';
import { DATE_FILTERS } from './dateFilters';
import { FilterFailure } from './failure';
import { LIST_FILTERS } from './listFilters';
import { NUMBER_FILTERS } from './numberFilters';
import { Drop } from './operations';
import { TEXT_FILTERS } from './textFilters';
import type { Filter, FilterOptions } from './filter';

/** Filters::URLFilters: an address with a scheme stays as it is. How all else is written in it is not looked into. */
function urlOf(input: string, origin: string, basePath: string): RubyValue {
  const slash = input === '' || input.startsWith('/') ? '' : '/';
  const url = /^[a-z]+:/i.test(input) ? input : origin + basePath + slash + input;
  return /^[\w\-.~/?#=&:@,;+]*$/.test(input)
    ? url
    : new RubyUnknown(url.replace(/[^\w\-.~/?#=&:@,;+!$'()*%]+/gu, encoded));
}

/** Half a letter has no code. */
function encoded(letters: string): string {
  return /\p{Cs}/u.test(letters) ? letters : encodeURIComponent(letters);
}

const FILTERS: Readonly<Record<string, Filter>> = {
  ...TEXT_FILTERS,
  ...NUMBER_FILTERS,
  ...LIST_FILTERS,
  ...DATE_FILTERS,
  absolute_url: (input, _args, { address: [origin, basePath] }) =>
    input === null ? null : urlOf(rubyText(input), origin, basePath),
  relative_url: (input, _args, { address: [, basePath] }) =>
    input === null ? null : urlOf(rubyText(input), '', basePath),
};

/**
 * Applies a filter. A name that is no filter's changes nothing, and those that ask for Markdown or styles are not run.
 * @param given how many values stand behind its name; those with names of their own count as one
 * @throws FilterFailure where Jekyll stops the build
 */
export function applyFilter(
  name: string,
  input: RubyValue,
  args: readonly RubyValue[],
  options: FilterOptions,
): RubyValue {
  const arity = arityOf(name, options.version);
  if (!arity) {
    return input;
  }
  const [least, most] = arity;
  if (args.length < least || args.length > most) {
    throw new FilterFailure(wrongNumber(name, least, most, args.length));
  }
  const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (!filter) {
    return new RubyUnknown();
  }
  if (![input, ...args].some((value) => value instanceof RubyUnknown)) {
    return filter(input, args, options);
  }
  // What would be shown is a guess, and nothing of it ends the build.
  const guess = (value: RubyValue) =>
    !(value instanceof RubyUnknown) ? value : value.guess instanceof Drop ? null : value.guess;
  try {
    const result = filter(guess(input), args.map(guess), options);
    return result instanceof RubyUnknown ? result : new RubyUnknown(result);
  } catch (failure) {
    if (failure instanceof FilterFailure) {
      return new RubyUnknown();
    }
    throw failure;
  }
}

function wrongNumber(name: string, least: number, most: number, given: number): Message {
  return most === 0
    ? say('`{0}` takes no value behind its name, and gets {1}', name, given)
    : given === 0
      ? say('`{0}` needs a value behind a colon', name)
      : least === most
        ? least === 1
          ? say('`{0}` takes one value, and gets {1}', name, given)
          : say('`{0}` takes {1} values, and gets {2}', name, least, given)
        : given < least
          ? say('`{0}` takes at least {1} values, and gets {2}', name, least, given)
          : say('`{0}` takes at most {1} values, and gets {2}', name, most, given);
}
