import type { Node, ScalarNode } from '../../core/frontMatter/tree';
import { clockOf } from '../../core/generators/clock';
import type { Outcome } from '../../core/generators/forecast';
import { say } from '../../core/message';
import type { Message } from '../../core/message';
import { baseName } from '../../core/report/report';
import type { Report } from '../../core/report/report';
import type { Fact, HeaderView } from '../../webview/reportView';
import { startOfLine } from './bounds';
import type { Speech, ViewInput } from './context';
import { readableDay } from './dates';

/** Words that a grown-up reads in a minute, and characters of scripts that put no blanks between words. */
const WORDS_A_MINUTE = 213;
const CHARACTERS_A_MINUTE = 500;

/** How much is counted (UTF-16 code units). */
const MAX_COUNTED = 50_000;

/** How many tags are shown, and how many values of a field are looked at. */
const MAX_TAGS = 200;
const MAX_VALUES = 1_000;

/** Outcomes in which there is no page at all: what the writer wrote says more then than what the site would show. */
const NO_PAGE: ReadonlySet<Outcome> = new Set(['build-error', 'skipped']);

/** The fields that tell of the event, most usual first (few blogs have any). */
const FIELDS: readonly {
  readonly kind: Fact['kind'];
  readonly names: readonly string[];
  readonly label: Message;
}[] = [
  { kind: 'author', names: ['author', 'authors'], label: say('Author') },
  { kind: 'event', names: ['event', 'conference'], label: say('Event') },
  { kind: 'place', names: ['location', 'place', 'venue', 'city'], label: say('Place') },
];

/** The report's title, its event data and its tags, as the site will have them. */
export function headerView(input: ViewInput, speech: Speech): HeaderView {
  const { report, forecast } = input;
  const { translate } = speech;
  const written = NO_PAGE.has(forecast.outcome);
  const ownTitle = written ? textsOf(report.field('title')?.value).join(' ') : '';
  const siteTitle = forecast.title?.trim() ?? '';
  const title = siteTitle === '' ? ownTitle : siteTitle;
  return {
    title: startOfLine(title) || (written ? baseName(report.path) : translate(say('No title'))),
    hasTitle: title !== '',
    facts: factsOf(input, speech),
    tagsLabel: translate(say('Tags')),
    tags: (written && forecast.terms.length === 0 ? textsOf(report.field('tags')?.value) : forecast.terms)
      .slice(0, MAX_TAGS)
      .map(startOfLine),
  };
}

/** The day that the site shows; empty where it has none. */
export function dayOf({ report, site, forecast }: ViewInput, language: string): string {
  return forecast.date === null ? '' : readableDay(forecast.date, clockOf(report, site), language);
}

function factsOf(input: ViewInput, { translate, language }: Speech): Fact[] {
  const { report } = input;
  const facts: Fact[] = [
    { kind: 'date', label: translate(say('Date')), value: dayOf(input, language) },
    ...FIELDS.map(({ kind, names, label }): Fact => {
      const values = names.map((name) => textsOf(report.field(name)?.value));
      return {
        kind,
        label: translate(label),
        value: startOfLine(values.find((value) => value.length > 0)?.join(', ') ?? ''),
      };
    }),
    {
      kind: 'readingTime',
      label: translate(say('Reading time')),
      value: translate(say('{0} min read', readingMinutes(report))),
    },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** How long the body takes to read, in minutes, at least one. */
export function readingMinutes(report: Report): number {
  // Both lengths are bounded: of a million unclosed brackets none may search the whole rest of the text.
  const whole = report.text.length - report.body;
  // The rest of a very long one reads like its start.
  const share = Math.min(1, MAX_COUNTED / Math.max(1, whole));
  const text = report.text
    .slice(report.body, report.body + MAX_COUNTED)
    .replace(/<!--[\s\S]{0,500}?-->|\]\([^)\n]{0,500}\)/g, ' ');
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = text.match(/(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}'’])+/gu);
  const minutes = ((words?.length ?? 0) / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE) / share;
  return Math.max(1, Math.round(minutes));
}

/**
 * The texts in a value, the first of very many: of a list its items', of a map (an author with a profile) its name's.
 * @param left how many values are still looked at: a few lines of aliases stand for billions
 */
function textsOf(node: Node | null | undefined, left = { values: MAX_VALUES }): string[] {
  if (left.values-- <= 0) {
    return [];
  }
  switch (node?.kind) {
    case 'scalar':
      return isNull(node) ? [] : [node.text.trim()].filter(Boolean);
    case 'list': {
      const texts: string[] = [];
      for (const item of node.items) {
        if (left.values <= 0) {
          break;
        }
        texts.push(...textsOf(item, left));
      }
      return texts;
    }
    case 'map':
      return textsOf(
        node.entries.find(({ key }) => key.name === 'name' || key.name === 'title')?.value,
        left,
      );
    default:
      return [];
  }
}

function isNull(node: ScalarNode): boolean {
  return node.bare ? node.bare.type === 'null' : node.style === 'plain' && /^(?:~|null)$/i.test(node.text);
}
