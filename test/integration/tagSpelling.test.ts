import * as vscode from 'vscode';
import { until } from './wait';
import { openSample } from './workspace';
import { same, tidyUp, write } from './written';

const jekyll = (tags: string) => `---\ntitle: A\ntags: ${tags}\n---\nText.\n`;
const hugo = (tags: string) => `+++\ntitle = "A"\ndate = 2021-07-01\ntags = [${tags}]\n+++\nText.\n`;
/** Other files and other tags in each test: what one has deleted may be known a moment longer. */
let round = 0;
const post = (number: number) => `jekyll/_posts/2021-07-0${String(number)}-spelt-${String(round)}.md`;
const page = (number: number) => `hugo/content/posts/spelt-${String(round)}-${String(number)}.md`;

/** The quick fixes for the spelling of a tag, once the report has that finding. */
async function fixesOf(document: vscode.TextDocument, name: string): Promise<vscode.CodeAction[]> {
  const finding = await until(
    () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .find(
          ({ code, range }) =>
            typeof code === 'object' && code.value === 'tag-spelling' && document.getText(range) === name,
        ),
    `the spelling of ${name} is found`,
  );
  const kind = vscode.CodeActionKind.QuickFix.value;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding.range,
    kind,
  );
  return actions.filter(({ title }) => title.startsWith('Write '));
}

async function choose(action: vscode.CodeAction | undefined): Promise<void> {
  if (action?.edit) {
    same(await vscode.workspace.applyEdit(action.edit), true);
  } else if (action?.command) {
    const { command, arguments: given = [] } = action.command as { command: string; arguments?: unknown[] };
    await vscode.commands.executeCommand(command, ...given);
  } else {
    throw new Error('There is no such fix.');
  }
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

describe('a tag that is spelt otherwise', () => {
  beforeEach(() => {
    round++;
  });
  afterEach(tidyUp);

  it('is written as in the other reports, in this one alone', async () => {
    await Promise.all([1, 2, 3].map((number) => write(post(number), jekyll('[guelder rose]'))));
    await write(post(9), jekyll("[a, 'Guelder-Rose', b] # why"));
    const { document } = await openSample(post(9));
    // Preferred once all three are known.
    const fixes = await until(async () => {
      const offered = await fixesOf(document, 'Guelder-Rose');
      return offered[0]?.isPreferred ? offered : undefined;
    }, 'the fix is preferred');
    same(
      fixes.map(({ title }) => title),
      ['Write `guelder rose`'],
    );
    await choose(fixes[0]);
    same(document.getText(), jekyll("[a, 'guelder rose', b] # why"));
  });

  it('is written so in all reports that have the rarer spelling', async () => {
    const common = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => write(post(number), jekyll('[sea buckthorn]'))),
    );
    const rare = await write(post(8), jekyll('\n- x\n- Sea-Buckthorn # one'));
    await write(post(9), jekyll('[Sea-Buckthorn]'));
    const { document } = await openSample(post(9));
    const all = await until(
      async () =>
        (await fixesOf(document, 'Sea-Buckthorn')).find(
          ({ title }) => title === 'Write `sea buckthorn` in all reports',
        ),
      'the fix for all reports is offered',
    );
    same(all.isPreferred === true, false);
    await choose(all);
    same(document.getText(), jekyll('[sea buckthorn]'));
    same(await textOf(rare), jekyll('\n- x\n- sea buckthorn # one'));
    same(
      await Promise.all(common.map(textOf)),
      common.map(() => jekyll('[sea buckthorn]')),
    );
  });

  it('is written so in all reports where Hugo makes one term of both', async () => {
    await Promise.all([1, 2, 3, 4].map((number) => write(page(number), hugo('"bog myrtle"'))));
    const rare = await write(page(8), hugo('"x", "Bog-Myrtle"'));
    await write(page(9), hugo("'Bog-Myrtle'"));
    const { document } = await openSample(page(9));
    const all = await until(
      async () =>
        (await fixesOf(document, 'Bog-Myrtle')).find(({ title }) => title.endsWith(' in all reports')),
      'the fix for all reports is offered',
    );
    await choose(all);
    same(document.getText(), hugo("'bog myrtle'"));
    same(await textOf(rare), hugo('"x", "bog myrtle"'));
  });

  it('is left alone where another site of the workspace writes it so', async () => {
    await Promise.all([1, 2, 3, 4].map((number) => write(post(number), jekyll('[spindle tree]'))));
    await write(post(8), jekyll('[Spindle-Tree]'));
    const elsewhere = await write(page(1), hugo('"Spindle-Tree"'));
    await write(post(9), jekyll('[Spindle-Tree]'));
    const { document } = await openSample(post(9));
    await fixesOf(document, 'Spindle-Tree');
    const at = new vscode.Position(3, 9);
    await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        elsewhere,
        at,
      );
      return new Set(found.map(({ uri }) => uri.path)).size === 3;
    }, 'all three are known');
    same(
      (await fixesOf(document, 'Spindle-Tree')).map(({ title }) => title),
      ['Write `spindle tree`'],
    );
  });
});
