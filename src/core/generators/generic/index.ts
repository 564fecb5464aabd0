import type { FenceReading } from '../../frontMatter/fence';
import { lineEnd, nextLine } from '../../frontMatter/fence';
import { grayMatter } from '../../frontMatter/lazy';
import { say } from '../../message';
import type { Report } from '../../report/report';
import type { DateReading, Excerpt, Forecast, Generator } from '../generator';
import { NO_EXCERPT } from '../generator';
import { dataOf, goYaml12, typeOf } from '../scalars';
import { isoOf } from '../timeZone';

/**
 * For folders with no known site: what tools built on gray-matter read (Eleventy, Gatsby and others). They differ too
 * much in what they do with it for more to be said; excerpts are left to the generator that the user chooses.
 */
export const generic: Generator = {
  name: 'generic',
  title: 'generic',
  newest: '',
  foldsKeys: false,
  knownFields: [],
  readFence: readGenericFence,
  plainReader: () => goYaml12,
  readDate: (node): DateReading => {
    if (node?.kind !== 'scalar') {
      return { kind: 'missing' };
    }
    const typed = typeOf(node, goYaml12);
    const iso =
      typed.type === 'date' || typed.type === 'string'
        ? isoOf(Date.parse(typed.value.replace(' ', 'T')))
        : null;
    return iso ? { kind: 'date', instant: iso, rolled: false } : { kind: 'invalid', outcome: 'published' };
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
  if (
    report.fence.kind === 'unclosed' ||
    (problem && grayMatter().readWithGrayMatter(report.text) === null)
  ) {
    const reason = say('The site generator cannot read the front matter.');
    const range = problem?.range ?? (report.fence.kind === 'unclosed' ? report.fence.fence.open : null);
    return {
      ...known,
      outcome: 'build-error',
      reason,
      cause: { code: problem ? 'syntax' : 'unclosed-fence', range },
    };
  }
  return { ...known, outcome: 'published', reason: null, cause: null };
}
