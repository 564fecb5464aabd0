import type { NearDuplicate } from '../../core/index/nearDuplicates';
import type { Taxonomy } from '../../core/report/termFields';

/** All terms of a taxonomy, in one branch. */
export interface SectionNode {
  readonly kind: 'section';
  readonly taxonomy: Taxonomy;
  /** How many terms there are. */
  readonly count: number;
}

/** The terms that are written in several ways. */
export interface SpellingsNode {
  readonly kind: 'spellings';
  readonly taxonomy: Taxonomy;
  readonly groups: readonly NearDuplicate[];
}

/** One term in all its spellings. */
export interface GroupNode {
  readonly kind: 'group';
  readonly taxonomy: Taxonomy;
  readonly group: NearDuplicate;
}

/** One term. */
export interface TermNode {
  readonly kind: 'term';
  readonly taxonomy: Taxonomy;
  readonly name: string;
  /** The number of reports that use it. */
  readonly count: number;
  /** It stands below a group of spellings; it has another place in the list of all. */
  readonly inGroup: boolean;
}

/** A report that uses a term. */
export interface ReportNode {
  readonly kind: 'report';
  readonly term: TermNode;
  /** The key of its file in the index. */
  readonly key: string;
}

/** Stands for what is not shown yet. */
export interface MoreNode {
  readonly kind: 'more';
  /** The branch whose end it is; null for the whole tree. */
  readonly branch: Branch | null;
  /** How many are left. */
  readonly count: number;
}

/** What may be long. */
export type Branch = SectionNode | TermNode;

export type TagsNode = SectionNode | SpellingsNode | GroupNode | TermNode | ReportNode | MoreNode;

/** What a node is called as long as it means the same: the editor keeps it open and selected by that. */
export function idOf(node: TagsNode): string {
  switch (node.kind) {
    case 'section':
    case 'spellings':
      return `${node.kind}\n${node.taxonomy}`;
    case 'group':
      return `group\n${node.taxonomy}\n${node.group.suggestion}`;
    case 'term':
      return `${node.inGroup ? 'spelling' : 'term'}\n${node.taxonomy}\n${node.name}`;
    case 'report':
      return `${idOf(node.term)}\n${node.key}`;
    case 'more':
      return `${node.branch ? idOf(node.branch) : ''}\nmore`;
  }
}
