import type { Node } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Report } from '../../report/report';
import type { Block, Section } from '../../report/sections';
import type { Range } from '../../text';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { withoutCode } from './inline';

/** A mark that stands alone, with brackets or emphasis around it at most. */
const ALONE = /^[*_\s[({]*(?:TODO|FIXME|TBD|XXX)[*_\s\])}.:!…]*$/;

/** A mark with what is to be done behind it. A list of things to do is no such thing, and neither is `TODO.md`. */
const MARK =
  /(?:^|[([]|[.!?]\s)[*_]{0,3}((?:TODO|FIXME|TBD|XXX)(?=[*_]{0,3}:[*_]{0,3}(?:\s|$)|[*_]{0,3}[\])](?![([:]))|(?:TODO|FIXME)(?=\s+(?:add|write|fill|link|insert|check|find|finish|describe|mention|complete|include|expand|update|fix|look up|ask|upload)\s))/g;

/** A label with nothing but a mark behind it: `Slides: TODO`, `Speaker: ???`. `Step 2: ???` is a joke. */
const LABELLED =
  /^[^:]{1,60}:[*_]{0,2}\s+(TODO|FIXME)[.!]?$|\b(?:[Ss]peakers?|[Ss]lides|[Vv]ideo|[Rr]ecording|[Ll]ink|URL|url|[Aa]uthor|[Tt]itle|[Dd]ate):[*_]{0,2}\s+(\?{3,})$|\bby\s+(\?{3,}|TODO|FIXME)$|\]\((TODO|FIXME|TBD|XXX)\)/;

/** The text that printers fill pages with. */
const LOREM =
  /^[*_"“]*(lorem ipsum)(?![\w-]*\s+(?:is|was|are|in|as|generator|text)\b)|\b(lorem ipsum dolor)\b/i;

/** What this extension's snippets write, or once wrote, where nothing is filled in; whole headings, items and paragraphs. */
export const STOPS: ReadonlySet<string> = new Set([
  'Talk title by Speaker Name',
  'The main point',
  'The one thing to remember',
  'What to try at work',
  'What to read next',
  '**Take-away**: why it matters',
  'What the conference was about, where it took place, and what made it worth the trip.',
  'What was said, word for word',
]);

/** Parts of them that mean nothing else, wherever they stand. */
const STOP_PARTS =
  /(\bby Speaker Name$|^Talk title(?= by\b)|— Speaker Name$|: why it matters$|: what it does, and when to use it$|\]\(https:\/\/example\.org\/(?:slides|video)\))/;

/** A part of each of all these: most texts hold none, and need not be looked at line by line. */
const HINT =
  /TODO|FIXME|TBD|XXX|\?\?\?|lorem ipsum|Speaker Name|Talk title|The main point|The one thing|What to |why it matters|when to use it|What the conference|What was said|example\.org\//i;

/** How many are told of: who has more of them knows by then. */
const MAX_FOUND = 100;

/** Headings of lists of things to do. */
const TO_DO = /\b(?:to-?dos?|fixmes?|action items?|next steps|tasks)\b/i;

/** No line that is longer is looked at to its end (UTF-16 code units). */
const MAX_LINE = 5000;

/** Text that was to be filled in, and that readers will see. */
export const placeholder: Rule = {
  code: 'placeholder',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { forecast, site } = context;
    if (forecast.outcome !== 'published') {
      return [];
    }
    const ranges = [...inFields(context), ...inBody(context)];
    return ranges.map((range) => ({
      // Whether another tool publishes a note is not known.
      ...(site.generator.isKnown ? {} : { severity: 'info' as const }),
      message: say(
        'Readers will see `{0}`, which was to be filled in.',
        context.report.text.slice(range.start, range.end),
      ),
      range,
      fixes: [],
    }));
  },
};

function inFields({ report }: RuleContext): Range[] {
  const whole = (value: Node | null | undefined, shape: RegExp): Range[] =>
    value?.kind === 'scalar' && (shape.test(value.text) || LOREM.test(value.text)) ? [value.range] : [];
  const tags = report.field('tags')?.value;
  return [
    ...whole(report.field('title')?.value, ALONE),
    ...['description', 'summary', 'excerpt', 'subtitle'].flatMap((name) =>
      whole(report.field(name)?.value, /^\s*(?:(?:TODO|FIXME|TBD)(?::\s|\s*$)|XXX\s*$|\?{3,}\s*$)/),
    ),
    ...(tags?.kind === 'list' ? tags.items : [tags]).flatMap((tag) =>
      whole(tag, /^(?:TODO|FIXME|TBD|\?{3,})$/),
    ),
  ];
}

function inBody({ report }: RuleContext): Range[] {
  const { text, sections } = report;
  if (!HINT.test(text.slice(report.body))) {
    return [];
  }
  const comments = liquidComments(text, report.body);
  const found: Range[] = [];
  let comment = 0;
  let section = -1;
  for (const block of report.blocks) {
    // Blocks, sections and comments are in the order of their places.
    while ((sections[section + 1]?.headingRange.start ?? Infinity) <= block.range.start) {
      section++;
    }
    const source = sourceOf(report, block);
    if (!HINT.test(source)) {
      continue;
    }
    let at = block.range.start;
    for (const line of withoutCode(source).split('\n')) {
      for (const { start, end } of inLine(line.slice(0, MAX_LINE).trimEnd(), block.kind)) {
        const place = at + start;
        while ((comments[comment]?.end ?? Infinity) <= place) {
          comment++;
        }
        const isSeen = place < (comments[comment]?.start ?? Infinity);
        if (isSeen && !isToDo(sections[section], block)) {
          found.push({ start: place, end: at + end });
        }
      }
      at += line.length + 1;
    }
    if (found.length >= MAX_FOUND) {
      break;
    }
  }
  return found.slice(0, MAX_FOUND);
}

/** What of a block is looked at: all of a quote, the first paragraph of others, nothing of code and the like. */
function sourceOf({ text }: Report, { kind, range, text: paragraph }: Block): string {
  return kind === 'quote'
    ? text.slice(range.start, range.end)
    : paragraph.trim() === ''
      ? ''
      : shownPart(text, range, paragraph);
}

/** Tells whether a block is in a list of things to do, or the heading of one. */
function isToDo(section: Section | undefined, block: Block): boolean {
  const isEmpty = block.kind === 'heading' && section?.blocks.length === 0;
  return section !== undefined && !isEmpty && TO_DO.test(section.heading);
}

/** Where Liquid's comments stand, which readers do not see. */
function liquidComments(text: string, body: number): Range[] {
  const comments: Range[] = [];
  let open = -1;
  for (const { 1: end, index } of text.slice(body).matchAll(/\{%-?[ \t]{0,9}(end)?comment\b/g)) {
    if (end === undefined && open < 0) {
      open = body + index;
    } else if (end !== undefined && open >= 0) {
      comments.push({ start: open, end: body + index });
      open = -1;
    }
  }
  return comments;
}

/** The source of a block's first paragraph: what is nested in an item is a block of its own. */
function shownPart(text: string, { start, end }: Range, paragraph: string): string {
  const lines = paragraph.split('\n').length;
  let last = start;
  for (let line = 0; line < lines && last < end; line++) {
    const next = text.indexOf('\n', last);
    last = next < 0 ? end : next + 1;
  }
  return text.slice(start, Math.min(last, end));
}

/** What a line holds of it; a quote is another's text, and holds what snippets write alone. */
function inLine(line: string, kind: Block['kind']): Range[] {
  const lead =
    /^[ \t]*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|#{1,6}\s+|>\s?)?/.exec(line)?.[0].length ?? 0;
  const words = line.slice(lead).replace(/\s+#+$/, '');
  const here = (from: number, length: number) => [{ start: lead + from, end: lead + from + length }];
  const isQuote = kind === 'quote';
  if (STOPS.has(words) || (!isQuote && ALONE.test(words)) || (kind === 'heading' && /^\?{3,}$/.test(words))) {
    return here(0, words.length);
  }
  const part = STOP_PARTS.exec(words) ?? (isQuote ? null : (LOREM.exec(words) ?? LABELLED.exec(words)));
  if (part) {
    const written = part.slice(1).find(Boolean) ?? part[0];
    return here(part.index + part[0].lastIndexOf(written), written.length);
  }
  return Array.from(isQuote ? [] : words.matchAll(MARK)).flatMap(({ 0: whole, 1: mark = '', index }) =>
    here(index + whole.length - mark.length, mark.length),
  );
}
