/**
 * A sentence for the user, not yet translated: an English template with `{0}`, `{1}`… and what to put there.
 * The editor translates the template; the command line formats it as it is.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly MessageArg[];
}

/** What fills a placeholder; a message in a message is translated first. */
export type MessageArg = string | number | Message;

/**
 * Makes a message. `template` must be a literal: the translation bundle is collected from the calls of this function.
 */
export function say(template: string, ...args: MessageArg[]): Message {
  return { template, args };
}

/** Fills a message's template, in English. */
export function formatMessage(message: Message): string {
  return message.template.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const arg = message.args[Number(index)];
    if (arg === undefined) {
      return whole;
    }
    return typeof arg === 'object' ? formatMessage(arg) : String(arg);
  });
}
