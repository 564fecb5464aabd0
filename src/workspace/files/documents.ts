import * as vscode from 'vscode';
import { findIntendedFence } from '../../core/frontMatter/fence';
import type { Range } from '../../core/text';

/** Schemes of documents that are no files of the user's: views of older versions, comparisons, output. */
const FOREIGN_SCHEMES = new Set([
  'git',
  'gitfs',
  'output',
  'vscode-scm',
  'review',
  'search-editor',
  'walkThrough',
  'vscode-terminal',
  'comment',
]);

/** Beyond this size (UTF-16 code units) the body is not looked at and nothing is said. */
export const MAX_LENGTH = 2_000_000;

/** Tells whether a document is one that the user writes: Markdown, and no view of something else. */
export function isMarkdown(document: vscode.TextDocument): boolean {
  return document.languageId === 'markdown' && !FOREIGN_SCHEMES.has(document.uri.scheme);
}

/**
 * Tells whether a text is a report: it starts with front matter, or with what was meant as such, or it lies where a
 * site keeps its posts.
 */
export function isReport(text: string, inContentFolder: boolean): boolean {
  return text.length <= MAX_LENGTH && (inContentFolder || findIntendedFence(text) !== null);
}

/** Turns a range of offsets into one of the editor's. */
export function editorRange(document: vscode.TextDocument, range: Range): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}
