import type { FieldHelp } from '../generators/fieldHelp';
import type { Site } from '../generators/generator';
import type { Now } from '../generators/forecast';
import { clockIn, offsetIn } from '../generators/timeZone';
import { say } from '../message';
import type { Message } from '../message';
import type { OtherReports } from '../index/otherReports';
import type { ValueContext } from '../cursor/valueContext';
import { isPlainSafe, quoteTag } from '../write/quote';
import { foldedName, helpOf, knowledgeOf, takesList } from '../fields/known';
import type { Item } from './names';

/** A value on offer. */
export interface ValueItem extends Item {
  /** What the value is; null for one of other reports. */
  readonly note: Message | null;
}

/** What is known beside the site when values are offered. */
export interface ValueSources {
  readonly others: OtherReports;
  /** The names of the site's layouts. */
  readonly layouts: readonly string[];
  readonly now: Now;
  /** The writer's own zone, where the site names none. */
  readonly timeZone: string | undefined;
}

interface Candidate {
  readonly text: string;
  /** `text` goes in quotes where it needs them, `word` never, `date` where the format has no dates. */
  readonly kind: 'text' | 'word' | 'date';
  readonly count: number;
  readonly note: Message | null;
}

/** Marks that mean something only within brackets, or at the start. */
const INNER_MARKS = /(?<=.)[,[\]{}?]/g;

/** The values to offer at a cursor: of other reports the most used first, without those already in the list. */
export function completeValues(context: ValueContext, site: Site, sources: ValueSources): ValueItem[] {
  const taken = new Set(context.others);
  return candidatesOf(context.field, site, sources)
    .filter(({ text }) => !taken.has(text))
    .map((candidate, rank): ValueItem => {
      const value = writeValue(candidate, context);
      const isListed = context.form === 'none' && takesList(context.field, site);
      const newText = isListed ? `[${value}]` : value;
      return {
        label: candidate.text,
        count: candidate.count,
        range: context.range,
        newText,
        caret: isListed ? newText.length - 1 : newText.length,
        filterText: filterTextOf(candidate.text, context.typed),
        sortText: String(rank).padStart(4, '0'),
        note: candidate.note,
      };
    });
}

function candidatesOf(name: string, site: Site, sources: ValueSources): Candidate[] {
  const help = helpOf(name, site);
  const all = [
    ...dates(name, help, site, sources),
    ...booleans(help),
    ...ofOthers(name, site, sources.others),
    ...separators(help, site),
    ...(foldedName(name, site) === 'layout' && !help?.isHidden
      ? sources.layouts.map((text): Candidate => ({
          text,
          kind: 'text',
          count: 0,
          note: say('layout of the site'),
        }))
      : []),
  ];
  const seen = new Set<string>();
  return all.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** Today's day and the present time, where the site is. */
function dates(
  name: string,
  help: FieldHelp | undefined,
  site: Site,
  { now, timeZone }: ValueSources,
): Candidate[] {
  if (!help?.types.includes('date') && !site.generator.dateFields.includes(foldedName(name, site))) {
    return [];
  }
  const zone = site.config.timeZone ?? timeZone;
  const { year, month, day, hour, minute, second } = clockIn(now, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const today = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const offset = Math.round(offsetIn(now, zone) / 60_000);
  const ahead = Math.abs(offset);
  const hours = `${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}`;
  const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
  const moment =
    knowledgeOf(site).times === 'spaced'
      ? `${today} ${clock} ${hours}${two(ahead % 60)}`
      : `${today}T${clock}${hours}:${two(ahead % 60)}`;
  return [
    { text: today, kind: 'date', count: 0, note: say('today') },
    { text: moment, kind: 'date', count: 0, note: say('now') },
  ];
}

/** What does not hold anyway comes first. */
function booleans(help: FieldHelp | undefined): Candidate[] {
  if (!help?.types.includes('boolean')) {
    return [];
  }
  const words = help.fallback?.template.startsWith('`true`') ? ['false', 'true'] : ['true', 'false'];
  return words.map((text) => ({ text, kind: 'word', count: 0, note: null }));
}

function ofOthers(name: string, site: Site, others: OtherReports): Candidate[] {
  return others.values(foldedName(name, site)).map(({ value, count }) => ({
    text: value,
    // Reports tell their values as text; what looks like a number or a switch most likely is one.
    kind: /^(?:true|false|[1-9]\d{0,8})$/.test(value) ? 'word' : 'text',
    count,
    note: null,
  }));
}

function separators(help: FieldHelp | undefined, { config }: Site): Candidate[] {
  if (help?.name !== 'excerpt_separator' || help.isHidden) {
    return [];
  }
  const own = config.excerptSeparator ?? '';
  return [...(/^\S(?:.*\S)?$/.test(own) ? [own] : []), '<!--more-->'].map((text) => ({
    text,
    kind: 'text',
    count: 0,
    note: say('separator'),
  }));
}

function writeValue({ text, kind }: Candidate, { format, form, quote }: ValueContext): string {
  if (kind === 'word') {
    return text;
  }
  if (kind === 'date') {
    const isBare = format !== 'json' && quote === 'none';
    return isBare ? text : quoteTag(text, format, quote === 'none' ? 'double' : quote);
  }
  const isAlone = format === 'yaml' && quote === 'none' && form !== 'item';
  return isAlone && isPlainSafe(text.replace(INNER_MARKS, '')) ? text : quoteTag(text, format, quote);
}

/** The value, in the quotes that the text at the cursor has. */
function filterTextOf(text: string, typed: string): string {
  switch (typed[0]) {
    case '"':
      return JSON.stringify(text);
    case "'":
      return `'${text}'`;
    default:
      return text;
  }
}
