import { say } from '../../../message';
import type { Message } from '../../../message';
import type { Site } from '../../generator';
import { atLeast } from '../../versions';
import { datedName } from '../paths';
import { fnmatch } from './fnmatch';
import { ALWAYS_EXCLUDED } from './jekyllConfig';
import type { JekyllConfig } from './jekyllConfig';

/** Where a report stands, as Jekyll's defaults ask for it. */
export interface Place {
  /** From the site's root. */
  readonly path: string;
  /** From the folder of the collections. */
  readonly relativePath: string;
  readonly collection: string;
}

/** Where a report stands in its site, and whether Jekyll reads it there. */
export interface Located extends Omit<InSite, 'isPost'> {
  /** Why Jekyll does not read the file at all; null where it does. */
  readonly unread: { readonly code: 'file-name' | 'config'; readonly reason: Message } | null;
}

/** What a path tells of a report. */
interface InSite extends Place {
  /** It is in a folder of posts or drafts. */
  readonly isPost: boolean;
  readonly isDraft: boolean;
  /** Folders above the folder of posts, which are categories. */
  readonly categories: readonly string[];
}

/** Finds the collection that a path belongs to (lib/jekyll/collection.rb, document.rb). */
export function placeIn(path: string, settings: JekyllConfig | undefined): InSite {
  const folder = trimmed(settings?.collectionsFolder ?? '');
  const isBelow = folder === '' || path.startsWith(`${folder}/`);
  const relativePath = isBelow && folder !== '' ? path.slice(folder.length + 1) : path;
  const [, above = '', special = ''] = /^((?:.*?\/)??)_(posts|drafts)\//.exec(relativePath) ?? [];
  const isPost = special !== '';
  const isDraft = special === 'drafts' && !relativePath.includes('_posts');
  const collection = isPost ? 'posts' : isBelow ? (/^_([^/]+)\//.exec(relativePath)?.[1] ?? '') : '';
  const categories = above === '' ? NO_CATEGORIES : above.split('/').filter(Boolean);
  return { path, relativePath, collection, isPost, isDraft, categories };
}

const NO_CATEGORIES: readonly string[] = [];

/** Finds a report's place, and whether it is read there (lib/jekyll/reader.rb, readers/post_reader.rb). */
export function locate(path: string, { config, version }: Pick<Site, 'config' | 'version'>): Located {
  const settings = config.jekyll;
  const place = placeIn(path, settings);
  const reason = settings && unreadReason(place, settings, version);
  const isUndated = place.isPost && !place.isDraft && !datedName(path);
  const unread: Located['unread'] = reason
    ? { code: 'config', reason }
    : isUndated
      ? {
          code: 'file-name',
          reason: say('Jekyll will leave this post out: its file name does not start with a date.'),
        }
      : null;
  const { relativePath, collection, isDraft, categories } = place;
  return { path, relativePath, collection, isDraft, categories, unread };
}

function excluded({ exclude, excludesByDefault }: JekyllConfig, version: string): readonly string[] {
  return [...exclude, ...(atLeast(version, '4') ? ALWAYS_EXCLUDED : excludesByDefault)];
}

function unreadReason(
  { path, collection, isDraft, isPost }: InSite,
  settings: JekyllConfig,
  version: string,
): Message | null {
  if (path.startsWith('../')) {
    return say('Jekyll will leave this file out: it is not in the folder `{0}`.', settings.source);
  }
  const exclude = excluded(settings, version);
  // Jekyll compares the folder as it is written: one with slashes around it holds no posts of its own.
  const above = path.slice(0, path.lastIndexOf(isDraft ? '/_drafts/' : '/_posts/') + 1);
  const isOutside =
    settings.collectionsFolder !== '' &&
    !(above === '' ? '' : `/${above.slice(0, -1)}`).startsWith(`/${settings.collectionsFolder}`);
  if (isPost && isOutside) {
    return say(
      'Jekyll will leave this post out: the site keeps its posts below `{0}`.',
      settings.collectionsFolder,
    );
  }
  const isPage = !isPost && collection === '';
  const folders = isPost ? path.split(/_(?:posts|drafts)\//)[0]?.split('/').length : undefined;
  if (
    isPost || isPage
      ? isLeftOut(path, folders ?? Infinity, settings, exclude)
      : isExcluded(path, settings, exclude)
  ) {
    return say('Jekyll will leave this file out: the site excludes it.');
  }
  // Collection#filtered_entries: EntryFilter#special? of each part of the path in the collection's folder.
  const special = /\/(?:[._#~][^/]*|[^/]*~)(?:\/|$)/;
  if (!isPost && collection !== '' && special.test(path.slice(path.indexOf(`_${collection}/`) + 1))) {
    return say('Jekyll will leave this file out: it passes over files and folders with such names.');
  }
  if (!isPost && collection !== '' && !settings.collections.has(collection)) {
    return say('Jekyll will leave this file out: the site has no collection `{0}`.', collection);
  }
  return null;
}

/** A folder without the slashes around it. */
export function trimmed(folder: string): string {
  return folder.replace(/^\/+|\/+$/g, '');
}

/** EntryFilter#filter, of each folder on the way and of the file. */
function isLeftOut(
  path: string,
  folders: number,
  settings: JekyllConfig,
  exclude: readonly string[],
): boolean {
  let end = -1;
  return path.split('/').some((part, index) => {
    end += part.length + 1;
    const here = path.slice(0, end);
    // The folder of posts itself is special, and wanted.
    const isSpecial = index < folders - 1 && /^[._#~]|~$/.test(part);
    return (isSpecial && !isIncluded(part, here, settings)) || isExcluded(here, settings, exclude);
  });
}

function isIncluded(name: string, path: string, { include }: JekyllConfig): boolean {
  return include.some((pattern) => covers(pattern, path) || covers(pattern, name));
}

function isExcluded(path: string, { include }: JekyllConfig, exclude: readonly string[]): boolean {
  return exclude.some((pattern) => !include.includes(pattern) && covers(pattern, path));
}

/** EntryFilter#glob_include?: a pattern is also the start of what it excludes. */
function covers(pattern: string, path: string): boolean {
  const clean = pattern.startsWith('/') ? pattern.replace(/^\/+/, '') : pattern;
  return (
    clean !== '' &&
    (path.startsWith(clean) ||
      (clean.length === path.length + 1 && clean.endsWith('/') && clean.startsWith(path)) ||
      (/[*?[]/.test(clean) && fnmatch(clean, path, false)))
  );
}
