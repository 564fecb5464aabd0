import { endsEarly } from '../../frontMatter/firstDocument';
import type { Entry, Node } from '../../frontMatter/tree';
import { duplicateField } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Cause, Forecast, Now, Outcome, Site } from '../generator';
import { goYaml11 } from '../goYaml';
import { atLeast } from '../versions';
import { parseGoDate, readHugoDate } from './date';
import { DEFAULT_DATES } from './dateFields';
import { fieldFailure, unrenderedBy } from './fieldFailures';
import { configFor, placeOf } from './place';
import { readIntro } from './reading';
import type { DateFields } from './siteConfig';
import type { ShortcodeProblem } from './shortcodes';
import { readShortcodes } from './shortcodes';
import type { FieldValue } from './values';
import { yamlProblem } from './yaml';
import { castBool, fieldValue, goText, hugoTerms, paramOf, TWO_STEPS, valueOf, YAML_12 } from './values';

/** From here on `published` must be a date. */
const STRICT_DATES = '0.135';

/** Go's YAML readers refuse a document of more nodes than this once nearly all of them come from aliases. */
const MAX_NODES = 1000;
const MAX_ALIAS_SHARE = 0.99;

/** The fields that hold dates, where the site says nothing of its own. */
export const DATE_FIELDS: readonly string[] = [...DEFAULT_DATES.date, ...DEFAULT_DATES.expirydate];

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
  const site = { ...anySite, config: configFor(written.path, anySite.config) };
  const elsewhere = noPage(written.path, site);
  if (elsewhere) {
    return {
      ...NOTHING,
      outcome: 'skipped',
      cause: { code: 'not-rendered', range: null },
      reason: elsewhere,
    };
  }
  const { report, broken } = readIntro(written, site);
  const failure =
    introFailure(broken) ??
    readFailure(report, site) ??
    dateFailure(report, site) ??
    typeFailure(report, site) ??
    shortcodeFailure(report, site);
  if (failure) {
    return { ...NOTHING, outcome: 'build-error', cause: failure.cause, reason: failure.reason };
  }
  const { hugo } = site.config;
  const tags = paramOf(report, 'tags', site.version);
  const tagField = hugo ? hugo.tagField : 'tags';
  const known = {
    ...NOTHING,
    title: goText(valueOf(report, 'title', site.version)),
    date: firstDate(report, site, datesOf(site).date)?.instant ?? null,
    tags: tags ?? null,
    terms: tagField === null ? [] : hugoTerms(paramOf(report, tagField, site.version), site.version),
  };
  const hidden = hiddenBy(report, site, now);
  return hidden ? { ...known, ...hidden } : { ...known, outcome: 'published', reason: null, cause: null };
}

interface Failure {
  readonly cause: Cause;
  readonly reason: Message;
}

function introFailure(broken: Cause['range']): Failure | null {
  return (
    broken && {
      cause: { code: 'invalid-fence', range: broken },
      reason: say('Hugo will stop the build of the whole site: the file starts with HTML.'),
    }
  );
}

function readFailure(report: Report, site: Site): Failure | null {
  const { fence, frontMatter } = report;
  const { invalidUtf8 } = report.options;
  const stop = (code: Cause['code'], range: Cause['range'], reason: Message): Failure => ({
    cause: { code, range },
    reason,
  });
  if (fence.kind === 'invalid') {
    return stop(
      'invalid-fence',
      fence.range,
      say('Hugo will stop the build of the whole site: it takes the first line for a broken fence.'),
    );
  }
  if (fence.kind === 'unclosed') {
    return stop(
      'unclosed-fence',
      fence.fence.open,
      say('Hugo will stop the build of the whole site: the front matter is not closed.'),
    );
  }
  if (invalidUtf8 && fence.kind === 'closed' && invalidUtf8.start < fence.fence.header.end) {
    // Go's other readers put the replacement character in its place.
    const strict =
      frontMatter?.format === 'toml' || (frontMatter?.format === 'yaml' && !atLeast(site.version, YAML_12));
    if (strict) {
      return stop(
        'syntax',
        invalidUtf8,
        say('Hugo will stop the build of the whole site: the front matter is not in UTF-8.'),
      );
    }
  }
  const problem = frontMatter?.problems[0] ?? yamlProblem(report, site.version);
  const takesFirst = frontMatter?.format === 'yaml' && !atLeast(site.version, YAML_12);
  if (problem && !(takesFirst && endsEarly(report.header, frontMatter.problems))) {
    return stop(
      'syntax',
      problem.range,
      say('Hugo will stop the build of the whole site: it cannot read the front matter.'),
    );
  }
  const root = frontMatter?.root;
  if (root && root.kind !== 'map' && !(takesFirst && isNull(root))) {
    return stop(
      'not-a-map',
      root.range,
      say('Hugo will stop the build of the whole site: the front matter is no list of fields.'),
    );
  }
  const oddKey = root && firstOddKey(root);
  if (oddKey) {
    return stop(
      'syntax',
      oddKey.key.range,
      say('Hugo will stop the build of the whole site: a key must be text.'),
    );
  }
  if (root && isAliasBomb(root)) {
    return stop(
      'syntax',
      root.range,
      say('Hugo will stop the build of the whole site: the aliases grow too large.'),
    );
  }
  const duplicate =
    frontMatter?.format === 'yaml' && atLeast(site.version, YAML_12)
      ? duplicateField(report.fields)
      : undefined;
  if (duplicate) {
    return stop(
      'duplicate-field',
      duplicate.key.range,
      say('Hugo will stop the build of the whole site: a field appears twice.'),
    );
  }
  return null;
}

/** yaml.v2 takes `null` or `~` for an empty map. */
function isNull(root: Node): boolean {
  return root.kind === 'scalar' && root.style === 'plain' && goYaml11(root.text).type === 'null';
}

function firstOddKey(node: Node): Entry | undefined {
  if (node.kind !== 'map') {
    return undefined;
  }
  for (const entry of node.entries) {
    if (entry.key.name === null) {
      return entry;
    }
    const inner = entry.value ? firstOddKey(entry.value) : undefined;
    if (inner) {
      return inner;
    }
  }
  return undefined;
}

/** Nodes behind one anchor are one object here, so that even a bomb is counted in no time. */
function isAliasBomb(root: Node): boolean {
  const totals = new Map<unknown, number>();
  let written = 0;
  const count = (node: Node | null): number => {
    if (!node || node.kind === 'scalar') {
      written++;
      return 1;
    }
    const shared: unknown = node.kind === 'list' ? node.items : node.entries;
    const known = totals.get(shared);
    if (known !== undefined) {
      return known;
    }
    written++;
    const children = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
    const total = children.reduce((sum, child) => sum + count(child), 1);
    totals.set(shared, total);
    return total;
  };
  const total = count(root);
  return total > MAX_NODES && 1 - written / total > MAX_ALIAS_SHARE;
}

function dateFailure(report: Report, site: Site): Failure | null {
  if (!atLeast(site.version, STRICT_DATES)) {
    return null;
  }
  for (const name of new Set(Object.values(datesOf(site)).flat())) {
    const value = fieldValue(report, name);
    if (value && readHugoDate(value.node, site).kind === 'invalid') {
      return {
        cause: { code: 'date', range: value.range },
        reason: say('Hugo will stop the build of the whole site: it cannot read the date.'),
      };
    }
  }
  return null;
}

function typeFailure(report: Report, site: Site): Failure | null {
  const failure = fieldFailure(report, site);
  return (
    failure && {
      cause: { code: 'field-type', range: failure.value.range },
      reason: say('Hugo will stop the build of the whole site: {0}.', failure.reason),
    }
  );
}

function shortcodeFailure(report: Report, site: Site): Failure | null {
  const { problem } = readShortcodes(report, site);
  return (
    problem && {
      cause: { code: 'shortcode', range: problem.range },
      reason: say('Hugo will stop the build of the whole site: {0}.', shortcodeReason(problem)),
    }
  );
}

function shortcodeReason({ code, name }: ShortcodeProblem): Message {
  switch (code) {
    case 'form':
      return say('a shortcode is not well-formed');
    case 'unknown':
      return say('there is no shortcode {0}', name);
    case 'unclosed':
      return say('the shortcode {0} is not closed', name);
    case 'closed':
      return say('the shortcode {0} is closed, but encloses no text', name);
    case 'params':
      return say('the shortcode {0} lacks a parameter', name);
    case 'reference':
      return say('the shortcode {0} refers to a page that does not exist', name);
  }
}

function datesOf({ config }: Site): DateFields {
  return config.hugo?.dates ?? DEFAULT_DATES;
}

/** The day that a file's name, or its bundle's, starts with (page_frontmatter.go, dateAndSlugFromBaseFilename). */
function dateInName(path: string, { config }: Site): string | null {
  const name =
    /([^/]*)\/index(?:\.[^/.]*)?\.[^/.]*$/.exec(path)?.[1] ?? path.slice(path.lastIndexOf('/') + 1);
  return parseGoDate(name.slice(0, 10), config.timeZone);
}

/** Why a file is no page by its place alone; null where it is one. */
function noPage(path: string, { config, surroundings }: Site): Message | null {
  const { hugo } = config;
  const place = placeOf(path, config);
  if (surroundings?.owner !== undefined) {
    return say('Hugo will not make a page of this file: it belongs to the page {0}.', surroundings.owner);
  }
  if (!hugo) {
    return null;
  }
  if (!place) {
    return say('Hugo will not make a page of this file: it is not in the folder of the content.');
  }
  if (hugo.languages.get(place.lang)?.disabled) {
    return say('Hugo will not make a page of this file: its language is disabled.');
  }
  if (hugo.skipsPages || hugo.ignored.some((pattern) => pattern.test(`/${path}`))) {
    return say('Hugo will not make a page of this file: the configuration leaves it out.');
  }
  return null;
}

interface FoundDate {
  readonly instant: string;
  readonly value: FieldValue;
}

function firstDate(report: Report, site: Site, names: readonly string[]): FoundDate | null {
  for (const name of names) {
    if (name === ':filename') {
      const instant = dateInName(report.path, site);
      if (instant !== null) {
        return { instant, value: { node: null, range: null } };
      }
    } else if (name === ':filemodtime') {
      // A file has one always, but it is not known here.
      return null;
    }
    const value = fieldValue(report, name);
    const reading = value ? readHugoDate(value.node, site) : null;
    if (value && reading?.kind === 'date') {
      return { instant: reading.instant, value };
    }
  }
  return null;
}

/** The date from which on a page is published. */
function publishDate(report: Report, site: Site): FoundDate | null {
  // What was found for a missing date counts as that date, once pages are built in two steps (setParamIfNotSet).
  const { date, publishdate } = datesOf(site);
  const isSet = fieldValue(report, 'date') !== undefined || !atLeast(site.version, TWO_STEPS);
  const names = publishdate.flatMap((name) => (name === 'date' && !isSet ? ['date', ...date] : [name]));
  return firstDate(report, site, names);
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
      cause: { code: 'draft', range: draft.range },
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
