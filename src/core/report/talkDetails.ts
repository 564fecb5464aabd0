import type { Block } from './sections';
import { LINK } from './headingText';
import { NAMES_AND_BRACKETS, splitNames } from './names';

/** What stands in a talk's text below its title. */
export interface TalkDetails {
  readonly speakers: readonly string[];
  readonly time: string | null;
  readonly intro: string | null;
}

/** How long a talk's first sentence may be (UTF-16 code units). */
const MAX_INTRO = 240;

/** How much of a paragraph is looked at. */
const MAX_PARAGRAPH = 2_000;

const CLOCK = String.raw`(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)(?:\s?[ap]\.?m\.?)?`;
const HOUR = String.raw`(?:1[0-2]|0?[1-9])\s?[ap]\.?m\.?`;
const SPAN = String.raw`(?:${CLOCK}|${HOUR})(?:\s?(?:-|–|—|to|bis)\s?(?:${CLOCK}|${HOUR}))?(?:\s?(?:Uhr|h))?`;

/** A time before or behind a title, set off from it. `9.30` is a time only where it stands alone or goes on. */
const LEADING = new RegExp(String.raw`^[[(]?(${SPAN})[\])]?(?:\s*[-–—:|,]\s+|\s+)(?=\S)`, 'i');
const TRAILING = new RegExp(String.raw`(?:\s*[,|]\s*|\s+[-–—@]\s+|\s+)[[(]?(${SPAN})[\])]?$`, 'i');
/** A line of a time, perhaps with a label before it and a room behind it. */
const TIME_LINE = new RegExp(
  String.raw`^(?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:(?:time|when|zeit|wann)\s*:\s*)?(?:at\s+)?(${SPAN})(?:\s*[,|·(–—-].{0,60})?$`,
  'iu',
);

/** Takes the time out of a heading's text. */
export function splitTime(heading: string): { title: string; time: string | null } {
  const short = heading.length <= 300;
  const leading = short && /^[[(]?\d/.test(heading) ? LEADING.exec(heading) : null;
  if (leading?.[1] !== undefined && isClock(leading[1])) {
    return { title: heading.slice(leading[0].length).trim(), time: leading[1].trim() };
  }
  const trailing = short && /[\dm.hr][\])]?$/i.test(heading) ? TRAILING.exec(heading) : null;
  if (trailing?.[1] !== undefined && isClock(trailing[1]) && trailing.index > 0) {
    return { title: heading.slice(0, trailing.index).trim(), time: trailing[1].trim() };
  }
  return { title: heading, time: null };
}

/** A version, `2.10`, looks like a time with a dot: such a one counts only as a span, or with more to it. */
function isClock(time: string): boolean {
  return !/^\d+\.\d+$/.test(time);
}

/** `Speaker: Ann Onym`, `by Ann Onym`: whoever it is, the line says so. */
const SPEAKER_LABEL =
  /^(?:(?:speakers?|presenters?|presented by|by|with|host|referent(?:in|en)?|sprecher(?:in)?|von|mit|vortragende[rn]?)\s*:\s*|(?:presented )?by\s+|von\s+)(?=\S)/i;

let labelled: RegExp | undefined;
let bare: RegExp | undefined;

/** Behind a label words may lead to an employer, with which a sentence could go on elsewhere. Made on first use, as it takes a while. */
const labelledNames = () => (labelled ??= nameLine(String.raw`|\/|\s(?:from|at|of|von|bei)\s`));
const bareNames = () => (bare ??= nameLine(''));

/** Names with what people put behind them: an employer, a handle. */
function nameLine(words: string): RegExp {
  return new RegExp(
    String.raw`^(${NAMES_AND_BRACKETS})(?:\s*(?:,|\||·|\(|–|—|\s-\s|@${words})\s*[\p{L}\p{N}@_][^.!?:]{0,60})?\.?$`,
    'u',
  );
}

/**
 * Reads what stands below a talk's title: speakers and time in the first lines, and the first sentence of its text.
 * @param blocks the talk's own blocks, up to its first sub-heading
 * @param isTalk it is known to be a talk; else a line of names alone says nothing
 */
export function talkDetails(blocks: readonly Block[], isTalk: boolean): TalkDetails {
  let speakers: readonly string[] = [];
  let time: string | null = null;
  let intro: string | null = null;
  // Both stand in the first paragraph, or in a list or a paragraph right below it.
  for (const [index, { kind, text, depth }] of blocks.entries()) {
    if (kind !== 'paragraph' && !(kind === 'item' && depth === 0 && index < 4)) {
      if (kind === 'heading' || index >= 4) {
        break;
      }
      continue;
    }
    const rest: string[] = [];
    for (const line of text.slice(0, MAX_PARAGRAPH).split('\n')) {
      const found = index < 4 && rest.length === 0 ? headLine(plainLine(line), isTalk) : null;
      if (found) {
        speakers = speakers.length > 0 ? speakers : found.speakers;
        time ??= found.time;
      } else {
        rest.push(line);
      }
    }
    if (kind === 'paragraph') {
      intro = firstSentence(rest.join('\n'));
      if (intro !== null) {
        break;
      }
    }
  }
  return { speakers, time, intro };
}

function headLine(line: string, isTalk: boolean): { speakers: string[]; time: string | null } | null {
  if (line.length > 200) {
    return null;
  }
  const time = /\d/.test(line) ? TIME_LINE.exec(line)?.[1] : undefined;
  if (time !== undefined && (isClock(time) || /^time/i.test(line))) {
    return { speakers: [], time };
  }
  const label = SPEAKER_LABEL.exec(line)?.[0];
  const shape = label !== undefined ? labelledNames() : isTalk ? bareNames() : undefined;
  const names = shape?.exec(line.slice(label?.length ?? 0))?.[1];
  const speakers = names === undefined ? [] : splitNames(names);
  return speakers.length > 0 ? { speakers, time: null } : null;
}

/** A line of links to slides and videos, an image, a label or a shortcode is no prose. */
const NO_PROSE =
  /^(?:!\[|\{[{%:]|<|\[\^|\|)|^(?:[*_]{0,2})(?:slides?|deck|video|recording|links?|code|repo(?:sitory)?|demo|source|abstract|tags?|level|track|room|language|speakers?|when|where|time|folien|aufzeichnung|raum|sprache)\b[*_]{0,2}\s*(?::|$)/i;

/** Words with a dot that end no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|mr|mrs|ms|dr|prof|st|z\.\s?b|d\.\s?h|bzw|ca|u\.\s?a|[A-Za-z])\.$/i;

/** The first sentence of a paragraph as plain text, at most some 240 characters; null where it is no prose. */
export function firstSentence(markdown: string): string | null {
  const lines = markdown
    .slice(0, MAX_PARAGRAPH)
    .split('\n')
    .filter((line) => !NO_PROSE.test(line.trim()) && !isLinks(line));
  const text = plainLine(lines.join(' ')).replace(/\s+/g, ' ').trim();
  if (!/\p{L}/u.test(text)) {
    return null;
  }
  for (const end of text.slice(0, MAX_INTRO).matchAll(/[.!?…。！？]+["”’)»]?(?=\s|$)|[。！？]/gu)) {
    const sentence = text.slice(0, end.index + end[0].length);
    const endsThere = end.index + end[0].length < MAX_INTRO || sentence.length === text.length;
    if (endsThere && !ABBREVIATION.test(sentence)) {
      return sentence;
    }
  }
  if (text.length <= MAX_INTRO) {
    return text;
  }
  const blank = text.lastIndexOf(' ', MAX_INTRO - 1);
  return `${text.slice(0, blank > MAX_INTRO / 2 ? blank : MAX_INTRO - 1).replace(/[\s,;:–—-]+$|[\uD800-\uDBFF]$/, '')}…`;
}

/** A line of nothing but links. */
function isLinks(line: string): boolean {
  return (
    /\]\(|https?:/.test(line) && !/\p{L}/u.test(line.replace(LINK, '').replace(/<?https?:[^\s>]+>?/g, ''))
  );
}

/** Where a line has none of these, as most have, it is plain. */
const INLINE = /[[<{*_~`\\]/;

/** Inline Markdown as a reader sees it; images, notes, tags and templates left out. */
export function plainLine(markdown: string): string {
  if (!INLINE.test(markdown)) {
    return markdown.trim();
  }
  return markdown
    .replace(/!\[[^\]]{0,300}\](?:\([^)]{0,500}\)|\[[^\]]{0,100}\])?/g, '')
    .replace(LINK, '$1')
    .replace(/\[([^\]]{1,300})\]\[[^\]]{0,100}\]/g, '$1')
    .replace(/\[\^[^\]\s]{1,100}\]|\{\{[<%{]?[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|\{:[^{}]{0,200}\}/g, '')
    .replace(/<(https?:[^\s<>]{1,500})>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, '')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/(^|[\s("“])[*_](\S(?:[^*_]{0,300}\S)?)[*_](?=[\s.,:;!?)"”]|$)/g, '$1$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
