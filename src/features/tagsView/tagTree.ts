import * as vscode from 'vscode';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import { itemOf } from './items';
import type { ItemDeps } from './items';
import { TagList } from './tagList';
import type { Order } from './tagList';
import type { Branch, TagsNode } from './nodes';

export const VIEW = 'conferenceNotes.tags';

/** How long the index must rest before the tree is made anew, in milliseconds; and how long it may be late at most. */
const DELAY = 400;
const MAX_DELAY = 2_000;

/** The tags of all reports as a tree. The editor asks for what it shows, and for nothing while the view is hidden. */
export class TagTree implements vscode.TreeDataProvider<TagsNode>, vscode.Disposable {
  readonly onDidChangeTreeData: vscode.Event<TagsNode | undefined>;

  readonly #changes = new vscode.EventEmitter<TagsNode | undefined>();
  readonly #list: TagList;
  readonly #subscriptions: { dispose(): unknown }[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the tree is made anew at the latest. */
  #latest = 0;

  constructor(
    readonly deps: ItemDeps,
    order: Order,
  ) {
    const { index } = deps;
    this.onDidChangeTreeData = this.#changes.event;
    this.#list = new TagList((taxonomy) => index.of(taxonomy), vscode.env.language, order);
    this.#subscriptions = [
      this.#changes,
      index.onDidChange(() => {
        this.#refreshSoon();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#refreshSoon();
      }),
    ];
    showOrder(order);
  }

  get order(): Order {
    return this.#list.order;
  }

  set order(order: Order) {
    this.#list.order = order;
    showOrder(order);
    this.#refresh();
  }

  getTreeItem(node: TagsNode): Promise<vscode.TreeItem> {
    return itemOf(node, this.deps);
  }

  async getChildren(node?: TagsNode): Promise<TagsNode[]> {
    if (node) {
      return this.#list.childrenOf(node);
    }
    if (vscode.workspace.workspaceFolders === undefined) {
      return [];
    }
    await firstRead(this.deps.index);
    const roots = this.#list.roots();
    void vscode.commands.executeCommand(
      'setContext',
      'conferenceNotes.tagsState',
      roots.length > 0 ? 'filled' : 'empty',
    );
    return roots;
  }

  /** Has a branch show more; null stands for the whole tree. */
  showMore(branch: Branch | null): void {
    this.#list.showMore(branch);
    this.#changes.fire(branch ?? undefined);
  }

  /** Has all tags in the tree: its own find sees no others. */
  showAllTags(): void {
    if (this.#list.showAllTerms()) {
      this.#changes.fire(undefined);
    }
  }

  #refreshSoon(): void {
    const now = Date.now();
    if (this.#timer === undefined) {
      this.#latest = now + MAX_DELAY;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#refresh();
      },
      Math.min(DELAY, this.#latest - now),
    );
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#list.refresh();
    this.#changes.fire(undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

/** Waits until all reports have been read once, with a sign of it in the view. */
async function firstRead(index: WorkspaceIndex): Promise<void> {
  if (!index.isReady) {
    await vscode.window.withProgress({ location: { viewId: VIEW } }, () => index.ready());
  }
}

/** The buttons above the tree offer the other order. */
function showOrder(order: Order): void {
  void vscode.commands.executeCommand('setContext', 'conferenceNotes.tagsOrder', order);
}
