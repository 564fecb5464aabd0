import type { Range } from '../text';
import type { Block, Section } from './sections';
import { LINK, plainHeading } from './sections';

/** A link of a talk, as it is written. */
export interface TalkLink {
  readonly title: string;
  readonly url: string;
  readonly kind: 'slides' | 'video' | 'other';
}

/** A talk that a report tells of. */
export interface Talk {
  readonly title: string;
  /** Only where the pattern is trustworthy. */
  readonly speakers: readonly string[];
  readonly links: readonly TalkLink[];
  /** The heading's line or the list item. */
  readonly range: Range;
}

/** Sections whose sub-headings and items are talks, whether or not they name a speaker. */
const TALKS_HEADING = /\b(?:talks?|sessions?|presentations?|keynotes?|lightning talks|vorträge|sessions)$/;

/** A name: two to four words with a capital, particles between them. A title is not one, nor is `The Good Parts`. */
const WORD = String.raw`(?!(?:The|A|An|And|Or|Of|In|On|At|For|With|From|To|Part|Day|Session|Track|Keynotes?|Talks?|Notes?|Summary|Overview|Introduction|Intro|Conclusions?|First|Second|Third|Experience|Practices?|Lessons?|Learned|Future|Guide|Good|Bad|Best|Better|New|Big|Parts?|How|Why|What|When|Your|Our|My|Is|Are|Not|More|Data|Cloud|Design|Code|Software|Web|Live|Demo|Panel|Workshop|Opening|Closing|Recap|Review|Report|Edition|Case|Study|Source|Open|World|Scale|Production|Time|Year|Development|Machine|Learning|Systems?|Stage|Hall|Room|Break|Morning|Afternoon|Evening|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Summit|Conference|Thoughts|Studio)\b)\p{Lu}[\p{L}'’.-]*`;
const PARTICLE = `(?:(?:van|von|de|der|den|del|da|di|du|la|le|bin|al|ten|ter|zu)\\s+)*`;
const NAME = `${WORD}(?:\\s+${PARTICLE}${WORD}){1,3}`;
const NAMES = `${NAME}(?:(?:\\s*,\\s*|\\s+(?:&|and|und|\\+)\\s+|\\s*/\\s*)${NAME}){0,4}`;

/** `Title by Speaker`: right 40 times in 40; one name may do there. */
const BY = `^(.+?)\\s+(?:by|von)\\s+(${NAMES}|${WORD})\\s*$`;
/** `Title - Speaker`: right 36 times in 40. */
const DASH = `^(.+\\S)\\s+[-–—]+\\s+(${NAMES})\\s*$`;
/** `Title (Speaker)`: right 20 times in 24. */
const PARENTHESES = `^(.+\\S)\\s*\\((?:by\\s+)?(${NAMES})\\)\\s*$`;

let made: readonly RegExp[] | undefined;

/** Made on first use: to read such patterns takes milliseconds, which starting up should not. */
function shapes(): readonly RegExp[] {
  return (made ??= [BY, DASH, PARENTHESES].map((source) => new RegExp(source, 'u')));
}

/** No title is longer (UTF-16 code units): the patterns' time grows with its square. */
const MAX_HEADING = 500;

/** Finds the talks of a report, in their order. `Speaker: Title` and bare names are right too seldom to be read. */
export function findTalks(sections: readonly Section[], text: string): Talk[] {
  const talks: Talk[] = [];
  for (const section of sections) {
    const inTalks = isTalksSection(section.parent);
    const named = section.level > 1 ? splitSpeakers(plainText(section.heading)) : undefined;
    if (named && named.speakers.length > 0) {
      talks.push(
        talkOf(named, section.headingRange, text.slice(section.headingRange.start, section.content.end)),
      );
    } else if (inTalks && section.level > 1 && !isTalksSection(section)) {
      const title = plainText(section.heading);
      talks.push(
        talkOf(
          { title, speakers: [] },
          section.headingRange,
          text.slice(section.headingRange.start, section.content.end),
        ),
      );
    }
    if (isTalksSection(section)) {
      talks.push(...ownBlocks(section).flatMap((block) => itemTalk(block, text)));
    }
  }
  return talks.sort((a, b) => a.range.start - b.range.start);
}

/** Splits `Title by Speaker`, `Title - Speaker` and `Title (Speaker)`; no speaker where the pattern is unsure. */
export function splitSpeakers(heading: string): { title: string; speakers: string[] } {
  if (heading.length > MAX_HEADING) {
    return { title: heading, speakers: [] };
  }
  for (const shape of shapes()) {
    const match = shape.exec(heading);
    if (match?.[1] && match[2] && isTitle(match[1], match[2])) {
      const speakers = match[2].split(/\s*,\s*|\s+(?:&|and|und|\+)\s+|\s*\/\s*/).filter(Boolean);
      return { title: match[1].replace(/^["“](.*)["”]$/, '$1'), speakers };
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
function itemTalk(block: Block, text: string): Talk[] {
  if (block.kind !== 'item' || block.depth > 0) {
    return [];
  }
  const line = block.text.split('\n', 1)[0] ?? '';
  const bold = /^(\*\*|__)(.+?)\1(.*)$/.exec(line);
  const link = /^\[([^\]]+)\]\([^)\s]+\)(.*)$/.exec(line);
  const title = bold?.[2] ?? link?.[1];
  if (!title) {
    return [];
  }
  const after = (bold?.[3] ?? link?.[2] ?? '').split(/[:–—]|\s-\s/, 1)[0] ?? '';
  const named = splitSpeakers(plainText(`${title}${after}`));
  const found =
    named.speakers.length > 0 ? named : { title: plainText(title).replace(/:$/, ''), speakers: [] };
  return [talkOf(found, block.range, text.slice(block.range.start, block.range.end))];
}

function talkOf(
  { title, speakers }: { title: string; speakers: string[] },
  range: Range,
  content: string,
): Talk {
  return { title, speakers, links: linksOf(content), range };
}

function linksOf(markdown: string): TalkLink[] {
  const links: TalkLink[] = [];
  for (const match of markdown.matchAll(/(?<!!)\[([^\]\n]{1,300})\]\(<?(https?:[^\s)>]+)>?[^)\n]*\)/g)) {
    const [, title = '', url = ''] = match;
    links.push({ title: plainText(title), url, kind: kindOf(title, url) });
  }
  return links;
}

function kindOf(title: string, url: string): TalkLink['kind'] {
  if (
    /\b(?:slides?|deck|slideshow|presentation|folien)\b/i.test(title) ||
    /speakerdeck\.com|slideshare\.net|slides\.com|docs\.google\.com\/presentation|\.(?:pdf|pptx?|key)(?:$|[?#])/i.test(
      url,
    )
  ) {
    return 'slides';
  }
  if (
    /\b(?:video|recording|watch|aufzeichnung)\b/i.test(title) ||
    /youtube\.com|youtu\.be|vimeo\.com|media\.ccc\.de|\.mp4(?:$|[?#])/i.test(url)
  ) {
    return 'video';
  }
  return 'other';
}

function plainText(markdown: string): string {
  return markdown
    .replace(LINK, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/(^|\s)[*_](\S[^*_]{0,300})[*_](?=\s|$|[.,:])/g, '$1$2')
    .trim();
}
