import type * as vscode from 'vscode';
import type { Findings } from '../../workspace/reports/findings';
import type { Sites } from '../../workspace/sites/sites';

/** What a preview needs from the extension. */
export interface PreviewDeps {
  readonly extensionUri: vscode.Uri;
  readonly sites: Sites;
  readonly findings: Findings;
  readonly log: vscode.LogOutputChannel;
}
