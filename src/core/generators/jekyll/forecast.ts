import { findIntendedFence } from '../../frontMatter/fence';
import { endsEarly } from '../../frontMatter/firstDocument';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Cause, Forecast, Now, Outcome, Site } from '../generator';
import { safeYaml, typeOf } from '../scalars';
import { instantInZone, isCalendarDay, isoOf } from '../timeZone';
import { jekyllCategories, jekyllUrl } from './url';
import {
  datedName,
  isDraftPath,
  isPostPath,
  jekyllTags,
  readJekyllDate,
  rubyText,
  titleOfSlug,
  valueOf,
} from './values';

const NOTHING: Omit<Forecast, 'outcome' | 'reason' | 'cause'> = {
  title: null,
  date: null,
  tags: [],
  terms: [],
  categories: [],
  url: null,
};

/** What Jekyll does with a post (lib/jekyll/document.rb, reader.rb, publisher.rb). */
export function forecastJekyll(report: Report, site: Site, now: Now): Forecast {
  const failure = readFailure(report, site);
  if (failure) {
    return failure;
  }
  const tags = jekyllTags(report);
  const terms = tags.map(rubyText).filter(Boolean);
  const title = titleOf(report);
  const { date, cause } = dateOf(report, site);
  if (cause) {
    return {
      ...NOTHING,
      ...because(
        'build-error',
        cause,
        say('Jekyll will stop the build of the whole site: it cannot read the date.'),
      ),
    };
  }
  const url = date === null ? null : jekyllUrl(report, site, date);
  const known = { title, date, tags, terms, categories: jekyllCategories(report), url };
  const hidden = hiddenBy(report, site, date, now);
  return hidden ? { ...known, ...hidden } : { ...known, outcome: 'published', reason: null, cause: null };
}

/** The ways in which a post's header is not read at all. */
function readFailure(report: Report, site: Site): Forecast | null {
  if (report.fence.kind !== 'closed') {
    const date = nameDate(report, site);
    const cause: Cause = { code: 'no-front-matter', range: null };
    const reason = findIntendedFence(report.text)
      ? say('Jekyll will print the front matter as text: it does not recognise it.')
      : say('Jekyll will publish this as text alone: there is no front matter yet.');
    const url = date === null ? null : jekyllUrl(report, site, date);
    return { ...NOTHING, title: titleOfSlug(report.path), date, url, ...because('text', cause, reason) };
  }
  const problem = problemOf(report);
  if (problem) {
    const reason = say(
      'Jekyll will publish this post without title, tags or excerpt, under the date of the build.',
    );
    return { ...NOTHING, ...because('bare', problem, reason) };
  }
  if (isPostPath(report.path) && !datedName(report.path)) {
    const reason = say('Jekyll will leave this post out: its file name does not start with a date.');
    return { ...NOTHING, ...because('skipped', { code: 'file-name', range: null }, reason) };
  }
  return null;
}

/** Why Jekyll logs an error and goes on without the header; null where it reads it. */
export function problemOf(report: Report): Cause | null {
  const frontMatter = report.frontMatter;
  const first = frontMatter?.problems[0];
  const root = frontMatter?.root;
  // An alias of nothing, and a directive with no document behind it, read as nothing.
  const isHarmless = first?.code === 'BAD_ALIAS' || first?.code === 'DIRECTIVE';
  if (first && !isHarmless && !endsEarly(report.header, frontMatter.problems)) {
    return { code: 'syntax', range: first.range };
  }
  if (root && root.kind !== 'map') {
    return { code: 'not-a-map', range: root.range };
  }
  const categories = report.field('categories')?.value;
  const typed = categories?.kind === 'scalar' ? typeOf(categories, safeYaml) : null;
  // Document#merge_categories! splits a string, skips nothing at all, and fails on whatever else is no list.
  if (
    categories &&
    (categories.kind === 'map' || (typed && typed.type !== 'string' && typed.type !== 'null'))
  ) {
    return { code: 'field-type', range: categories.range };
  }
  return null;
}

function titleOf(report: Report): string {
  const value = valueOf(report, 'title');
  return value === undefined || value === null || value === false
    ? titleOfSlug(report.path)
    : rubyText(value);
}

/** The field beats the file's name, without a word. */
function dateOf(report: Report, site: Site): { date: string | null; cause: Cause | null } {
  const name = datedName(report.path);
  if (name && !isCalendarDay(name.year, name.month, Math.min(name.day, 28))) {
    return { date: null, cause: { code: 'date', range: null } };
  }
  const entry = report.field('date');
  if (!entry) {
    return { date: nameDate(report, site), cause: null };
  }
  const reading = readJekyllDate(entry.value, site);
  if (reading.kind === 'date') {
    return { date: reading.instant, cause: null };
  }
  return { date: null, cause: { code: 'date', range: entry.value?.range ?? entry.key.range } };
}

function nameDate(report: Report, site: Site): string | null {
  const name = datedName(report.path);
  const time = name && { ...name, hour: 0, minute: 0, second: 0, millisecond: 0 };
  return time ? isoOf(instantInZone(time, site.config.timeZone)) : null;
}

function hiddenBy(report: Report, site: Site, date: string | null, now: Now) {
  const published = report.field('published');
  const value = valueOf(report, 'published');
  if (published && (value === false || value === null) && !site.config.unpublished) {
    return because(
      'hidden',
      { code: 'unpublished', range: published.range },
      say('Jekyll will leave this post out: `published` is false.'),
    );
  }
  if (isDraftPath(report.path) && !site.config.drafts) {
    return because(
      'hidden',
      { code: 'draft', range: null },
      say('Jekyll will leave this post out: it is in `_drafts`.'),
    );
  }
  if (date && Date.parse(date) > now && !site.config.future) {
    const range = report.field('date')?.value?.range ?? null;
    return because(
      'hidden',
      { code: 'future', range },
      say('Jekyll will leave this post out until its date has come.'),
    );
  }
  return null;
}

function because(outcome: Outcome, cause: Cause, reason: Message) {
  return { outcome, cause, reason };
}
