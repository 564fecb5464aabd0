import type { Entry, Node } from '../frontMatter/tree';
import type { FieldHelp, FieldType } from '../generators/fieldHelp';
import type { Site } from '../generators/generator';
import type { CauseCode, Forecast } from '../generators/forecast';
import { typeOf } from '../generators/scalars';
import type { Value } from '../generators/scalars';
import { clockIn, offsetIn } from '../generators/timeZone';
import { say } from '../message';
import type { Message } from '../message';
import type { Report } from '../report/report';
import type { OtherReports } from '../index/otherReports';
import type { Range } from '../text';
import { foldedName, helpOf, knowledgeOf } from './known';
import { namePlace } from '../cursor/place';

/** What there is to say of a field of a report. */
export interface FieldHover {
  /** The name or, where that is pointed at, the value. */
  readonly range: Range;
  /** As the manual writes it, else as it is written here. */
  readonly name: string;
  readonly meaning: Message;
  /** What it may hold; null where nothing is known of it. */
  readonly type: Message | null;
  /** What holds where the field is missing; null for nothing, or where that is not known. */
  readonly fallback: Message | null;
  /** What the generator made of this value; null where that is as it is written. */
  readonly reading: Message | null;
  /** In how many of how many other reports it stands; null where no other is known. */
  readonly uses: Message | null;
}

/** A report in its site. */
export interface HoverSubject {
  readonly report: Report;
  readonly site: Site;
  readonly forecast: Forecast;
  readonly others: OtherReports;
}

/** Longer values are cut for showing (UTF-16 code units). */
const MAX_SHOWN = 80;

/** Causes for which nothing of a header is read. */
const UNREAD: ReadonlySet<CauseCode> = new Set([
  'syntax', 'not-a-map', 'duplicate-field', 'unclosed-fence', 'invalid-fence',
]); // prettier-ignore

/** How many values of a list are shown. */
const MAX_ITEMS = 12;

const TYPES: Readonly<Record<FieldType, Message>> = {
  text: say('text'),
  boolean: say('true or false'),
  date: say('date'),
  number: say('number'),
  list: say('list'),
  map: say('map'),
};

/** What to show of the field whose name or value is at an offset; null where there is none. */
export function fieldHover(subject: HoverSubject, offset: number): FieldHover | null {
  const { report, site, others } = subject;
  const found = entryAt(report, offset) ?? brokenAt(report, offset);
  if (!found) {
    return null;
  }
  const help = helpOf(found.name, site);
  return {
    range: found.range,
    name: help?.name ?? found.name,
    meaning: help?.meaning ?? knowledgeOf(site).unknown,
    type: help ? typesOf(help.types) : null,
    fallback: inheritedBy(found.name, site) ?? help?.fallback ?? null,
    reading: found.entry
      ? readingOf(found.entry, found.name, help, subject)
      : say('It is not read: the front matter is broken.'),
    uses: usesOf(foldedName(found.name, site), others),
  };
}

interface Found {
  readonly name: string;
  readonly range: Range;
  /** Null where the header could not be read. */
  readonly entry: Entry | null;
}

function entryAt({ fields }: Report, offset: number): Found | null {
  const holds = ({ start, end }: Range) => offset >= start && offset <= end;
  for (const entry of fields) {
    const { key, value } = entry;
    if (key.name !== null && holds(key.range)) {
      return { name: key.name, range: key.range, entry };
    }
    if (key.name !== null && value?.kind === 'scalar' && holds(value.range)) {
      return { name: key.name, range: value.range, entry };
    }
  }
  return null;
}

/** Of a header that cannot be read there may be no tree. */
function brokenAt({ text }: Report, offset: number): Found | null {
  const place = namePlace(text, offset);
  const name = place?.hasValue ? text.slice(place.range.start, place.range.end).replace(/^"|"$/g, '') : '';
  return place && name !== '' ? { name, range: place.range, entry: null } : null;
}

function typesOf([first, second, third]: readonly FieldType[]): Message | null {
  if (!first) {
    return null;
  }
  if (!second) {
    return TYPES[first];
  }
  return third
    ? say('{0}, {1} or {2}', TYPES[first], TYPES[second], TYPES[third])
    : say('{0} or {1}', TYPES[first], TYPES[second]);
}

/** What the report's place in the site gives it: Jekyll's defaults, Hugo's cascades. */
function inheritedBy(name: string, site: Site): Message | null {
  const value = site.surroundings?.inherited?.get(foldedName(name, site));
  if (!value) {
    return null;
  }
  return value.kind === 'scalar' ? say('{0}, as the site says', cut(value.text)) : say('what the site says');
}

function usesOf(name: string, others: OtherReports): Message | null {
  if (others.count === 0) {
    return null;
  }
  const uses = others.fieldUse(name);
  if (uses === 0) {
    return say('No other report of the site has it.');
  }
  return others.count === 1
    ? say('The other report of the site has it, too.')
    : say('{0} of {1} other reports of the site have it.', uses, others.count);
}

function readingOf(
  entry: Entry,
  name: string,
  help: FieldHelp | undefined,
  { report, site, forecast }: HoverSubject,
): Message | null {
  if (
    forecast.outcome === 'bare' ||
    forecast.outcome === 'text' ||
    (forecast.outcome === 'build-error' && forecast.cause && UNREAD.has(forecast.cause.code))
  ) {
    return say('It is not read: the front matter is broken.');
  }
  const folded = foldedName(name, site);
  if (report.field(folded) !== entry) {
    return say('It is not read: the same field stands again below.');
  }
  // What the whole forecast tells is known only of a report that gets that far.
  const isRead = forecast.outcome === 'published' || forecast.outcome === 'hidden';
  const shown = isRead && help?.shows ? fromForecast(help.shows, forecast) : null;
  return (
    shown ??
    (site.generator.dateFields.includes(folded) ? dateReading(entry.value, help, site) : null) ??
    (help?.types[0] === 'boolean' ? switchReading(entry.value, folded, site) : null) ??
    plainReading(entry.value, help, site)
  );
}

function fromForecast(shown: NonNullable<FieldHelp['shows']>, forecast: Forecast): Message | null {
  switch (shown) {
    case 'title':
      return forecast.title === null || forecast.title === ''
        ? null
        : say('Read as {0}.', cut(forecast.title));
    case 'tags':
      return listed(forecast.terms);
    case 'categories':
      return forecast.categories && listed(forecast.categories.map(String));
    case 'url':
      return forecast.url === null ? null : say('The address is {0}.', forecast.url);
  }
}

function listed(values: readonly string[]): Message {
  const shown = values.slice(0, MAX_ITEMS).map(cut);
  switch (values.length) {
    case 0:
      return say('Read as nothing.');
    case 1:
      return say('Read as one value: {0}.', shown.join(''));
    default:
      return say(
        'Read as {0} values: {1}.',
        values.length,
        shown.join(', ') + (values.length > MAX_ITEMS ? ', …' : ''),
      );
  }
}

/** Null where it is no date, and something else may be meant. */
function dateReading(value: Node | null, help: FieldHelp | undefined, site: Site): Message | null {
  const reading = site.generator.readDate(value, site);
  switch (reading.kind) {
    case 'date':
      return reading.rolled
        ? say('Read as {0}: the calendar has no such day.', moment(reading.instant, site))
        : say('Read as {0}.', moment(reading.instant, site));
    case 'invalid':
      return help?.types.includes('boolean') ? null : say('It cannot be read as a date.');
    case 'missing':
      return value ? null : say('Read as nothing.');
  }
}

/** A moment on the site's clock, `2019-07-23 00:00 UTC`. */
function moment(instant: string, { config }: Site): string {
  const time = Date.parse(instant);
  const zone = config.timeZone ?? 'UTC';
  const { year, month, day, hour, minute, second } = clockIn(time, zone);
  const two = (part: number) => String(part).padStart(2, '0');
  const offset = Math.round(offsetIn(time, zone) / 60_000);
  const ahead = Math.abs(offset);
  const clock = `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
  const place =
    offset === 0 ? 'UTC' : `UTC${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)} ${clock} ${place}`;
}

/** What is neither true nor false counts as one of them. */
function switchReading(value: Node | null, name: string, site: Site): Message {
  const isOn = String(site.generator.isOn(name, value, site));
  if (value && value.kind !== 'scalar') {
    return say('It counts as {0}.', isOn);
  }
  const typed = typeOf(value, site.generator.plainReader(site.version));
  switch (typed.type) {
    case 'boolean':
      return say('Read as {0}.', String(typed.value));
    case 'null':
      return say('Read as nothing, which counts as {0}.', isOn);
    case 'number':
      return say('Read as the number {0}, which counts as {1}.', String(typed.value), isOn);
    default:
      return say('Read as the text {0}, which counts as {1}.', cut(typed.value), isOn);
  }
}

function plainReading(value: Node | null, help: FieldHelp | undefined, site: Site): Message | null {
  const plain = site.generator.plainReader(site.version);
  switch (value?.kind) {
    case 'map':
      return null;
    case 'list':
      return listed(
        value.items.flatMap((item) =>
          item?.kind === 'scalar' ? [String(typeOf(item, plain).value ?? '')] : ['…'],
        ),
      );
    case 'scalar':
      return scalarReading(typeOf(value, plain), help);
    default:
      return say('Read as nothing.');
  }
}

function scalarReading({ type, value }: Value, help: FieldHelp | undefined): Message {
  const text = cut(String(value));
  switch (type) {
    case 'null':
      return say('Read as nothing.');
    case 'boolean':
      return help?.types.includes('boolean') ? say('Read as {0}.', text) : say('Read as {0}, no text.', text);
    case 'number':
      return help?.types[0] === 'number' ? say('Read as {0}.', text) : say('Read as the number {0}.', text);
    case 'date':
      return say('Read as the date {0}.', text);
    case 'string':
      return value === '' ? say('Read as an empty text.') : say('Read as {0}.', text);
  }
}

/** A value on one line, not too long. */
function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}
