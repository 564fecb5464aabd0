import * as vscode from 'vscode';
import { EditWatch } from './editWatch';
import type { FileEdits } from './editWatch';
import { openDocument } from '../reports/headers';
import { Restorer } from './restorer';
import { withPlainEnds } from '../files/textOfFile';

/** After so many milliseconds in which nothing happens the editor has made all edits that it is going to make. */
const REST = 1500;

/** An edit that the editor was given, but has not made after so many milliseconds, is no longer wanted. */
const LIMIT = 600_000;

/** What became of a change of many files. */
export interface AppliedEdits {
  /** All edits stand where they were meant to. Where this is false none do, but in the files that are `left`. */
  readonly isDone: boolean;
  /** The files that had another text by then. */
  readonly changed: readonly vscode.Uri[];
  /** Files that could not be given back what they said. */
  readonly left: readonly vscode.Uri[];
}

/**
 * Makes a change of many files in one step, each edit in the very text that it was made for. Where one file has another text,
 * in its document or on disk, all that was done is taken back. What the editor saves after a rename is saved.
 * @param edit all edits of `files`, and nothing else of them
 */
export async function applyEdits(
  files: readonly FileEdits[],
  edit: vscode.WorkspaceEdit,
): Promise<AppliedEdits> {
  const watch = new EditWatch(files);
  try {
    const strangers = files.flatMap(({ uri, head }) => {
      const document = openDocument(uri);
      return document && !withPlainEnds(document.getText()).startsWith(head) ? [uri] : [];
    });
    if (strangers.length > 0) {
      return { isDone: false, changed: strangers, left: [] };
    }
    const restorer = new Restorer();
    // The editor itself compares the versions of the documents that are open now.
    const isApplied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    const applied = await settle(watch, restorer);
    return isApplied ? applied : { ...applied, isDone: false };
  } finally {
    watch.dispose();
  }
}

/**
 * Watches a change of many files that the editor is about to make by itself, and takes all of it back where one file has
 * another text by then.
 * @param onWrong told of that, when it is done
 * @returns what ends the watch
 */
export function watchEdits(
  files: readonly FileEdits[],
  onWrong: (applied: AppliedEdits) => void,
): vscode.Disposable {
  const watch = new EditWatch(files);
  const restorer = new Restorer();
  const stop = () => {
    clearTimeout(timer);
    watch.dispose();
  };
  let timer = setTimeout(stop, LIMIT);
  const finish = async () => {
    const applied = await settle(watch, restorer);
    stop();
    if (!applied.isDone) {
      onWrong(applied);
    }
  };
  watch.onDidSee(() => {
    if (watch.files.some(({ state }) => state !== 'waiting')) {
      clearTimeout(timer);
      timer = setTimeout(() => void finish(), REST);
    }
  });
  return new vscode.Disposable(stop);
}

/** Looks at what the edits made of the files, and puts all in order where one of them is wrong. */
async function settle({ files }: EditWatch, restorer: Restorer): Promise<AppliedEdits> {
  for (const file of files) {
    const document = openDocument(file.file.uri);
    if (document?.isDirty && file.text === file.after) {
      await file.compare(document);
    }
  }
  const touched = files.filter(({ state }) => state !== 'waiting');
  const changed = touched.filter(({ state }) => state !== 'made').map(({ file }) => file.uri);
  if (changed.length === 0) {
    return { isDone: true, changed, left: [] };
  }
  const left: vscode.Uri[] = [];
  for (const file of touched) {
    if (!(await restorer.restore(file))) {
      left.push(file.file.uri);
    }
  }
  await restorer.finish();
  return { isDone: false, changed, left };
}
