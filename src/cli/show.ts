import { formatMessage } from '../core/message';
import { renderInline, renderMarkdown, textOfHtml } from '../core/markdown/markdown';
import { Report } from '../core/report/report';
import type { Excerpt } from '../core/generators/generator';
import type { Forecast } from '../core/generators/forecast';
import type { Data } from '../core/generators/scalars';
import type { Position, Range } from '../core/text';
import type { ReportFile } from './files';

/** A stretch of text by lines and columns: zero-based, UTF-16, a byte order mark not counted. */
export interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** What `show` tells of one file; every key is always there. */
export interface Shown {
  readonly file: string;
  readonly generator: { readonly name: string; readonly version: string | null };
  readonly forecast: {
    readonly outcome: string;
    readonly reason: string | null;
    readonly title: string | null;
    readonly date: string | null;
    readonly tags: unknown;
    readonly categories: unknown;
    readonly url: string | null;
    readonly terms: readonly string[] | null;
  };
  readonly excerpt: {
    readonly from: string;
    readonly markdown: string | null;
    readonly html: string;
    readonly text: string;
    readonly wholePost: boolean;
    readonly truncated: boolean;
    /** Whether it ends just there; else it ends about there. */
    readonly certain: boolean;
  } | null;
  readonly takeaways: readonly {
    readonly markdown: string;
    readonly html: string;
    readonly text: string;
    readonly range: Place;
  }[];
  readonly talks: readonly {
    readonly title: string;
    readonly speakers: readonly string[];
    readonly links: readonly { readonly title: string; readonly url: string; readonly kind: string }[];
    readonly range: Place;
  }[];
}

/** Tells what becomes of a report. */
export function show({ file, text, path, site, options }: ReportFile, now: number): Shown {
  const { generator } = site;
  const report = new Report(text, path, generator, options);
  const forecast = generator.forecast(report, site, now);
  const isBuilt = forecast.outcome !== 'skipped' && forecast.outcome !== 'build-error';
  return {
    file,
    generator: generatorOf(site),
    forecast: forecastOf(forecast, isBuilt, generator.name === 'hugo'),
    excerpt: isBuilt ? excerptOf(generator.excerpt(report, site), generator.name === 'hugo') : null,
    takeaways: report.takeaways.items.map(({ markdown, range }) => {
      const render = markdown.includes('\n\n') ? renderMarkdown : renderInline;
      const html = render(markdown, generator.dialectOf?.(site) ?? generator.dialect);
      return { markdown, html, text: textOfHtml(html), range: placeOf(report, range) };
    }),
    talks: report.talks.map(({ title, speakers, links, range }) => ({
      title,
      speakers,
      links,
      range: placeOf(report, range),
    })),
  };
}

/** The generator and its version as JSON gives them. */
export function generatorOf({ generator, version }: ReportFile['site']): Shown['generator'] {
  // Nobody knows what a version of any other generator would mean.
  return { name: generator.name, version: (generator.name !== 'generic' && version) || null };
}

function forecastOf(forecast: Forecast, isBuilt: boolean, hasTerms: boolean): Shown['forecast'] {
  const { outcome, title, date, url, terms } = forecast;
  const reason = forecast.reason && formatMessage(forecast.reason);
  if (!isBuilt) {
    return { outcome, reason, title: null, date: null, tags: null, categories: null, url: null, terms: null };
  }
  const tags = outcome === 'bare' ? null : plain(forecast.tags);
  const categories = forecast.categories && plain([...forecast.categories]);
  return { outcome, reason, title, date, tags, categories, url, terms: hasTerms ? terms : null };
}

function excerptOf(excerpt: Excerpt, isFromHtml: boolean): Shown['excerpt'] {
  const { from, markdown, html, text, wholePost, truncated, isUncertain = false } = excerpt;
  return {
    from,
    markdown: isFromHtml ? null : markdown,
    html,
    text,
    wholePost,
    truncated,
    certain: !isUncertain,
  };
}

/** JSON has no integers of 64 bits. */
function plain(data: Data): unknown {
  if (typeof data === 'bigint') {
    return Number(data);
  }
  if (Array.isArray(data)) {
    return data.map(plain);
  }
  return data !== null && typeof data === 'object'
    ? Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plain(value)]))
    : data;
}

/** A range by lines and columns. */
export function placeOf(report: Report, { start, end }: Range): Place {
  const bom = report.text.startsWith('\uFEFF') ? 1 : 0;
  const position = (offset: number): Position => {
    const { line, character } = report.lines.positionAt(offset);
    return { line, character: line === 0 ? Math.max(0, character - bom) : character };
  };
  return { start: position(start), end: position(end) };
}
