import * as vscode from 'vscode';
import { isMarkdown } from '../files/documents';
import { headerText } from './headerText';

/** A letter or digit, with its accents: what VS Code takes for the start of a word. */
const FIRST_LETTER = /^["']?[\p{L}\p{N}]\p{M}*$/u;

/**
 * Opens the suggestions when the first letter of something is typed that is completed. Letters as trigger characters would not do: at the end
 * of a word VS Code leaves the matter to quick suggestions (SuggestModel, `shouldAutoTrigger`), and those are off in
 * Markdown. Turning them on would be felt in all of the text, so the list is asked for where it helps and nowhere else.
 * `auto` keeps it from saying "No suggestions"; where a list is open already, VS Code ignores the command.
 * @param typedAt what stands in the text from the start of what is completed to an offset; null where nothing is
 */
export function openAtFirstLetter(
  typedAt: (text: string, offset: number) => string | null,
): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, another] = contentChanges;
    const editor = vscode.window.activeTextEditor;
    if (
      !change ||
      another ||
      reason !== undefined ||
      editor?.document !== document ||
      !isMarkdown(document)
    ) {
      return;
    }
    // Cheap questions first: this runs at every keystroke.
    if (!FIRST_LETTER.test(change.text) || !isWanted(document)) {
      return;
    }
    const offset = change.rangeOffset + change.text.length;
    const text = headerText(document, change.range.start);
    const typed = text === null ? null : typedAt(text, offset);
    if (typed !== null && FIRST_LETTER.test(typed)) {
      void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }
  });
}

/** Suggestions that open by themselves can be switched off; and where quick suggestions are on, VS Code opens them. */
function isWanted(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('editor', document);
  return settings.get<boolean>('suggestOnTriggerCharacters', true);
}
