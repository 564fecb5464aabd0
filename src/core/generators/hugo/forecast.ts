import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Site } from '../generator';
import type { Cause, Forecast, Now, Outcome } from '../forecast';
import { atLeast } from '../versions';
import { codeFailure } from './codeFailure';
import { readHugoDate } from './date';
import { datesOf, firstDate, publishDate } from './dates';
import { unrenderedBy } from './fieldFailures';
import { addresses } from './lazy';
import { addressFailure, pageFailure } from './pageFailures';
import { configFor, noPage } from './place';
import { configFailure, introFailure, readFailure } from './readFailures';
import { readIntro } from './reading';
import type { FieldValue } from './values';
import { castBool, fieldValue, hugoTerms, paramOf, textOf } from './values';
import { TWO_STEPS } from './versions';

const NOTHING: Omit<Forecast, 'outcome' | 'reason' | 'cause'> = {
  title: null,
  date: null,
  tags: null,
  terms: [],
  categories: null,
  url: null,
};

/** What Hugo does with a page (resources/page/pagemeta/page_frontmatter.go, hugolib/page__meta.go). */
export function forecastHugo(written: Report, anySite: Site, now: Now): Forecast {
  const config = configFor(written.path, anySite.config, anySite.version);
  const site = config === anySite.config ? anySite : { ...anySite, config };
  const { report, broken } = readIntro(written, site);
  const elsewhere = noPage(written.path, site);
  if (elsewhere) {
    // Of the files in a bundle the front matter is read all the same.
    const bad =
      site.surroundings?.owner === undefined ? null : (introFailure(broken) ?? readFailure(report, site));
    return {
      ...NOTHING,
      outcome: bad ? 'build-error' : 'skipped',
      cause: bad?.cause ?? { code: 'not-rendered', range: null },
      reason: bad?.reason ?? elsewhere,
    };
  }
  const readable =
    configFailure(site) ?? introFailure(broken) ?? readFailure(report, site) ?? pageFailure(report, site);
  const address = readable ? null : addresses().hugoAddress(report, site);
  const failure = readable ?? addressFailure(report, address);
  if (failure) {
    return { ...NOTHING, outcome: 'build-error', cause: failure.cause, reason: failure.reason };
  }
  const hidden = hiddenBy(report, site, now);
  const badCode = hidden ? null : codeFailure(report, site);
  if (badCode) {
    return { ...NOTHING, outcome: 'build-error', cause: badCode.cause, reason: badCode.reason };
  }
  const { tagField = 'tags' } = site.config.hugo ?? {};
  const tags = paramOf(report, 'tags', site.version);
  return {
    outcome: hidden?.outcome ?? 'published',
    reason: hidden?.reason ?? null,
    cause: hidden?.cause ?? null,
    title: textOf(report, 'title', site.version),
    date: firstDate(report, site, datesOf(site).date)?.instant ?? null,
    tags: tags ?? null,
    terms:
      tagField === null
        ? []
        : hugoTerms(tagField === 'tags' ? tags : paramOf(report, tagField, site.version), site.version),
    categories: null,
    url: typeof address === 'string' ? address : null,
  };
}

function hiddenBy(
  report: Report,
  site: Site,
  now: Now,
): { outcome: Outcome; cause: Cause; reason: Message } | null {
  const unrendered = unrenderedBy(report, site, /(?:^|\/)index\.[^/]*$/.test(report.path));
  if (unrendered) {
    return {
      outcome: 'skipped',
      cause: { code: 'not-rendered', range: unrendered.range },
      reason: say('Hugo will not make a page of this file: it says so itself.'),
    };
  }
  const draft = draftField(report, site);
  if (draft && !site.config.drafts) {
    return {
      outcome: 'hidden',
      cause: { code: 'draft', range: draft.field },
      reason: say('Hugo will leave this page out: it is a draft.'),
    };
  }
  const publish = publishDate(report, site);
  if (publish && Date.parse(publish.instant) > now && !site.config.future) {
    return {
      outcome: 'hidden',
      cause: { code: 'future', range: publish.value.range },
      reason: say('Hugo will leave this page out until its date has come.'),
    };
  }
  const expiry = firstDate(report, site, datesOf(site).expirydate);
  if (expiry && Date.parse(expiry.instant) <= now && !site.config.unpublished) {
    return {
      outcome: 'hidden',
      cause: { code: 'expired', range: expiry.value.range },
      reason: say('Hugo will leave this page out: its expiry date has passed.'),
    };
  }
  return null;
}

/** The field that makes the page a draft: `draft`, or, where that is missing, a `published` that says no. */
function draftField(report: Report, site: Site): FieldValue | undefined {
  const draft = fieldValue(report, 'draft');
  if (draft) {
    return castBool(draft, site.version) === true ? draft : undefined;
  }
  const published = fieldValue(report, 'published');
  // A number is a date from 0.123 on, when pages came to be built in two steps.
  const isDate =
    published && atLeast(site.version, TWO_STEPS) && readHugoDate(published.node, site).kind === 'date';
  return published && !isDate && castBool(published, site.version) === false ? published : undefined;
}
