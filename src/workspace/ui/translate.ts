import * as vscode from 'vscode';
import type { Message } from '../../core/message';

/** Says a message in the user's language. */
export function translate(message: Message): string {
  const args = message.args.map((arg) => (typeof arg === 'object' ? translate(arg) : arg));
  return vscode.l10n.t(message.template, ...args);
}
