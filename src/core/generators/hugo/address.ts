import type { Report } from '../../report/report';
import type { Site } from '../generator';
import { clockIn, offsetIn } from '../timeZone';
import { atLeast } from '../versions';
import type { AddressPage } from './addressPage';
import { addressPage } from './addressPage';
import { datesOf, firstDate } from './dates';
import type { GoTime } from './goFormat';
import { cleanPath, escapedUrl, queryUnescaped, sanitizedPath } from './goPath';
import type { PermalinkProblem } from './permalinks';
import { expanded, patternFor, patternProblem, permalinksOf } from './permalinks';
import type { TokenValues } from './permalinkTokens';
import { newLink, oldLink } from './targetPath';
import type { Target } from './targetPath';
import { DEFAULT_LANGUAGE } from './siteConfig';
import { textOf, valueOf } from './values';
import {
  CLEAN_PERMALINKS,
  FLAT_TITLES,
  ONE_LANGUAGE_IN_FOLDER,
  TWO_STEPS,
  URL_TOKENS,
  VERSIONS_AND_ROLES,
} from './versions';

/** A `uglyURLs` by section is read again; from 0.112 on it was not. */
const UGLY_SECTIONS: readonly [lost: string, back: string] = ['0.112', '0.136'];
/** A page's address, or why Hugo fails at it: the pattern that its `url` is, or a text that is none. */
export type Address = string | PermalinkProblem;

/**
 * The address of a page below the site's root, as Hugo's `RelPermalink` has it (hugolib/page__paths.go).
 * @returns null where it is not known
 */
export function hugoAddress(report: Report, site: Site): Address | null {
  const page = addressPage(report, site);
  const settings = site.config.hugo?.address ?? {};
  const isOther = settings.isOther ?? (settings.isMany && atLeast(site.version, VERSIONS_AND_ROLES));
  if (!page || isOther || !isHtml(report, site)) {
    return null;
  }
  const values = tokenValues(page, report, site);
  const url = urlOf(report, values, site);
  if (url === null || typeof url === 'object') {
    return url;
  }
  const permalink = url === '' ? permalinkOf(page, values, site) : '';
  if (permalink === null) {
    return null;
  }
  const target: Target = {
    page,
    url,
    permalink,
    isUgly: isUgly(page.section, site),
    prefix: prefixOf(page.lang, site),
    letters: settings,
  };
  const link = atLeast(site.version, TWO_STEPS) ? newLink(target, site.version) : oldLink(target);
  return escapedUrl(link) ?? { kind: 'pattern', name: url };
}

/** Whether the page is written as HTML, whatever else it is written as. */
function isHtml(report: Report, { version }: Site): boolean {
  const outputs = valueOf(report, 'outputs', version);
  const names = Array.isArray(outputs) ? outputs : outputs === undefined ? ['html'] : [outputs];
  return (
    names.length === 0 || names.some((name) => typeof name === 'string' && name.toLowerCase() === 'html')
  );
}

/** What `url` says; empty for nothing. */
function urlOf(report: Report, values: TokenValues, { version }: Site): Address | null {
  const url = textOf(report, 'url', version);
  if (!url.includes(':') || !atLeast(version, URL_TOKENS)) {
    return url;
  }
  const problem = patternProblem(url, version);
  if (problem) {
    return problem;
  }
  const whole = expanded(url, values, version);
  return whole === null ? null : queryUnescaped(whole);
}

/** The address by the configuration; empty for none. */
function permalinkOf(page: AddressPage, values: TokenValues, site: Site): string | null {
  const pattern = patternFor(
    permalinksOf(site.config.hugo?.address?.permalinks, site.version),
    page,
    site.version,
  );
  const whole = pattern && expanded(pattern, values, site.version);
  if (typeof whole !== 'string' || whole === '') {
    return whole === null ? null : '';
  }
  const text = queryUnescaped(whole);
  return atLeast(site.version, CLEAN_PERMALINKS) ? cleanPath(text) : text.replace(/\/\/$/, '/');
}

function isUgly(section: string, { config, version }: Site): boolean {
  const { ugly: own, siteUgly = own } = config.hugo?.address ?? {};
  const [lost, back] = UGLY_SECTIONS;
  const isOld = !atLeast(version, lost);
  const ugly = isOld ? own : siteUgly;
  if (typeof ugly !== 'object') {
    return ugly === true;
  }
  return (isOld || atLeast(version, back)) && ugly.get(section) === true;
}

/** The folder of a language; empty for none. */
function prefixOf(lang: string, { config, version }: Site): string {
  const { languages, defaultLanguage = DEFAULT_LANGUAGE, address } = config.hugo ?? {};
  const all = [...(languages?.values() ?? [])];
  const isMany = all.filter(({ disabled }) => !disabled).length > 1;
  if (isMany && all.some((language) => language.address?.ownHost)) {
    return '';
  }
  const hasFolder =
    lang === defaultLanguage
      ? address?.defaultInFolder === true && (isMany || atLeast(version, ONE_LANGUAGE_IN_FOLDER))
      : isMany;
  return hasFolder ? lang : '';
}

/** What the tokens stand for, looked up only where they are asked for. */
function tokenValues(page: AddressPage, report: Report, site: Site): TokenValues {
  const { version } = site;
  const letters = site.config.hugo?.address ?? {};
  const part = (text: string) => escapedUrl(sanitizedPath(text, letters)) ?? '';
  const above = site.surroundings?.sections ?? [];
  return {
    date: () => timeOf(report, site),
    section: page.section,
    sections: page.sections,
    sectionSlugs: () =>
      page.sections.map((_name, index) => {
        const section = above.find(({ depth }) => depth === index + 1);
        // The title that Hugo makes of a folder's name is not known.
        const text = section && (section.slug || section.title);
        return text ? part(text) : null;
      }),
    title: () => {
      const title = textOf(report, 'title', version);
      return part(atLeast(version, FLAT_TITLES) ? title.replace(/[/\\]/g, '-') : title);
    },
    slug: () => part(page.slug),
    fileName: () => (page.kind === 'page' ? part(page.writtenName) : ''),
    contentName: () => part(page.contentName),
  };
}

/** The page's date on the clock that it is written with; without a date it is the first moment of the year 1. */
function timeOf(report: Report, site: Site): GoTime | null {
  const found = firstDate(report, site, datesOf(site).date);
  if (!found) {
    return { clock: { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }, offset: 0 };
  }
  const instant = Date.parse(found.instant);
  const { node } = found.value;
  const written = node?.kind === 'scalar' ? OFFSET.exec(node.text) : null;
  if (written) {
    const [, utc, sign, hours, minutes] = written;
    const offset = utc ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    return { clock: clockIn(instant + offset * 60_000, undefined), offset };
  }
  // Seconds since 1970 are shown on the clock of the machine, which is taken for UTC's.
  const isEpoch = node?.kind === 'scalar' && /^[-\d_.]+$/.test(node.text) && !/^\d{4}-\d/.test(node.text);
  const timeZone = isEpoch ? undefined : site.config.timeZone;
  const offset = offsetIn(instant, timeZone);
  return { clock: clockIn(instant, timeZone), offset: offset === 0 ? 0 : null };
}

/** An offset at the end of a written date. */
const OFFSET = /:\d{2}(?:[.,]\d+)?\s*(?:(Z)|([-+])(\d{2}):?(\d{2}))(?: [A-Z]+)?\s*$/i;

export { permalinksOf };
