import type { LogOutputChannel } from 'vscode';

/** Keeps what was logged as a warning or an error. */
export class MemoryLog {
  readonly warnings: string[] = [];

  get channel(): LogOutputChannel {
    const nothing = () => undefined;
    const warn = (text: string) => this.warnings.push(text);
    return {
      info: nothing,
      debug: nothing,
      trace: nothing,
      warn,
      error: warn,
    } as unknown as LogOutputChannel;
  }
}
