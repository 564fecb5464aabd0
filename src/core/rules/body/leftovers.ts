import type { Node } from '../../frontMatter/tree';
import type { Outcome } from '../../generators/forecast';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Range, TextEdit } from '../../text';
import { quoted } from '../../write/edits';
import { titleOfName } from '../header/missingFields';
import { dayOfName, subject } from '../shared/names';
import type { Fix, RuleContext, RuleFinding } from '../rule';
import { findInLines, leadOf } from '../shared/shownLines';

/** A part of all of them: most reports hold none. */
const HINT = /<%|\$[\d{A-Z]|\{\{/;

/** Who was to fill something in. */
type Filler = 'templater' | 'snippet' | 'archetype' | 'notes';

/**
 * Templater's commands (Obsidian): `<% tp.file.title %>`, `<%* tR += … %>`, `<%- tp.… -%>`. No text can go on as long as
 * a note, so that a command has its bounds here.
 */
const TEMPLATER = /<%[-_*+~]{0,2}[^%]{0,300}?\b(?:tp\.|tR\b)[^%]{0,500}%>/;

/** Logseq's variables. */
const LOGSEQ = /<%\s*(?:today|yesterday|tomorrow|time|current page)\s*%>/i;

/** Tab stops and variables of VS Code's snippets, which other editors have, too. `$1` is a price, and `${x}` is code. */
const SNIPPET =
  /\$\{\d+(?::[^{}\n]{0,200}|\|[^{}\n]{1,300}\|)\}|\$\{?(?:CURRENT_(?:YEAR|MONTH|DATE|DAY|HOUR|MINUTE|SECOND|TIMEZONE)(?:_[A-Z]+)?|TM_(?:FILENAME|SELECTED_TEXT|CURRENT|DIRECTORY|FILEPATH|LINE)(?:_[A-Z]+)?)\b\}?/;

/** What Hugo fills in when `hugo new` makes a page of an archetype, and never later. */
const ARCHETYPE =
  /\{\{-?\s*(?:[\w.]+\s+(?:[^{}\n]{0,200}?\s)?)?\(?\.(?:File|Date|Name|Type|TranslationBaseName|BaseFileName|ContentBaseName|Dir|Section)\b[^{}\n]{0,200}\}\}/;

/** What the templates of Obsidian, of Front Matter CMS, Decap CMS, QuickAdd and Hexo's scaffolds have. */
const NAMED =
  /\{\{\s*(?:title|slug|file_?name|date|time|now|today|year|month|day|hour(?:12|24)?|minute|second|ampm|cursor|value|fm\.[\w.]+|pathtoken\.\d)\s*(?:[:|+][^{}\n]{1,60})?\}\}/i;

/** Such a one with the form of a date, which means nothing else. */
const FORMATTED = /\{\{\s*(?:date|time)\s*:[^{}\n]{1,60}\}\}/i;

/** The last stop of a snippet. */
const LAST_STOP = /(?<=^|\s)\$0(?=\s|$)/;

interface Leftover {
  /** Offsets within the text that was looked at. */
  readonly start: number;
  readonly end: number;
  readonly filler: Filler;
}

/** Outcomes of which nothing is said: the report is not ready, or it is none. */
const NOT_SEEN: ReadonlySet<Outcome> = new Set(['hidden', 'skipped']);

/** What templates, snippets and archetypes left: also where it stops the build, as it is the cause then. */
export function leftovers(context: RuleContext): RuleFinding[] {
  const { report, forecast } = context;
  return !HINT.test(report.text) || NOT_SEEN.has(forecast.outcome)
    ? []
    : [...inFields(context), ...inBody(context)];
}

function inFields(context: RuleContext): RuleFinding[] {
  const { report, site } = context;
  return report.fields.flatMap(({ key, value }) =>
    nodesOf(value).flatMap((node) => {
      const { start, end } = node.range;
      const found = inValue(report.text.slice(start, end), site.generator.isKnown);
      if (!found) {
        return [];
      }
      const range = { start: start + found.start, end: start + found.end };
      const text = report.text.slice(range.start, range.end);
      const message = say(
        '{0} does not fill in `{1}`: {2} was to do that.',
        subject(site.generator),
        text,
        nameOf(found.filler),
      );
      return [{ message, range, fixes: fixesOf(context, key.name, node, range) }];
    }),
  );
}

function inBody({ report, site }: RuleContext): RuleFinding[] {
  const hasStops = /\$\{\d+[:|]/.test(report.text);
  const end = report.text.trimEnd().length;
  // Liquid fills in what stands in braces, and other generators do, too.
  const keepsBraces = site.generator.name === 'hugo';
  const found = findInLines(report, HINT, (line, _kind, at) => {
    const lead = leadOf(line);
    const words = line.slice(lead);
    const isLast = at + line.length >= end;
    const one =
      inWords(words, keepsBraces) ?? (hasStops || (isLast && words === '$0') ? lastStop(words) : null);
    return one ? [{ ...one, start: lead + one.start, end: lead + one.end }] : [];
  });
  return found.map(({ start, end, filler }) => {
    const range = { start, end };
    const text = report.text.slice(start, end);
    return {
      message: say('Readers will see `{0}`, which {1} was to fill in.', text, nameOf(filler)),
      range,
      // It says where the cursor was to end up, and nothing else.
      fixes:
        text === '$0'
          ? [{ title: say('Remove `{0}`', text), preferred: true, edits: [removal(report.text, range)] }]
          : [],
    };
  });
}

function inWords(words: string, keepsBraces: boolean): Leftover | null {
  return (
    at(TEMPLATER, words, 'templater') ??
    at(LOGSEQ, words, 'notes') ??
    at(SNIPPET, words, 'snippet') ??
    (keepsBraces ? (inBraces(words) ?? at(FORMATTED, words, 'notes')) : null)
  );
}

/** Takes out what stands at the end of a line, with the blanks before it. */
function removal(text: string, { start, end }: Range): TextEdit {
  let from = start;
  while (/[\r\n]|$/.test(text.slice(end, end + 1)) && /[ \t]/.test(text.slice(from - 1, from))) {
    from--;
  }
  return { range: { start: from, end }, newText: '' };
}

function lastStop(words: string): Leftover | null {
  const place = words.search(LAST_STOP);
  return place < 0 ? null : { start: place, end: place + 2, filler: 'snippet' };
}

function nameOf(filler: Filler): Message {
  switch (filler) {
    case 'templater':
      return say('Templater');
    case 'snippet':
      return say('an editor’s snippet');
    case 'archetype':
      return say('an archetype');
    case 'notes':
      return say('a template');
  }
}

/** @param hasBraces what stands in braces is not filled in by the generator */
function inValue(source: string, hasBraces: boolean): Leftover | null {
  const isWhole = /^["']?(?:<%.{0,300}%>|\$0|\$\{\d+\})["']?$/.test(source);
  return (
    at(TEMPLATER, source, 'templater') ??
    at(LOGSEQ, source, 'notes') ??
    at(SNIPPET, source, 'snippet') ??
    at(ARCHETYPE, source, 'archetype') ??
    (hasBraces ? (at(FORMATTED, source, 'notes') ?? ofNothingElse(source)) : null) ??
    (isWhole ? { start: 0, end: source.length, filler: source.includes('$') ? 'snippet' : 'notes' } : null)
  );
}

/** A line of nothing else than what stands in braces. */
function inBraces(words: string): Leftover | null {
  return at(ARCHETYPE, words, 'archetype') && /^\{\{.*\}\}$/.test(words)
    ? { start: 0, end: words.length, filler: 'archetype' }
    : ofNothingElse(words);
}

/** Names in braces with no word beside them: `{{year}}-{{month}}`. A title may well be about them. */
function ofNothingElse(source: string): Leftover | null {
  const first = at(NAMED, source, 'notes');
  return first && !/\p{L}/u.test(source.replace(new RegExp(NAMED, 'gi'), '')) ? first : null;
}

function at(shape: RegExp, text: string, filler: Filler): Leftover | null {
  const match = shape.exec(text);
  return match && { start: match.index, end: match.index + match[0].length, filler };
}

/** The values within a value, each once, however many aliases stand for it; of maps those alone that start as `{{title}}` does. */
function nodesOf(value: Node | null): Node[] {
  const nodes: Node[] = [];
  const seen = new Set<Node>();
  const open: (Node | null)[] = [value];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === null || seen.has(node)) {
      continue;
    }
    seen.add(node);
    if (node.kind === 'list') {
      open.push(...node.items.toReversed());
    } else if (node.kind === 'map') {
      const [entry] = node.entries;
      if (node.flow && entry?.key.name === null) {
        nodes.push(node);
      } else {
        open.push(...node.entries.map((inner) => inner.value).reverse());
      }
    } else {
      nodes.push(node);
    }
  }
  return nodes;
}

/** The file's name says what a title and a date would have been; a stop says what it stood for. */
function fixesOf({ report }: RuleContext, name: string | null, node: Node, range: Range): Fix[] {
  const text = report.text.slice(range.start, range.end);
  const field = name?.toLowerCase();
  const write = (title: Message, newText: string): Fix[] => [
    { title, preferred: false, edits: [{ range: node.range, newText }] },
  ];
  if (field === 'title') {
    const title = titleOfName(report.path);
    return title === '' ? [] : write(say('Write the title “{0}”', title), quoted(title));
  }
  const day = dayOfName(report.path);
  if (field === 'date' && day !== undefined) {
    const newText = report.frontMatter?.format === 'json' ? quoted(day) : day;
    return write(say('Write the date {0} of the file name', day), newText);
  }
  const stop = /^\$\{\d+:([\p{L}\p{N}][\p{L}\p{N} -]*)\}$/u.exec(text)?.[1];
  return stop === undefined
    ? []
    : [{ title: say('Write `{0}`', stop), preferred: false, edits: [{ range, newText: stop }] }];
}
