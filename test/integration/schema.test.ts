import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample, writeSample } from './workspace';

const REPORT = 'jekyll/_posts/2026-09-01-schema.md';
const SCHEMA = 'report.schema.json';

/** What the rule on the schema says of a file. */
function problems(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .flatMap(({ code, message }) => (typeof code === 'object' && code.value === 'schema' ? [message] : []));
}

describe('a JSON Schema of the user’s', () => {
  const written: vscode.Uri[] = [];

  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('conferenceNotes')
      .update('schema', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
    await Promise.all(written.splice(0).map((uri) => vscode.workspace.fs.delete(uri)));
  });

  it('is held against the fields, and read again when it changes', async () => {
    written.push(await writeSample(SCHEMA, '{"required": ["event"], // what we want\n}'));
    written.push(await writeSample(REPORT, '---\nlayout: post\ntitle: A\n---\nText.\n'));
    await vscode.workspace
      .getConfiguration('conferenceNotes')
      .update('schema', SCHEMA, vscode.ConfigurationTarget.Workspace);
    const { document } = await openSample(REPORT);
    await until(() => problems(document.uri).some((text) => text.includes('event')), 'the field is missed');
    await writeSample(SCHEMA, '{"properties": {"title": {"type": "string"}}}');
    await until(() => problems(document.uri).length === 0, 'the changed schema has nothing against it');
  });
});
