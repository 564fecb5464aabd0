import { Anchors } from '../anchors';
import type { Entry, FrontMatter, Node, SyntaxProblem } from '../tree';
import type { RawDocument } from '.';
import type { RawMap, RawNode } from './parser';

/**
 * Turns what libyaml read into the tree that all formats share. An alias stands as a copy of what it points to; one that
 * points nowhere is a problem, though no error, and so is what follows the document's end.
 * @param base offset of the source in its file
 * @param end the source's end, as an offset in its file
 */
export function treeOf(raw: RawDocument, base: number, end: number): FrontMatter {
  const problems: SyntaxProblem[] = raw.error ? [raw.error] : [];
  const converter = new Converter(base);
  const root = raw.root ? converter.node(raw.root) : null;
  if (raw.rest !== null) {
    const range = { start: Math.min(base + raw.rest, end), end };
    problems.push({ code: 'REST', reason: 'the YAML ends before this', range });
  }
  return { format: 'yaml', root, problems: [...problems, ...converter.problems] };
}

/** An alias inside what it stands for; some readers take it, for nothing or for the very list it stands in. */
export function holdsItself(name: string, range: Node['range']): SyntaxProblem {
  return { code: 'SELF_ALIAS', reason: `The value of the anchor holds itself: ${name}`, range };
}

class Converter {
  readonly problems: SyntaxProblem[] = [];
  readonly #anchors = new Anchors();

  constructor(readonly base: number) {}

  node(raw: RawNode): Node | null {
    const range = this.#range(raw);
    switch (raw.kind) {
      case 'alias':
        return this.#alias(raw.name, range);
      case 'scalar': {
        const isNothing = raw.start === raw.end && raw.style === 'plain' && raw.tag === null;
        return this.#anchored(
          raw.anchor,
          isNothing
            ? null
            : raw.tag === null
              ? { kind: 'scalar', range, style: raw.style, text: raw.text }
              : { kind: 'scalar', range, style: raw.style, text: raw.text, tag: raw.tag },
        );
      }
      case 'list': {
        this.#anchors.open(raw.anchor);
        const items = raw.items.map((item) => this.node(item));
        this.#anchors.close(raw.anchor);
        return this.#anchored(raw.anchor, { kind: 'list', range, flow: raw.flow, items });
      }
      case 'map': {
        this.#anchors.open(raw.anchor);
        const entries = this.#entries(raw);
        this.#anchors.close(raw.anchor);
        return this.#anchored(raw.anchor, { kind: 'map', range, flow: raw.flow, entries });
      }
    }
  }

  #anchored(anchor: string | null, node: Node | null): Node | null {
    if (anchor !== null) {
      this.#anchors.set(anchor, node);
    }
    return node;
  }

  #entries({ children }: RawMap): Entry[] {
    const entries: Entry[] = [];
    for (let at = 0; at < children.length; at += 2) {
      const key = children[at];
      const value = children[at + 1];
      if (key) {
        const keyRange = this.#range(key);
        if (key.kind !== 'scalar' || key.anchor !== null) {
          // Read for its anchors.
          this.node(key);
        }
        const node = value ? this.node(value) : null;
        entries.push({
          key: {
            name: key.kind === 'scalar' ? key.text : null,
            range: keyRange,
            quoted: key.kind === 'scalar' && (key.style === 'single' || key.style === 'double'),
          },
          value: node,
          range: { start: keyRange.start, end: node?.range.end ?? keyRange.end },
        });
      }
    }
    return entries;
  }

  #alias(name: string, range: Node['range']): Node | null {
    if (this.#anchors.isOpen(name)) {
      this.problems.push(holdsItself(name, range));
      return null;
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      const reason = `Unresolved alias (the anchor must be set before the alias): ${name}`;
      this.problems.push({ code: 'BAD_ALIAS', reason, range });
    }
    return target ? { ...target, range } : null;
  }

  #range({ start, end }: { readonly start: number; readonly end: number }): Node['range'] {
    return { start: this.base + start, end: this.base + Math.max(start, end) };
  }
}
