import { loopOf, MAX_MARKUP, NIL, parseExpression } from './expression';
import type { Condition, Expression, FilterCall, Loop, Output } from './expression';
import { StrictParser } from './strictParser';

const QUOTED = `"[^"]*"|'[^']*'`;
/** A value, as loosely as it is read: up to white space, a comma, a bar or half a quote. */
const BLANK = '[\\t\\n\\v\\f\\r ]';
export const FRAGMENT = `(?:${QUOTED}|(?:[^\\t\\n\\v\\f\\r ,|'"]|${QUOTED})+)`;
export const HAS_FRAGMENT = new RegExp(FRAGMENT);
const OUTPUT = new RegExp(`(${FRAGMENT})([^]*)`);
const FILTER = new RegExp(`(?:${BLANK}+|${FRAGMENT}|,)+`, 'g');
const ARGUMENT = new RegExp(`[:,]${BLANK}*(?:(\\w+)${BLANK}*:${BLANK}*)?(${FRAGMENT})`, 'g');
const COMPARISON = new RegExp(`(${FRAGMENT})${BLANK}*([=!<>a-z_]+)?${BLANK}*(${FRAGMENT})?`);
const CONNECTIVE = '\\b(?:\\s?and\\s?|\\s?or\\s?)\\b';
const CONDITIONS = new RegExp(`(?:${CONNECTIVE}|(?:\\s*(?!${CONNECTIVE})(?:${FRAGMENT}|\\S+)\\s*)+)`, 'g');
const LOOP = new RegExp(`^([\\w-]+)${BLANK}+in${BLANK}+(${FRAGMENT}+)${BLANK}*(reversed)?`);
const ATTRIBUTE = new RegExp(`(\\w+)${BLANK}*:${BLANK}*(${FRAGMENT})`, 'g');
const WHEN = new RegExp(`(${FRAGMENT})(?:(?:${BLANK}+or${BLANK}+|${BLANK}*,${BLANK}*)(${FRAGMENT}[^]*))?`);

/**
 * Reads what is to be shown.
 * @returns null where it has to be written as Liquid wants it, and is not
 */
export function parseOutput(markup: string, isStrict?: false): Output;
export function parseOutput(markup: string, isStrict: boolean): Output | null;
export function parseOutput(markup: string, isStrict = false): Output | null {
  const start = markup.slice(0, MAX_MARKUP);
  return new StrictParser(start).output() ?? (isStrict ? null : looseOutput(start));
}

function looseOutput(markup: string): Output {
  const match = OUTPUT.exec(markup);
  if (!match) {
    return { value: NIL, filters: [] };
  }
  const [whole, name = '', rest = ''] = match;
  const bar = rest.indexOf('|') + 1;
  const base = match.index + whole.length - rest.length + bar;
  const filters = (bar === 0 ? [] : [...rest.slice(bar).matchAll(FILTER)]).flatMap((part): FilterCall[] => {
    const filter = /\w+/.exec(part[0]);
    if (!filter) {
      return [];
    }
    const args: Expression[] = [];
    const named: [string, Expression][] = [];
    for (const [, key, value = ''] of part[0].matchAll(ARGUMENT)) {
      if (key === undefined) {
        args.push(parseExpression(value));
      } else {
        named.push([key, parseExpression(value)]);
      }
    }
    const from = base + part.index;
    return [
      { name: filter[0], args, named, start: from + filter.index, end: from + part[0].trimEnd().length },
    ];
  });
  return { value: parseExpression(name), filters };
}

/** Reads the condition of `if`; null where there is none, which ends the build. */
export function parseCondition(markup: string, isStrict = false): Condition | null {
  if (markup.length > MAX_MARKUP) {
    return { left: NIL, operator: null, right: NIL, next: null };
  }
  return new StrictParser(markup).condition() ?? (isStrict ? null : looseCondition(markup));
}

function looseCondition(markup: string): Condition | null {
  const parts = markup.match(CONDITIONS) ?? [];
  let condition: Condition | null = null;
  for (let at = parts.length - 1; at >= 0; at -= 2) {
    const match = COMPARISON.exec(parts[at] ?? '');
    const relation = parts[at + 1]?.trim();
    if (!match || (condition && relation !== 'and' && relation !== 'or')) {
      return null;
    }
    const next: Condition['next'] = condition && {
      relation: relation === 'and' ? ('and' as const) : ('or' as const),
      condition,
    };
    condition = {
      left: parseExpression(match[1] ?? ''),
      operator: match[2] ?? null,
      right: parseExpression(match[3] ?? ''),
      next,
    };
  }
  return parts.length % 2 === 0 ? null : condition;
}

/** Reads `item in list limit: 2`; null where it is none. */
export function parseLoop(markup: string, isStrict = false): Loop | null {
  const start = markup.slice(0, MAX_MARKUP);
  const strict = new StrictParser(start).loop();
  if (strict || isStrict) {
    return strict;
  }
  const [, variable = '', collection = '', reversed] = LOOP.exec(start) ?? [];
  if (variable === '') {
    return null;
  }
  const attributes = new Map(
    Array.from(start.matchAll(ATTRIBUTE), ([, key = '', value = '']) => [key, value]),
  );
  return loopOf(variable, collection, reversed !== undefined, attributes);
}

/** The values of `when a, b or c`; null where there is none, which ends the build. */
export function parseWhen(markup: string): Expression[] | null {
  const values: Expression[] = [];
  let rest: string | undefined = markup.slice(0, MAX_MARKUP);
  while (rest !== undefined) {
    const match = WHEN.exec(rest);
    if (!match) {
      return null;
    }
    values.push(parseExpression(match[1] ?? ''));
    rest = match[2];
  }
  return values;
}
