import * as vscode from 'vscode';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import type { Days } from './days';
import { idOf } from './nodes';
import type { GroupNode, ReportNode, TagsNode, TermNode } from './nodes';

/** Of a longer name the rest is not shown (UTF-16 code units). */
const MAX_LABEL = 120;

export interface ItemDeps {
  readonly index: WorkspaceIndex;
  readonly days: Days;
}

/** A node as the tree shows it, and as a screen reader says it. */
export async function itemOf(node: TagsNode, deps: ItemDeps): Promise<vscode.TreeItem> {
  const item = node.kind === 'report' ? await reportItem(node, deps) : branchItem(node);
  return Object.assign(item, { id: idOf(node), contextValue: node.kind });
}

function branchItem(node: Exclude<TagsNode, ReportNode>): vscode.TreeItem {
  switch (node.kind) {
    case 'section': {
      const label = vscode.l10n.t('Categories');
      return counted(label, node.count, 'folder-library', `${label}: ${String(node.count)}`);
    }
    case 'spellings': {
      const label = vscode.l10n.t('Spelt in several ways');
      return counted(label, node.groups.length, 'lightbulb', `${label}: ${String(node.groups.length)}`);
    }
    case 'group':
      return groupItem(node);
    case 'term':
      return termItem(node);
    case 'more': {
      const label = vscode.l10n.t('Show more');
      const item = counted(label, node.count, 'ellipsis', `${label}: ${String(node.count)}`);
      item.collapsibleState = vscode.TreeItemCollapsibleState.None;
      item.command = { command: 'conferenceNotes.tags.showMore', title: label, arguments: [node] };
      return item;
    }
  }
}

function groupItem({ group: { names, suggestion } }: GroupNode): vscode.TreeItem {
  const label = shortened(suggestion);
  const others = shortened(names.filter((name) => name !== suggestion).join(', '));
  const item = branch(label, 'versions', vscode.l10n.t('{0}, also spelt {1}', label, others));
  item.description = others;
  return item;
}

function termItem({ taxonomy, name, count }: TermNode): vscode.TreeItem {
  const label = shortened(name);
  const uses = count === 1 ? vscode.l10n.t('used in 1 report') : vscode.l10n.t('used in {0} reports', count);
  const kind = taxonomy === 'tags' ? vscode.l10n.t('tag') : vscode.l10n.t('category');
  return counted(label, count, 'tag', `${label}, ${kind}, ${uses}`);
}

async function reportItem(node: ReportNode, { index, days }: ItemDeps): Promise<vscode.TreeItem> {
  const { key } = node;
  const uri = vscode.Uri.parse(key, true);
  const facts = index.factsOf(key);
  const title = facts?.title?.trim() ?? '';
  const label = shortened(title === '' ? uri.path.slice(uri.path.lastIndexOf('/') + 1) : title);
  const day = await days.of(uri, facts?.time ?? null);
  const item = new vscode.TreeItem(label);
  item.description = day;
  const path = vscode.workspace.asRelativePath(uri);
  item.tooltip = [label, day, path].filter(Boolean).join('\n');
  // With it come the colours and letters of problems and of version control.
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  item.command = { command: 'conferenceNotes.tags.open', title: label, arguments: [node] };
  item.accessibilityInformation = { label: [label, vscode.l10n.t('report'), day].filter(Boolean).join(', ') };
  return item;
}

/** The number stands first: in a narrow view the end of a row is cut off. */
function counted(label: string, count: number, icon: string, spoken: string): vscode.TreeItem {
  return branch(`${String(count)}\u2002${label}`, icon, spoken);
}

/** @param spoken what is said of it, and shown to those who point at it */
function branch(label: string, icon: string, spoken: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = spoken;
  item.accessibilityInformation = { label: spoken };
  return item;
}

/** On one line, and not too long. */
function shortened(text: string): string {
  const line = text.slice(0, MAX_LABEL + 1).replace(/\s+/g, ' ');
  return line.length > MAX_LABEL ? `${line.slice(0, MAX_LABEL)}…` : line;
}
