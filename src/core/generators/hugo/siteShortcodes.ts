import { configFormat } from '../configFields';
import { readSource } from '../../frontMatter/read';
import type { SiteFiles } from '../siteFiles';
import { filesIn } from '../siteWalk';
import { layoutFoldersOf, readMounts } from './mounts';
import { folded, Settings } from './settings';

/** Set before the names of those that only newer versions find. */
export const NEW_FOLDER = '_shortcodes/';

/** How many folders deep, how many files and how many themes are looked at. */
const MAX_DEPTH = 4;
const MAX_FILES = 1000;
const MAX_THEMES = 20;

/**
 * Finds the shortcodes that a site and its themes define, and whether they enclose text.
 * @returns null where they are not known: there are modules, whose files lie elsewhere, or a theme is missing
 */
export async function readSiteShortcodes(
  files: SiteFiles,
  config: Settings,
): Promise<ReadonlyMap<string, boolean> | null> {
  const found = new Map<string, boolean>();
  const themesFolder = (config.string('themesdir') ?? 'themes').replace(/\/+$/, '');
  const themes: string[] = [];
  const readPart = async (part: Settings, root: SiteFiles): Promise<boolean> => {
    if (part.node('module', 'imports') !== undefined) {
      return false;
    }
    themes.push(...part.strings('theme').filter((theme) => !themes.includes(theme)));
    for (const { folder, target } of layoutFoldersOf(part, await readMounts(part, root))) {
      await readLayouts(root, folder, target, found);
    }
    return true;
  };
  if (!(await readPart(config, files))) {
    return null;
  }
  // A theme may ask for further ones.
  for (let at = 0; at < themes.length; at++) {
    const root = filesIn(`${themesFolder}/${themes[at] ?? ''}`, files);
    const names = at < MAX_THEMES ? await root.names('') : null;
    // An empty folder is a submodule that was not fetched.
    if (names === null || names.length === 0) {
      return null;
    }
    const name = names.find((each) => /^(?:hugo|config)\.(?:toml|ya?ml|json)$/.test(each));
    const part = new Settings(
      folded(name === undefined ? null : readSource((await root.text(name)) ?? '', configFormat(name)).root),
    );
    if (!(await readPart(part, root))) {
      return null;
    }
  }
  return found;
}

/** @param target where in `layouts` the folder is, empty or with a slash at its end */
async function readLayouts(
  files: SiteFiles,
  folder: string,
  target: string,
  found: Map<string, boolean>,
): Promise<void> {
  for (const own of ['shortcodes/', '_shortcodes/']) {
    const prefix = own === '_shortcodes/' ? NEW_FOLDER : '';
    if (target.startsWith(own)) {
      await readFolder(files, folder.slice(0, -1), prefix + target.slice(own.length), found, 0);
    } else if (target === '') {
      await readFolder(files, `${folder}${own.slice(0, -1)}`, prefix, found, 0);
    }
  }
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
