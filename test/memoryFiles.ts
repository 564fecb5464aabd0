import type { SiteFiles } from '../src/core/generators/siteFiles';

/** A site's files, kept in memory. */
export function memoryFiles(texts: Readonly<Record<string, string>>): SiteFiles {
  return {
    text: (path) => Promise.resolve(texts[path] ?? null),
    names: (folder) => {
      const base = folder === '' || folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
      const below = Object.keys(texts).filter((path) => path.startsWith(base));
      const names = below.map((path) => /^[^/]+\/?/.exec(path.slice(base.length))?.[0] ?? '');
      return Promise.resolve(below.length > 0 ? [...new Set(names)] : null);
    },
  };
}
