import * as vscode from 'vscode';
import type { CheckedReport } from '../../workspace/findings';
import type { HostMessage } from '../../webview/protocol';
import type { CopiedPart, CopyFormat } from '../../webview/reportView';
import type { PreviewDeps } from './panel';

export async function copyPart(
  _checked: CheckedReport,
  _part: CopiedPart,
  _format: CopyFormat,
): Promise<HostMessage> {
  await vscode.env.clipboard.writeText('');
  return { type: 'notice', text: '' };
}

export function registerTakeAlong(
  _deps: PreviewDeps,
  _uriOf: () => vscode.Uri | null | undefined,
): vscode.Disposable {
  return vscode.Disposable.from();
}
