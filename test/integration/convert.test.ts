import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample, writeSample } from './workspace';

const PATH = 'hugo/content/posts/converted.md';

async function conversionsAt(document: vscode.TextDocument, line: number): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(line, 0, line, 0),
    vscode.CodeActionKind.RefactorRewrite.value,
  );
  return actions.filter(({ title }) => title.startsWith('Convert front matter'));
}

describe('converting front matter', () => {
  afterEach(closeAll);

  it('is offered within it for the formats that the generator reads, and nowhere else', async () => {
    await writeSample(PATH, '---\r\ntitle: Day # one\r\ndate: 2019-07-23\r\n---\r\nText.\r\n');
    const { document } = await openSample(PATH);
    const actions = await until(async () => {
      const found = await conversionsAt(document, 1);
      return found.length > 0 ? found : null;
    }, 'conversions are offered');
    const titles = actions.map(({ title }) => title).join(', ');
    if (titles !== 'Convert front matter to TOML, Convert front matter to JSON (comments are lost)') {
      throw new Error(titles);
    }
    if ((await conversionsAt(document, 4)).length > 0) {
      throw new Error('They are offered in the body, too.');
    }
    const edit = actions[0]?.edit;
    if (!edit) {
      throw new Error('There is no edit.');
    }
    await vscode.workspace.applyEdit(edit);
    const text = '+++\r\ntitle = "Day" # one\r\ndate = 2019-07-23\r\n+++\r\nText.\r\n';
    if (document.getText() !== text) {
      throw new Error(JSON.stringify(document.getText()));
    }
  });
});
