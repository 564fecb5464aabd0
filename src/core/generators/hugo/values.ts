import type { Report } from '../../report/report';
import { dataOf, goYaml11, goYaml12 } from '../scalars';
import type { Data, PlainReader } from '../scalars';
import { atLeast } from '../versions';

/** From here on Hugo reads YAML 1.2 (goccy/go-yaml): `yes` is a string, and a duplicate key is an error. */
export const YAML_12 = '0.152';

/** From here on pages are built in two steps; somewhere about here, recorded runs differ from those before. */
export const TWO_STEPS = '0.123';

/** How a version of Hugo types unquoted YAML. */
export function plainReaderOf(version: string): PlainReader {
  return atLeast(version, YAML_12) ? goYaml12 : goYaml11;
}

/** The value of a field; undefined where the field is missing. Hugo's merge key `<<` counts where the field itself is missing. */
export function valueOf(report: Report, name: string, version: string): Data | undefined {
  const entry = report.field(name) ?? mergedField(report, name);
  return entry ? dataOf(entry.value, plainReaderOf(version)) : undefined;
}

function mergedField(report: Report, name: string) {
  const merged = report.field('<<')?.value;
  return merged?.kind === 'map'
    ? merged.entries.findLast(({ key }) => key.name?.toLowerCase() === name)
    : undefined;
}

/** Go's loose cast to a boolean (spf13/cast, ToBoolE); null where it fails. */
export function castBool(data: Data | undefined): boolean | null {
  switch (typeof data) {
    case 'boolean':
      return data;
    case 'number':
    case 'bigint':
      return Number(data) !== 0;
    case 'string':
      if (/^(?:1|t|T|true|True|TRUE)$/.test(data)) {
        return true;
      }
      return /^(?:0|f|F|false|False|FALSE)$/.test(data) ? false : null;
    default:
      return data === null ? false : null;
  }
}

/** A value as Hugo shows it as text. */
export function goText(data: Data | undefined): string {
  return data === null || data === undefined || typeof data === 'object' ? '' : String(data);
}

/**
 * The terms that tags end up as: a string is one term; those that differ only by case or by a hyphen for a blank are one.
 */
export function hugoTerms(tags: Data | undefined, version: string): string[] {
  const list = Array.isArray(tags) ? tags : tags === undefined || tags === null ? [] : [tags];
  // One map or list among them, and Hugo drops them all.
  if (list.some((tag) => typeof tag === 'object' && tag !== null)) {
    return [];
  }
  const terms = new Map<string, string>();
  for (const tag of list) {
    const text = goText(tag);
    const key = text.trim().toLowerCase().replace(/\s+/g, '-');
    // Before pages came to be built in two steps, a term with no letter or digit had no address, and no page.
    const hasPage = atLeast(version, TWO_STEPS) || /[\p{L}\p{N}]/u.test(key);
    if (key && hasPage && !terms.has(key)) {
      terms.set(key, text);
    }
  }
  return [...terms.values()];
}
