import type * as vscode from 'vscode';
import type { OtherReports } from '../core/sites/otherReports';
import type { DetectedSite } from './sites';

/** Knows what the other reports of a document's site say, as far as they have been read. */
export interface Others {
  of(document: vscode.TextDocument, site: DetectedSite): OtherReports;
}
