import { findIntendedFence } from '../../frontMatter/fence';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Site } from '../generator';
import type { Cause, Forecast, Now, Outcome } from '../forecast';
import { atLeast } from '../versions';
import { jekyllDate, jekyllTitle } from './document';
import { jekyllExcerptSource } from './excerpt';
import { hasLiquid, renderLiquid } from './liquid';
import { postData, valueOf } from './postData';
import { isTruthy, plainData, rubyText } from './ruby/values';
import { jekyllUrl } from './url';
import { jekyllCategories, jekyllTags, readDateText } from './values';

type Known = Omit<Forecast, 'outcome' | 'reason' | 'cause'>;

const NOTHING: Known = { title: null, date: null, tags: [], terms: [], categories: [], url: null };

/** What Jekyll does with a post (lib/jekyll/readers/post_reader.rb, document.rb, publisher.rb, renderer.rb). */
export function forecastJekyll(report: Report, site: Site, now: Now): Forecast {
  return unread(report, site) ?? read(report, site, now);
}

/** The ways in which a file is no post at all. */
function unread(report: Report, site: Site): Forecast | null {
  const settings = site.config.jekyll;
  const textForList = atLeast(site.version, '4') ? settings?.textForList : null;
  const broken = settings?.broken ?? textForList ?? null;
  if (broken !== null) {
    const reason =
      broken === ''
        ? say('Jekyll will make no site: it cannot read its configuration.')
        : say('Jekyll will make no site: it cannot use `{0}` in its configuration.', broken);
    return { ...NOTHING, ...because('build-error', { code: 'config', range: null }, reason) };
  }
  const { place, hasBadDefaults } = postData(report, site);
  if (place.unread) {
    return {
      ...NOTHING,
      ...because('skipped', { code: place.unread.code, range: null }, place.unread.reason),
    };
  }
  if (hasBadDefaults && place.collection !== '' && !place.isDraft) {
    return badDefaults(report, site);
  }
  const { invalidUtf8 } = report.options;
  if (invalidUtf8 && place.collection !== '') {
    const reason = say('Jekyll will leave this post out: it is not encoded in UTF-8.');
    return { ...NOTHING, ...because('skipped', { code: 'encoding', range: invalidUtf8 }, reason) };
  }
  if (isOther(report, site) && !/^---[ \t\r\f\v]*\n/.test(report.text)) {
    const reason = say('Jekyll will copy this file as it is: there is no front matter.');
    return { ...NOTHING, ...because('skipped', { code: 'no-front-matter', range: null }, reason) };
  }
  return null;
}

/** Nothing of a post is read then; before 4.x that ends the build. */
function badDefaults(report: Report, site: Site): Forecast {
  const isSkipped =
    atLeast(site.version, '4') && !isOther(report, site) && site.config.jekyll?.isStrict !== true;
  const reason = isSkipped
    ? say('Jekyll will leave this post out: it cannot use `{0}` in its configuration.', 'defaults')
    : say('Jekyll will make no site: it cannot use `{0}` in its configuration.', 'defaults');
  const cause: Cause = { code: 'config', range: null };
  return { ...NOTHING, ...because(isSkipped ? 'skipped' : 'build-error', cause, reason) };
}

/** Tells whether a document is of a collection that is not the posts. */
function isOther(report: Report, site: Site): boolean {
  const { collection } = postData(report, site).place;
  return site.config.jekyll !== undefined && collection !== '' && collection !== 'posts';
}

function read(report: Report, site: Site, now: Now): Forecast {
  const { place, problem } = postData(report, site);
  if (place.isDraft && site.config.drafts !== true) {
    // Not even looked at: whatever is wrong with it does no harm.
    const { date, cause } = problem ? { date: null, cause: null } : jekyllDate(report, site, now);
    const reason = problem
      ? say('Jekyll will leave this post out: it is in `_drafts`. Its front matter cannot be read.')
      : cause
        ? say('Jekyll will leave this post out: it is in `_drafts`. Its date cannot be read.')
        : say('Jekyll will leave this post out: it is in `_drafts`.');
    const known = (problem ?? cause) ? NOTHING : knownOf(report, site, date);
    return { ...known, ...because('hidden', { code: 'draft', range: null }, reason) };
  }
  if (problem) {
    return unreadable(report, site, now, problem);
  }
  const { date, cause } = jekyllDate(report, site, now);
  if (cause) {
    const reason = say('Jekyll will stop the build of the whole site: it cannot read the date.');
    return { ...NOTHING, ...because('build-error', cause, reason) };
  }
  const known = knownOf(report, site, date);
  const hidden = hiddenBy(report, site, known, now);
  // What is hidden of another collection is rendered all the same.
  const isRendered = isOther(report, site) && valueOf(report, site, 'published') !== false;
  return (
    (isRendered ? hidden && stopped(report, site, now) : null) ??
    hidden ??
    (typeof known.url === 'string' || date === null ? null : withoutUrl(report, site, date)) ??
    stopped(report, site, now) ??
    published(report, known)
  );
}

function unreadable(report: Report, site: Site, now: Now, problem: Cause): Forecast {
  if (site.config.jekyll?.isStrict) {
    const reason = say('Jekyll will stop the build of the whole site: it cannot read the front matter.');
    return { ...NOTHING, ...because('build-error', problem, reason) };
  }
  const reason = say(
    'Jekyll will publish this post without title, tags or excerpt, under the date of the build.',
  );
  // What its place says holds all the same.
  const date = postData(report, site).fields.get('date');
  const reading = date === undefined ? null : readDateText(rubyText(date), site, now);
  const known = { ...NOTHING, date: reading?.kind === 'date' ? reading.instant : null };
  return (
    hiddenBy(report, site, known, now) ??
    stopped(report, site, now) ?? { ...NOTHING, ...because('bare', problem, reason) }
  );
}

function knownOf(report: Report, site: Site, date: string | null): Known {
  const tags = jekyllTags(report, site);
  const url = date === null ? null : jekyllUrl(report, site, date);
  return {
    title: jekyllTitle(report, site),
    date,
    tags: tags.map(plainData),
    terms: tags.map(rubyText).filter(Boolean),
    categories: jekyllCategories(report, site).map(plainData),
    url: typeof url === 'string' ? url : null,
  };
}

/** The address is what fails. */
function withoutUrl(report: Report, site: Site, date: string): Forecast | null {
  const url = jekyllUrl(report, site, date);
  if (typeof url === 'string') {
    return null;
  }
  const cause: Cause = { code: 'permalink', range: report.field(url.field)?.value?.range ?? null };
  const reason = say(
    'Jekyll will stop the build of the whole site: it cannot make an address of `{0}`.',
    url.field,
  );
  return { ...NOTHING, ...because('build-error', cause, reason) };
}

function published(report: Report, known: Known): Forecast {
  if (report.fence.kind === 'closed') {
    const { title, date, tags, terms, categories, url } = known;
    return { outcome: 'published', reason: null, cause: null, title, date, tags, terms, categories, url };
  }
  const reason = findIntendedFence(report.text)
    ? say('Jekyll will print the front matter as text: it does not recognise it.')
    : say('Jekyll will publish this as text alone: there is no front matter yet.');
  return { ...known, ...because('text', { code: 'no-front-matter', range: null }, reason) };
}

/** Liquid that ends the build: in the body, or in the excerpt, which is cut from it. */
function stopped(report: Report, site: Site, now: Now): Forecast | null {
  const body = report.text.slice(report.body);
  if (!hasLiquid(body)) {
    return null;
  }
  const excerpt = jekyllExcerptSource(report, site)?.markdown ?? body;
  const problem =
    renderLiquid(body, report, site, now).problem ??
    (excerpt === body ? null : renderLiquid(excerpt, report, site, now).problem);
  if (!problem) {
    return null;
  }
  const reason = say('Jekyll will stop the build of the whole site: {0}.', problem.reason);
  return { ...NOTHING, ...because('build-error', { code: 'liquid', range: problem.range }, reason) };
}

/** Publisher#publish?, Document#write? */
function hiddenBy(report: Report, site: Site, known: Known, now: Now): Forecast | null {
  const { fields, place } = postData(report, site);
  if (fields.has('published') && !isTruthy(valueOf(report, site, 'published')) && !site.config.unpublished) {
    const reason = say('Jekyll will leave this post out: `published` is false.');
    const range = report.field('published')?.range ?? null;
    return { ...known, ...because('hidden', { code: 'unpublished', range }, reason) };
  }
  const collection = site.config.jekyll?.collections.get(place.collection);
  if (collection && place.collection !== 'posts' && !isTruthy(collection.get('output'))) {
    const reason = say('Jekyll will make no page of this: its collection has no `output: true`.');
    return { ...known, ...because('hidden', { code: 'collection', range: null }, reason) };
  }
  const seconds = known.date === null ? null : Math.floor(Date.parse(known.date) / 1000);
  if (seconds !== null && seconds > Math.floor(now / 1000) && !site.config.future) {
    const range = report.field('date')?.value?.range ?? null;
    const reason = say('Jekyll will leave this post out until its date has come.');
    return { ...known, ...because('hidden', { code: 'future', range }, reason) };
  }
  return null;
}

function because(outcome: Outcome, cause: Cause, reason: Message) {
  return { outcome, cause, reason };
}
