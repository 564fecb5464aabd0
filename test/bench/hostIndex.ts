import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { resultLine } from '../host/results.mjs';
import { timeIndex } from './indexTimes';

/**
 * Times the index of the site that is open, in a real extension host: VS Code calls this, started by
 * test/e2e/index.bench.ts, which puts `rounds` beside the site and finds `times.json` there.
 */
export async function run(): Promise<void> {
  const [site] = vscode.workspace.workspaceFolders ?? [];
  if (!site) {
    throw new Error('No folder is open.');
  }
  const beside = (name: string) => join(site.uri.fsPath, '..', name);
  const rounds = Number(readFileSync(beside('rounds'), 'utf8'));
  const log = vscode.window.createOutputChannel('Bench', { log: true });
  const times = await timeIndex(vscode.Uri.file(beside('storage')), log, rounds);
  log.dispose();
  writeFileSync(beside('times.json'), JSON.stringify(times));
  console.log(resultLine({ passed: 1, failed: 0 }));
}
