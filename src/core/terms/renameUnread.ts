import { findIntendedFence, lineEnd, nextLine } from '../frontMatter/fence';
import type { IntendedFence } from '../frontMatter/fence';
import { say } from '../message';
import type { Message } from '../message';
import { Report } from '../report/report';
import { applyEdits } from '../text';
import type { Range, TextEdit } from '../text';
import { tagFieldOf, taxonomyOf } from '../report/termFields';
import type { Taxonomy } from '../report/termFields';

/** What is to be renamed in front matter that cannot be read as a whole. */
export interface UnreadRenaming {
  readonly taxonomy: Taxonomy;
  /** Tells whether a name is one that goes. */
  readonly isChanged: (name: string) => boolean;
  /** Renames in a report that can be read. */
  readonly rename: (report: Report) => {
    readonly edits: readonly TextEdit[];
    readonly problem: Message | null;
  };
}

/** A field as its lines tell, whether or not they can be read. */
interface RawField extends Range {
  readonly name: string;
  readonly isAtTop: boolean;
}

/**
 * The start of a file up to where front matter that does not end, or is no front matter to its generator, can reach: to its
 * closing fence, or to the first blank line.
 * @returns null where nothing was meant as front matter
 */
export function intendedHeaderOf(text: string): string | null {
  const intended = findIntendedFence(text);
  return intended && text.slice(0, endOf(text, intended));
}

/**
 * Renames a term in a report whose front matter cannot be read: where the lines of the term's own field can be read by
 * themselves, its characters change and nothing else does. Where they cannot, but name the term, the report is refused.
 */
export function renameUnread(
  report: Report,
  { taxonomy, isChanged, rename }: UnreadRenaming,
): { readonly edits: readonly TextEdit[]; readonly problem: Message | null } {
  const { text } = report;
  const intended = findIntendedFence(text);
  // Behind other text it may be an example, or put out of use.
  const isFirst = intended !== null && text.slice(intended.before.start, intended.before.end).trim() === '';
  const fields = isFirst ? rawFields(text, intended, taxonomy) : [];
  const naming = fields.filter((field) => namesIn(text.slice(field.start, field.end)).some(isChanged));
  if (!intended || naming.length === 0) {
    return { edits: [], problem: null };
  }
  const refused = { edits: [], problem: say('its front matter cannot be read') };
  if (report.fence.kind !== 'closed' && report.fence.kind !== 'unclosed') {
    // To the generator it is text.
    return refused;
  }
  const edits: TextEdit[] = [];
  for (const field of naming) {
    const isOnly = fields.filter(({ name }) => name === field.name).length === 1;
    const own = isOnly && field.isAtTop ? alone(report, field, intended) : null;
    const renamed = own && rename(own.report);
    if (!own || !renamed || renamed.problem || renamed.edits.length === 0) {
      return refused;
    }
    edits.push(
      ...renamed.edits.map(({ range, newText }) => ({
        range: { start: range.start + own.shift, end: range.end + own.shift },
        newText,
      })),
    );
  }
  const after = new Report(applyEdits(text, edits), report.path, report.generator, report.options);
  return problemsOf(after) <= problemsOf(report) ? { edits, problem: null } : refused;
}

function problemsOf({ frontMatter }: Report): number {
  return frontMatter?.problems.length ?? 0;
}

/**
 * A report with one field.
 * @returns null where that cannot be read, either; `shift` is how much further down it stands in the whole report
 */
function alone(
  { text, path, generator }: Report,
  { start, end }: Range,
  { format }: IntendedFence,
): { readonly report: Report; readonly shift: number } | null {
  const fence = format === 'yaml' ? '---' : format === 'toml' ? '+++' : null;
  if (fence === null) {
    return null;
  }
  const field = text.slice(start, end);
  const report = new Report(
    `${fence}\n${field}${field.endsWith('\n') ? '' : '\n'}${fence}\n`,
    path,
    generator,
  );
  const isRead = report.frontMatter?.problems.length === 0 && report.fields.length === 1;
  return isRead ? { report, shift: start - (fence.length + 1) } : null;
}

const YAML_FIELD = /^([ \t]*)["']?([a-z]+)["']?[ \t]*:(?=[ \t\r]|$)/i;
const TOML_FIELD = /^([ \t]*)["']?([a-z]+)["']?[ \t]*=/i;
const JSON_FIELD = /^([ \t{,]*)"([a-z]+)"[ \t]*:/i;

/** What starts another field, or another part: up to there goes the one before. */
const YAML_NEXT = /^[^\s\-#\]}]/;
const TOML_NEXT = /^[ \t]*(?:["'\w.-]+[ \t]*=|\[)/;
const JSON_NEXT = /^[ \t]*(?:"[^"]*"[ \t]*:|\})/;

/** The fields of a taxonomy by their lines, also such as stand too deep. */
function rawFields(text: string, intended: IntendedFence, taxonomy: Taxonomy): RawField[] {
  const end = intended.close ? intended.header.end : endOf(text, intended);
  const [starts, next] =
    intended.format === 'yaml'
      ? [YAML_FIELD, YAML_NEXT]
      : intended.format === 'toml'
        ? [TOML_FIELD, TOML_NEXT]
        : [JSON_FIELD, JSON_NEXT];
  const fields: RawField[] = [];
  for (let at = intended.header.start; at < end;) {
    const line = text.slice(at, lineEnd(text, at));
    const [, indent = '', name = ''] = starts.exec(line) ?? [];
    const field = tagFieldOf(name);
    let to = nextLine(text, at + line.length);
    if (field !== null && taxonomyOf(field) === taxonomy) {
      while (to < end && !next.test(text.slice(to, lineEnd(text, to)))) {
        to = advance(text, to);
      }
      fields.push({ start: at, end: Math.min(to, end), name: field, isAtTop: indent === '' });
    }
    if (to <= at) {
      break;
    }
    at = to;
  }
  return fields;
}

function advance(text: string, at: number): number {
  return Math.max(at + 1, nextLine(text, lineEnd(text, at)));
}

/** All that may be a name in the lines of a field. */
function namesIn(field: string): string[] {
  const value = field.slice(field.search(/[:=]/) + 1);
  const items = value.split(/[,[\]"'\r\n]|^[ \t]*-[ \t]/m).map((item) => item.replace(/ #.*$/, '').trim());
  return [...items, ...items.flatMap((item) => item.split(/\s+/))].filter(Boolean);
}

function endOf(text: string, { header, close }: IntendedFence): number {
  if (close) {
    return nextLine(text, close.end);
  }
  const blank = /\n[ \t\r]*\n/.exec(text.slice(header.start));
  return blank ? header.start + blank.index + 1 : text.length;
}
