import type { Node } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Block } from '../../report/sections';
import type { Range } from '../../text';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { leftovers } from './leftovers';
import { findInLines, leadOf } from '../shared/shownLines';

/** A mark that stands alone, with brackets or emphasis around it at most. */
const ALONE = /^[*_\s[({]*(?:TODO|FIXME|TBD|XXX)[*_\s\])}.:!…]*$/;

/**
 * A mark with what is to be done behind it, or in brackets. A list of things to do is no such thing, and neither is `TODO.md`;
 * `[XXX]` stands for a name that nobody is to read.
 */
const MARK =
  /(?:^|[([]|[.!?]\s)[*_]{0,3}((?:TODO|FIXME|TBD|XXX)(?=[*_]{0,3}:[*_]{0,3}(?:\s|$))|(?:TODO|FIXME|TBD)(?=[*_]{0,3}[\])](?![([:]))|(?:TODO|FIXME)(?=\s+(?:add|write|fill|link|insert|check|find|finish|describe|mention|complete|include|expand|update|fix|look up|ask|upload)\s))/g;

/** An item with a box to tick: with a mark alone behind it, it shows what such a list looks like. */
const TASK = /^[ \t]*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s/;

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

/** Text that was to be filled in, and that readers will see. */
export const placeholder: Rule = {
  code: 'placeholder',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { forecast, site, report } = context;
    const marks =
      forecast.outcome === 'published'
        ? [...inFields(context), ...findInLines(report, HINT, inLine)].map(({ start, end }): RuleFinding => ({
            message: say('Readers will see `{0}`, which was to be filled in.', report.text.slice(start, end)),
            range: { start, end },
            fixes: [],
          }))
        : [];
    return [...marks, ...leftovers(context)].map((finding) =>
      // Whether another tool publishes a note is not known.
      site.generator.isKnown ? finding : { ...finding, severity: 'info' },
    );
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

/** What a line holds of it; a quote is another's text, and holds what snippets write alone. */
function inLine(line: string, kind: Block['kind']): Range[] {
  const lead = leadOf(line);
  const words = line.slice(lead).replace(/\s+#+$/, '');
  const here = (from: number, length: number) => [{ start: lead + from, end: lead + from + length }];
  const isQuote = kind === 'quote';
  const isAlone = !isQuote && ALONE.test(words) && !TASK.test(line);
  if (STOPS.has(words) || isAlone || (kind === 'heading' && /^\?{3,}$/.test(words))) {
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
