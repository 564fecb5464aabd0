import type { Data } from '../generators/scalars';
import { say } from '../message';
import type { Message } from '../message';
import type { SchemaProblem } from '../rules/rule';
import type { Failure } from './failure';
import { listOf, ownWords, sentence, typeSentence, typesOf } from './sentences';
import { isObject } from './shape';
import type { SchemaObject } from './shape';

/** What the validator says of one keyword, as problems of ours: one for each field that is missing. */
export function problemsOf(failure: Failure): SchemaProblem[] {
  const { keyword, part, path, value } = failure;
  switch (keyword) {
    case 'required':
      return missingFrom(namesIn(part['required']), failure);
    case 'dependentRequired':
    case 'dependencies':
      return dependents(failure);
    case 'uniqueItems':
      return [
        {
          path: twicePath(path, value),
          ofName: false,
          message: say('Your schema does not allow the same item twice.'),
        },
      ];
    case 'propertyNames':
      return [
        nameProblem(failure, say('Your schema does not allow a field of the name `{0}`.', path.at(-1) ?? '')),
      ];
    case 'false':
      return [forbidden(failure)];
    default: {
      const allowed = allowedBy(keyword, part);
      return [
        {
          path,
          ofName: false,
          message: ownWords(keyword, part) ?? sentence(failure),
          ...(allowed ? { allowed } : {}),
        },
      ];
    }
  }
}

/** None of several ways fits. */
export function anyOfProblem(failure: Failure, ways: readonly (readonly Failure[])[]): SchemaProblem {
  const { path, part, keyword } = failure;
  const all = ways.flat();
  const isHere = (other: Failure) => other.path.length === path.length;
  const own = ownWords(keyword, part);
  if (own) {
    return { path, ofName: false, message: own };
  }
  const values = all.map((other) => (isHere(other) ? allowedBy(other.keyword, other.part) : undefined));
  if (values.length > 0 && values.every((list) => list !== undefined)) {
    const allowed = values.flat();
    return { path, ofName: false, message: say('Your schema allows {0} here.', listOf(allowed)), allowed };
  }
  if (all.length > 0 && all.every((other) => other.keyword === 'type' && isHere(other))) {
    const types = all.flatMap((other) => typesOf(other.part['type']));
    return { path, ofName: false, message: typeSentence([...new Set(types)], failure.value) };
  }
  if (all.length > 0 && all.every((other) => other.keyword === 'required' && isHere(other))) {
    const names = all.flatMap((other) => absent(namesIn(other.part['required']), other.value));
    return {
      path,
      ofName: false,
      message: say('Your schema asks for one of these fields: {0}.', listOf([...new Set(names)])),
    };
  }
  return {
    path,
    ofName: false,
    message:
      all.length === 0 && keyword === 'oneOf'
        ? say('This fits several of the forms that your schema tells apart.')
        : say('This fits none of the forms that your schema allows.'),
  };
}

function allowedBy(keyword: string, part: SchemaObject): readonly Data[] | undefined {
  const { enum: list, const: only } = part;
  return keyword === 'const'
    ? [only as Data]
    : keyword === 'enum' && Array.isArray(list)
      ? (list as Data[])
      : undefined;
}

function namesIn(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

function absent(names: readonly string[], value: Data | undefined): string[] {
  return names.filter((name) => !isObject(value) || !Object.hasOwn(value, name));
}

function missingFrom(names: readonly string[], failure: Failure): SchemaProblem[] {
  const { path, value, part } = failure;
  return absent(names, value).map((name) => ({
    path,
    ofName: false,
    message:
      path.length === 0
        ? say('Your schema asks for the field `{0}`.', name)
        : say('Your schema asks for the field `{0}` in `{1}`.', name, path.join('.')),
    missing: { name, ...proposalFor(name, part, failure) },
  }));
}

/** What a schema tells of the value of a missing field: the only one that is allowed, or the usual one. */
function proposalFor(
  name: string,
  part: SchemaObject,
  { checked }: Failure,
): { value: Data | undefined; only: boolean } {
  const known = [part, checked.schema].flatMap((place) => {
    const field: unknown =
      isObject(place) && isObject(place['properties']) ? place['properties'][name] : undefined;
    return isObject(field) ? [field, checked.lookup[String(field['__absolute_ref__'])]] : [];
  });
  const fields = known.filter(isObject);
  for (const field of fields) {
    const only = allowedBy('const' in field ? 'const' : 'enum', field);
    if (only?.length === 1) {
      return { value: only[0], only: true };
    }
  }
  return {
    value: fields.find((field) => field['default'] !== undefined)?.['default'] as Data | undefined,
    only: false,
  };
}

function dependents({ keyword, part, path, value }: Failure): SchemaProblem[] {
  const lists = part[keyword];
  if (!isObject(lists) || !isObject(value)) {
    return [];
  }
  return Object.entries(lists).flatMap(([name, wanted]) =>
    Object.hasOwn(value, name)
      ? absent(namesIn(wanted), value as Data).map((missing) => ({
          path: [...path, name],
          ofName: true,
          message: say('Your schema asks for the field `{0}` beside `{1}`.', missing, name),
        }))
      : [],
  );
}

/** The second of two items that are the same. */
function twicePath(path: readonly string[], value: Data | undefined): readonly string[] {
  const seen = new Set<string>();
  const index = Array.isArray(value)
    ? value.findIndex((item) => {
        const text = JSON.stringify(item);
        const twice = seen.has(text);
        seen.add(text);
        return twice;
      })
    : -1;
  return index < 0 ? path : [...path, String(index)];
}

function nameProblem({ path, part, keyword }: Failure, message: Message): SchemaProblem {
  return { path, ofName: true, message: ownWords(keyword, part) ?? message };
}

/** Where the schema says `false`, nothing may stand. */
function forbidden(failure: Failure): SchemaProblem {
  const { within, path } = failure;
  const name = path.at(-1) ?? '';
  return /items/i.test(within) || name === ''
    ? { path, ofName: false, message: say('Your schema does not allow this.') }
    : nameProblem(failure, say('Your schema does not know the field `{0}`.', name));
}
