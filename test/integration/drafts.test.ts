import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample, sampleUri, writeSample } from './workspace';

const DRAFT = 'jekyll/_drafts/half-done.md';
const POST = 'jekyll/_posts/2026-08-01-half-done.md';

async function move(document: vscode.TextDocument, title: RegExp): Promise<void> {
  const actions = await until(
    async () => {
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(1, 0, 1, 0),
        vscode.CodeActionKind.RefactorMove.value,
      );
      return offered.find((action) => title.test(action.title));
    },
    `${String(title)} is offered`,
  );
  if (!actions.edit || !(await vscode.workspace.applyEdit(actions.edit))) {
    throw new Error('The file cannot be moved.');
  }
}

describe('publishing a draft', () => {
  afterEach(closeAll);

  it('moves it among the posts, and back', async () => {
    const text = '---\nlayout: post\ntitle: Half done\ndate: 2026-08-01\n---\nText.\n';
    await writeSample(DRAFT, text);
    const draft = await openSample(DRAFT);
    await move(draft.document, /^Publish the draft: move it to `_posts\/2026-08-01-half-done\.md`$/);
    const post = await openSample(POST);
    // The file that is no longer there has no title and no address that another could have, too.
    await until(
      () => vscode.languages.getDiagnostics(post.document.uri).every(({ code }) => typeof code !== 'object'),
      'nothing is said of the post',
    );
    await move(post.document, /^Make it a draft: move it to `_drafts\/half-done\.md`$/);
    const bytes = await vscode.workspace.fs.readFile(sampleUri(DRAFT));
    if (new TextDecoder().decode(bytes) !== text) {
      throw new Error('The text is another.');
    }
    await vscode.workspace.fs.delete(sampleUri(DRAFT));
  });
});
