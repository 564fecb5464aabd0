import { Report } from '../../report/report';
import { listFolder } from '../siteFolder';
import type { Listing } from '../siteFolder';
import { nearestTo } from '../nearest';
import { targetKey } from '../targets';
import type { Target, Targets, WrittenTarget } from '../targets';
import type { TargetReader, TargetSearch } from '../generator';
import { locate, trimmed } from './config/place';
import { readJekyllFence } from './fence';
import { forecastJekyll } from './forecast';
import { isSwitchedOff } from './liquid';
import { jekyllLayout } from './site';
import { datedName } from './paths';
import { isTruthy } from './ruby/values';

/*
 * What `post_url`, `link` and `include_relative` name (lib/jekyll/tags/post_url.rb, link.rb, include.rb; Jekyll 3.9.0 and 4.4.1).
 */

const TAG = /\{%-?\s*(post_url|link|include_relative)\s+((?:(?!%\})[^\n]){0,500}?)\s*-?%\}/g;
const UNFINISHED = /\{%-?[ \t]*(post_url|link|include_relative)[ \t]+([^%{}\n]*)$/;

/** Tags whose content is shown as it is written, or not at all. */
const SHOWN = /\{%-?\s*(end)?(raw|comment)\s*-?%\}/g;

/** A text with blanks in the place of what Liquid does not run. */
function blanked(body: string): string {
  let text = '';
  let from = 0;
  let open: string | null = null;
  for (const { 1: ends, 2: name = '', index } of body.matchAll(SHOWN)) {
    if (open === null ? !ends : ends && name === open) {
      text += open === null ? body.slice(from, index) : ' '.repeat(index - from);
      from = index;
      open = ends ? null : name;
    }
  }
  return text + body.slice(from);
}

/** Of so many targets of one report those behind are not looked up. */
const MAX_TARGETS = 200;

export const jekyllTargets: TargetReader = {
  written: (report) => {
    const found: WrittenTarget[] = [];
    const body = blanked(report.text.slice(report.body));
    for (const match of body.matchAll(TAG)) {
      const [whole, tag = '', markup = ''] = match;
      const text = tag === 'include_relative' ? (/^\S+/.exec(markup)?.[0] ?? '') : markup;
      if (text !== '' && !text.includes('{{') && found.length < MAX_TARGETS) {
        const start = report.body + match.index + whole.indexOf(text, whole.indexOf(tag) + tag.length);
        found.push({ tag, text, range: { start, end: start + text.length } });
      }
    }
    return found;
  },
  find: async (targets, search) => {
    const found = new Map<string, Target>();
    if (isSwitchedOff(search.report, search.site)) {
      return found;
    }
    const lookup = new Lookup(search);
    for (const { tag, text } of targets) {
      const key = targetKey(tag, text);
      if (!found.has(key)) {
        const exists = await lookup.has(tag, text);
        if (exists !== null) {
          found.set(key, {
            exists,
            nearest: exists ? null : await lookup.nearest(tag, text),
          });
        }
      }
    }
    return found satisfies Targets;
  },
  at: (report, offset) => {
    const lineStart = report.text.lastIndexOf('\n', offset - 1) + 1;
    const [, tag, text] = UNFINISHED.exec(report.text.slice(lineStart, offset)) ?? [];
    if (offset < report.body || tag === undefined || text === undefined) {
      return null;
    }
    const rest = /^[^\s%{}]*/.exec(report.text.slice(offset))?.[0] ?? '';
    return { tag, text: text + rest, range: { start: offset - text.length, end: offset + rest.length } };
  },
  choices: (tag, search) => new Lookup(search).choices(tag),
};

/** Folders that hold no page, post or file of the site. */
const NO_PAGES = /(?:^|\/)(?:node_modules|vendor|_site|\.[^/]*)\/$/;

/** Looks up targets of one report; what was listed is kept for the next of them. */
class Lookup {
  readonly #collections: string;
  #listing: Promise<Listing> | undefined;

  constructor(readonly search: TargetSearch) {
    const folder = trimmed(search.site.config.jekyll?.collectionsFolder ?? '');
    this.#collections = folder === '' ? '' : `${folder}/`;
  }

  /** @returns null where that is not known */
  has(tag: string, text: string): Promise<boolean | null> {
    switch (tag) {
      case 'post_url':
        return this.#hasPost(text);
      case 'link':
        return this.#hasFile(text);
      default:
        return this.#hasBeside(text);
    }
  }

  /** What was likely meant, of what there is. */
  async nearest(tag: string, text: string): Promise<string | null> {
    for (const near of nearestTo(text, await this.choices(tag))) {
      if (near !== text && (await this.has(tag, near)) === true) {
        return near;
      }
    }
    return null;
  }

  /** All that a tag may name. */
  async choices(tag: string): Promise<string[]> {
    const { files } = await this.#all();
    const { report } = this.search;
    switch (tag) {
      case 'post_url':
        return files.flatMap((path) => {
          const dated = isPost(path) ? datedName(path) : null;
          // A category's folder need not be named, and one below `_posts` neither.
          return dated && path !== report.path ? [`${dated.date}-${dated.slug}`] : [];
        });
      case 'link':
        return files
          .filter((path) => !/(?:^|\/)(?:_(?!posts\/)|[.#])|~$/.test(path))
          .map((path) =>
            path.startsWith(`${this.#collections}_`) ? path.slice(this.#collections.length) : path,
          );
      default: {
        const folder = folderOf(report.path);
        return files
          .filter((path) => path.startsWith(folder) && path !== report.path)
          .map((path) => path.slice(folder.length));
      }
    }
  }

  #all(): Promise<Listing> {
    this.#listing ??= listFolder('', this.search.files, (path) => !NO_PAGES.test(path));
    return this.#listing;
  }

  /** A post by the day and the words of its name, with or without its folder (PostComparer). */
  async #hasPost(name: string): Promise<boolean | null> {
    const [, folder = '', date, slug] = /^(.+\/)*(\d+-\d+-\d+)-(.*)$/.exec(name.replace(/^\//, '')) ?? [];
    if (date === undefined || slug === undefined) {
      return null;
    }
    const { files, isCut } = await this.#all();
    const posts = files.filter(isPost);
    const start = `${date}-${slug}.`;
    const named = posts.filter((path) => {
      const inCollections = path.slice(this.#collections.length);
      return (
        inCollections.startsWith(`_posts/${folder}${start}`) ||
        inCollections.startsWith(`${folder}_posts/${start}`)
      );
    });
    // Else a post of that day with that slug will do, in any folder: both may be said in its front matter.
    const day = dayOf(date);
    const rest = posts.filter((path) => {
      const dated = datedName(path);
      return dated && !named.includes(path) && (dayOf(dated.date) === day || dated.slug === slug);
    });
    for (const path of [...named, ...rest]) {
      const post = await this.#read(path);
      if (post?.isLive && (named.includes(path) || (post.day === day && post.slug === slug))) {
        return true;
      }
    }
    return isCut ? null : false;
  }

  /** A page, a file or a document by its path (Site#each_site_file). */
  async #hasFile(text: string): Promise<boolean | null> {
    const isRooted = text.startsWith('/');
    const named = isRooted ? text.slice(1) : text;
    const path = named.startsWith('_') ? this.#collections + named : named;
    // A document is named from the folder of the collections.
    const isAbove = this.#collections !== '' && named.startsWith(`${this.#collections}_`);
    if (isAbove || /(?:^|\/)\.{1,2}\/|\/\/|\/$/.test(named) || !(await this.#isFile(path))) {
      return false;
    }
    const { site } = this.search;
    const { unread, collection, isDraft } = locate(path, site);
    const isSpecial = /(?:^|\/)(?!_posts\/)[_.#][^/]*/.test(path);
    if (isDraft && site.config.drafts) {
      // A draft is dated by its file.
      return null;
    }
    const settings = isDraft ? undefined : site.config.jekyll?.collections.get(collection);
    if (unread || (isSpecial && !settings)) {
      return isSpecial && includesMore(this.search) ? null : false;
    }
    if (isSpecial && !isTruthy(settings?.get('output'))) {
      return false;
    }
    const source = (await this.search.files.text(path)) ?? '';
    const hasFrontMatter = readJekyllFence(source).kind === 'closed';
    if (isPost(path)) {
      return hasFrontMatter && !isRooted && ((await this.#read(path))?.isLive ?? false);
    }
    if (!hasFrontMatter) {
      return true;
    }
    const page = new Report(source, path, site.generator);
    const published = page.field('published');
    return !isRooted && (!published || site.generator.isOn('published', published.value, site));
  }

  /** A file beside the report. */
  async #hasBeside(text: string): Promise<boolean> {
    return this.#isFile(folderOf(this.search.report.path) + text.replace(/^\/+/, ''));
  }

  async #isFile(path: string): Promise<boolean> {
    const slash = path.lastIndexOf('/');
    const names = await this.search.files.names(path.slice(0, Math.max(slash, 0)));
    return names?.includes(path.slice(slash + 1)) ?? false;
  }

  /** Whether another post is among the site's posts, with what it says of itself. */
  async #read(path: string): Promise<{ isLive: boolean; day: string; slug: string } | null> {
    const { files, site, now } = this.search;
    const text = await files.text(path);
    if (text === null) {
      return null;
    }
    const place = await jekyllLayout.readSurroundings(folderOf(path), site.config, files, site.version);
    const surroundings = place(path);
    const report = new Report(text, path, site.generator, { inherited: surroundings.inherited });
    // Only the front matter counts: what the body names is that post's own matter.
    const head = new Report(text.slice(0, report.body), path, site.generator, report.options);
    const { outcome, date } = forecastJekyll(head, { ...site, surroundings }, now);
    const slug = report.field('slug')?.value;
    const dated = datedName(path);
    return {
      isLive: outcome !== 'hidden' && outcome !== 'skipped',
      day: date === null ? dayOf(dated?.date ?? '') : date.slice(0, 10),
      slug: slug?.kind === 'scalar' ? slug.text : (dated?.slug ?? ''),
    };
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isPost(path: string): boolean {
  return /(?:^|\/)_posts\//.test(path) && datedName(path) !== null;
}

/** `2024-5-6` as `2024-05-06`. */
function dayOf(date: string): string {
  return date
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** The site includes more than the one file that Jekyll includes by itself. */
function includesMore({ site: { config } }: TargetSearch): boolean {
  return (config.jekyll?.include.length ?? 0) > 1;
}
