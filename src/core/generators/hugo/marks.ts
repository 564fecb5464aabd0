import type { Node } from '../../frontMatter/tree';

/*
 * Go's readers of YAML take characters for text where the readers here see a mark. Such a character is hidden behind one
 * for private use, which is as long, and shown again where the value is read.
 */

const HAS_HIDDEN = /[\uE000-\uE003]/;

const HIDDEN: Readonly<Record<string, string>> = {
  ':': '\uE000',
  '}': '\uE001',
  ',': '\uE002',
  '?': '\uE003',
};

const SHOWN = new Map(Object.entries(HIDDEN).map(([mark, hidden]) => [hidden, mark]));

/** Hides a character that is text. */
export function hide(mark: string): string {
  return HIDDEN[mark] ?? mark;
}

/** A tree with all shown that was hidden in its source. */
export function shown(root: Node | null, source: string): Node | null {
  return HAS_HIDDEN.test(source) ? shownNode(root, new Map()) : root;
}

/** @param known what stands behind an anchor is one and the same wherever it is named, and stays so */
function shownNode(node: Node | null, known: Map<unknown, unknown>): Node | null {
  switch (node?.kind) {
    case 'scalar':
      return HAS_HIDDEN.test(node.text) ? { ...node, text: show(node.text) } : node;
    case 'list': {
      const items =
        (known.get(node.items) as typeof node.items | undefined) ??
        node.items.map((item) => shownNode(item, known));
      known.set(node.items, items);
      return { ...node, items };
    }
    case 'map': {
      const entries =
        (known.get(node.entries) as typeof node.entries | undefined) ??
        node.entries.map((entry) => ({ ...entry, value: shownNode(entry.value, known) }));
      known.set(node.entries, entries);
      return { ...node, entries };
    }
    default:
      return null;
  }
}

function show(text: string): string {
  return text.replace(/[\uE000-\uE003]/g, (hidden) => SHOWN.get(hidden) ?? '');
}

/** In brackets a colon at the end of a word is a part of it: `[a:, b]`. */
export function markColons(source: string): string {
  return source.replace(/([[,]\s*[^\s"'[\]{},#]*):(?=[\],])/g, (_whole, word: string) => word + hide(':'));
}
