import { say } from '../../message';
import type { Report } from '../../report/report';
import type { Section } from '../../report/sections';
import type { Talk } from '../../report/talks';
import type { Rule, RuleFinding } from '../rule';

/** So many talks, and so great a part of them, must name their speakers before one that does not stands out. */
const NAMED = 3;
const PART = 0.6;

/** A word of the headings below which all is a talk: without one there is none without a speaker. */
const TALKS = /talk|session|presentation|keynote|vortr/i;

/** Items of a programme that nobody speaks at, or many do. */
const NO_TALK =
  /\b(?:intro(?:duction)?|welcome|opening|closing|registration|check-?in|lunch|dinner|breakfast|coffee|tea|breaks?|pause|panel|q ?& ?a|questions|discussions?|round ?table|open spaces?|unconference|bof|birds of a feather|lightning talks?|hallway|networking|party|social|drinks|beers?|workshops?|hackathon|sponsors?|expo|awards?|announcements?|summary|conclusions?|wrap[- ]?up|take-?aways?|highlights|thoughts|overview|agenda|schedule|programme?|others?|misc|day|morning|afternoon|evening|tracks?|resources|links|references|notes?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|keynotes?|sessions?|talks?|begrüßung|einleitung|mittag(?:essen)?|pause[n]?|fazit|zusammenfassung|tag)\b/i;

/** Where a title holds one of these, a name may be a part of it. */
const PARTED = /[:–—|(,/@]|\s-+\s|\b(?:by|with|von|mit|from|feat\.?)\s/i;

/** What may be a name: two words with capitals in a row. */
const NAME = /\p{Lu}[\p{L}'’.-]*\s+(?:\p{Ll}{1,3}\s+)?\p{Lu}[\p{L}'’-]+/u;

/** What introduces speakers in the text below a title. */
const SPEAKER = /\b(?:speakers?|presenters?|presented|by|referent(?:in)?|sprecher(?:in)?)\b|@\w/i;

/** A talk that names no speaker, where most others at its level do. */
export const missingSpeaker: Rule = {
  code: 'missing-speaker',
  severity: 'hint',
  check({ report, forecast }): RuleFinding[] {
    if (
      forecast.outcome !== 'published' ||
      !report.sections.some(({ heading }) => TALKS.test(heading)) ||
      report.talks.length <= NAMED
    ) {
      return [];
    }
    const places = placesOf(report);
    return byLevel(report, places).flatMap((talks) => {
      const named = talks.filter(({ speakers }) => speakers.length > 0).length;
      if (named < NAMED || named < PART * talks.length) {
        return [];
      }
      return talks
        .filter((talk) => talk.speakers.length === 0 && !mayName(report, talk, places))
        .map(({ title, range }): RuleFinding => {
          const message = say(
            'This talk names no speaker, as {0} of {1} do: write “{2} by …”.',
            named,
            talks.length,
            title,
          );
          const start = report.text.indexOf(title, range.start);
          const isWritten = start >= 0 && start + title.length <= range.end;
          const line = report.lines.rangeOf(report.lines.lineAt(range.start));
          return { message, range: isWritten ? { start, end: start + title.length } : line, fixes: [] };
        });
    });
  },
};

/** Where headings and blocks start: reports have hundreds of talks, and each is looked up. */
interface Places {
  /** The sections, by the starts of their headings. */
  readonly headings: ReadonlyMap<number, Section>;
  /** The numbers of the blocks, by their starts. */
  readonly blocks: ReadonlyMap<number, number>;
}

function placesOf({ sections, blocks }: Report): Places {
  return {
    headings: new Map(sections.map((section) => [section.headingRange.start, section])),
    blocks: new Map(blocks.map(({ range }, index) => [range.start, index])),
  };
}

/** The talks whose headings are of one level, or that are items of the list of one section. Both come in their order. */
function byLevel({ sections, talks }: Report, { headings }: Places): Talk[][] {
  const levels = new Map<string, Talk[]>();
  let above = -1;
  for (const talk of talks) {
    const { start } = talk.range;
    while ((sections[above + 1]?.headingRange.start ?? Infinity) < start) {
      above++;
    }
    const section = headings.get(start);
    const level = section ? `heading ${String(section.level)}` : `item ${String(above)}`;
    const same = levels.get(level);
    if (same) {
      same.push(talk);
    } else {
      levels.set(level, [talk]);
    }
  }
  return [...levels.values()];
}

/** A name that is not read as one may stand in the title, or in the first lines below it. */
function mayName({ blocks, text }: Report, { title, range }: Talk, places: Places): boolean {
  if (NO_TALK.test(title) || PARTED.test(title) || title.length < 4) {
    return true;
  }
  const at = places.blocks.get(range.start) ?? -1;
  const own = blocks[at];
  const isHeading = places.headings.has(range.start);
  const next = blocks[at + 1];
  const below = isHeading ? (next?.kind === 'heading' ? '' : firstLines(text, next?.range)) : '';
  const beside = isHeading ? '' : (own?.text ?? '').replace(title, '');
  return [below, beside].some((words) => NAME.test(words) || SPEAKER.test(words));
}

/** A speaker stands in the first two lines. */
function firstLines(
  text: string,
  range: { readonly start: number; readonly end: number } | undefined,
): string {
  return range
    ? text
        .slice(range.start, Math.min(range.end, range.start + 300))
        .split('\n', 2)
        .join('\n')
    : '';
}
