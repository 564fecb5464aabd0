import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Recorded } from '../conformance';
import type { Post, Run } from './engine';

/** What each page says of itself; `printf` and `jsonify` are as old as any version that is recorded. */
const PAGE = `{{ $terms := slice }}{{ range (.GetTerms "tags") }}{{ $terms = $terms | append .LinkTitle }}{{ end -}}
{{ $page := dict "file" .File.Filename "title" .Title "date" (.Date.Format "2006-01-02T15:04:05.999Z07:00") "tags" .Params.tags "terms" $terms
"draft" .Draft "publishDate" (.PublishDate.Unix) "expiryDate" (cond .ExpiryDate.IsZero nil .ExpiryDate.Unix)
"summary" (printf "%s" .Summary) "truncated" .Truncated "url" .RelPermalink -}}
{{ $page | jsonify }}`;

const CONFIG = `baseURL = "https://example.org/"
disableKinds = ["RSS", "sitemap", "robotsTXT", "404"]
`;

interface Page {
  readonly file: string;
  readonly title: string;
  readonly date: string;
  readonly tags: unknown;
  readonly terms: readonly string[];
  readonly draft: boolean;
  readonly publishDate: number;
  readonly expiryDate: number | null;
  readonly summary: string;
  readonly truncated: boolean;
  readonly url: string;
}

/**
 * Runs posts through a Hugo: those with the same further files in one site, which is halved as long as it cannot be built.
 * @param hugo the program
 */
export function runHugo(hugo: string, now: string, posts: readonly Post[]): Run | null {
  const number = hugoVersion(hugo);
  if (number === null) {
    return null;
  }
  const recorded = new Map<Post, Recorded>();
  for (const together of sitesOf(posts)) {
    build(hugo, now, together, recorded);
  }
  return {
    versions: { hugo: number },
    recorded: posts.map((post) => recorded.get(post) ?? { outcome: 'skipped' }),
  };
}

/** Posts that can lie in one site: with the same further files, each with a path of its own, and none the page of a folder. */
function sitesOf(posts: readonly Post[]): Post[][] {
  const sites = new Map<string, Post[]>();
  for (const post of posts) {
    const files = JSON.stringify(post.files);
    const isFolder = files !== '{}' && /\/_?index\.[^/]*$/i.test(post.file);
    const isTaken = sites.get(files)?.some(({ file }) => file === post.file) ?? false;
    const key = isFolder || isTaken ? `${files} ${post.file} ${String(sites.size)}` : files;
    sites.set(key, [...(sites.get(key) ?? []), post]);
  }
  return [...sites.values()];
}

/** The version of a Hugo; null where there is no such program. */
export function hugoVersion(hugo: string): string | null {
  const { error, stdout } = spawnSync(hugo, ['version'], { encoding: 'utf8' });
  return error ? null : (/\bv(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null);
}

/** How a build ended. */
export interface HugoOutput {
  /** Why there is no site; null where there is one. */
  readonly failure: string | null;
}

/** Builds a site at a moment. */
export function outputOf(hugo: string, now: string, folder: string, flags: readonly string[]): HugoOutput {
  const cache = mkdtempSync(join(tmpdir(), 'conference-notes-cache-'));
  try {
    const run = spawnSync(hugo, ['--clock', now, ...flags], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC', HUGO_CACHEDIR: cache },
    });
    return {
      failure: run.status === 0 ? null : reasonIn(`${run.stdout}${run.stderr}`.replaceAll(`${folder}/`, '')),
    };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function build(hugo: string, now: string, posts: readonly Post[], recorded: Map<Post, Recorded>): void {
  if (posts.length === 0) {
    return;
  }
  const all = runOnce(hugo, now, posts, true);
  if (typeof all === 'string') {
    const [only] = posts;
    if (posts.length === 1 && only) {
      recorded.set(only, { outcome: 'build-error', reason: all });
    } else {
      const middle = Math.ceil(posts.length / 2);
      build(hugo, now, posts.slice(0, middle), recorded);
      build(hugo, now, posts.slice(middle), recorded);
    }
    return;
  }
  // Which of them a build without the switches shows, only such a build can tell.
  const shown = runOnce(hugo, now, posts, false);
  const seconds = Date.parse(now) / 1000;
  for (const post of posts) {
    const page = all.find(({ file }) => file === post.file);
    const isShown = typeof shown !== 'string' && shown.some(({ file }) => file === page?.file);
    if (
      posts.length > 1 &&
      (typeof shown === 'string' || !page || (!isShown && !isHeldBack(page, seconds)))
    ) {
      // Another post may have taken its address, or refer to one that is held back.
      build(hugo, now, [post], recorded);
    } else if (typeof shown === 'string') {
      recorded.set(post, { outcome: 'build-error', reason: shown });
    } else if (page) {
      recorded.set(post, recordedOf(page, isShown, seconds));
    }
  }
}

/** Tells whether a page says itself why it is not shown. */
function isHeldBack({ draft, publishDate, expiryDate }: Page, now: number): boolean {
  return draft || publishDate > now || (expiryDate !== null && expiryDate <= now);
}

/** @returns what the pages say, or why there is no site */
function runOnce(hugo: string, now: string, posts: readonly Post[], everything: boolean): Page[] | string {
  const folder = mkdtempSync(join(tmpdir(), 'conference-notes-live-'));
  try {
    const write = (path: string, text: string | Buffer) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write('layouts/_default/single.html', PAGE);
    // A page may ask for this one, too; not all lists of pages have a file to tell of.
    write('layouts/_default/list.html', `{{ if .File }}${PAGE}{{ end }}`);
    const files = posts.flatMap((post) => Object.entries(post.files));
    if (!files.some(([path]) => /^(?:hugo|config)\./.test(path))) {
      write('hugo.toml', CONFIG);
      write('config.toml', CONFIG);
    }
    files.forEach(([path, text]) => {
      write(path, text);
    });
    posts.forEach((post) => {
      write(post.file, Buffer.from(post.source, 'base64'));
    });
    const flags = everything ? ['--buildDrafts', '--buildFuture', '--buildExpired'] : [];
    const { failure } = outputOf(hugo, now, folder, flags);
    if (failure !== null) {
      return failure;
    }
    return pagesBelow(join(folder, 'public')).map((page) => ({ ...page, file: relative(folder, page.file) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Why a build failed, of all that Hugo says while it builds. */
function reasonIn(log: string): string {
  const lines = log.split('\n');
  const first = lines.findIndex((line) => /^(?:error|panic)\b/i.test(line));
  return lines
    .slice(Math.max(first, 0))
    .filter((line) => line.trim() !== '' && !line.startsWith('Total in '))
    .map((line) => line.replace(/^([A-Z]+) \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, '$1 '))
    .join('\n')
    .slice(0, 300);
}

function pagesBelow(folder: string): Page[] {
  if (!existsSync(folder)) {
    return [];
  }
  // A post `x.html.md` makes a folder `x.html`, and with a `url` a page may have any name.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8').trim())
    .flatMap((text) => pageIn(text) ?? []);
}

/** Two pages with one address are written at the same time, and what then stands there may be a mixture of both. */
function pageIn(text: string): Page | null {
  try {
    return text.startsWith('{"') ? (JSON.parse(text) as Page) : null;
  } catch {
    return null;
  }
}

function recordedOf(page: Page, isShown: boolean, now: number): Recorded {
  const reason = page.draft ? 'draft' : page.publishDate > now ? 'future' : 'expired or not rendered';
  const { title, date, tags, terms, draft, summary, truncated, url } = page;
  // A byte order mark is no blank, though JavaScript takes it for one.
  const text = summary
    .replace(/<[^>]*>/g, ' ')
    .split(/[^\S\uFEFF]+/)
    .filter(Boolean)
    .join(' ');
  return {
    outcome: isShown ? 'published' : 'hidden',
    reason: isShown ? null : reason,
    title,
    date,
    tags,
    terms,
    url,
    draft,
    summary: { html: summary, text, truncated },
  };
}
