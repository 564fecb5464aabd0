import { say } from '../../message';
import type { Report } from '../../report/report';
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
    const levels = new Map<string, Talk[]>();
    for (const talk of report.talks) {
      const level = levelOf(report, talk);
      levels.set(level, [...(levels.get(level) ?? []), talk]);
    }
    return [...levels.values()].flatMap((talks) => {
      const named = talks.filter(({ speakers }) => speakers.length > 0).length;
      if (named < NAMED || named < PART * talks.length) {
        return [];
      }
      return talks
        .filter((talk) => talk.speakers.length === 0 && !mayName(report, talk))
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

/** Headings of one level, or items of the list of one section. */
function levelOf({ sections }: Report, { range }: Talk): string {
  const section = sections.find(({ headingRange }) => headingRange.start === range.start);
  if (section) {
    return `heading ${String(section.level)}`;
  }
  const around = sections.findLast(({ headingRange }) => headingRange.start < range.start);
  return `item ${String(around?.headingRange.start ?? -1)}`;
}

/** A name that is not read as one may stand in the title, or in the first lines below it. */
function mayName(report: Report, { title, range }: Talk): boolean {
  const { blocks, text, sections } = report;
  if (NO_TALK.test(title) || PARTED.test(title) || title.length < 4) {
    return true;
  }
  const at = blocks.findIndex((block) => block.range.start === range.start);
  const own = blocks[at];
  const isHeading = sections.some(({ headingRange }) => headingRange.start === range.start);
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
