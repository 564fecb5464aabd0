import type { Report } from '../../report/report';
import type { Site } from '../generator';
import { atLeast } from '../versions';
import { slugOfName } from './dates';
import { goLower } from './goPath';
import type { PageKind } from './permalinks';
import type { Place } from './place';
import { placeOf } from './place';
import { fieldValue, textOf } from './values';
import { NO_OWN_PLACE, SECTION_SLUGS, TWO_STEPS, WRITTEN_BASE_NAMES } from './versions';

/** A page as far as its address goes. Names are as the version has them: from 0.123 on without blanks and capitals. */
export interface AddressPage {
  readonly kind: PageKind;
  /** It has a folder of its own, which gives it its name. */
  readonly isBundle: boolean;
  /** The folders above it, from the content's root; its own not among them. */
  readonly folders: readonly string[];
  readonly name: string;
  /** The name as it is written, for `:filename`. */
  readonly writtenName: string;
  /** The name for `:contentbasename`. */
  readonly contentName: string;
  readonly slug: string;
  /** The first section; empty for none. */
  readonly section: string;
  /** The current section and those above it, the outermost first. */
  readonly sections: readonly string[];
  /** As patterns are matched with it. */
  readonly path: string;
  readonly lang: string;
}

/** What a page's place and its front matter say; null for a file outside of the content. */
export function addressPage(report: Report, site: Site): AddressPage | null {
  const place = saidPlace(report, site) ?? placeOf(report.path, site.config);
  if (!place) {
    return null;
  }
  const isNew = atLeast(site.version, TWO_STEPS);
  const own = (name: string) => (isNew ? goLower(name).replaceAll(' ', '-') : name);
  const name = own(place.name);
  // Before, a language that the site does not have made no other name of it.
  const isLeaf = isNew ? name === 'index' : /^index(?:\.|$)/.test(name);
  const isBundle = isLeaf || name === '_index';
  const written = isBundle ? place.folders.slice(0, -1) : place.folders;
  const writtenName = isBundle ? (place.folders.at(-1) ?? '') : place.name;
  const keepsCase = isNew && site.config.hugo?.address?.keepsCase === true;
  const above = site.surroundings?.sections ?? [];
  const hasSlugs = atLeast(site.version, SECTION_SLUGS);
  const slugs = hasSlugs ? above : [];
  const slug = slugOf(report, site);
  const folders = written.map(
    (folder, index) =>
      slugs.find(({ depth, slug: said }) => depth === index + 1 && said !== '')?.slug ??
      (keepsCase ? folder : own(folder)),
  );
  const all = place.folders.map(own);
  const isHome = isNew && isLeaf && all.length === 0;
  const kind = isHome || (isBundle && !isLeaf) ? branchKind(all, site) : 'page';
  const deepest = above.at(-1)?.depth ?? 0;
  const depth = kind === 'page' ? Math.min(Math.max(deepest, 1), folders.length) : all.length;
  return {
    kind,
    isBundle,
    folders,
    name: kind !== 'page' && hasSlugs && slug !== '' ? slug : keepsCase ? writtenName : own(writtenName),
    writtenName,
    contentName: atLeast(site.version, WRITTEN_BASE_NAMES) ? writtenName : own(writtenName),
    slug,
    section: kind === 'page' ? own(written[0] ?? '') : (all[0] ?? ''),
    sections: all.slice(0, depth),
    path: `/${[...(isBundle ? all : [...all, name])].join('/')}`,
    lang: place.lang,
  };
}

/** The place that the page says it is at; undefined where it says none. */
function saidPlace(report: Report, { config, version }: Site): Place | undefined {
  const place = placeOf(report.path, config);
  if (!place || !atLeast(version, TWO_STEPS) || atLeast(version, NO_OWN_PLACE)) {
    return undefined;
  }
  const path = textOf(report, 'path', version).replace(/^\/+|\/+$/g, '');
  const lang = textOf(report, 'lang', version).toLowerCase();
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return {
    ...place,
    ...(path === '' ? {} : { folders, name }),
    ...(config.hugo?.languages?.has(lang) ? { lang } : {}),
  };
}

function branchKind(folders: readonly string[], { config }: Site): PageKind {
  if (folders.length === 0) {
    return 'home';
  }
  const taxonomies = config.hugo?.taxonomies ?? ['tags', 'categories'];
  return taxonomies.includes(folders[0] ?? '') ? (folders.length === 1 ? 'taxonomy' : 'term') : 'section';
}

/** The page's own, else what follows the date in its name. */
function slugOf(report: Report, site: Site): string {
  return fieldValue(report, 'slug')
    ? textOf(report, 'slug', site.version).replace(/^-+|-+$/g, '')
    : (slugOfName(report, site) ?? '');
}
