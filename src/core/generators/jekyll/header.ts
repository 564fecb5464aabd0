import { libyaml } from '../../frontMatter/lazy';
import type { RawNode } from '../../frontMatter/libyaml/parser';
import { treeOf } from '../../frontMatter/libyaml/tree';
import { beyondLimits } from '../../frontMatter/limits';
import type { FrontMatter, Node } from '../../frontMatter/tree';
import { Kept } from '../../report/report';
import type { Report } from '../../report/report';
import type { Cause } from '../forecast';
import { plainValue, RubyError, safeLoad } from './ruby/safeYaml';
import { isInItself, isTruthy, RubyHash } from './ruby/values';
import type { RubyValue } from './ruby/values';

/** Jekyll hands the opening fence to the YAML reader too: what stands behind it is a document that has begun. */
const OPENING = '---\n';

/** Problems that lose a part of the header, or nothing, but do not keep Jekyll from reading the rest. */
const HARMLESS: ReadonlySet<string> = new Set(['BAD_ALIAS', 'REST']);

/** The fields that Jekyll flattens, the one that wins before the other (Utils.pluralized_array_from_hash). */
const FLATTENED = [
  ['tag', 'tags'],
  ['category', 'categories'],
] as const;

/** A header with what libyaml read, of which Ruby's values are made. */
class RawFrontMatter implements FrontMatter {
  readonly format = 'yaml';

  constructor(
    readonly root: FrontMatter['root'],
    readonly problems: FrontMatter['problems'],
    readonly raw: RawNode | undefined,
  ) {}
}

/** Reads a header as Jekyll's YAML reader, libyaml, does; see Reader.readYaml. */
export function readJekyllYaml(source: string, base: number): FrontMatter {
  const beyond = beyondLimits(source, base);
  if (beyond) {
    return { format: 'yaml', root: null, problems: [beyond] };
  }
  const start = base - OPENING.length;
  const raw = libyaml().readRaw(OPENING + source, start);
  const { root, problems } = treeOf(raw, start, base + source.length);
  // Ruby's lists may hold themselves; what is done with such a list is another matter.
  const errors = problems.filter(({ code }) => code !== 'SELF_ALIAS');
  return new RawFrontMatter(root, errors, raw.root);
}

/** What Jekyll has of a header. */
export interface Header {
  /** The fields; empty where there are none. */
  readonly data: RubyHash;
  /** Why Jekyll logs an error and goes on without the header; null where it reads it. */
  readonly problem: Cause | null;
}

const headers = new Kept<Header>();

/** The fields of a report as Ruby values. */
export function headerOf(report: Report): Header {
  let header = headers.of(report);
  if (!header) {
    header = report.frontMatter
      ? readHeader(report, report.frontMatter)
      : { data: new RubyHash(), problem: null };
    headers.set(report, header);
  }
  return header;
}

function readHeader(report: Report, frontMatter: FrontMatter): Header {
  const nothing = new RubyHash();
  const error = frontMatter.problems.find(({ code }) => !HARMLESS.has(code));
  if (error) {
    return { data: nothing, problem: { code: 'syntax', range: error.range } };
  }
  const whole = frontMatter.root?.range ?? null;
  const { fence } = report;
  if (
    fence.kind === 'closed' &&
    /[\f\v]/.test(report.text.slice(fence.fence.open.end, fence.fence.header.start))
  ) {
    // Blank enough for the fence, but not for YAML.
    return { data: nothing, problem: { code: 'syntax', range: fence.fence.open } };
  }
  let data: RubyValue;
  try {
    data = safeLoad(frontMatter instanceof RawFrontMatter ? frontMatter.raw : undefined);
  } catch (failure) {
    if (failure instanceof RubyError) {
      return { data: nothing, problem: { code: 'syntax', range: whole } };
    }
    throw failure;
  }
  if (!(data instanceof RubyHash)) {
    // Nothing, `~` and `false` are no header; all else is none that has keys.
    return { data: nothing, problem: isTruthy(data) ? { code: 'not-a-map', range: whole } : null };
  }
  const categories = data.get('categories');
  // Document#merge_categories! splits a string, skips nothing at all, and fails on whatever else is no list.
  if (
    categories !== undefined &&
    categories !== null &&
    typeof categories !== 'string' &&
    !Array.isArray(categories)
  ) {
    const range = report.field('categories')?.value?.range ?? whole;
    return { data, problem: { code: 'field-type', range } };
  }
  for (const [singular, plural] of FLATTENED) {
    const name = isTruthy(data.get(singular)) ? singular : plural;
    const value = data.get(name);
    if (Array.isArray(value) && isInItself(value)) {
      return { data, problem: { code: 'holds-itself', range: report.field(name)?.range ?? whole } };
    }
  }
  return { data, problem: null };
}

/** A node's value in Ruby. What aliases stand for is made once, however often it stands there. */
export function rubyValue(node: Node | null): RubyValue {
  const made = new Map<object, RubyValue>();
  const convert = (part: Node | null): RubyValue => {
    if (part?.kind === 'scalar') {
      return scalarOf(part);
    }
    if (!part) {
      return null;
    }
    const content = part.kind === 'list' ? part.items : part.entries;
    let value = made.get(content);
    if (value === undefined) {
      value = part.kind === 'list' ? part.items.map(convert) : hashOf(part, convert);
      made.set(content, value);
    }
    return value;
  };
  return convert(node);
}

function hashOf(
  { entries }: Extract<Node, { kind: 'map' }>,
  convert: (node: Node | null) => RubyValue,
): RubyHash {
  const hash = new RubyHash();
  for (const { key, value } of entries) {
    const item = convert(value);
    if (key.name === '<<' && !key.quoted && item instanceof RubyHash) {
      item.forEach((merged, name) => hash.set(name, merged));
    } else {
      hash.set(key.name, item);
    }
  }
  return hash;
}

function scalarOf({ text, style, tag }: Extract<Node, { kind: 'scalar' }>): RubyValue {
  if (style !== 'plain' && tag === undefined) {
    return text;
  }
  try {
    return plainValue(text);
  } catch {
    // A number that Ruby cannot read: an error of the whole header, which is told elsewhere.
    return text;
  }
}
