import type { Node } from './tree';

/** How many levels may stand behind an anchor: each may name the one before, and all that walks a tree recurses. */
const MAX_HEIGHT = 300;

/** What stands behind the anchors of a header, while its tree is made. */
export class Anchors {
  readonly #nodes = new Map<string, Node | null>();
  readonly #open: string[] = [];
  /** By what a list or map holds, which its copies share. */
  readonly #heights = new Map<unknown, number>();

  set(name: string, node: Node | null): void {
    this.#nodes.set(name, node);
  }

  /** A list or map begins; until `close`, an alias of its anchor stands in itself. */
  open(name: string | null | undefined): void {
    if (name) {
      this.#open.push(name);
    }
  }

  close(name: string | null | undefined): void {
    if (name) {
      this.#open.pop();
    }
  }

  /** Tells whether an alias of this name would hold itself. */
  isOpen(name: string): boolean {
    return this.#open.includes(name);
  }

  /** @returns undefined where there is no such anchor; null also for what nests too deeply to be followed */
  get(name: string): Node | null | undefined {
    const node = this.#nodes.get(name);
    return node && this.#heightOf(node) > MAX_HEIGHT ? null : node;
  }

  /** What aliases stand for is bounded already, and the source is: this goes only as deep as both. */
  #heightOf(node: Node | null): number {
    if (!node || node.kind === 'scalar') {
      return 0;
    }
    const content = node.kind === 'list' ? node.items : node.entries;
    let height = this.#heights.get(content);
    if (height === undefined) {
      const parts = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
      height = 1;
      for (const part of parts) {
        height = Math.max(height, 1 + this.#heightOf(part));
      }
      this.#heights.set(content, height);
    }
    return height;
  }
}
