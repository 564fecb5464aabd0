import type { MapNode, Node } from '../../frontMatter/tree';
import { goYaml12 } from '../goYaml';
import { dataOf } from '../scalars';
import { atLeast } from '../versions';
import type { Cascade } from './siteConfig';
import { goText } from './values';
import { CASCADE_TARGETS } from './versions';

/** What of a page cascades are matched with. */
export interface PageInfo {
  /** The page's path from the content's root, with a slash before it, in small letters. */
  readonly path: string;
  /** The file's, likewise. */
  readonly file: string;
  readonly lang: string;
}

/**
 * Reads what cascades down: one map of values, or a list of them, each with a target or for all pages
 * (resources/page/page_matcher.go).
 */
export function readCascades(node: Node | null | undefined): Cascade[] {
  switch (node?.kind) {
    case 'map':
      return [cascadeOf(node)];
    case 'list':
      return node.items.flatMap((item) => (item?.kind === 'map' ? [cascadeOf(item)] : []));
    default:
      return [];
  }
}

function cascadeOf(node: MapNode): Cascade {
  const fields = new Map<string, Node>();
  const target = new Map<string, string>();
  let isOld = false;
  for (const { key, value } of node.entries) {
    const name = key.name?.toLowerCase() ?? '';
    if (name === 'target' || name === '_target') {
      isOld ||= name === '_target';
      for (const part of value?.kind === 'map' ? value.entries : []) {
        const glob = dataOf(part.value, goYaml12);
        target.set(
          part.key.name?.toLowerCase() ?? '',
          Array.isArray(glob) ? `{${glob.map(goText).join(',')}}` : goText(glob),
        );
      }
    } else if (value) {
      fields.set(name, value);
    }
  }
  return { target, isOld, fields };
}

/**
 * The values that a page inherits.
 * @param cascades the nearest first
 */
export function inheritedBy(
  page: PageInfo,
  cascades: readonly Cascade[],
  version: string,
): Map<string, Node> {
  const isNew = atLeast(version, CASCADE_TARGETS);
  const inherited = new Map<string, Node>();
  for (const { target, isOld, fields } of cascades) {
    const matches =
      (!isNew && !isOld) ||
      (fitsGlob(target.get('kind'), 'page') &&
        fitsGlob(target.get('lang'), page.lang) &&
        fitsGlob(target.get('environment'), 'production') &&
        fitsGlob(target.get('path'), isNew ? page.path : page.file));
    for (const [name, value] of matches ? fields : []) {
      if (!inherited.has(name)) {
        inherited.set(name, value);
      }
    }
  }
  return inherited;
}

/** Whether a glob matches; none matches everything. */
export function fitsGlob(glob: string | undefined, value: string): boolean {
  if (!glob) {
    return true;
  }
  let pattern = known.get(glob);
  if (!pattern) {
    pattern = globPattern(glob.toLowerCase());
    if (known.size < MAX_KNOWN) {
      known.set(glob, pattern);
    }
  }
  return pattern.test(value);
}

/** A site has few globs, and each is asked of all its pages. */
const known = new Map<string, RegExp>();
const MAX_KNOWN = 500;

/** A glob as gobwas/glob reads it: a star stops at a slash, two do not. */
export function globPattern(glob: string): RegExp {
  let depth = 0;
  const source = glob.replace(/\*{2,}|[*?{},]|[^\w/-]/g, (part) => {
    switch (part) {
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        depth++;
        return '(?:';
      case '}':
        depth--;
        return depth < 0 ? '\\}' : ')';
      case ',':
        return depth > 0 ? '|' : ',';
      default:
        return part.startsWith('*') ? '.*' : `\\u{${(part.codePointAt(0) ?? 0).toString(16)}}`;
    }
  });
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    return /^\b$/;
  }
}
