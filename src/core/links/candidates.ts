import type { DestinationPlace, DestinationUse } from './destinationPlace';

/** How many files are worth trying, and how deep they may be. */
const MAX_CANDIDATES = 16;
const MAX_SEGMENTS = 40;

/** Characters that no segment of a path may have, once its percent signs are read. */
// eslint-disable-next-line no-control-regex -- it is they that are meant
const NO_SEGMENT = /[\u0000-\u001F\u007F/\\:*?"<>|]/;

/** What pages are written in. */
const PAGES: readonly string[] = ['.md', '.markdown', '.html'];

/** The address of a Jekyll post by the default permalinks: the day, then the slug. */
const POST = /^(?:.*\/)?(\d{4})\/(\d{2})\/(\d{2})\/([^/]+?)(?:\.html|\/)?$/;

/**
 * The files that a path without a host may lead to, the likeliest first; from the site's root, none of them outside of it.
 * @param path as it is written, without query and fragment
 */
export function candidatesOf(path: string, place: DestinationPlace, use: DestinationUse): readonly string[] {
  const found = new Set<string>();
  for (const { at, roots } of places(path, place)) {
    const segments = resolved(at);
    if (segments === null) {
      continue;
    }
    const inRoot = segments.join('/');
    for (const root of roots) {
      const names = use === 'link' ? pagesOf(inRoot, at.endsWith('/'), place) : [inRoot];
      for (const name of names.filter((each) => each !== '')) {
        if (found.size < MAX_CANDIDATES) {
          found.add(root + name);
        }
      }
    }
  }
  return [...found];
}

interface At {
  /** A path from one of the roots. */
  readonly at: string;
  readonly roots: readonly string[];
}

/** Where a path may start: at the site's root, beside the report, at its address. */
function places(
  path: string,
  { path: report, url, basePath, roots, contentFolders }: DestinationPlace,
): At[] {
  const published = [...new Set([...roots, ...contentFolders])];
  if (path.startsWith('/')) {
    const isBased = basePath !== '' && (path === basePath || path.startsWith(`${basePath}/`));
    return [
      ...(isBased ? [{ at: path.slice(basePath.length) || '/', roots: published }] : []),
      { at: path, roots: published },
    ];
  }
  const beside = report.slice(0, report.lastIndexOf('/') + 1);
  return [
    { at: `${beside}${path}`, roots: [''] },
    ...(url === null ? [] : [{ at: `${url.slice(0, url.lastIndexOf('/') + 1)}${path}`, roots: published }]),
    // A reference to a page is looked for from the root of the content, too.
    ...(/\.(?:md|markdown)$/i.test(path) ? [{ at: path, roots: contentFolders }] : []),
  ];
}

/** The segments of a path, its percent signs read; null where it leads out of its root, or hides something. */
function resolved(path: string): string[] | null {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    let name = segment;
    try {
      name = decodeURIComponent(segment);
    } catch {
      // A percent sign of its own.
    }
    if (NO_SEGMENT.test(name)) {
      return null;
    }
    if (name === '..') {
      if (kept.pop() === undefined) {
        return null;
      }
    } else if (name !== '' && name !== '.') {
      kept.push(name);
    }
  }
  return kept.length <= MAX_SEGMENTS ? kept : null;
}

/** The files that a page may be written in; a file that is none stands for itself. */
function pagesOf(path: string, isFolder: boolean, { generator }: DestinationPlace): string[] {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  if (!isFolder && extension !== undefined && extension !== 'html') {
    return [path];
  }
  const base = path.replace(/\.html$/i, '');
  const [, year, month, day, slug] = (generator === 'jekyll' ? POST.exec(path) : null) ?? [];
  const post =
    slug === undefined
      ? []
      : ['.md', '.markdown'].map((end) => `_posts/${year}-${month}-${day}-${slug}${end}`);
  const index = generator === 'hugo' ? ['index.md', '_index.md'] : ['index.md', 'index.html'];
  const folder = base === '' ? '' : `${base}/`;
  return [
    ...post,
    ...(isFolder || base === path ? [] : [path]),
    ...(base === '' ? [] : PAGES.map((end) => base + end)),
    ...index.map((name) => folder + name),
  ];
}
