import type { Range } from '../text';
import type { Block, Section } from './sections';
import { NAMES, NAMES_AND_BRACKETS, splitNames, WORD_AND_BRACKETS } from './names';
import { LINK, plainHeading } from './headingText';
import { firstSentence, splitTime, talkDetails } from './talkDetails';
import { definitionsOf, linksOf } from './talkLinks';
import type { Definitions, TalkLink } from './talkLinks';

export type { TalkLink };

/** A talk that a report tells of. */
export interface Talk {
  readonly title: string;
  /** Only where the pattern is trustworthy. */
  readonly speakers: readonly string[];
  /** `10:30` or `9:00–9:45`, as it is written; null for none. */
  readonly time: string | null;
  readonly links: readonly TalkLink[];
  /** The first sentence of its text, plain; null where there is no prose. */
  readonly intro: string | null;
  /** The heading's line or the list item. */
  readonly range: Range;
}

/** Sections whose sub-headings and items are talks, whether or not they name a speaker. */
const TALKS_HEADING = /\b(?:talks?|sessions?|presentations?|keynotes?|lightning talks|vorträge|sessions)$/;

/** What may stand behind speakers: `| Acme`, `@ Acme`. No comma and no words: a title could go on with those. */
const COMPANY = String.raw`(?:\s*[|·@]\s*[\p{L}\p{N}][^.!?:]{0,60})?`;

/** `Title by Speaker`: right 40 times in 40; one name may do there. */
const BY = String.raw`^(.+?)\s+(?:by|von)\s+(${NAMES_AND_BRACKETS}|${WORD_AND_BRACKETS})${COMPANY}\s*$`;
/** `Title - Speaker`: right 36 times in 40. */
const DASH = String.raw`^(.+\S)\s+[-–—]+\s+(${NAMES_AND_BRACKETS})${COMPANY}\s*$`;
/** `Title (Speaker)`: right 20 times in 24. */
const PARENTHESES = String.raw`^(.+\S)\s*\((?:by\s+)?(${NAMES})\)\s*$`;

/** Without one of these a heading has none of the three shapes. */
const SHAPED = /\s(?:by|von)\s|[-–—]\s|\)\s*$/;

/** Brackets at the end that hold what may be people. */
const PEOPLE_IN_BRACKETS = String.raw`\((${NAMES})\)\s*$`;

let made: { readonly shapes: readonly RegExp[]; readonly brackets: RegExp } | undefined;

/** Made on first use: to read such patterns takes milliseconds, which starting up should not. */
function patterns(): NonNullable<typeof made> {
  return (made ??= {
    shapes: [BY, DASH, PARENTHESES].map((source) => new RegExp(source, 'u')),
    brackets: new RegExp(PEOPLE_IN_BRACKETS, 'u'),
  });
}

/** Headings of what nobody speaks at, whoever is named below. */
const NO_TALK =
  /^(?:about|acknowledge?ments?|authors?|contacts?|credits|organi[sz]ers?|sponsors?|thanks?(?: to)?|team|participants|attendees|speakers?|further reading|links|resources|references|schedule|agenda|program(?:me)?|lunch|coffee|breaks?|dank(?:e|sagung)?|impressum)\b/i;

/** No title is longer (UTF-16 code units): the patterns' time grows with its square. */
const MAX_HEADING = 500;

/** How much of an item is looked at. */
const MAX_ITEM = 3_000;

/** Finds the links in a part of the report: only what shows them asks, rules do not. */
type LinksIn = (range: Range) => readonly TalkLink[];

/** Finds the talks of a report, in their order. `Speaker: Title` and bare names are right too seldom to be read. */
export function findTalks(sections: readonly Section[], text: string): Talk[] {
  const talks: Talk[] = [];
  let definitions: Definitions | undefined;
  const linksIn: LinksIn = ({ start, end }) =>
    linksOf(text.slice(start, end), (definitions ??= definitionsOf(text)));
  for (const section of sections) {
    talks.push(...headingTalk(section, linksIn));
    if (isTalksSection(section)) {
      talks.push(...ownBlocks(section).flatMap((block) => itemTalk(block, linksIn)));
    }
  }
  return talks.sort((a, b) => a.range.start - b.range.start);
}

/** A section is a talk where its heading or the line below it names a speaker, or where it stands among talks. */
function headingTalk(section: Section, linksIn: LinksIn): Talk[] {
  if (section.level === 1) {
    return [];
  }
  const { title: heading, time } = splitTime(plainText(section.heading));
  const named = splitSpeakers(heading);
  const isAmongTalks = isTalksSection(section.parent) && !isTalksSection(section);
  const isTalk = named.speakers.length > 0 || isAmongTalks;
  const details = talkDetails(ownBlocks(section), isTalk);
  const isNamedBelow = details.speakers.length > 0 && isTitle(heading, 'two words') && !NO_TALK.test(heading);
  if (!isTalk && !isNamedBelow) {
    return [];
  }
  const speakers = named.speakers.length > 0 ? named.speakers : details.speakers;
  let links: readonly TalkLink[] | undefined;
  return [
    {
      title: named.title,
      speakers,
      time: time ?? details.time,
      get links() {
        return (links ??= linksIn({ start: section.headingRange.start, end: section.content.end }));
      },
      intro: details.intro,
      range: section.headingRange,
    },
  ];
}

/** Splits `Title by Speaker`, `Title - Speaker` and `Title (Speaker)`; no speaker where the pattern is unsure. */
export function splitSpeakers(heading: string): { title: string; speakers: string[] } {
  if (heading.length > MAX_HEADING || !SHAPED.test(heading)) {
    return { title: heading, speakers: [] };
  }
  const { shapes, brackets } = patterns();
  for (const [index, shape] of shapes.entries()) {
    const [, title, names] = shape.exec(heading) ?? [];
    if (!title || !names) {
      continue;
    }
    const inBrackets = index === 1 ? brackets.exec(heading)?.[1] : undefined;
    if (inBrackets && splitNames(inBrackets).length > 0) {
      // `Title - Subtitle (Speaker)`, or `Title - Speaker (Company)`: nothing tells.
      break;
    }
    const speakers = splitNames(names);
    if (speakers.length > 0 && isTitle(title, speakers.join(', '))) {
      return { title: title.replace(/^["“](.*)["”]$/, '$1'), speakers };
    }
  }
  return { title: heading, speakers: [] };
}

/** `Sponsored by Google`, `Step by Step`: one word behind `by` is a speaker only behind a title of several. */
function isTitle(title: string, names: string): boolean {
  return (
    !/^(?:day \d+|lunch|coffee|(?:in )?summary|conclusions?|(?:key )?take-?aways?|highlights)$/i.test(
      title,
    ) &&
    (/\s/.test(names) ||
      (/\s|^(?:keynote|talk|workshop)$/i.test(title) &&
        !/(?:ed|written|driven|built|made|to you)$/i.test(title)))
  );
}

function isTalksSection(section: Section | null): boolean {
  return section !== null && TALKS_HEADING.test(plainHeading(section.heading));
}

/** The blocks before the section's first sub-heading. */
function ownBlocks(section: Section): readonly Block[] {
  const first = section.blocks.findIndex((block) => block.kind === 'heading');
  return first < 0 ? section.blocks : section.blocks.slice(0, first);
}

/** `**Title**: text`, `[Title](url) - text`, `[Title](url) by Speaker`: as items of a section about talks only. */
function itemTalk(block: Block, linksIn: LinksIn): Talk[] {
  if (block.kind !== 'item' || block.depth > 0) {
    return [];
  }
  const [line = '', ...more] = block.text.slice(0, MAX_ITEM).split('\n');
  const start = splitTime(line);
  const bold = /^(\*\*|__)(.+?)\1(.*)$/.exec(start.title);
  const link = /^\[([^\]]+)\]\([^)\s]+\)(.*)$/.exec(start.title);
  const title = bold?.[2] ?? link?.[1];
  if (!title) {
    return [];
  }
  const behind = bold?.[3] ?? link?.[2] ?? '';
  const after = behind.split(/[:–—]|\s-\s/, 1)[0] ?? '';
  const inner = splitTime(plainText(`${title}${after}`));
  const named = splitSpeakers(inner.title);
  const found =
    named.speakers.length > 0
      ? named
      : { title: splitTime(plainText(title).replace(/:$/, '')).title, speakers: [] };
  let links: readonly TalkLink[] | undefined;
  const prose = [behind.slice(after.length).replace(/^\s*[:–—-]\s*/, ''), ...more].join('\n');
  return [
    {
      ...found,
      time: start.time ?? inner.time,
      get links() {
        return (links ??= linksIn(block.range));
      },
      intro: firstSentence(prose),
      range: block.range,
    },
  ];
}

function plainText(markdown: string): string {
  if (!/[[*_`]/.test(markdown)) {
    return markdown.trim();
  }
  return markdown
    .replace(LINK, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/(^|\s)[*_](\S[^*_]{0,300})[*_](?=\s|$|[.,:])/g, '$1$2')
    .trim();
}
