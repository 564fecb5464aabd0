import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, extensionId, openSample } from './workspace';

describe('activation', () => {
  after(closeAll);

  it('happens when a Markdown file is opened', async () => {
    const [report] = await vscode.workspace.findFiles('**/*.md', undefined, 1);
    if (!report) {
      throw new Error('The sample sites have no Markdown file.');
    }
    await openSample(vscode.workspace.asRelativePath(report, false));
    await until(() => vscode.extensions.getExtension(extensionId)?.isActive, 'the extension is active');
  });

  it('registers every command of the manifest', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((id) => !registered.has(id));
    if (missing.length > 0) {
      throw new Error(`Not registered: ${missing.join(', ')}`);
    }
  });
});
