import type { Site } from '../generator';
import { atLeast } from '../versions';
import { baseName } from '../../report/report';
import { capitalize } from './ruby/values';

/** What a post's file name says. */
export interface DatedName {
  /** `2019-07-23`, as it is written. */
  readonly date: string;
  readonly slug: string;
  /** With its dot. */
  readonly extension: string;
}

/** Document::DATE_FILENAME_MATCHER. */
const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)(\.[^.]+)$/;

let last: { readonly path: string; readonly name: DatedName | null } = { path: '', name: null };

/** Reads `2019-07-23-slug.md`; null for any other name. Each report asks several times for its own. */
export function datedName(path: string): DatedName | null {
  if (last.path !== path) {
    const match = DATED_NAME.exec(path.slice(path.lastIndexOf('/') + 1));
    const name = match ? { date: match[1] ?? '', slug: match[2] ?? '', extension: match[3] ?? '' } : null;
    last = { path, name };
  }
  return last.name;
}

/** Tells whether a path is that of a post, whose file name must have a date. */
export function isPostPath(path: string): boolean {
  return /(?:^|\/)_posts\//.test(path);
}

/** The file's extension in lower case, with its dot; empty where it has none. */
export function extensionOf(path: string): string {
  return /[^/]\.[^./]+$/.exec(path)?.[0].slice(1).toLowerCase() ?? '';
}

/** Jekyll's default `markdown_ext`. */
const MARKDOWN: ReadonlySet<string> = new Set(['.markdown', '.mkdown', '.mkdn', '.mkd', '.md']);

/** Tells whether a file is rendered as Markdown. */
export function isMarkdown(path: string, { config }: Site): boolean {
  return (config.jekyll?.markdownExtensions ?? MARKDOWN).has(extensionOf(path));
}

/** The slug that a file's name gives (Document#populate_title): 4.x drops the points at its end. */
export function slugOfPath(path: string, version: string): string {
  const slug = datedName(path)?.slug ?? baseName(path);
  return atLeast(version, '4') ? slug.replace(/\.*$/, '') : slug;
}

/** The slug's words, each with a capital (Utils.titleize_slug). */
export function titleOfSlug(slug: string): string {
  return slug.replace(/-+$/, '').split('-').map(capitalize).join(' ');
}
