import assert from 'node:assert/strict';
import type { Taxonomy } from '../../../src/core/report/termFields';
import { TagIndex } from '../../../src/core/index/tagIndex';
import { idOf } from '../../../src/features/tagsView/nodes';
import type { TagsNode } from '../../../src/features/tagsView/nodes';
import { TagList } from '../../../src/features/tagsView/tagList';
import type { Order } from '../../../src/features/tagsView/tagList';

/** A list of reports, by their keys, with their tags; and with their categories. */
function listOf(
  tags: Record<string, string[]>,
  categories: Record<string, string[]> = {},
  order: Order = 'count',
) {
  const indexes = { tags: new TagIndex(), categories: new TagIndex(), keywords: new TagIndex() };
  const fill = (taxonomy: Taxonomy, reports: Record<string, string[]>) => {
    Object.entries(reports).forEach(([key, names], at) => indexes[taxonomy].set(key, names, at));
  };
  fill('tags', tags);
  fill('categories', categories);
  return { indexes, list: new TagList((taxonomy) => indexes[taxonomy], 'en', order) };
}

/** A node in a few words. */
function told(node: TagsNode): string {
  switch (node.kind) {
    case 'section':
      return `${node.taxonomy} (${node.count})`;
    case 'spellings':
      return `in several ways (${node.groups.length})`;
    case 'group':
      return `${node.group.names.join(' = ')} → ${node.group.suggestion}`;
    case 'term':
      return `${node.name} (${node.count})`;
    case 'report':
      return node.key;
    case 'more':
      return `${node.count} more`;
  }
}

function nodeOf<K extends TagsNode['kind']>(
  nodes: readonly TagsNode[],
  kind: K,
): Extract<TagsNode, { kind: K }> {
  const node = nodes.find((candidate) => candidate.kind === kind);
  assert.ok(node, `no ${kind} among ${nodes.map(told).join(', ')}`);
  return node as Extract<TagsNode, { kind: K }>;
}

const REPORTS = { a: ['aws', 'ops'], b: ['aws', 'Ops'], c: ['aws', 'ops', '10x', '9x'] };

describe('the list of tags', () => {
  it('has the most used tags first, below those that are spelt in several ways', () => {
    const { list } = listOf(REPORTS);
    assert.deepEqual(list.roots().map(told), [
      'in several ways (1)',
      'aws (3)',
      'ops (2)',
      '10x (1)',
      '9x (1)',
      'Ops (1)',
    ]);
  });

  it('is sorted by name as people sort, where that is asked for', () => {
    const { list } = listOf(REPORTS, {}, 'name');
    assert.deepEqual(list.roots().map(told).slice(1), ['9x (1)', '10x (1)', 'aws (3)', 'ops (2)', 'Ops (1)']);
    list.order = 'count';
    assert.equal(list.roots().map(told)[1], 'aws (3)');
  });

  it('shows each group of spellings with what to keep, and its tags', () => {
    const { list } = listOf(REPORTS);
    const groups = list.childrenOf(nodeOf(list.roots(), 'spellings'));
    assert.deepEqual(groups.map(told), ['ops = Ops → ops']);
    assert.deepEqual(list.childrenOf(nodeOf(groups, 'group')).map(told), ['ops (2)', 'Ops (1)']);
  });

  it('shows the reports of a tag, the newest first', () => {
    const { list } = listOf(REPORTS);
    assert.deepEqual(list.childrenOf(nodeOf(list.roots(), 'term')).map(told), ['c', 'b', 'a']);
  });

  it('keeps categories apart, in a branch with its own groups, and has none without any', () => {
    const { list } = listOf({ a: ['aws'] }, { a: ['Talks'], b: ['talks'] });
    assert.deepEqual(list.roots().map(told), ['categories (2)', 'aws (1)']);
    assert.deepEqual(list.childrenOf(nodeOf(list.roots(), 'section')).map(told), [
      'in several ways (1)',
      'Talks (1)',
      'talks (1)',
    ]);
  });

  it('is empty where no report has a tag', () => {
    assert.deepEqual(listOf({}).list.roots(), []);
  });

  it('shows many reports in parts', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`r${String(at)}`, ['aws']]));
    const { list } = listOf(many);
    const term = nodeOf(list.roots(), 'term');
    const shown = () => {
      const nodes = list.childrenOf(term);
      return [nodes.filter(({ kind }) => kind === 'report').length, told(nodes[nodes.length - 1] ?? term)];
    };
    assert.deepEqual(shown(), [200, '800 more']);
    list.showMore(term);
    assert.deepEqual(shown(), [400, '600 more']);
    list.showMore(term);
    list.showMore(term);
    assert.deepEqual(shown(), [1000, 'r0']);
  });

  it('follows the index once it is told to', () => {
    const { list, indexes } = listOf(REPORTS);
    list.roots();
    indexes.tags.set('b', ['aws', 'ops']);
    list.refresh();
    assert.deepEqual(list.roots().map(told), ['aws (3)', 'ops (3)', '10x (1)', '9x (1)']);
  });

  it('gives every node a name of its own, which stays the same', () => {
    const all = (list: TagList, nodes: readonly TagsNode[]): string[] =>
      nodes.flatMap((node) => [idOf(node), ...all(list, list.childrenOf(node))]);
    const categories = { a: ['aws', 'AWS'], b: ['b'] };
    const { list, indexes } = listOf(REPORTS, categories);
    const before = all(list, list.roots());
    assert.equal(new Set(before).size, before.length);
    assert.deepEqual(all(listOf(REPORTS, categories).list, list.roots()), before);
    indexes.tags.set('d', ['aws']);
    const [aws] = list.roots().filter((node) => node.kind === 'term');
    assert.ok(aws);
    assert.equal(told(aws), 'aws (4)');
    assert.ok(before.includes(idOf(aws)));
  });

  it('shows many tags in parts, and all of them where that is asked for', () => {
    const index = new TagIndex();
    for (let at = 0; at < 20_000; at++) {
      index.set(`file ${String(at)}`, [`tag ${String(at)}`]);
    }
    const list = new TagList((taxonomy) => (taxonomy === 'tags' ? index : new TagIndex()), 'en', 'count');
    const shown = () => {
      const nodes = list.roots();
      return [
        nodes.filter(({ kind }) => kind === 'term').length,
        told(nodes[nodes.length - 1] ?? nodeOf([], 'more')),
      ];
    };
    assert.deepEqual(shown(), [2_000, '18000 more']);
    list.showMore(null);
    assert.deepEqual(shown(), [4_000, '16000 more']);
    assert.equal(list.showAllTerms(), true);
    assert.deepEqual(shown(), [20_000, 'tag 9999 (1)']);
    assert.equal(list.showAllTerms(), false);
  });
});
