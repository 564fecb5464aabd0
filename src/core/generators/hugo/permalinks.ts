import type { Data } from '../scalars';
import { atLeast } from '../versions';
import { fitsGlob } from './cascade';
import { isToken, tokenValue } from './permalinkTokens';
import type { TokenValues } from './permalinkTokens';
import { EMPTY_PARTS, ESCAPED_COLONS, PERMALINKS_BY_KIND, PERMALINKS_BY_PATH } from './versions';

export type PageKind = 'page' | 'home' | 'section' | 'taxonomy' | 'term';

/** A pattern, and the pages that it holds for. */
interface Rule {
  readonly kind: string;
  /** The name of a section, before rules went by path; then a glob. */
  readonly where: string;
  readonly pattern: string;
}

/** Of what nothing can be made: a token, a pattern, or a setting below `permalinks`. */
export interface PermalinkProblem {
  readonly kind: 'token' | 'pattern' | 'setting';
  readonly name: string;
}

/** The permalinks of a site as a version reads them. */
export interface Permalinks {
  /** In the order in which they are tried; where `isOrdered` is false, in any. */
  readonly rules: readonly Rule[];
  readonly isOrdered: boolean;
  readonly problem: PermalinkProblem | null;
}

const NONE: Permalinks = { rules: [], isOrdered: true, problem: null };

const read = new WeakMap<object, Map<string, Permalinks>>();

/**
 * Reads the configuration's `permalinks` (DecodePermalinksConfig, NewPermalinkExpander).
 * @param data as it is written, its keys in small letters
 */
export function permalinksOf(data: Data | undefined, version: string): Permalinks {
  if (typeof data !== 'object' || data === null) {
    return data === undefined || data === null || !atLeast(version, PERMALINKS_BY_PATH)
      ? NONE
      : problemWith('permalinks');
  }
  const known = read.get(data) ?? new Map<string, Permalinks>();
  let permalinks = known.get(version);
  if (!permalinks) {
    const { rules, isOrdered, problem } = rulesOf(data, version);
    permalinks = { rules, isOrdered, problem: problem ?? firstProblem(rules, version) };
    known.set(version, permalinks);
    read.set(data, known);
  }
  return permalinks;
}

function firstProblem(rules: readonly Rule[], version: string): PermalinkProblem | null {
  for (const { pattern } of rules) {
    const problem = patternProblem(pattern, version);
    if (problem) {
      return problem;
    }
  }
  return null;
}

function rulesOf(data: Data[] | { [key: string]: Data }, version: string): Permalinks {
  if (Array.isArray(data)) {
    return atLeast(version, PERMALINKS_BY_PATH) ? targetedRules(data) : NONE;
  }
  const rules: Rule[] = [];
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string') {
      rules.push(ruleFor('page', name, value, version), ruleFor('term', name, value, version));
    } else if (!atLeast(version, PERMALINKS_BY_KIND)) {
      const text = typeof value === 'object' ? '' : String(value);
      rules.push({ kind: 'page', where: sectionOf(name), pattern: text });
    } else if (isMap(value)) {
      if (!isKind(name, version)) {
        return problemWith(name);
      }
      for (const [section, pattern] of Object.entries(value)) {
        if (typeof pattern !== 'string') {
          return problemWith(`${name}.${section}`);
        }
        rules.push(ruleFor(name, section, pattern, version));
      }
    } else {
      return problemWith(name);
    }
  }
  return { rules, isOrdered: false, problem: null };
}

function problemWith(name: string): Permalinks {
  return { ...NONE, problem: { kind: 'setting', name } };
}

function isKind(name: string, version: string): boolean {
  return (
    /^(?:page|section|taxonomy|term)$/.test(name) || (name === 'home' && atLeast(version, PERMALINKS_BY_PATH))
  );
}

function targetedRules(list: readonly Data[]): Permalinks {
  const rules: Rule[] = [];
  for (const item of list) {
    if (!isMap(item)) {
      return NONE;
    }
    const { pattern, target } = item;
    if (typeof pattern !== 'string') {
      return problemWith('pattern');
    }
    const of = (name: string) => {
      const value = target !== undefined && isMap(target) ? target[name] : undefined;
      return typeof value === 'string' ? value.toLowerCase() : '';
    };
    if (!of('environment') || fitsGlob(of('environment'), 'production')) {
      rules.push({ kind: of('kind'), where: of('path'), pattern });
    }
  }
  return { rules, isOrdered: true, problem: null };
}

function isMap(data: Data): data is { [key: string]: Data } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function ruleFor(kind: string, name: string, pattern: string, version: string): Rule {
  const section = sectionOf(name);
  const glob = section === '' ? '/*' : `/{${section},${section}/**}`;
  return { kind, where: atLeast(version, PERMALINKS_BY_PATH) ? glob : section, pattern };
}

function sectionOf(name: string): string {
  return name.replace(/^[ /]+|[ /]+$/g, '');
}

/**
 * The pattern of a page's address; undefined where it has none, null where that is left to chance.
 * @param path the page's, from the content's root
 */
export function patternFor(
  { rules, isOrdered }: Permalinks,
  page: { readonly kind: PageKind; readonly section: string; readonly path: string },
  version: string,
): string | null | undefined {
  const byPath = atLeast(version, PERMALINKS_BY_PATH);
  const fitting = rules.filter(({ kind, where }) =>
    byPath
      ? (kind === '' || fitsGlob(kind, page.kind)) && (where === '' || fitsGlob(where, page.path))
      : kind === page.kind && where === page.section,
  );
  const [first] = fitting;
  return isOrdered || fitting.every(({ pattern }) => pattern === first?.pattern) ? first?.pattern : null;
}

const TOKEN = /:\w+(?:\[.+?\])?/g;

/** Stands for a colon that is one. */
const COLON = '\0';

/** Why a version can make nothing of a pattern; null where it can. */
export function patternProblem(pattern: string, version: string): PermalinkProblem | null {
  const bad = (escapedIn(pattern, version).match(TOKEN) ?? []).find(
    (token) => !isToken(token.slice(1), version),
  );
  if (bad !== undefined) {
    return { kind: 'token', name: bad };
  }
  const isOdd = pattern === '' || pattern.slice(1).split('/').slice(0, -1).includes('');
  return isOdd && !atLeast(version, EMPTY_PARTS) ? { kind: 'pattern', name: pattern } : null;
}

/** A pattern with its tokens replaced (ExpandPattern); null where what they stand for is not known. */
export function expanded(pattern: string, values: TokenValues, version: string): string | null {
  let text = escapedIn(pattern, version);
  for (const token of text.match(TOKEN) ?? []) {
    const value = tokenValue(token.slice(1), values, version);
    if (value === null) {
      return null;
    }
    text = text.replace(token, () => value);
  }
  return text.replaceAll(COLON, ':');
}

function escapedIn(pattern: string, version: string): string {
  return atLeast(version, ESCAPED_COLONS) ? pattern.replaceAll('\\:', COLON) : pattern;
}
