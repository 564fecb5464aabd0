import { foldedEntry, isOutdone } from '../../frontMatter/tree';
import type { Entry, Node } from '../../frontMatter/tree';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import { goYaml11, goYaml12 } from '../goYaml';
import { dataOf, typeOf } from '../scalars';
import type { Data, PlainReader } from '../scalars';
import { atLeast } from '../versions';
import { STRICT_LISTS, TWO_STEPS, YAML_12 } from './versions';

/** How a version of Hugo types unquoted YAML. */
export function plainReaderOf(version: string): PlainReader {
  return atLeast(version, YAML_12) ? goccy : goYaml11;
}

/** Unquoted, a tab between words gets lost (scanner.go, scanTab). */
const goccy: PlainReader = (text) => goYaml12(text.includes('\t') ? text.replaceAll('\t', '') : text);

/** A field's value, wherever it comes from. */
export interface FieldValue {
  /** Null where nothing is written after the key. */
  readonly node: Node | null;
  /** The value in the text, else its key; null where the value is not in the text. */
  readonly range: Range | null;
  /** The key with its value; null where the field is not in the text. */
  readonly field: Range | null;
}

/** The value of a field: the page's own, one merged into it with `<<`, or one that cascades down to it. */
export function fieldValue(report: Report, name: string): FieldValue | undefined {
  const written = report.field(name);
  const merged = mergedField(report.field('<<')?.value ?? null, name);
  // What is merged is there before names are folded: one with capitals wins there, too.
  const own = merged && (!written || isOutdone(written, merged, name)) ? merged : written;
  if (own) {
    return { node: own.value, range: own.value?.range ?? own.key.range, field: own.range };
  }
  const node = report.options.inherited?.get(name);
  return node === undefined ? undefined : { node, range: null, field: null };
}

/** The value of a field as plain data; undefined where the field is missing. */
export function valueOf(report: Report, name: string, version: string): Data | undefined {
  const value = fieldValue(report, name);
  return value && dataOf(value.node, plainReaderOf(version));
}

/** The value of a parameter: a field, or one among `params`, from 0.123 on. */
export function paramOf(report: Report, name: string, version: string): Data | undefined {
  const own = valueOf(report, name, version);
  const params = atLeast(version, TWO_STEPS) ? fieldValue(report, 'params')?.node : undefined;
  const inner = params?.kind === 'map' ? foldedEntry(params.entries, name) : undefined;
  return inner ? dataOf(inner.value, plainReaderOf(version)) : own;
}

/** The value of a field as text; empty for a list or a map, and where the field is missing. */
export function textOf(report: Report, name: string, version: string): string {
  const node = fieldValue(report, name)?.node;
  return node?.kind === 'scalar' ? goText(typeOf(node, plainReaderOf(version)).value) : '';
}

/** Of several merged maps the first one that has the field counts. */
function mergedField(merged: Node | null, name: string): Entry | undefined {
  if (merged?.kind === 'map') {
    return foldedEntry(merged.entries, name);
  }
  for (const item of merged?.kind === 'list' ? merged.items : []) {
    const found = item?.kind === 'map' ? mergedField(item, name) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Go's loose cast to a boolean (spf13/cast, ToBoolE); null where it fails. */
export function castBool({ node }: FieldValue, version: string): boolean | null {
  if (node && node.kind !== 'scalar') {
    return null;
  }
  const data = typeOf(node, plainReaderOf(version)).value;
  switch (typeof data) {
    case 'boolean':
      return data;
    case 'number':
    case 'bigint': {
      // Once only Go's `int` would do: neither floats nor what TOML and JSON make of numbers.
      const isInt = node?.style === 'plain' && Number.isInteger(data);
      return isInt || atLeast(version, TWO_STEPS) ? Number(data) !== 0 : null;
    }
    case 'string':
      if (/^(?:1|t|T|true|True|TRUE)$/.test(data)) {
        return true;
      }
      return /^(?:0|f|F|false|False|FALSE)$/.test(data) ? false : null;
    default:
      return false;
  }
}

/** Switches that Hugo reads itself. */
const OWN_SWITCHES: ReadonlySet<string> = new Set(['draft', 'headless', 'iscjklanguage', 'published']);

/** Whether a switch is on: Hugo casts its own, and templates take for false what is nothing, zero or empty. */
export function isOnInHugo(
  name: string,
  node: Node | null,
  { version }: { readonly version: string },
): boolean {
  if (OWN_SWITCHES.has(name)) {
    return castBool({ node, range: null, field: null }, version) === true;
  }
  if (node && node.kind !== 'scalar') {
    return (node.kind === 'list' ? node.items : node.entries).length > 0;
  }
  const { value } = typeOf(node, plainReaderOf(version));
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) !== 0 : Boolean(value);
}

/** A value as Hugo shows it as text (spf13/cast, ToString). */
export function goText(data: Data | undefined): string {
  if (typeof data === 'number') {
    return decimal(data);
  }
  return data === null || data === undefined || typeof data === 'object' ? '' : String(data);
}

/** A number without an exponent. */
function decimal(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  }
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(String(value)) ?? [];
  if (exponent === undefined) {
    return String(value);
  }
  const shift = Number(exponent);
  return shift > 0
    ? sign + whole + fraction.padEnd(shift, '0')
    : `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
}

/**
 * The terms that tags end up as: a string is one term; those that differ only by case or by a hyphen for a blank are one.
 */
export function hugoTerms(tags: Data | undefined, version: string): string[] {
  const list = Array.isArray(tags) ? tags : tags === undefined || tags === null ? [] : [tags];
  if (atLeast(version, STRICT_LISTS) && list.some((tag) => typeof tag === 'object' && tag !== null)) {
    return [];
  }
  const terms = new Map<string, string>();
  for (const tag of list) {
    const text = goText(tag);
    const key = addressOf(text, version);
    if (key && !terms.has(key)) {
      terms.set(key, text);
    }
  }
  return [...terms.values()];
}

/** The part of a term's address by which terms are told apart; empty for one that has no page. */
export function addressOf(term: string, version: string): string {
  const key = term.trim().toLowerCase();
  return atLeast(version, TWO_STEPS)
    ? // A term of blanks is one.
      key.replace(/\s+/g, '-') || (term === '' ? '' : '-')
    : // Before, what is no part of a path was left out (helpers/path.go, UnicodeSanitize).
      key
        .replace(/[^\s\p{L}\p{N}\p{M}./\\_#+~@-]/gu, '')
        .trim()
        .replace(/\s+/g, '-')
        .replace(/^\/+|\/+$/g, '');
}
