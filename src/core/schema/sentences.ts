import type { Data } from '../generators/scalars';
import { say } from '../message';
import type { Message } from '../message';
import type { Failure } from './failure';
import type { SchemaObject } from './shape';

/** How many values of a list are named in a sentence. */
const MAX_NAMED = 6;

/** How much of one value is. */
const MAX_SHOWN = 60;

/** What the schema itself says where a value does not fit; VS Code's editor of JSON knows these words. */
export function ownWords(keyword: string, part: SchemaObject): Message | null {
  const own = (keyword === 'pattern' ? part['patternErrorMessage'] : undefined) ?? part['errorMessage'];
  return typeof own === 'string' && own !== '' ? say('{0}', own) : null;
}

/** What a keyword asks for. */
export function sentence({ keyword, part, value }: Failure): Message {
  const limit = part[keyword];
  const shown = shownValue(limit);
  switch (keyword) {
    case 'type':
      return typeSentence(typesOf(limit), value);
    case 'enum':
      return say('Your schema allows {0} here.', listOf(Array.isArray(limit) ? (limit as Data[]) : []));
    case 'const':
      return say('Your schema allows {0} here.', listOf([limit as Data]));
    case 'pattern':
      return say('Your schema wants text here that matches `{0}`.', shown);
    case 'format':
      return formatSentence(String(limit));
    case 'minLength':
      return limit === 1
        ? say('Your schema wants some text here.')
        : say('Your schema wants at least {0} characters here.', shown);
    case 'maxLength':
      return say('Your schema allows at most {0} characters here.', shown);
    case 'minItems':
      return limit === 1
        ? say('Your schema wants at least one item here.')
        : say('Your schema wants at least {0} items here.', shown);
    case 'maxItems':
      return limit === 1
        ? say('Your schema allows one item here.')
        : say('Your schema allows at most {0} items here.', shown);
    case 'minProperties':
      return say('Your schema wants at least {0} fields here.', shown);
    case 'maxProperties':
      return say('Your schema allows at most {0} fields here.', shown);
    case 'minimum':
      return part['exclusiveMinimum'] === true
        ? say('Your schema wants more than {0} here.', shown)
        : say('Your schema wants at least {0} here.', shown);
    case 'maximum':
      return part['exclusiveMaximum'] === true
        ? say('Your schema wants less than {0} here.', shown)
        : say('Your schema allows at most {0} here.', shown);
    case 'exclusiveMinimum':
      return say('Your schema wants more than {0} here.', shown);
    case 'exclusiveMaximum':
      return say('Your schema wants less than {0} here.', shown);
    case 'multipleOf':
      return say('Your schema wants a multiple of {0} here.', shown);
    case 'contains':
    case 'minContains':
    case 'maxContains':
      return say('Your schema wants other items in this list.');
    default:
      return say('Your schema does not allow this.');
  }
}

function formatSentence(name: string): Message {
  switch (name) {
    case 'date':
      return say('Your schema wants a date here, such as {0}.', '2019-07-23');
    case 'date-time':
      return say('Your schema wants a date with a time here, such as {0}.', '2019-07-23T10:00:00Z');
    case 'time':
      return say('Your schema wants a time here, such as {0}.', '10:00:00Z');
    case 'email':
      return say('Your schema wants an e-mail address here.');
    case 'uri':
    case 'url':
      return say('Your schema wants a whole address here, such as {0}.', 'https://example.org/');
    default:
      return say('Your schema wants the format `{0}` here.', name);
  }
}

/** The names in `type`. */
export function typesOf(type: unknown): string[] {
  return Array.isArray(type) ? type.map(String) : [String(type)];
}

/** Says which kinds of values are wanted, and which was found. */
export function typeSentence(types: readonly string[], value: Data | undefined): Message {
  const [first = '', ...others] = types;
  const wanted = others.reduce<Message>(
    (before, type) => say('{0} or {1}', before, kindOf(type)),
    kindOf(first),
  );
  return say('Your schema wants {0} here, not {1}.', wanted, kindOf(typeOfValue(value)));
}

function typeOfValue(value: Data | undefined): string {
  return value === null || value === undefined ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function kindOf(type: string): Message {
  switch (type) {
    case 'string':
      return say('text');
    case 'number':
      return say('a number');
    case 'integer':
      return say('a whole number');
    case 'boolean':
      return say('`true` or `false`');
    case 'array':
      return say('a list');
    case 'object':
      return say('a map');
    default:
      return say('nothing');
  }
}

/** Values in a sentence: the first ones, where there are many. */
export function listOf(values: readonly Data[]): Message | string {
  const named = values.slice(0, MAX_NAMED).map((value) => `\`${shownValue(value)}\``);
  if (values.length > MAX_NAMED) {
    return `${named.join(', ')}, …`;
  }
  const [last = ''] = named.splice(-1);
  return named.length === 0 ? last : say('{0} or {1}', named.join(', '), last);
}

function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
