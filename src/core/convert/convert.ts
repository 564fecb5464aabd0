import type { Fence } from '../frontMatter/fence';
import { readSource } from '../frontMatter/read';
import type { Format, FrontMatter } from '../frontMatter/tree';
import type { Generator, Site } from '../generators/generator';
import type { Forecast, Now } from '../generators/forecast';
import { readHugoFence } from '../generators/hugo/fence';
import { say } from '../message';
import type { Message } from '../message';
import { Report } from '../report/report';
import { applyEdits, lineEndOf } from '../text';
import type { TextEdit } from '../text';
import { Comments } from './comments';
import { writeJson } from './jsonWriter';
import { writeToml } from './tomlWriter';
import { isoDate, isSame, typedFields } from './typed';
import type { TypedMap } from './typed';
import { writeYaml } from './yamlWriter';
import type { Writing } from './writer';

/** Front matter in another format, or why it cannot be had. */
export type Conversion =
  | { readonly edit: TextEdit; readonly losesComments: boolean; readonly refusal: null }
  | { readonly edit: null; readonly refusal: Message };

const MARKS: Readonly<Record<Exclude<Format, 'json'>, string>> = { yaml: '---', toml: '+++' };

/** What is to be written anew. */
interface Source {
  readonly text: string;
  readonly fence: Fence;
  readonly frontMatter: FrontMatter;
  readonly fields: TypedMap;
}

/**
 * Writes a report's front matter in another format that its generator reads. What is written is read again: there is no
 * conversion that the generator would take for anything else.
 */
export function convertFrontMatter(report: Report, site: Site, target: Format, now: Now): Conversion {
  const { text, fence, frontMatter } = report;
  const { generator } = site;
  const before = generator.forecast(report, site, now);
  if (fence.kind !== 'closed' || !frontMatter || frontMatter.problems.length > 0 || isUnread(before)) {
    return refused(say('it cannot be read as it is'));
  }
  const source = sourceOf(text, fence.fence, frontMatter, site, target);
  if ('template' in source) {
    return refused(source);
  }
  let refusal: Message | undefined;
  for (const quotesLocalTimes of target === 'yaml' ? [false, true] : [false]) {
    const { edit, writing, comments } = write(source, site, target, quotesLocalTimes);
    if (writing.refusal) {
      return refused(writing.refusal);
    }
    const after = reread(report, applyEdits(text, [edit]));
    const body = after.text.slice(after.body) === text.slice(report.body);
    const forecast = generator.forecast(after, site, now);
    if (body && isReadAs(after, source.fields, site, target) && summaryOf(before) === summaryOf(forecast)) {
      return { edit, losesComments: target === 'json' && comments, refusal: null };
    }
    refusal = say(
      '{0} would take it for something else',
      generator.isKnown ? generator.title : say('The site generator'),
    );
  }
  return refused(refusal ?? say('it cannot be read as it is'));
}

/**
 * Writes front matter in a format that the generator takes for text in the one that it reads.
 * @returns null where there is none, or where it cannot be done
 */
export function convertUnread(report: Report, site: Site, target: Format): TextEdit | null {
  const { text } = report;
  const found = readAny(text);
  if (!found || found.fence.format === target || found.frontMatter.problems.length > 0) {
    return null;
  }
  const source = sourceOf(text, found.fence, found.frontMatter, site, target);
  if ('template' in source) {
    return null;
  }
  const { edit, writing } = write(source, site, target, true);
  const after = reread(report, applyEdits(text, [edit]));
  return !writing.refusal && isReadAs(after, source.fields, site, target) ? edit : null;
}

/** Reads another text as the same report. */
function reread({ path, generator, options }: Report, text: string): Report {
  return new Report(text, path, generator, options);
}

/** Reads front matter whatever its format; null where there is none. */
function readAny(text: string): { readonly fence: Fence; readonly frontMatter: FrontMatter } | null {
  // Of the generators Hugo is the one that knows all formats.
  const reading = readHugoFence(text);
  if (reading.kind !== 'closed') {
    return null;
  }
  const { fence } = reading;
  const { format, header } = fence;
  return { fence, frontMatter: readSource(text.slice(header.start, header.end), format, header.start) };
}

function refused(refusal: Message): Conversion {
  return { edit: null, refusal };
}

/** The generator's own reader may be stricter, or give up on the file. */
function isUnread({ outcome, cause }: Forecast): boolean {
  return (
    outcome === 'text' || outcome === 'bare' || cause?.code === 'syntax' || cause?.code === 'duplicate-field'
  );
}

function sourceOf(
  text: string,
  fence: Fence,
  frontMatter: FrontMatter,
  site: Site,
  target: Format,
): Source | Message {
  const plain = site.generator.plainReader(site.version);
  const fields = typedFields(text, fence.format, frontMatter.root, plain);
  if ('template' in fields) {
    return fields;
  }
  return {
    text,
    fence,
    frontMatter,
    fields: fence.format === 'json' && target !== 'json' ? withDates(fields, site.generator) : fields,
  };
}

/** JSON's dates are text, others are not: where they mean the same moment in any zone, a date stays one. */
function withDates(fields: TypedMap, { dateFields }: Generator): TypedMap {
  return {
    ...fields,
    entries: fields.entries.map((entry) => {
      const { name, value } = entry;
      const text = value.kind === 'scalar' && value.value.type === 'string' ? value.value.value : '';
      const isDate = isoDate(text) === text && /^[\d-]+(?:T.*(?:Z|[+-]\d\d:\d\d))?$/.test(text);
      return isDate && value.kind === 'scalar' && dateFields.includes(name.toLowerCase())
        ? { ...entry, value: { ...value, value: { type: 'date', value: text } } }
        : entry;
    }),
  };
}

function write(
  { text, fence, frontMatter, fields }: Source,
  site: Site,
  target: Format,
  quotesLocalTimes: boolean,
): { edit: TextEdit; writing: Writing; comments: boolean } {
  const lineEnd = lineEndOf(text);
  const comments = new Comments(text, fence.header, fence.format, frontMatter.root);
  const hadComments = comments.any;
  const plain = site.generator.plainReader(site.version);
  const writing =
    target === 'yaml'
      ? writeYaml(fields, comments, { plain, quotesLocalTimes })
      : target === 'toml'
        ? writeToml(fields, comments, lineEnd)
        : writeJson(fields);
  const lines = trimmed(writing.lines);
  const all = target === 'json' ? lines : [MARKS[target], ...lines, MARKS[target]];
  // JSON's braces are fences of their own, but for tools that want others around them.
  const isBare = fence.open.start === fence.open.end;
  const start = isBare ? fence.header.start : fence.open.start;
  const end = isBare ? fence.header.end : (fence.close?.end ?? fence.header.end);
  // Behind JSON's brace the body may go on in the same line.
  const gap = isBare && /^[ \t]*[^\s]/.test(text.slice(end, end + 1000)) ? lineEnd : '';
  const newText = all.join('\n').replaceAll('\n', lineEnd) + gap;
  return { edit: { range: { start, end }, newText }, writing, comments: hadComments };
}

/** Without empty lines at either end. */
function trimmed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function isReadAs(
  { text, fence, frontMatter }: Report,
  fields: TypedMap,
  site: Site,
  target: Format,
): boolean {
  if (fence.kind !== 'closed' || frontMatter?.format !== target || frontMatter.problems.length > 0) {
    return false;
  }
  const read = typedFields(text, target, frontMatter.root, site.generator.plainReader(site.version));
  return !('template' in read) && isSame(fields, read, target === 'toml');
}

/** What must stay as it is. */
function summaryOf({ outcome, cause, title, date, tags, terms, categories, url }: Forecast): string {
  return JSON.stringify(
    [outcome, cause?.code, title, date, tags, terms, categories, url],
    (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
}
