import type { Taxonomy } from '../../core/report/termFields';
import { nearDuplicates } from '../../core/index/nearDuplicates';
import type { Tag, TagIndex } from '../../core/index/tagIndex';
import { idOf } from './nodes';
import type { Branch, MoreNode, ReportNode, SectionNode, SpellingsNode, TagsNode, TermNode } from './nodes';

export type Order = 'count' | 'name';

/**
 * How many terms and how many reports of a term are shown at first; asked for more, twice as many. The editor wants to
 * know all of a branch at once, and of 20,000 rows that takes seconds, after every change of the index.
 */
const TERMS = 2_000;
const REPORTS = 200;

/** What the view shows: terms, and below them the reports that use them. Only what is asked for is made. */
export class TagList {
  readonly #of: (taxonomy: Taxonomy) => TagIndex;
  /** Groups of spellings, until the index changes: to find them takes longer than all the rest. */
  readonly #spellings = new Map<Taxonomy, SpellingsNode>();
  /** How many times as much is shown of branches that were asked for more, by the ids of their nodes. */
  readonly #factors = new Map<string, number>();
  #showsAll = false;
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

  /** Has a branch show more; null stands for the whole tree. */
  showMore(branch: Branch | null): void {
    this.#factors.set(nameOf(branch), 2 * this.#factorOf(branch));
  }

  /**
   * Shows all terms from now on.
   * @returns whether some were not shown
   */
  showAllTerms(): boolean {
    const isNew = !this.#showsAll && this.#of('tags').size > TERMS * this.#factorOf(null);
    this.#showsAll = true;
    return isNew;
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
      ...this.#termsOf('tags', null),
    ];
  }

  childrenOf(node: TagsNode): TagsNode[] {
    switch (node.kind) {
      case 'section':
        return [...present(this.#spellingsOf(node.taxonomy)), ...this.#termsOf(node.taxonomy, node)];
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

  #termsOf(taxonomy: Taxonomy, branch: SectionNode | null): (TermNode | MoreNode)[] {
    const tags = this.order === 'name' ? this.#byNames(taxonomy) : byCount(this.#of(taxonomy).counts());
    const limit = this.#showsAll ? Infinity : TERMS * this.#factorOf(branch);
    const terms = tags.slice(0, limit).map((tag) => termNode(taxonomy, tag, false));
    return withRest(terms, branch, tags.length);
  }

  #byNames(taxonomy: Taxonomy): Tag[] {
    const { compare } = (this.#byName ??= new Intl.Collator(this.language, { numeric: true }));
    return [...this.#of(taxonomy).counts()].sort((a, b) => compare(a.name, b.name));
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
    const reports = keys
      .slice(0, REPORTS * this.#factorOf(term))
      .map((key): ReportNode => ({ kind: 'report', term, key }));
    return withRest(reports, term, keys.length);
  }

  #factorOf(branch: Branch | null): number {
    return this.#factors.get(nameOf(branch)) ?? 1;
  }
}

/** Those used equally often are sorted without regard to case; to ask the language for its order would take too long. */
function byCount(tags: readonly Tag[]): Tag[] {
  return tags
    .map((tag) => ({ tag, name: tag.name.toLowerCase() }))
    .sort((a, b) => b.tag.count - a.tag.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ tag }) => tag);
}

function nameOf(branch: Branch | null): string {
  return branch ? idOf(branch) : '';
}

/** @param all how many there are */
function withRest<N>(nodes: readonly N[], branch: Branch | null, all: number): (N | MoreNode)[] {
  const count = all - nodes.length;
  return count > 0 ? [...nodes, { kind: 'more', branch, count }] : [...nodes];
}

function termNode(taxonomy: Taxonomy, { name, count }: Tag, inGroup: boolean): TermNode {
  return { kind: 'term', taxonomy, name, count, inGroup };
}

function present(node: SpellingsNode): SpellingsNode[] {
  return node.groups.length > 0 ? [node] : [];
}
