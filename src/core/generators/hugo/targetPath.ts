import { atLeast } from '../versions';
import type { AddressPage } from './addressPage';
import { joinPath, sanitizedPath } from './goPath';
import type { Letters } from './goPath';
import { ESCAPED_HASH, PLAIN_SECTIONS, UGLY_SECTIONS, UNCLEANED_PATHS } from './versions';

/** What a page's address is made of (resources/page/page_paths.go, TargetPathDescriptor). */
export interface Target {
  readonly page: AddressPage;
  /** The `url` of the page; empty for none. */
  readonly url: string;
  /** What the configuration makes of it; empty for none. */
  readonly permalink: string;
  readonly isUgly: boolean;
  /** The folder of its language; empty for none. */
  readonly prefix: string;
  readonly letters: Letters;
}

const INDEX = 'index.html';

/** The address of a page from 0.123 on (CreateTargetPaths). */
export function newLink(target: Target, version: string): string {
  const { page, url, prefix, letters } = target;
  const isOwn = url !== '' && page.kind !== 'home';
  const parts = isOwn
    ? urlParts(url)
    : page.kind === 'page'
      ? pageParts(target)
      : branchParts(target, version);
  const isSaid = isOwn && (page.kind === 'page' || atLeast(version, PLAIN_SECTIONS));
  const plain = isSaid ? parts : parts.map((part) => sanitizedPath(part, letters));
  const keepsIndex = !isOwn && page.kind !== 'page' && keepsUglyIndex(target, version);
  const isIndex = parts.at(-1) === INDEX && !keepsIndex;
  const path = joined(isIndex ? plain.slice(0, -1) : plain, version);
  const isIndexName = !page.isBundle && nameOf(page) === 'index';
  const link = isIndexName && path.endsWith('index') ? path.slice(0, -'index'.length) : path;
  const hasPrefix = prefix !== '' && (!isOwn || (!url.startsWith('/') && !url.startsWith(`/${prefix}`)));
  const whole = (hasPrefix ? `/${prefix}` : '') + link;
  const closed = isIndex && !whole.endsWith('/') ? `${whole}/` : whole;
  return (atLeast(version, ESCAPED_HASH) ? closed.replaceAll('#', '%23') : closed) || '/';
}

function urlParts(url: string): string[] {
  const clean = url.includes('..') ? joinPath('/', url) : url;
  const parts = clean.split('/').filter(Boolean);
  return clean.endsWith('/') || !clean.includes('.') ? [...parts, INDEX] : parts;
}

function pageParts({ page, permalink, isUgly }: Target): string[] {
  const name = nameOf(page);
  const parts = (
    permalink === '' ? [page.folders.map((folder) => `/${folder}`).join(''), name] : [permalink]
  ).filter((part) => part !== '' && part !== '/');
  const isIndexName = permalink === '' && !page.isBundle && name === 'index';
  return isUgly || isIndexName ? withSuffix(parts) : [...parts, INDEX];
}

function branchParts(target: Target, version: string): string[] {
  const { page, permalink, isUgly } = target;
  const own =
    permalink === '' ? [...page.folders, page.name].map((folder) => `/${folder}`).join('') : permalink;
  const parts = page.kind === 'home' ? [] : [own].filter((part) => part !== '/');
  return page.kind === 'home' || !isUgly || keepsUglyIndex(target, version)
    ? [...parts, INDEX]
    : withSuffix(parts);
}

function keepsUglyIndex({ page, isUgly }: Target, version: string): boolean {
  return isUgly && page.kind !== 'term' && atLeast(version, UGLY_SECTIONS);
}

function nameOf({ slug, name }: AddressPage): string {
  return slug === '' ? name : slug;
}

function withSuffix(parts: readonly string[]): string[] {
  const last = parts.at(-1);
  return last === undefined ? ['.html'] : [...parts.slice(0, -1), `${last.replace(/\/$/, '')}.html`];
}

function joined(parts: readonly string[], version: string): string {
  if (!atLeast(version, UNCLEANED_PATHS)) {
    return `/${joinPath(...parts)}`.replace(/^\/\//, '/');
  }
  let path = '';
  for (const part of parts) {
    path += path.endsWith('/') || part.startsWith('/') ? part : `/${part}`;
  }
  return path;
}

/** The address of a page before 0.123. */
export function oldLink(target: Target): string {
  const { page, url, prefix, letters } = target;
  const isOwn = url !== '' && page.kind !== 'home';
  const link = isOwn ? oldUrl(url) : page.kind === 'page' ? oldPage(target) : oldBranch(target);
  const hasPrefix = prefix !== '' && (!isOwn || (!url.startsWith('/') && !url.startsWith(`/${prefix}`)));
  const whole = hasPrefix ? join(prefix, link) : link;
  const bare = whole.replace(/^\/+|\/+$/g, '');
  const closed = `/${bare}${whole.endsWith('/') && bare !== '' ? '/' : ''}`;
  return isOwn && page.kind === 'page' ? closed : sanitizedPath(closed, letters);
}

function oldUrl(url: string): string {
  const path = join('/', url);
  const isFolder = url.endsWith('/') || !url.includes('.');
  return isFolder || path.endsWith(`/${INDEX}`) ? `${path}/` : path;
}

function oldPage({ page, permalink, isUgly }: Target): string {
  const name = nameOf(page);
  const path = permalink === '' ? join('/', ...page.folders, name) : join('/', permalink);
  const isIndexName = name === 'index';
  const folder = isIndexName && path.endsWith('index') ? path.slice(0, -'index'.length) : path;
  const file = `${path.replace(/^\/+|\/+$/g, '')}.html`;
  return (isUgly || (permalink === '' && isIndexName)) && !file.endsWith(`/${INDEX}`) ? file : `${folder}/`;
}

function oldBranch({ page, isUgly }: Target): string {
  const path = page.kind === 'home' ? '/' : join(...page.folders, page.name);
  return isUgly && page.kind !== 'home' ? `${path.replace(/^\/+|\/+$/g, '')}.html` : `${path}/`;
}

/** Go's path.Join, with the last slash kept. */
function join(...parts: string[]): string {
  const path = joinPath(...parts);
  return parts.at(-1)?.endsWith('/') && !path.endsWith('/') ? `${path}/` : path;
}
