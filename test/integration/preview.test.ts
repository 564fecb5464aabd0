import * as vscode from 'vscode';
import { until } from './wait';
import { openSample, sampleUri } from './workspace';
import { same, tidyUp, write } from './written';

const GOOD = 'jekyll/_posts/2026-06-12-harbour-js-2026.md';
const OTHER = 'jekyll/_posts/2024-11-15-type-and-taste.md';

/** The labels of all tabs with a webview. */
function previews(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview)
    .map(({ label }) => label);
}

describe('the preview', () => {
  afterEach(tidyUp);

  it('follows the editor, and stays with its report once it is locked', async () => {
    await openSample(GOOD);
    await vscode.commands.executeCommand('conferenceNotes.openPreview');
    await until(() => previews().includes('Preview 2026-06-12-harbour-js-2026.md'), 'a preview is open');
    await vscode.commands.executeCommand('conferenceNotes.openLockedPreview', sampleUri(GOOD));
    await until(
      () => previews().includes('[Preview] 2026-06-12-harbour-js-2026.md'),
      'a locked preview is open',
    );
    await openSample(OTHER);
    await until(() => previews().includes('Preview 2024-11-15-type-and-taste.md'), 'one preview follows');
    same(previews().length, 2);
    same(previews().includes('[Preview] 2026-06-12-harbour-js-2026.md'), true);
  });

  it('is one for each report that is locked, and one that follows', async () => {
    await openSample(GOOD);
    for (const command of ['openPreview', 'openPreview', 'openLockedPreview', 'openLockedPreview']) {
      await vscode.commands.executeCommand(`conferenceNotes.${command}`, sampleUri(GOOD));
    }
    await until(() => previews().length === 2, 'there are two previews');
  });

  it('goes with a report whose file is renamed', async () => {
    const from = await write('jekyll/_posts/2026-08-02-before.md', '---\ntitle: A\n---\n\nText.\n');
    const to = sampleUri('jekyll/_posts/2026-08-02-after.md');
    await vscode.commands.executeCommand('conferenceNotes.openLockedPreview', from);
    await until(() => previews().includes('[Preview] 2026-08-02-before.md'), 'a preview is open');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    await vscode.workspace.applyEdit(edit);
    await until(() => previews().includes('[Preview] 2026-08-02-after.md'), 'the preview has the new name');
    await vscode.workspace.fs.delete(to);
  });

  it('copies the take-aways in the form that is chosen', async () => {
    const uri = await write(
      'jekyll/_posts/2026-08-03-copied.md',
      '---\ntitle: A\n---\n\nText.\n\n## Key take-aways\n\n- **One** thing.\n- Another.\n',
    );
    const done = vscode.commands.executeCommand('conferenceNotes.copyTakeaways', uri);
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await vscode.env.clipboard.readText()) === '- **One** thing.\n- Another.';
    }, 'the first form, Markdown, is on the clipboard');
    await done;
  });
});

describe('VS Code’s own Markdown preview', () => {
  afterEach(tidyUp);

  it('marks where the excerpt ends, and the take-aways', async function () {
    if (!('process' in globalThis)) {
      // Here VS Code's Markdown extension runs in the Node host, beside the files, and cannot be extended from the web host.
      this.skip();
    }
    const { document } = await openSample(GOOD);
    const html = await until(async () => {
      const rendered = await vscode.commands.executeCommand<string>('markdown.api.render', document);
      return rendered.includes('conference-notes-excerpt-end') ? rendered : null;
    }, 'the end of the excerpt is marked');
    const [before = '', after = ''] = html.split('conference-notes-excerpt-end');
    same(before.includes('Four hundred people'), true);
    same(before.includes('A budget beats a benchmark'), false);
    same(after.includes('A budget beats a benchmark'), true);
    same(/<h2[^>]* class="[^"]*\bconference-notes-takeaways-heading\b/.test(after), true);
  });
});
