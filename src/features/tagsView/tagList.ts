import type { Taxonomy } from '../../core/tags/fields';
import { nearDuplicates } from '../../core/tags/nearDuplicates';
import type { Tag, TagIndex } from '../../core/tags/tagIndex';
import { idOf } from './nodes';
import type { MoreNode, ReportNode, SectionNode, SpellingsNode, TagsNode, TermNode } from './nodes';

export type Order = 'count' | 'name';

/** How many reports a term shows at first; asked for more, it shows twice as many. */
const PAGE = 200;

/** What the view shows: terms, and below them the reports that use them. Only what is asked for is made. */
export class TagList {
  readonly #of: (taxonomy: Taxonomy) => TagIndex;
  /** Groups of spellings, until the index changes: to find them takes longer than all the rest. */
  readonly #spellings = new Map<Taxonomy, SpellingsNode>();
  /** How many reports are shown of terms that were asked for more, by the ids of their nodes. */
  readonly #shown = new Map<string, number>();
  #byName: Intl.Collator | undefined;

  /**
   * @param of the terms of a taxonomy
   * @param language by which names are sorted, as in `de` or `en-GB`
   */
  constructor(
    of: (taxonomy: Taxonomy) => TagIndex,
    readonly language: string,
    public order: Order,
  ) {
    this.#of = of;
  }

  /** The index has changed. */
  refresh(): void {
    this.#spellings.clear();
  }

  /** Has a term show more of its reports. */
  showMore(term: TermNode): void {
    this.#shown.set(idOf(term), 2 * this.#limitOf(term));
  }

  /** The top of the tree; empty where no report has a term. */
  roots(): TagsNode[] {
    const categories: SectionNode = {
      kind: 'section',
      taxonomy: 'categories',
      count: this.#of('categories').size,
    };
    // Before the tags: behind twenty thousand of them nobody would find it.
    return [
      ...present(this.#spellingsOf('tags')),
      ...(categories.count > 0 ? [categories] : []),
      ...this.#termsOf('tags'),
    ];
  }

  childrenOf(node: TagsNode): TagsNode[] {
    switch (node.kind) {
      case 'section':
        return [...present(this.#spellingsOf(node.taxonomy)), ...this.#termsOf(node.taxonomy)];
      case 'spellings':
        return node.groups.map((group) => ({ kind: 'group', taxonomy: node.taxonomy, group }));
      case 'group':
        return node.group.names.map((name) =>
          termNode(node.taxonomy, { name, count: this.#of(node.taxonomy).countOf(name) }, true),
        );
      case 'term':
        return this.#reportsOf(node);
      case 'report':
      case 'more':
        return [];
    }
  }

  #termsOf(taxonomy: Taxonomy): TermNode[] {
    const terms = this.#of(taxonomy)
      .counts()
      .map((tag) => termNode(taxonomy, tag, false));
    if (this.order === 'name') {
      const { compare } = (this.#byName ??= new Intl.Collator(this.language, { numeric: true }));
      terms.sort((a, b) => compare(a.name, b.name));
    }
    return terms;
  }

  #spellingsOf(taxonomy: Taxonomy): SpellingsNode {
    let node = this.#spellings.get(taxonomy);
    if (!node) {
      node = { kind: 'spellings', taxonomy, groups: nearDuplicates(this.#of(taxonomy).counts()) };
      this.#spellings.set(taxonomy, node);
    }
    return node;
  }

  #reportsOf(term: TermNode): (ReportNode | MoreNode)[] {
    const keys = this.#of(term.taxonomy).filesOf(term.name);
    const limit = this.#limitOf(term);
    const reports = keys.slice(0, limit).map((key): ReportNode => ({ kind: 'report', term, key }));
    const count = keys.length - reports.length;
    return count > 0 ? [...reports, { kind: 'more', term, count }] : reports;
  }

  #limitOf(term: TermNode): number {
    return this.#shown.get(idOf(term)) ?? PAGE;
  }
}

function termNode(taxonomy: Taxonomy, { name, count }: Tag, inGroup: boolean): TermNode {
  return { kind: 'term', taxonomy, name, count, inGroup };
}

function present(node: SpellingsNode): SpellingsNode[] {
  return node.groups.length > 0 ? [node] : [];
}
