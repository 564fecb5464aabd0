import type { OutputUnit } from '@cfworker/json-schema';
import type { Data } from '../generators/scalars';
import type { SchemaProblem } from '../rules/rule';
import { anyOfProblem, problemsOf } from './problems';
import { isObject } from './shape';
import type { SchemaObject } from './shape';
import type { Failure } from './failure';
import type { Checked } from './failure';

/** They only say that something within them does not fit, and that is said too. */
const PARENTS = new Set([
  '$ref', '$recursiveRef', 'allOf', 'if', 'properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties',
  'items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'dependentSchemas',
]); // prettier-ignore

/** What is said within them is said of a value that was only tried. */
const TRIED = new Set(['contains', 'propertyNames']);

/** What is true of the start of a text and of the whole. */
const TRUE_OF_START = new Set(['type', 'maxLength']);

/** Keywords that tell ways in which a value may fit. */
const CHOICES = new Set(['anyOf', 'oneOf']);

/**
 * Makes problems of what the validator says: of each cause the most specific one only.
 * @param units in the validator's order, in which what lies within a keyword follows it
 */
export function specificProblems(units: readonly OutputUnit[], checked: Checked): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const said = new Set<string>();
  const located = withPlaces(units);
  for (let index = 0; index < located.length; index++) {
    const unit = located[index];
    const path = pathOf(unit?.instanceLocation ?? '').join('/');
    if (!unit || PARENTS.has(unit.keyword) || (checked.cut.has(path) && !TRUE_OF_START.has(unit.keyword))) {
      continue;
    }
    if (CHOICES.has(unit.keyword)) {
      const inner = unitsWithin(located, index);
      index += inner.length;
      problems.push(...choiceProblems(unit, inner, checked));
      continue;
    }
    // Of a name that does not fit the validator tells no place: it stands in what is said next.
    const named = unit.keyword === 'propertyNames' ? located[index + 1] : undefined;
    const place = named?.instanceLocation ?? unit.instanceLocation;
    // `required` is said once for each field that is missing, all of which are told at once.
    const key = `${place} ${unit.keywordLocation}`;
    const failure = said.has(key) ? null : failureOf({ ...unit, instanceLocation: place }, checked);
    said.add(key);
    problems.push(...(failure ? problemsOf(failure) : []));
  }
  return distinct(problems);
}

/** Parts of a schema may ask for the same thing. */
function distinct(problems: readonly SchemaProblem[]): SchemaProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, message }) => {
    const key = JSON.stringify([path, message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Of a schema `false` the validator tells no place: it stands in what was said before. */
function withPlaces(units: readonly OutputUnit[]): OutputUnit[] {
  return units.map((unit, index) =>
    unit.keyword === 'false'
      ? { ...unit, keywordLocation: `${units[index - 1]?.keywordLocation ?? '#'}/false` }
      : unit,
  );
}

function unitsWithin(units: readonly OutputUnit[], index: number): OutputUnit[] {
  const place = `${units[index]?.keywordLocation ?? ''}/`;
  const after = units.slice(index + 1);
  const end = after.findIndex(({ keywordLocation }) => !keywordLocation.startsWith(place));
  return end < 0 ? after : after.slice(0, end);
}

/** Several ways to fit, none of which does: what is said of the one that was most likely meant. */
function choiceProblems(unit: OutputUnit, inner: readonly OutputUnit[], checked: Checked): SchemaProblem[] {
  const failure = failureOf(unit, checked);
  if (!failure) {
    return [];
  }
  const ways = new Map<string, OutputUnit[]>();
  for (const child of inner) {
    const way = /^\d+/.exec(child.keywordLocation.slice(unit.keywordLocation.length + 1))?.[0] ?? '';
    ways.set(way, [...(ways.get(way) ?? []), child]);
  }
  const all = [...ways.values()];
  const right = all.filter(
    (way) =>
      !way.some(
        ({ keyword, instanceLocation }) => keyword === 'type' && instanceLocation === unit.instanceLocation,
      ),
  );
  const several = Array.isArray(failure.part['oneOf']) && all.length < failure.part['oneOf'].length;
  const [only] = right;
  return only && right.length === 1 && !(unit.keyword === 'oneOf' && several)
    ? specificProblems(only, checked)
    : [
        anyOfProblem(
          failure,
          (right.length > 0 ? right : all).map((way) =>
            way.flatMap((child) => failureOf(child, checked) ?? []),
          ),
        ),
      ];
}

function failureOf(unit: OutputUnit, checked: Checked): Failure | null {
  const place = partAt(unit.keywordLocation, checked);
  const path = pathOf(unit.instanceLocation);
  return place && { ...place, keyword: unit.keyword, path, value: valueAt(checked.data, path), checked };
}

/**
 * Follows the validator's way through the schema to the part that holds a keyword.
 * @returns null where the way leads through what is only tried
 */
function partAt(
  location: string,
  { schema, lookup }: Checked,
): { part: SchemaObject; within: string } | null {
  let part: unknown = schema;
  let within = '';
  // A part of the schema is an object; what `properties` and its like hold are names, or places in a list.
  let names: unknown;
  for (const step of pathOf(location).slice(0, -1)) {
    if (names !== undefined) {
      part = (names as { readonly [name: string]: unknown })[step];
      names = undefined;
    } else if (isObject(part) && !TRIED.has(step)) {
      within = step;
      const value: unknown =
        step === '$ref'
          ? lookup[String(part['__absolute_ref__'])]
          : step === '$recursiveRef'
            ? schema
            : part[step];
      const isMap = /^(?:properties|patternProperties|dependentSchemas|dependencies)$/.test(step);
      if (isMap || Array.isArray(value)) {
        names = value;
      } else {
        part = value;
      }
    } else {
      return null;
    }
  }
  return isObject(part)
    ? { part, within }
    : typeof part === 'boolean' || names !== undefined
      ? { part: {}, within }
      : null;
}

/** The names in a JSON pointer, `#/a/b`. */
function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => decodeURI(step).replaceAll('%23', '#').replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(data: Data, path: readonly string[]): Data | undefined {
  let value: Data | undefined = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    value = Array.isArray(value) ? value[Number(step)] : value[step];
  }
  return value;
}
