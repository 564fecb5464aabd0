import * as vscode from 'vscode';
import { codeSpan } from '../../core/markdown/codeSpan';
import type { Message, MessageArg } from '../../core/message';
import { translate } from './translate';

/** Says a message in the user's language, as Markdown: whatever stands in a note is shown as code, and so has no effect. */
export function markdownOf(message: Message): string {
  return vscode.l10n.t(message.template, ...message.args.map(shown));
}

function shown(arg: MessageArg): string | number {
  if (typeof arg === 'number') {
    return arg;
  }
  return typeof arg === 'string' ? codeSpan(arg) : translate(arg);
}
