import type { Node } from '../../../frontMatter/tree';
import { atLeast } from '../../versions';
import { rubyValue } from '../header';
import { RubyHash } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { fnmatch } from './fnmatch';
import { trimmed } from './place';
import type { DefaultSet, JekyllConfig } from './jekyllConfig';
import type { Place } from './place';

/**
 * All values that a report gets from its place (FrontmatterDefaults#all); those of nearer scopes win, and maps are merged.
 * @returns null where Jekyll fails on a set without a scope behind one with it
 */
export function defaultsFor(config: JekyllConfig, place: Place, version: string): RubyHash | null {
  let defaults = new RubyHash();
  const sets = ranked(config, place, version);
  if (!sets) {
    return null;
  }
  for (const { set, wins } of sets) {
    const values = valuesOf(set);
    if (values instanceof RubyHash) {
      defaults = wins ? deepMerge(defaults, values) : deepMerge(values, defaults);
    }
  }
  return defaults;
}

const values = new WeakMap<DefaultSet, RubyValue>();

/** A set's values, which are made once for all reports. */
function valuesOf(set: DefaultSet): RubyValue {
  let made = values.get(set);
  if (made === undefined) {
    made = rubyValue(set.values);
    values.set(set, made);
  }
  return made;
}

/** The same as nodes, for whoever asks the report's fields. */
export function inheritedFor(config: JekyllConfig, place: Place, version: string): Map<string, Node> {
  const inherited = new Map<string, Node>();
  for (const { set, wins } of ranked(config, place, version) ?? []) {
    for (const { key, value } of set.values.entries) {
      if (key.name !== null && value !== null && (wins || !inherited.has(key.name))) {
        inherited.set(key.name, value);
      }
    }
  }
  return inherited;
}

function ranked(config: JekyllConfig, place: Place, version: string) {
  let old: DefaultSet | null = null;
  const sets: { readonly set: DefaultSet; readonly wins: boolean }[] = [];
  for (const set of config.defaults) {
    if (applies(set, config, place, version)) {
      if (old && !set.hasScope) {
        return null;
      }
      const wins: boolean = hasPrecedence(old, set);
      sets.push({ set, wins });
      old = wins && set.hasScope ? set : old;
    }
  }
  return sets;
}

function applies({ path, type }: DefaultSet, config: JekyllConfig, place: Place, version: string): boolean {
  if (type !== null && type !== place.collection) {
    return false;
  }
  if (path === '') {
    return true;
  }
  if (path.includes('*')) {
    // A pattern stands for the files and folders that there are: at least those on the way to this report.
    return foldersOf(place.path).some((folder) => fnmatch(trimmed(path), folder, true));
  }
  const folder = trimmed(config.collectionsFolder);
  const scope = folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  return atLeast(version, '4')
    ? place.relativePath.startsWith(scope)
    : foldersOf(place.relativePath).includes(scope);
}

/** `a/b/c.md`: `a`, `a/b` and itself. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}

/** The longer path wins, then the one with a type, then the later one. */
function hasPrecedence(old: DefaultSet | null, { path, type }: DefaultSet): boolean {
  const length = (text: string) => text.replace(/^\//, '').length;
  if (old === null || length(path) !== length(old.path)) {
    return old === null || length(path) > length(old.path);
  }
  return type !== null || old.type === null;
}

/** How deep hashes are merged: those that hold themselves have no end. */
const MAX_DEPTH = 200;

/** Utils.deep_merge_hashes: what is nothing takes nothing away. */
function deepMerge(base: RubyHash, over: RubyHash, depth = 0): RubyHash {
  const merged = new RubyHash(base);
  mergeInto(merged, over, depth);
  return merged;
}

/** The same, into a hash that is nobody else's; what it holds stays as it is. */
export function mergeInto(merged: RubyHash, over: RubyHash, depth = 0): void {
  over.forEach((value, key) => {
    const old = merged.get(key);
    if (old instanceof RubyHash && value instanceof RubyHash && depth < MAX_DEPTH) {
      merged.set(key, deepMerge(old, value, depth + 1));
    } else if (value !== null || old === undefined) {
      merged.set(key, value);
    }
  });
}
