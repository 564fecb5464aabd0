import type { FieldHelp } from '../generators/fieldHelp';
import type { Site } from '../generators/generator';
import type { OtherReports } from '../index/otherReports';
import { tagFieldOf } from '../report/termFields';
import type { Range } from '../text';
import { foldedName, knowledgeOf } from '../fields/known';
import type { NamePlace } from '../cursor/namePlace';

/** Something on offer at a cursor. */
export interface Item {
  readonly label: string;
  /** The number of other reports that have it. */
  readonly count: number;
  readonly range: Range;
  readonly newText: string;
  /** Where the cursor belongs afterwards, as a UTF-16 offset in `newText`. */
  readonly caret: number;
  /** To be compared with what stands between the start of `range` and the cursor: quoted as that is. */
  readonly filterText: string;
  readonly sortText: string;
}

/** The name of a field on offer. */
export interface NameItem extends Item {
  /** Null for a field of the writers' own. */
  readonly help: FieldHelp | null;
  /** What can stand in the field is known: it is to be offered next. */
  readonly opensValues: boolean;
}

/** What a field starts with; `|` is where the cursor goes. */
const FORMS = {
  yaml: { text: '|', boolean: '|', date: '|', number: '|', list: '[|]', map: '\n  |' },
  toml: { text: '"|"', boolean: '|', date: '|', number: '|', list: '[|]', map: '{ | }' },
  json: { text: '"|"', boolean: '|', date: '"|"', number: '|', list: '[|]', map: '{ | }' },
} as const;

/**
 * The names to offer at a cursor: those that other reports use, the most used first, then those that the generator, its
 * themes and its plugins read; without those that the header has.
 */
export function completeFields(place: NamePlace, site: Site, others: OtherReports): NameItem[] {
  const taken = new Set(place.others.map((name) => foldedName(name, site)));
  const { fields } = knowledgeOf(site);
  const helps = new Map(fields.map((help) => [foldedName(help.name, site), help]));
  const offered = new Map<string, { name: string; help: FieldHelp | null; count: number }>();
  for (const { value, count } of others.fields()) {
    const help = helps.get(value) ?? null;
    offered.set(value, { name: help?.name ?? value, help, count });
  }
  for (const [folded, help] of helps) {
    if (!help.isHidden && !offered.has(folded)) {
      offered.set(folded, { name: help.name, help, count: 0 });
    }
  }
  return [...offered]
    .filter(([folded, { name }]) => !taken.has(folded) && isWritable(name))
    .map(([folded, { name, help, count }], rank): NameItem => {
      const written = writeName(name, help, place);
      return {
        label: name,
        count,
        range: place.range,
        newText: written.replace('|', ''),
        caret: written.indexOf('|'),
        filterText: place.typed.startsWith('"') ? `"${name}"` : name,
        sortText: String(rank).padStart(4, '0'),
        help,
        opensValues: !place.hasValue && opensValues(folded, help, others),
      };
    });
}

/** A name that needs no quotes, and so can be written as it is in every format. */
function isWritable(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(name);
}

function writeName(
  name: string,
  help: FieldHelp | null,
  { format, hasValue, needsComma }: NamePlace,
): string {
  // TOML's names are of plain letters alone.
  const key =
    format === 'json' || (format === 'toml' && !/^[\w-]+$/.test(name)) ? JSON.stringify(name) : name;
  if (hasValue) {
    return `${key}|`;
  }
  const form = FORMS[format][help?.types[0] ?? 'text'];
  const mark = format === 'toml' ? ' = ' : form.startsWith('\n') ? ':' : ': ';
  return `${key}${mark}${form}${needsComma ? ',' : ''}`;
}

function opensValues(name: string, help: FieldHelp | null, others: OtherReports): boolean {
  return (
    tagFieldOf(name) !== null ||
    name === 'layout' ||
    name === 'excerpt_separator' ||
    help?.types.some((type) => type === 'boolean' || type === 'date') === true ||
    others.values(name).length > 0
  );
}
