import { findIntendedFence } from '../../frontMatter/fence';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Cause, Forecast, Now, Outcome, Site } from '../generator';
import { jekyllDate, jekyllTitle } from './document';
import { headerOf, rubyValue } from './header';
import { jekyllExcerptSource } from './excerpt';
import { renderLiquid } from './liquid';
import { datedName, isDraftPath, isPostPath } from './paths';
import { isTruthy, plainData, rubyText } from './ruby/values';
import { jekyllUrl } from './url';
import { jekyllCategories, jekyllTags } from './values';

const NOTHING: Omit<Forecast, 'outcome' | 'reason' | 'cause'> = {
  title: null,
  date: null,
  tags: [],
  terms: [],
  categories: [],
  url: null,
};

/** What Jekyll does with a post (lib/jekyll/readers/post_reader.rb, document.rb, publisher.rb, renderer.rb). */
export function forecastJekyll(report: Report, site: Site, now: Now): Forecast {
  return unread(report) ?? fromHeader(report, site, now);
}

/** The ways in which a file is no post at all. */
function unread(report: Report): Forecast | null {
  if (isPostPath(report.path) && !datedName(report.path)) {
    const reason = say('Jekyll will leave this post out: its file name does not start with a date.');
    return { ...NOTHING, ...because('skipped', { code: 'file-name', range: null }, reason) };
  }
  const { invalidUtf8 } = report.options;
  if (invalidUtf8 && (isPostPath(report.path) || isDraftPath(report.path))) {
    const reason = say('Jekyll will leave this post out: it is not encoded in UTF-8.');
    return { ...NOTHING, ...because('skipped', { code: 'encoding', range: invalidUtf8 }, reason) };
  }
  return null;
}

function fromHeader(report: Report, site: Site, now: Now): Forecast {
  const isUnreadDraft = isDraftPath(report.path) && site.config.drafts !== true;
  const { problem } = headerOf(report);
  if (problem) {
    const reason = say(
      'Jekyll will publish this post without title, tags or excerpt, under the date of the build.',
    );
    const bare = { ...NOTHING, ...because('bare', problem, reason) };
    return isUnreadDraft ? { ...NOTHING, ...DRAFT() } : (stopped(report, site, now) ?? bare);
  }
  const { date, cause } = jekyllDate(report, site, now);
  if (cause && !isUnreadDraft) {
    const reason = say('Jekyll will stop the build of the whole site: it cannot read the date.');
    return { ...NOTHING, ...because('build-error', cause, reason) };
  }
  const tags = jekyllTags(report);
  const known = {
    title: jekyllTitle(report, site),
    date,
    tags: tags.map(plainData),
    terms: tags.map(rubyText).filter(Boolean),
    categories: jekyllCategories(report).map(plainData),
    url: null,
  };
  const url = date === null ? null : jekyllUrl(report, site, date);
  if (typeof url === 'object' && url !== null) {
    const hidden = hiddenBy(report, site, date, now);
    if (hidden) {
      return { ...known, ...hidden };
    }
    const cause: Cause = { code: 'permalink', range: report.field(url.field)?.value?.range ?? null };
    const reason = say(
      'Jekyll will stop the build of the whole site: it cannot make an address of `{0}`.',
      url.field,
    );
    return { ...NOTHING, ...because('build-error', cause, reason) };
  }
  const whole = { ...known, url };
  const hidden = hiddenBy(report, site, date, now);
  return hidden ? { ...whole, ...hidden } : (stopped(report, site, now) ?? published(report, whole));
}

function published(report: Report, known: Omit<Forecast, 'outcome' | 'reason' | 'cause'>): Forecast {
  if (report.fence.kind === 'closed') {
    return { ...known, outcome: 'published', reason: null, cause: null };
  }
  const reason = findIntendedFence(report.text)
    ? say('Jekyll will print the front matter as text: it does not recognise it.')
    : say('Jekyll will publish this as text alone: there is no front matter yet.');
  return { ...known, ...because('text', { code: 'no-front-matter', range: null }, reason) };
}

/** Liquid that ends the build: in the body, or in the excerpt, which is cut from it. */
function stopped(report: Report, site: Site, now: Now): Forecast | null {
  const body = report.text.slice(report.body);
  const excerpt = jekyllExcerptSource(report, site)?.markdown ?? body;
  const problem =
    renderLiquid(body, report, site, now).problem ??
    (excerpt === body ? null : renderLiquid(excerpt, report, site, now).problem);
  const reason = problem && say('Jekyll will stop the build of the whole site: {0}.', problem.reason);
  return (
    problem &&
    reason && { ...NOTHING, ...because('build-error', { code: 'liquid', range: problem.range }, reason) }
  );
}

const DRAFT = () =>
  because(
    'hidden',
    { code: 'draft', range: null },
    say('Jekyll will leave this post out: it is in `_drafts`.'),
  );

function hiddenBy(report: Report, site: Site, date: string | null, now: Now) {
  const published = report.field('published');
  if (published && !isTruthy(rubyValue(published.value)) && !site.config.unpublished) {
    return because(
      'hidden',
      { code: 'unpublished', range: published.range },
      say('Jekyll will leave this post out: `published` is false.'),
    );
  }
  if (isDraftPath(report.path) && !site.config.drafts) {
    return DRAFT();
  }
  if (date && Math.floor(Date.parse(date) / 1000) > Math.floor(now / 1000) && !site.config.future) {
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
