import * as vscode from 'vscode';
import type { AppliedEdits } from '../../workspace/edits/applyEdits';
import type { TagEdits, TagProblem } from '../../workspace/terms/tagEdits';

/** So many problems are told in full. */
const MAX_NAMED = 8;

/**
 * Tells what stands in the way of a rename, and asks whether to go on where that is not plain.
 * @param merges how many reports use the new name already, if the user is to be asked about that
 * @param pages files that carry the old name in their paths, and stay where they are
 * @returns whether the rename is to be made
 */
export async function askFor(
  edits: TagEdits,
  merges: number,
  pages: readonly vscode.Uri[],
): Promise<boolean> {
  const { changed, problems } = edits;
  const { from, to } = edits.renaming;
  const old = from.join('”, “');
  if (changed === 0) {
    // Not awaited: there is nothing to decide.
    void (problems.length > 0
      ? vscode.window.showWarningMessage(
          vscode.l10n.t('“{0}” cannot be renamed: {1}.', old, listed(problems, '; ')),
        )
      : vscode.window.showInformationMessage(vscode.l10n.t('No report uses “{0}”.', old)));
    return false;
  }
  if (merges === 0 && problems.length === 0 && pages.length === 0) {
    return true;
  }
  const action =
    merges > 0
      ? vscode.l10n.t('Merge')
      : problems.length > 0
        ? vscode.l10n.t('Rename in the others')
        : vscode.l10n.t('Rename');
  const detail = [
    ...(merges > 0 ? [changing(changed)] : []),
    ...(problems.length > 0 ? [`${keeping(problems.length, old)}\n• ${listed(problems, '\n• ')}`] : []),
    ...pages.map((page) =>
      vscode.l10n.t(
        '{0} is the page of “{1}”. Move it, too, or its title and text stay behind.',
        vscode.workspace.asRelativePath(page),
        old,
      ),
    ),
  ].join('\n\n');
  const message =
    merges > 0
      ? merging(old, to, merges)
      : problems.length === 0
        ? vscode.l10n.t('“{0}” has a page of its own.', old)
        : vscode.l10n.t(
            '“{0}” cannot be renamed in {1} of {2} reports.',
            old,
            problems.length,
            changed + problems.length,
          );
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, action);
  return answer === action;
}

/** Tells that a rename was taken back as a whole, and why. */
export function tellTakenBack({ changed, left }: AppliedEdits): void {
  const [first] = changed;
  const meanwhile =
    first && changed.length === 1
      ? vscode.l10n.t(
          'Nothing was renamed: {0} changed meanwhile. Try again.',
          vscode.workspace.asRelativePath(first),
        )
      : changed.length > 1
        ? vscode.l10n.t('Nothing was renamed: {0} reports changed meanwhile. Try again.', changed.length)
        : vscode.l10n.t('Nothing was renamed: a report changed meanwhile. Try again.');
  // Not awaited: there is nothing to decide.
  void vscode.window.showWarningMessage(
    left.length === 0
      ? meanwhile
      : vscode.l10n.t(
          'A report changed meanwhile, and not all of the rename could be taken back. Look at {0}.',
          left.map((uri) => vscode.workspace.asRelativePath(uri)).join(', '),
        ),
  );
}

function merging(old: string, to: string, merges: number): string {
  return merges === 1
    ? vscode.l10n.t('Merge “{0}” into “{1}”, which 1 report uses?', old, to)
    : vscode.l10n.t('Merge “{0}” into “{1}”, which {2} reports use?', old, to, merges);
}

function changing(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 report will change.')
    : vscode.l10n.t('{0} reports will change.', count);
}

function keeping(count: number, old: string): string {
  return count === 1
    ? vscode.l10n.t('1 report cannot be changed, and keeps “{0}”:', old)
    : vscode.l10n.t('{0} reports cannot be changed, and keep “{1}”:', count, old);
}

function listed(problems: readonly TagProblem[], gap: string): string {
  const named = problems
    .slice(0, MAX_NAMED)
    .map(({ uri, reason }) => `${vscode.workspace.asRelativePath(uri)}: ${reason}`);
  const more = problems.length - named.length;
  return [...named, ...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : [])].join(gap);
}
