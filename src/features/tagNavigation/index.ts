import * as vscode from 'vscode';
import { termHover } from './hover';
import { highlights, references } from './references';
import type { NavigationDeps } from './references';

/** Finds a tag, category or keyword in this report and in the others, and tells how much it is used. */
export function registerTagNavigation(deps: NavigationDeps): vscode.Disposable {
  const markdown = { language: 'markdown' };
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(markdown, {
      provideReferences: (document, position, _context, token) => references(deps, document, position, token),
    }),
    vscode.languages.registerDocumentHighlightProvider(markdown, {
      provideDocumentHighlights: (document, position) => highlights(deps, document, position),
    }),
    vscode.languages.registerHoverProvider(markdown, {
      provideHover: (document, position) => termHover(deps, document, position),
    }),
  );
}
