import { say } from '../message';
import type { Message } from '../message';

/** A schema, or a part of one, as it stands in the file. */
export type SchemaPart = boolean | SchemaObject;

/** What a schema says, by keyword. */
export interface SchemaObject {
  readonly [keyword: string]: unknown;
}

/** Keywords that hold one schema; `items` may hold a list of them. */
const ONE = new Set([
  'additionalItems', 'unevaluatedItems', 'items', 'contains', 'additionalProperties', 'unevaluatedProperties',
  'propertyNames', 'not', 'if', 'then', 'else',
]); // prettier-ignore

/** Keywords that hold a list of schemas. */
const LISTS = new Set(['prefixItems', 'items', 'allOf', 'anyOf', 'oneOf']);

/** Keywords that hold schemas by name; some of those in `dependencies` are lists of names. */
const MAPS = new Set([
  '$defs', 'definitions', 'properties', 'patternProperties', 'dependentSchemas', 'dependencies',
]); // prettier-ignore

const TYPES = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);

const COUNTS = [
  'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minContains', 'maxContains',
]; // prettier-ignore

/** Tells whether a value is an object, as JSON has them. */
export function isObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Follows one step of a path through a schema.
 * @returns the schemas of a keyword with the steps that lead to each; none for a keyword that holds none
 */
export function partsOf(keyword: string, value: unknown): [steps: string[], part: unknown][] {
  if (Array.isArray(value)) {
    return LISTS.has(keyword) ? value.map((part, index) => [[keyword, String(index)], part]) : [];
  }
  if (MAPS.has(keyword) && isObject(value)) {
    return Object.entries(value).flatMap(([name, part]): [string[], unknown][] =>
      keyword === 'dependencies' && Array.isArray(part) ? [] : [[[keyword, name], part]],
    );
  }
  return ONE.has(keyword) ? [[[keyword], value]] : [];
}

/**
 * What makes a value no schema: a keyword of the wrong kind, or a pattern that is none.
 * @returns null where it is one
 */
export function shapeProblem(part: unknown, path: readonly string[] = []): Message | null {
  if (typeof part === 'boolean') {
    return null;
  }
  if (!isObject(part)) {
    return say('{0} is neither an object nor true or false', placeOf(path));
  }
  const wrong = wrongKeyword(part);
  if (wrong) {
    return say('{0}: {1}', placeOf(path), wrong);
  }
  for (const [keyword, value] of Object.entries(part)) {
    for (const [steps, inner] of partsOf(keyword, value)) {
      const problem = shapeProblem(inner, [...path, ...steps]);
      if (problem) {
        return problem;
      }
    }
  }
  return null;
}

function placeOf(path: readonly string[]): Message | string {
  return path.length === 0 ? say('The schema') : `\`${path.join('/')}\``;
}

function wrongKeyword(part: SchemaObject): Message | null {
  const { type, required, pattern, patternProperties } = part;
  const types: readonly unknown[] = Array.isArray(type) ? type : type === undefined ? [] : [type];
  const unknown = types.find((name) => typeof name !== 'string' || !TYPES.has(name));
  if (unknown !== undefined) {
    return say('there is no type {0}', JSON.stringify(unknown));
  }
  // In draft 3, and often by mistake, `required` stands in the field itself.
  if (required !== undefined && !isNames(required)) {
    return say('`{0}` must be a list of names', 'required');
  }
  if (part['enum'] !== undefined && !Array.isArray(part['enum'])) {
    return say('`{0}` must be a list', 'enum');
  }
  const count = COUNTS.find((keyword) => part[keyword] !== undefined && typeof part[keyword] !== 'number');
  if (count) {
    return say('`{0}` must be a number', count);
  }
  const list = ['allOf', 'anyOf', 'oneOf'].find(
    (keyword) => part[keyword] !== undefined && !Array.isArray(part[keyword]),
  );
  if (list) {
    return say('`{0}` must be a list', list);
  }
  const map = [...MAPS].find((keyword) => part[keyword] !== undefined && !isObject(part[keyword]));
  if (map) {
    return say('`{0}` must be an object', map);
  }
  const patterns = [pattern, ...Object.keys(isObject(patternProperties) ? patternProperties : {})];
  const bad = patterns.find((text) => text !== undefined && !isPattern(text));
  return bad === undefined ? null : say('{0} is no regular expression', JSON.stringify(bad));
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

/** JSON Schema's patterns are those of JavaScript, read as Unicode. */
function isPattern(text: unknown): boolean {
  try {
    return typeof text === 'string' && new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
