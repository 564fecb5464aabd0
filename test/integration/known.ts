// What the extension knows of the workspace, as a user can see it: to be compared with what it says after a fresh start.
import * as vscode from 'vscode';
import { writeSample } from './workspace';

/** A report that asks for tags; it has none itself. */
const PROBE = 'jekyll/_posts/2001-01-01-probe.md';

export interface Known {
  /** How many reports use each tag, in the order of their names. */
  readonly tags: Readonly<Record<string, number>>;
  /** What is said of each file, by its path; files of which nothing is said are left out. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
}

/** How many reports use each of some tags, as the list of tags tells; those that it does not offer are left out. */
export async function tagCounts(fits: (tag: string) => boolean): Promise<Record<string, number>> {
  const uri = await writeSample(PROBE, '---\ntitle: Probe\ntags: []\n---\n');
  try {
    await vscode.workspace.openTextDocument(uri);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      new vscode.Position(2, 7),
    );
    const counts = list.items.flatMap(({ label, detail }): [string, number][] => {
      const name = typeof label === 'string' ? label : label.label;
      const used = /used in (\d+) reports?/.exec(detail ?? '');
      return used && fits(name) ? [[name, Number(used[1])]] : [];
    });
    return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    await vscode.workspace.fs.delete(uri);
  }
}

/** Our findings, by file. */
export function allFindings(fits: (path: string) => boolean): Record<string, readonly string[]> {
  const files = vscode.languages.getDiagnostics().flatMap(([uri, all]): [string, string[]][] => {
    const ours = all
      .filter(({ source }) => source === 'Conference Notes')
      .map(({ message, range }) => `${String(range.start.line)}: ${message}`)
      .sort();
    return ours.length > 0 && fits(uri.path) ? [[vscode.workspace.asRelativePath(uri), ours]] : [];
  });
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export async function known(
  isTag: (tag: string) => boolean,
  isPath: (path: string) => boolean,
): Promise<Known> {
  return { tags: await tagCounts(isTag), findings: allFindings(isPath) };
}

/** Has everything read and checked anew. */
export async function startAfresh(): Promise<void> {
  await vscode.commands.executeCommand('conferenceNotes.rebuildIndex');
  await vscode.commands.executeCommand('conferenceNotes.checkAllReports');
}
