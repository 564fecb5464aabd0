import { dereference, format, validate } from '@cfworker/json-schema';
import type { Schema, SchemaDraft } from '@cfworker/json-schema';
import type { Data } from '../generators/scalars';
import { say } from '../message';
import type { FieldSchema, SchemaProblem } from '../rules/rule';
import type { SchemaReading } from './reading';
import { specificProblems } from './specific';
import { isObject, partsOf, shapeProblem } from './shape';
import type { SchemaPart } from './shape';

/** A longer text is cut before it is compared with patterns, which may take their time for each character. */
const MAX_TEXT = 500;

/** Front matter with more values is not checked. */
const MAX_VALUES = 5000;

/** YAML writes times with a blank, and often without a zone: each generator knows what they mean. */
format['date-time'] = (text) =>
  /^\d{4}-\d\d-\d\d(?:[Tt]|[ \t]+)\d\d?:\d\d(?::\d\d(?:\.\d+)?)?[ \t]*(?:[Zz]|[+-]\d\d?(?::?\d\d)?)?$/.test(
    text,
  ) &&
  (format['date']?.(text.slice(0, 10)) ?? true);

/**
 * Makes a schema ready for use.
 * @param value what its text holds
 */
export function compileSchema(value: unknown): SchemaReading {
  try {
    const problem = shapeProblem(value);
    if (problem) {
      return { schema: null, problem };
    }
    const schema = value as SchemaPart;
    const lookup: Record<string, Schema | boolean> = {};
    dereference(schema, lookup);
    const missing = danglingReference(schema, lookup);
    return missing === undefined
      ? { schema: new CompiledSchema(schema, lookup), problem: null }
      : { schema: null, problem: say('it refers to `{0}`, which it does not hold', missing) };
  } catch (error) {
    return {
      schema: null,
      problem:
        error instanceof RangeError
          ? say('it is nested too deeply')
          : say('{0}', error instanceof Error ? error.message : String(error)),
    };
  }
}

/** A reference to what is not in the file: it is not fetched. */
function danglingReference(part: unknown, lookup: Readonly<Record<string, unknown>>): string | undefined {
  if (!isObject(part)) {
    return undefined;
  }
  const reference = part['$ref'];
  if (reference !== undefined && lookup[String(part['__absolute_ref__'])] === undefined) {
    return typeof reference === 'string' ? reference : JSON.stringify(reference);
  }
  for (const [keyword, value] of Object.entries(part)) {
    for (const [, inner] of partsOf(keyword, value)) {
      const missing = danglingReference(inner, lookup);
      if (missing !== undefined) {
        return missing;
      }
    }
  }
  return undefined;
}

function draftOf(schema: SchemaPart): SchemaDraft {
  const uri = isObject(schema) ? String(schema['$schema']) : '';
  return /draft-0[34]/.test(uri)
    ? '4'
    : /draft-0[67]/.test(uri)
      ? '7'
      : uri.includes('2019-09')
        ? '2019-09'
        : '2020-12';
}

class CompiledSchema implements FieldSchema {
  readonly names: ReadonlySet<string>;

  constructor(
    readonly schema: SchemaPart,
    readonly lookup: Record<string, Schema | boolean>,
  ) {
    this.names = namesIn(schema, lookup, 0);
  }

  check(fields: Data): readonly SchemaProblem[] {
    const { data, cut } = prepare(fields);
    if (data === undefined) {
      return [];
    }
    try {
      const schema = this.schema;
      const { errors } = validate(data, schema, draftOf(this.schema), this.lookup, false);
      return specificProblems(errors, { schema: this.schema, lookup: this.lookup, data, cut });
    } catch {
      // A schema that refers to itself without an end exhausts the stack.
      return [];
    }
  }
}

/** The names that a schema knows for the fields at the top, with those that it refers to or is made of. */
function namesIn(part: unknown, lookup: Readonly<Record<string, unknown>>, depth: number): Set<string> {
  const names = new Set<string>();
  if (!isObject(part) || depth > 10) {
    return names;
  }
  const { properties, required } = part;
  for (const name of isObject(properties) ? Object.keys(properties) : []) {
    names.add(name);
  }
  for (const name of Array.isArray(required) ? (required as string[]) : []) {
    names.add(name);
  }
  const inner = [part['$ref'] === undefined ? undefined : lookup[String(part['__absolute_ref__'])]];
  for (const keyword of ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else']) {
    inner.push(...partsOf(keyword, part[keyword]).map(([, sub]) => sub));
  }
  for (const sub of inner) {
    for (const name of namesIn(sub, lookup, depth + 1)) {
      names.add(name);
    }
  }
  return names;
}

/**
 * Makes values that the validator takes: no large integers, and no long texts. What it then says of a text that was cut
 * may not be true of the whole.
 */
function prepare(fields: Data): { data: Data | undefined; cut: ReadonlySet<string> } {
  const cut = new Set<string>();
  let left = MAX_VALUES;
  const convert = (value: Data, path: readonly string[]): Data => {
    left--;
    if (left < 0) {
      return null;
    }
    if (typeof value === 'bigint') {
      return Number(value);
    }
    if (typeof value === 'string' && value.length > MAX_TEXT) {
      cut.add(path.join('/'));
      return value.slice(0, MAX_TEXT);
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => convert(item, [...path, String(index)]));
    }
    if (typeof value === 'object' && value !== null) {
      const map = Object.create(null) as { [key: string]: Data };
      for (const [name, item] of Object.entries(value)) {
        if (name.length <= MAX_TEXT) {
          map[name] = convert(item, [...path, name]);
        }
      }
      return map;
    }
    return value;
  };
  const data = convert(fields, []);
  return { data: left < 0 ? undefined : data, cut };
}
