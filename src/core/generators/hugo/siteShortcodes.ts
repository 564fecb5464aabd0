import type { SiteFiles } from '../siteLayout';

/** Set before the names of those that only newer versions find. */
export const NEW_FOLDER = '_shortcodes/';

/** How many folders deep and how many files are looked at. */
const MAX_DEPTH = 4;
const MAX_FILES = 1000;

/**
 * Finds the shortcodes that a site and its themes define, and whether they enclose text.
 * @param hasModules there are modules, whose files lie elsewhere
 * @returns null where they are not known
 */
export async function readSiteShortcodes(
  files: SiteFiles,
  themes: readonly string[],
  hasModules: boolean,
): Promise<ReadonlyMap<string, boolean> | null> {
  if (hasModules) {
    return null;
  }
  const found = new Map<string, boolean>();
  for (const root of ['', ...themes.map((theme) => `themes/${theme}/`)]) {
    if (root !== '' && (await files.names(root.slice(0, -1))) === null) {
      return null;
    }
    for (const folder of ['layouts/shortcodes', 'layouts/_shortcodes']) {
      const prefix = folder.endsWith('/_shortcodes') ? NEW_FOLDER : '';
      await readFolder(files, `${root}${folder}`, prefix, found, 0);
    }
  }
  return found;
}

async function readFolder(
  files: SiteFiles,
  folder: string,
  prefix: string,
  found: Map<string, boolean>,
  depth: number,
): Promise<void> {
  for (const name of (await files.names(folder)) ?? []) {
    if (found.size >= MAX_FILES) {
      return;
    }
    if (name.endsWith('/')) {
      if (depth < MAX_DEPTH) {
        await readFolder(files, `${folder}/${name.slice(0, -1)}`, `${prefix}${name}`, found, depth + 1);
      }
      continue;
    }
    // `name.html`, and for languages and output formats `name.fr.html`, `name.amp.html`.
    const shortcode = `${prefix}${/^[^.]*/.exec(name)?.[0] ?? ''}`;
    if (!found.has(shortcode)) {
      const text = (await files.text(`${folder}/${name}`)) ?? '';
      found.set(shortcode, usesInner(text));
    }
  }
}

/** A template that asks for what the shortcode encloses makes it one that must be closed. */
function usesInner(template: string): boolean {
  return template
    .split('{{')
    .slice(1)
    .some(
      (part) =>
        !/^-?\s*\/\*/.test(part.slice(0, 100)) &&
        /\.Inner(?:Deindent)?\b/.test(part.slice(0, Math.max(0, part.indexOf('}}')))),
    );
}
