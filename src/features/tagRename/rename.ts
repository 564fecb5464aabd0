import * as vscode from 'vscode';
import type { FileEdits } from '../../workspace/edits/editWatch';
import { cancelled, withLateProgress } from '../../workspace/ui/lateProgress';
import type { Sites } from '../../workspace/sites/sites';
import { TagEdits } from '../../workspace/terms/tagEdits';
import type { TagRenaming } from '../../workspace/terms/tagEdits';
import { filesUsing, pagesOf } from '../../workspace/terms/termFiles';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import { askFor } from './ask';

export interface RenameDeps {
  readonly sites: Sites;
  readonly index: WorkspaceIndex;
}

/** What is known of a rename before it is made. */
export interface Circumstances {
  /** A report that is looked at in any case. */
  readonly own?: vscode.Uri | undefined;
  readonly token?: vscode.CancellationToken | undefined;
  /** Tells how many reports use the new name, where the user is to be asked whether that is meant; asked for once all is read. */
  readonly merges?: () => number;
}

/** How often what changes meanwhile is read again; then the editor is left to find the right moment. */
const MAX_ROUNDS = 5;

/** A rename that can be made as it is. */
export interface PreparedRename {
  readonly edit: vscode.WorkspaceEdit;
  /** The same, file by file, with the texts that it was made for. */
  readonly files: readonly FileEdits[];
  /** How many reports it changes. */
  readonly changed: number;
}

/**
 * Works out a rename in all reports. What cannot be changed is named, and asked about, before anything is done.
 * @returns null where there is nothing to do, or the user does not want it
 */
export async function prepareRename(
  { sites, index }: RenameDeps,
  renaming: TagRenaming,
  { own, token, merges: countMerges = () => 0 }: Circumstances,
): Promise<PreparedRename | null> {
  const title = vscode.l10n.t('Renaming “{0}”', renaming.from.join('”, “'));
  const edits = await withLateProgress(title, token, async (inner, report) => {
    await Promise.race([index.upToDate(), cancelled(inner)]);
    const files = filesUsing(index, renaming.taxonomy, renaming.from, own);
    const made = new TagEdits(sites, renaming, files);
    let done = 0;
    await made.read(inner, () => {
      report(++done / made.size);
    });
    if (inner.isCancellationRequested) {
      made.dispose();
      return null;
    }
    return made;
  });
  if (!edits) {
    return null;
  }
  const merges = countMerges();
  const pages = edits.changed > 0 ? await pagesOf(index, sites, renaming) : [];
  const never = new vscode.CancellationTokenSource();
  try {
    let told = -1;
    let rounds = 0;
    // The answer may take its time, and reports change meanwhile: what is new then is asked about again.
    while (told !== edits.problems.length || (rounds++ < MAX_ROUNDS && (await edits.refresh(never.token)))) {
      if (told !== edits.problems.length && !(await askFor(edits, merges, pages))) {
        return null;
      }
      told = edits.problems.length;
    }
    const label =
      merges > 0
        ? vscode.l10n.t('Merge into “{0}”', renaming.to)
        : vscode.l10n.t('Rename to “{0}”', renaming.to);
    return {
      edit: edits.toWorkspaceEdit({ needsConfirmation: false, label }),
      files: edits.toFileEdits(),
      changed: edits.changed,
    };
  } finally {
    never.dispose();
    edits.dispose();
  }
}
