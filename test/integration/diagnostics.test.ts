import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample, sampleUri, writeSample } from './workspace';
import { tidyUp, write } from './written';

const BROKEN = 'jekyll/_posts/2026-05-21-cloud-kitchen-day-1.md';

/** A report of which there is nothing to say. */
const QUIET = `---
layout: post
title: "Harbour JS: the quiet day"
date: 2026-06-13
tags: [performance, conference]
excerpt_separator: <!--more-->
---

One track, and a foghorn instead of a bell: notes from the day after.

<!--more-->

## Key take-aways

- **A budget beats a benchmark.** Teams that fail the build at a fixed size stay small.
`;

/** Our findings on a document, each as `code line:column–line:column message`, counted from 1 as the editor shows them. */
function findings(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Conference Notes')
    .map(({ code, range: { start, end }, message }) => {
      const name = typeof code === 'object' ? String(code.value) : '';
      const place = `${String(start.line + 1)}:${String(start.character + 1)}–${String(end.line + 1)}:${String(end.character + 1)}`;
      return `${name} ${place} ${message}`;
    });
}

function assertEqual(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
}

async function fixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

describe('diagnostics', () => {
  afterEach(tidyUp);

  it('mark a broken front matter at the right columns, and the fix repairs it', async () => {
    const { document } = await openSample(BROKEN);
    await until(() => findings(document.uri).length > 0, 'the report has findings');
    assertEqual(findings(document.uri), [
      'syntax-error 3:8–3:34 Jekyll will publish this post without title or tags: the colon in `title` needs quotes.',
    ]);
    const [fix] = await fixesAt(document, new vscode.Range(2, 10, 2, 10));
    if (!fix?.edit || !fix.isPreferred) {
      throw new Error('There is no preferred fix.');
    }
    await vscode.workspace.applyEdit(fix.edit);
    assertEqual(document.lineAt(2).text, 'title: "Day 1: keynotes and coffee"');
    await until(() => findings(document.uri).length === 0, 'the finding is gone');
  });

  it('go by the site around the file: new Hugo publishes `draft: yes`', async () => {
    const { document } = await openSample('hugo/content/posts/container-camp-2025.md');
    await until(() => findings(document.uri).length > 0, 'the report has findings');
    assertEqual(findings(document.uri), [
      'draft-ignored 4:8–4:11 Hugo will publish this page: it reads `yes` as text, not as true.',
    ]);
  });

  it('link to the page of their rule, which is there', async () => {
    const { document } = await openSample(BROKEN);
    await until(() => findings(document.uri).length > 0, 'the report has findings');
    const code = vscode.languages.getDiagnostics(document.uri)[0]?.code;
    if (typeof code !== 'object') {
      throw new Error('The finding has no link.');
    }
    await vscode.workspace.fs.stat(code.target);
  });

  it('follow changes, and wait while a line of the front matter is being written', async () => {
    const path = 'jekyll/_posts/2026-06-13-quiet.md';
    await writeSample(path, QUIET);
    const editor = await openSample(path);
    const { document } = editor;
    const shown: number[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) {
        shown.push(findings(document.uri).length);
      }
    });
    // A value with a colon that gets its quotes in the end: nothing of it may flash up.
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    for (const letter of 'subtitle: "One: two"') {
      await editor.edit((edit) => {
        edit.insert(editor.selection.active, letter);
      });
    }
    await editor.edit((edit) => {
      edit.insert(editor.selection.active, '\n');
    });
    editor.selection = new vscode.Selection(8, 0, 8, 0);
    await editor.edit((edit) => {
      edit.replace(document.lineAt(3).range, 'titel: "Harbour JS"');
    });
    editor.selection = new vscode.Selection(12, 0, 12, 0);
    await until(
      () => findings(document.uri).some((finding) => finding.startsWith('misspelt-field 4:1')),
      'the slip is found',
    );
    listener.dispose();
    assertEqual(
      shown.slice(0, -1).filter((count) => count > 0),
      [],
    );
  });

  it('are cleared when the document is closed', async () => {
    // Not by `openTextDocument`, which keeps a document open for minutes after its editor is closed.
    const uri = sampleUri('hugo/content/posts/data-days-north-2019.md');
    await vscode.commands.executeCommand('vscode.open', uri);
    await until(() => findings(uri).length > 0, 'the report has findings');
    await closeAll();
    await until(() => findings(uri).length === 0, 'the findings are cleared');
  });

  it('leave notes, readmes and pages alone', async () => {
    await writeSample('notes/plain.md', '# Just a note\n\n---\n\nSome: text\n');
    const readme = await writeSample('jekyll/README.md', '---\ntitle: A: b\n---\n');
    await openSample('notes/plain.md');
    const note = vscode.window.activeTextEditor?.document.uri;
    await openSample('jekyll/README.md');
    // The report opened last is checked last: when it has its findings, the others had their chance.
    const { document } = await openSample(BROKEN);
    await until(() => findings(document.uri).length > 0, 'the report has findings');
    assertEqual([note ? findings(note) : null, findings(readme)], [[], []]);
  });

  it('go by the severities of the settings', async () => {
    const configuration = vscode.workspace.getConfiguration('conferenceNotes');
    await configuration.update(
      'rules',
      { 'syntax-error': 'hint', 'draft-ignored': 'off' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const { document } = await openSample(BROKEN);
      await until(
        () => vscode.languages.getDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Hint,
        'the finding is a hint',
      );
    } finally {
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('survive bad input', async () => {
    const inputs: Record<string, string | Uint8Array> = {
      'empty.md': '',
      'huge.md': `---\ntitle: Hello\n---\n${'A line of text.\n'.repeat(350_000)}`,
      'binary.md': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
      'utf16.md': Uint8Array.from([
        0xff,
        0xfe,
        ...Array.from('---\ntitle: A: b\n---\n').flatMap((c) => [c.charCodeAt(0), 0]),
      ]),
      'bom.md': '\ufeff---\r\ntitle: A: b\r\n---\r\nText.\r\n',
      'open.md': '---\ntitle: "\n  - [\n',
    };
    for (const [name, content] of Object.entries(inputs)) {
      const path = `jekyll/_posts/2020-01-01-${name}`;
      // Left there, the huge one keeps the editor's own Markdown features busy for seconds whenever they read all files.
      await write(path, typeof content === 'string' ? content : '');
      if (typeof content !== 'string') {
        const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
        await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), content);
      }
      try {
        await openSample(path);
      } catch (error) {
        // The editor itself may refuse a binary file.
        console.log(`${name}: ${String(error)}`);
      }
    }
    const withBom = vscode.workspace.textDocuments.find((document) => document.uri.path.endsWith('-bom.md'));
    await until(
      () => withBom && findings(withBom.uri).length > 0,
      'the report with a byte order mark has findings',
    );
    assertEqual(withBom && findings(withBom.uri), [
      'syntax-error 2:8–2:12 Jekyll will publish this post without title or tags: the colon in `title` needs quotes.',
    ]);
  });
});
