import type { Report } from '../../report/report';
import type { Range } from '../../text';
import type { Site } from '../generator';
import type { SiteConfig } from '../siteConfig';
import { targetKey } from '../targets';
import { atLeast } from '../versions';
import { referenceIn } from './references';
import type { Tag } from './shortcodeLexer';
import { lexShortcodes } from './shortcodeLexer';
import { NEW_FOLDER } from './siteShortcodes';
import { fieldValue } from './values';
import { FOLDED_SHORTCODES } from './versions';

/** A shortcode, with what it encloses. */
export interface Shortcode {
  readonly tag: Tag;
  /** Null where it encloses nothing. */
  readonly inner: Range | null;
  /** With its closing tag. */
  readonly range: Range;
}

/** The shortcodes of a body. */
export interface Shortcodes {
  /** Those that are not in another one, in their order. */
  readonly found: readonly Shortcode[];
  readonly escaped: readonly { readonly range: Range; readonly text: string }[];
  readonly problem: ShortcodeProblem | null;
}

export interface ShortcodeProblem {
  readonly code: 'form' | 'unknown' | 'unclosed' | 'closed' | 'params' | 'reference';
  readonly name: string;
  readonly range: Range;
}

/** Hugo's own shortcodes: since when, until when, and whether they enclose text (`tpl/tplimpl/embedded`). */
const EMBEDDED: ReadonlyMap<string, { since?: string; until?: string; inner?: boolean }> = new Map([
  ['comment', { since: '0.137.1', inner: true }],
  ['details', { since: '0.140', inner: true }],
  ['figure', {}],
  ['gist', { until: '0.156' }],
  ['highlight', { inner: true }],
  ['instagram', {}],
  ['instagram_simple', { until: '0.156' }],
  ['param', {}],
  ['qr', { since: '0.141', inner: true }],
  ['ref', {}],
  ['relref', {}],
  ['tweet', { until: '0.156' }],
  ['twitter', { until: '0.156' }],
  ['twitter_simple', { until: '0.156' }],
  ['vimeo', {}],
  ['vimeo_simple', {}],
  ['x', { since: '0.141' }],
  ['x_simple', { since: '0.141' }],
  ['youtube', {}],
]);

const kept = new WeakMap<Report, { site: Site; shortcodes: Shortcodes }>();

/** Finds a report's shortcodes, and the first one that ends the build (hugolib/shortcode.go, extractShortcode). */
export function readShortcodes(report: Report, site: Site): Shortcodes {
  const known = kept.get(report);
  if (known?.site === site) {
    return known.shortcodes;
  }
  const shortcodes = findShortcodes(report, site);
  kept.set(report, { site, shortcodes });
  return shortcodes;
}

function findShortcodes(report: Report, site: Site): Shortcodes {
  const { tokens, error } = lexShortcodes(report.text, report.body);
  const tags = tokens.filter((token) => token.kind === 'tag');
  const closed = new Set(tags.filter(({ role }) => role === 'close').map(({ name }) => name));
  const found: Shortcode[] = [];
  const open: Tag[] = [];
  let problem: ShortcodeProblem | null = null;
  const fail = (code: ShortcodeProblem['code'], { name, range }: Pick<Tag, 'name' | 'range'>) => {
    problem ??= { code, name, range };
  };
  for (const tag of tags) {
    if (tag.role === 'close') {
      const opening = open.pop();
      if (!opening) {
        fail('closed', tag);
      } else if (open.length === 0) {
        const inner = { start: opening.range.end, end: tag.range.start };
        found.push({ tag: opening, inner, range: { start: opening.range.start, end: tag.range.end } });
      }
      continue;
    }
    const takesInner =
      innerOf(tag.name, site) ?? (tag.name.endsWith('.inline') ? closed.has(tag.name) : null);
    if (takesInner === null && !isKnown(tag.name, site)) {
      fail('unknown', tag);
    }
    const code = misuse(tag, report, site);
    if (code) {
      const at = code === 'reference' ? referenceIn(tag, report.text)?.range : undefined;
      fail(code, { name: tag.name, range: at ?? tag.range });
    }
    if (tag.role === 'self-closing' && takesInner === false) {
      fail('closed', tag);
    }
    if (tag.role === 'open' && (takesInner ?? closed.has(tag.name))) {
      open.push(tag);
    } else if (open.length === 0) {
      found.push({ tag, inner: null, range: tag.range });
    }
  }
  const unclosed = open.findLast(({ name }) => innerOf(name, site) === true);
  if (unclosed && !error) {
    fail('unclosed', unclosed);
  }
  if (error) {
    problem ??= { code: 'form', name: '', range: error };
  }
  return { found, escaped: tokens.filter((token) => token.kind === 'escaped'), problem };
}

/** Whether a shortcode encloses text; null where that is not known. */
function innerOf(name: string, { config, version }: Site): boolean | null {
  const own = ownShortcode(name, config, version);
  if (own !== undefined) {
    return own;
  }
  const embedded = embeddedOf(name, version);
  return embedded ? embedded.inner === true : null;
}

function embeddedOf(name: string, version: string) {
  const embedded = EMBEDDED.get(atLeast(version, FOLDED_SHORTCODES) ? name.toLowerCase() : name);
  return embedded &&
    atLeast(version, embedded.since ?? '0') &&
    !(embedded.until !== undefined && atLeast(version, embedded.until))
    ? embedded
    : undefined;
}

/** Where nothing is known of a site, it has none of its own; null says that they are not known. */
function isKnown(name: string, { config, version }: Site): boolean {
  return (
    config.shortcodes === null ||
    name.endsWith('.inline') ||
    ownShortcode(name, config, version) !== undefined
  );
}

const foldedNames = new WeakMap<ReadonlyMap<string, boolean>, ReadonlyMap<string, boolean>>();

/** Whether a shortcode of the site's own encloses text; undefined where the site has none of that name. */
export function ownShortcode(name: string, { shortcodes }: SiteConfig, version: string): boolean | undefined {
  if (!shortcodes || !atLeast(version, FOLDED_SHORTCODES)) {
    return shortcodes?.get(name);
  }
  let names = foldedNames.get(shortcodes);
  if (!names) {
    names = new Map(
      [...shortcodes].map(([own, inner]) => [own.replace(NEW_FOLDER, '').toLowerCase(), inner]),
    );
    foldedNames.set(shortcodes, names);
  }
  return names.get(name.toLowerCase());
}

/** What Hugo's own shortcodes cannot do without. */
function misuse(tag: Tag, report: Report, site: Site): ShortcodeProblem['code'] | null {
  const { name, params } = tag;
  const { config, version } = site;
  const alone = site.surroundings?.inSite !== true;
  if (ownShortcode(name, config, version) !== undefined || !embeddedOf(name, version)) {
    return null;
  }
  const first = params.get('0');
  switch (name.toLowerCase()) {
    case 'highlight':
      return params.size === 0 && !atLeast(version, '0.135') ? 'params' : null;
    case 'youtube':
      return params.size === 0 && atLeast(version, '0.123') ? 'params' : null;
    case 'vimeo':
      return params.size === 0 && atLeast(version, '0.135') ? 'params' : null;
    case 'instagram':
      return params.size === 0 ? 'params' : null;
    case 'x':
      return params.has('user') && params.has('id') ? null : 'params';
    case 'param':
      // What is not the page's may be the site's.
      return first === undefined || (alone && !hasParam(report, first)) ? 'params' : null;
    case 'ref':
    case 'relref':
      return reference(tag, report, site);
    default:
      return null;
  }
}

function hasParam(report: Report, path: string): boolean {
  return fieldValue(report, path.toLowerCase().split('.')[0] ?? '') !== undefined;
}

/** A reference to nowhere ends the build. What the site has was looked up before; a page that stands alone is all there is. */
function reference(tag: Tag, { path, text }: Report, site: Site): ShortcodeProblem['code'] | null {
  const target = referenceIn(tag, text);
  if (!target) {
    return 'params';
  }
  if (site.config.hugo?.refsWarn) {
    return null;
  }
  const { inSite, targets } = site.surroundings ?? {};
  if (inSite) {
    return targets?.get(targetKey(target.tag, target.text))?.exists === false ? 'reference' : null;
  }
  const page = target.text.replace(/[#?].*$/, '').replace(/\/$/, '');
  const self = path.replace(/^content\//, '/');
  const isSelf = [self, self.replace(/\.md$/, '')].some(
    (own) => own === page || own.endsWith(`/${page.replace(/^\//, '')}`),
  );
  return page !== '' && !isSelf ? 'reference' : null;
}
