import type { SiteFiles } from '../generators/siteFiles';
import { targetKey } from '../generators/targets';
import type { WrittenTarget } from '../generators/targets';
import type { TargetReader, TargetSearch } from '../generators/generator';
import { Report } from '../report/report';
import type { TextEdit } from '../text';

/** The paths of moved files from the site's root: the old one, and the new one. */
export type Moves = ReadonlyMap<string, string>;

/** What a name of the file in a report's text has in it, whatever else; in lower case. */
export function nameOf(path: string): string {
  const parts = path.toLowerCase().split('/');
  const own = (parts.pop() ?? '').replace(/\.[^.]*$/, '');
  // A bundle is named by its folder, and a post also by another way to write its day.
  return (/^_?index(?:\.|$)/.test(own) ? (parts.pop() ?? '') : own).replace(/^\d+-\d+-\d+-/, '');
}

/**
 * The edits that have a report name files by their new places. Only what was found before, is found no longer, and is found by its
 * new name is changed.
 * @param search the report and the files as they are before the move; the report may be among those that are moved
 */
export async function editsForMoves(search: TargetSearch, moves: Moves): Promise<TextEdit[]> {
  const reader = search.site.generator.targets?.();
  const edits: TextEdit[] = [];
  for (const target of reader?.written(search.report, search.site) ?? []) {
    const newText = reader && (await newNameOf(target, reader, search, moves));
    if (newText) {
      edits.push({ range: target.range, newText });
    }
  }
  return edits;
}

/** How a target is to be written after the move; null where it may stay as it is, and where that is not known. */
async function newNameOf(
  target: WrittenTarget,
  reader: TargetReader,
  search: TargetSearch,
  moves: Moves,
): Promise<string | null> {
  const { tag, text } = target;
  const { files, report } = search;
  const has = async (name: string, where: TargetSearch) =>
    (await reader.find([{ ...target, text: name }], where)).get(targetKey(tag, name))?.exists;
  for (const [from, to] of moves) {
    if (!text.toLowerCase().includes(nameOf(from)) || (await has(text, search)) !== true) {
      continue;
    }
    // Without the file it may also be unknown what is found: in a site of many pages, or with a theme that has some.
    if ((await has(text, { ...search, files: movedFiles(files, new Map([[from, null]])) })) === true) {
      continue;
    }
    const own = moves.get(report.path);
    const after = {
      ...search,
      report: own === undefined ? report : new Report(report.text, own, report.generator, report.options),
      files: movedFiles(files, moves),
    };
    const without = {
      ...after,
      files: movedFiles(files, new Map<string, string | null>([...moves, [from, null]])),
    };
    const isIt = async (name: string) =>
      (await has(name, after)) === true && (await has(name, without)) !== true;
    if (await isIt(text)) {
      return null;
    }
    const others = new Set(await reader.choices(tag, without));
    const choices = (await reader.choices(tag, after)).filter((name) => !others.has(name));
    for (const name of [asWritten(text, from, to), ...choices].flatMap((one) => inStyleOf(text, one))) {
      if (await isIt(name)) {
        return name;
      }
    }
    return null;
  }
  return null;
}

/** The written name with the file's new name in the place of the old one. */
function asWritten(text: string, from: string, to: string): string {
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return text.replace(last(from), () => last(to));
}

/** A name without what the written one does not have either: an ending, and what is asked of the page. */
function inStyleOf(text: string, name: string): string[] {
  const [, page = '', rest = ''] = /^([^#?]*)(.*)$/.exec(text) ?? [];
  const bare = name.replace(/[#?].*$/, '');
  return (page.endsWith('.md') ? [bare] : [bare.replace(/\.md$/, ''), bare]).map((one) => one + rest);
}

/** A site's files as they are after a move; null in the place of a path for a file that is gone. */
function movedFiles(files: SiteFiles, moves: ReadonlyMap<string, string | null>): SiteFiles {
  const origins = new Map([...moves].flatMap(([from, to]) => (to === null ? [] : [[to, from] as const])));
  return {
    text: async (path) => {
      const origin = origins.get(path);
      return origin !== undefined ? files.text(origin) : moves.has(path) ? null : files.text(path);
    },
    names: async (folder) => {
      const base = folder === '' || folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
      const here = await files.names(folder);
      const added = [...origins.keys()]
        .filter((path) => path.startsWith(base))
        .map((path) => /^[^/]+\/?/.exec(path.slice(base.length))?.[0] ?? '');
      const kept = (here ?? []).filter((name) => !moves.has(base + name) || origins.has(base + name));
      return here === null && added.length === 0 ? null : [...new Set([...kept, ...added])];
    },
  };
}
