import type { FenceReading } from '../../frontMatter/fence';
import { lineEnd, nextLine } from '../../frontMatter/fence';
import { duplicateField } from '../../frontMatter/tree';
import { grayMatter } from '../../frontMatter/lazy';
import { say } from '../../message';
import type { Report } from '../../report/report';
import type { Cause, DateReading, Excerpt, Forecast, Generator } from '../generator';
import { NO_EXCERPT } from '../generator';
import { dataOf, goYaml12 } from '../scalars';
import { parseIsoDate } from '../isoDate';

/**
 * For folders with no known site: what tools built on gray-matter read (Eleventy, Gatsby and others). They differ too
 * much in what they do with it for more to be said; excerpts are left to the generator that the user chooses.
 */
export const generic: Generator = {
  name: 'generic',
  title: 'generic',
  isKnown: false,
  newest: '',
  foldsKeys: false,
  formats: ['yaml'],
  dialect: 'commonmark',
  skipsBlanks: false,
  splitsStrings: false,
  readsDraft: null,
  readsEpochs: false,
  keepsOffsets: false,
  mayEvaluate: true,
  excerptField: null,
  knownFields: [],
  readFence: readGenericFence,
  plainReader: () => goYaml12,
  readDate: (node): DateReading => {
    const text = node?.kind === 'scalar' ? node.text : '';
    const instant = parseIsoDate(text, undefined);
    if (instant !== null) {
      return { kind: 'date', instant, rolled: false };
    }
    // What other forms mean, each tool decides for itself; that the calendar has no such day holds for all.
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { kind: 'invalid', outcome: 'published' } : { kind: 'missing' };
  },
  titleFromFile: () => null,
  datesFromFile: () => true,
  separatorOf: () => null,
  dateFields: ['date'],
  failure: (cause) => say('The site generator cannot read the front matter: {0}.', cause),
  forecast,
  excerpt: (): Excerpt => NO_EXCERPT,
};

/** gray-matter's fence: `---` at the start, closed by a line that starts with it; a language may follow the first. */
function readGenericFence(text: string): FenceReading {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = /^---(?!-)[ \t]*(yaml|toml|json)?[ \t]*\r?\n/.exec(text.slice(start, start + 200));
  if (!opening) {
    return { kind: 'none' };
  }
  const format = opening[1] === 'toml' || opening[1] === 'json' ? opening[1] : 'yaml';
  const open = { start, end: start + 3 };
  const header = start + opening[0].length;
  for (let at = header; at < text.length;) {
    const end = lineEnd(text, at);
    if (text.startsWith('---', at)) {
      const fence = {
        format,
        open,
        header: { start: header, end: at },
        close: { start: at, end: at + 3 },
        body: nextLine(text, end),
      } as const;
      return { kind: 'closed', fence };
    }
    at = nextLine(text, end);
  }
  return {
    kind: 'unclosed',
    fence: { format, open, header: { start: header, end: text.length }, close: null, body: text.length },
  };
}

function forecast(report: Report): Forecast {
  const field = (name: string) => {
    const entry = report.field(name);
    return entry ? dataOf(entry.value, goYaml12) : null;
  };
  const title = field('title');
  const tags = field('tags');
  const date = report.field('date');
  const reading = date ? generic.readDate(date.value, { generator: generic, version: '', config: {} }) : null;
  const known = {
    categories: null,
    url: null,
    title: title === null || typeof title === 'object' ? null : String(title),
    date: reading?.kind === 'date' ? reading.instant : null,
    tags,
    terms: (Array.isArray(tags) ? tags : [tags])
      .filter((tag) => tag !== null && typeof tag !== 'object')
      .map(String),
  };
  if (report.fence.kind === 'none') {
    const reason = say('There is no front matter: the whole file is text.');
    return { ...known, outcome: 'text', reason, cause: { code: 'no-front-matter', range: null } };
  }
  const problem = report.frontMatter?.problems[0];
  const duplicate = duplicateField(report.fields);
  const isRead = !(problem ?? duplicate) || grayMatter().readWithGrayMatter(report.text) !== null;
  if (report.fence.kind === 'unclosed' || !isRead) {
    const reason = say('The site generator cannot read the front matter.');
    const cause: Cause =
      report.fence.kind === 'unclosed'
        ? { code: 'unclosed-fence', range: report.fence.fence.open }
        : problem
          ? { code: 'syntax', range: problem.range }
          : { code: 'duplicate-field', range: duplicate?.key.range ?? null };
    return { ...known, outcome: 'build-error', reason, cause };
  }
  return { ...known, outcome: 'published', reason: null, cause: null };
}
