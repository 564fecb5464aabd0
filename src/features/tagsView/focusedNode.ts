import * as vscode from 'vscode';

/**
 * The node that the keyboard is at. The editor tells which nodes are selected, and arrow keys move without selecting: so
 * the node is the one whose selection changes when it is asked to change.
 * @returns undefined where the tree is empty or does not have the focus
 */
export async function focusedNode<T>(view: vscode.TreeView<T>): Promise<T | undefined> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  return after.find((node) => !before.includes(node)) ?? before.find((node) => !after.includes(node));
}
