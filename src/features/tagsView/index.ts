import * as vscode from 'vscode';
import type { Reports } from '../../workspace/reports/reports';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import { Days } from './days';
import { focusedNode } from './focusedNode';
import { insertTerm } from './insertTerm';
import type { TagsNode, TermNode } from './nodes';
import { openReport } from './openReport';
import type { Order } from './tagList';
import { TagTree, VIEW } from './tagTree';

interface Deps {
  readonly index: WorkspaceIndex;
  readonly reports: Reports;
  readonly log: vscode.LogOutputChannel;
  /** Remembers how the tags are sorted. */
  readonly state: vscode.Memento;
}

/** Where the order is remembered. */
const ORDER = 'tagsOrder';

/** The view of all tags, and what can be done with them there. Nothing is read before it is shown. */
export function registerTagsView({ index, reports, log, state }: Deps): vscode.Disposable {
  const order: Order = state.get(ORDER) === 'name' ? 'name' : 'count';
  const tree = new TagTree({ index, days: new Days(reports) }, order);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  const sortBy = async (wanted: Order) => {
    tree.order = wanted;
    await state.update(ORDER, wanted);
  };
  /** By a menu the node is given; by a key it is the one that the keyboard is at. */
  const withTerm = async (node: TagsNode | undefined, act: (term: TermNode) => unknown) => {
    const chosen = node ?? (await focusedNode(view));
    if (chosen?.kind === 'term') {
      await act(chosen);
    }
  };
  return vscode.Disposable.from(
    tree,
    view,
    vscode.commands.registerCommand('conferenceNotes.tags.sortByName', () => sortBy('name')),
    vscode.commands.registerCommand('conferenceNotes.tags.sortByCount', () => sortBy('count')),
    vscode.commands.registerCommand('conferenceNotes.tags.find', async () => {
      tree.showAllTags();
      // The tree's own find works on the tree that has the focus.
      await vscode.commands.executeCommand(`${VIEW}.focus`);
      await vscode.commands.executeCommand('list.find');
    }),
    vscode.commands.registerCommand('conferenceNotes.tags.rename', (node?: TagsNode) =>
      withTerm(node, ({ taxonomy, name }) =>
        vscode.commands.executeCommand('conferenceNotes.renameTag', { taxonomy, name }),
      ),
    ),
    vscode.commands.registerCommand('conferenceNotes.tags.merge', (node?: TagsNode) =>
      withTerm(node, ({ taxonomy, name }) =>
        vscode.commands.executeCommand('conferenceNotes.mergeTags', { taxonomy, name }),
      ),
    ),
    vscode.commands.registerCommand('conferenceNotes.tags.mergeAll', mergeAll),
    vscode.commands.registerCommand('conferenceNotes.tags.copyName', (node?: TagsNode) =>
      withTerm(node, ({ name }) => vscode.env.clipboard.writeText(name)),
    ),
    vscode.commands.registerCommand('conferenceNotes.tags.insert', (node?: TagsNode) =>
      withTerm(node, (term) => insertTerm(term, reports)),
    ),
    vscode.commands.registerCommand('conferenceNotes.tags.open', (node?: TagsNode) =>
      node?.kind === 'report' ? openReport(node, reports, log) : undefined,
    ),
    vscode.commands.registerCommand('conferenceNotes.tags.showMore', (node?: TagsNode) => {
      if (node?.kind === 'more') {
        tree.showMore(node.branch);
      }
    }),
  );
}

/** Gives all spellings of a tag the suggested one. */
async function mergeAll(node?: TagsNode): Promise<void> {
  if (node?.kind === 'group') {
    const { names, suggestion } = node.group;
    await vscode.commands.executeCommand('conferenceNotes.mergeTags', {
      taxonomy: node.taxonomy,
      names: names.filter((name) => name !== suggestion),
      to: suggestion,
    });
  }
}
