import { isAlias, isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import type { Document, Node as YamlNode, Pair, YAMLError, YAMLMap, YAMLSeq } from 'yaml';
import type { Range } from '../text';
import { Anchors } from './anchors';
import { grayMatter } from './lazyGrayMatter';
import type { Entry, FrontMatter, Key, Node, ScalarNode, SyntaxProblem } from './tree';
import { joinNextLines } from './yamlMend';

/** How many values continued at column 0 one header may have; fewer where all the readings came to more than that (UTF-16 code units). */
const MAX_MENDS = 50;
const MAX_READ = 250_000;

/** What libyaml takes for the name of an anchor. */
const NAME = /^[\w-]+$/;

/**
 * Reads a YAML header.
 * @param written the header without its fences
 * @param base offset of `written` in the file; all ranges are offsets in the file
 * @returns a tree whose plain scalars are not typed: what `yes` or `12:30` means is the generator's to say.
 *   Duplicate keys are kept and are no problem here; an alias stands as a copy of what it points to.
 */
export function readYaml(written: string, base: number): FrontMatter {
  // The generators' readers all take a lone `\r` for a line end, `yaml` does not.
  const source = written.replace(/\r(?!\n)/g, '\n');
  if (source.startsWith('%')) {
    return { format: 'yaml', root: null, problems: [directive(source, base)] };
  }
  try {
    let document = parse(source);
    let errors = document.errors;
    if (errors.length > 0 && !errors.some(isCertain) && grayMatter().accepts(source)) {
      document = parseMended(source, document);
      // What js-yaml reads, the generators' readers read too: theirs reject fewer headers still.
      errors = [];
    }
    const converter = new Converter(base);
    const root = converter.node(document.contents);
    return {
      format: 'yaml',
      root,
      problems: [...errors.map((e) => problemOf(e, base)), ...converter.problems],
    };
  } catch (error) {
    // The parser recurses: ten thousand nested brackets exhaust its stack.
    return { format: 'yaml', root: null, problems: [tooDeep(error, base, source.length)] };
  }
}

/** js-yaml lets a tab indent pass; libyaml and Go's readers do not. */
function isCertain(error: YAMLError): boolean {
  return error.code === 'TAB_AS_INDENT';
}

function parse(source: string): Document.Parsed {
  const errors = Error as { stackTraceLimit?: number };
  const limit = errors.stackTraceLimit ?? 0;
  try {
    // A broken list has an error a line; writing down the stack of each would take far longer than parsing.
    errors.stackTraceLimit = 0;
    // Failsafe: no scalar is typed. `version` only matters for directives, which no header has.
    return parseDocument(source, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } finally {
    errors.stackTraceLimit = limit;
  }
}

/** Parses a source again and again, each time with one more value mended. */
function parseMended(source: string, strict: Document.Parsed): Document.Parsed {
  let mended = source;
  let document = strict;
  for (
    let round = 0;
    round < Math.min(MAX_MENDS, MAX_READ / source.length) && document.errors.length > 0;
    round++
  ) {
    const next = joinNextLines(mended, document.errors);
    if (!next) {
      break;
    }
    mended = next;
    document = parse(mended);
  }
  return document.errors.length < strict.errors.length ? document : strict;
}

function problemOf(error: YAMLError, base: number): SyntaxProblem {
  return {
    // An alias or anchor with no name at all.
    code: error.code === 'BAD_ALIAS' ? 'ALIAS_NAME' : error.code,
    reason: error.message.replace(/\.$/, ''),
    range: { start: base + error.pos[0], end: base + Math.max(error.pos[1], error.pos[0]) },
  };
}

/** A directive needs a `---` behind it, which a header cannot have. */
function directive(source: string, base: number): SyntaxProblem {
  const end = base + (/^[^\r\n]*/.exec(source)?.[0].length ?? 0);
  return {
    code: 'DIRECTIVE',
    reason: 'A line that starts with `%` is a directive, not a field',
    range: { start: base, end },
  };
}

function tooDeep(error: unknown, base: number, length: number): SyntaxProblem {
  const reason = error instanceof RangeError ? 'Nested too deeply' : String(error);
  return { code: 'TOO_DEEP', reason, range: { start: base, end: base + length } };
}

/** Turns the parser's nodes into ours. */
class Converter {
  readonly problems: SyntaxProblem[] = [];
  readonly #anchors = new Anchors();

  constructor(readonly base: number) {}

  node(node: unknown): Node | null {
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    this.#anchors.open(anchor);
    const converted = this.#convert(node);
    this.#anchors.close(anchor);
    if (anchor) {
      this.#anchors.set(anchor, converted);
    }
    return converted;
  }

  #convert(node: unknown): Node | null {
    if (isScalar(node)) {
      return this.#scalar(node);
    }
    if (isAlias(node)) {
      return this.#alias(node.source, this.#range(node));
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item));
      return {
        kind: 'list',
        range: this.#blockRange(node, items.at(-1)?.range.end),
        flow: node.flow === true,
        items,
      };
    }
    if (isMap(node)) {
      const entries = node.items.map((pair) => this.#entry(pair));
      return {
        kind: 'map',
        range: this.#blockRange(node, entries.at(-1)?.range.end),
        flow: node.flow === true,
        entries,
      };
    }
    return null;
  }

  #scalar(node: Scalar): ScalarNode | null {
    const range = this.#range(node);
    const text = node.source ?? '';
    if (range.start === range.end && node.type === Scalar.PLAIN && !node.tag) {
      return null;
    }
    return { kind: 'scalar', range, style: styleOf(node), text, ...(node.tag ? { tag: node.tag } : {}) };
  }

  #alias(name: string, range: Range): Node | null {
    if (!NAME.test(name)) {
      this.#badName(range);
      return null;
    }
    if (this.#anchors.isOpen(name)) {
      // js-yaml puts the list into itself, and Hugo nothing.
      return null;
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.problems.push({
        code: 'BAD_ALIAS',
        reason: `Unresolved alias (the anchor must be set before the alias): ${name}`,
        range,
      });
    }
    return target ? { ...target, range } : null;
  }

  /** `**bold**`, `*.md`: a slip in a value, and no name that any reader takes. */
  #badName(range: Range): void {
    const reason = 'The name behind `*` may only have letters, digits, `-` and `_`';
    this.problems.push({ code: 'ALIAS_NAME', reason, range });
  }

  #entry(pair: Pair): Entry {
    const keyNode = pair.key as YamlNode | null;
    const keyRange = this.#range(keyNode);
    const key: Key = {
      name: isScalar(keyNode) ? (keyNode.source ?? '') : null,
      range: keyRange,
      quoted:
        isScalar(keyNode) && (keyNode.type === Scalar.QUOTE_DOUBLE || keyNode.type === Scalar.QUOTE_SINGLE),
    };
    const value = this.node(pair.value);
    return { key, value, range: { start: keyRange.start, end: value?.range.end ?? keyRange.end } };
  }

  /** The parser counts the line end behind a block as the block's own. */
  #blockRange(node: YAMLMap | YAMLSeq, lastEnd: number | undefined): Range {
    const range = this.#range(node);
    return node.flow ? range : { start: range.start, end: lastEnd ?? range.end };
  }

  #range(node: { range?: readonly [number, number, number] | null | undefined } | null): Range {
    const [start, end] = node?.range ?? [0, 0];
    return { start: this.base + start, end: this.base + end };
  }
}

function styleOf(node: Scalar): ScalarNode['style'] {
  switch (node.type) {
    case Scalar.QUOTE_DOUBLE:
      return 'double';
    case Scalar.QUOTE_SINGLE:
      return 'single';
    case Scalar.BLOCK_FOLDED:
    case Scalar.BLOCK_LITERAL:
      return 'block';
    default:
      return 'plain';
  }
}
