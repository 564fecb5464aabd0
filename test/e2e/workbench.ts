// What a person does in VS Code and sees there, for the end-to-end tests. Every step waits by itself until the workbench is
// ready for it (Playwright's locators do, up to a limit), so a test needs no waiting of its own.
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openPage } from '../host/browser.mjs';
import { examplesFolder, readmeScreenshotsFolder, root, screenshotsFolder } from '../host/paths.mjs';
import { startServer } from '../host/server.mjs';
import { temporaryCopy } from '../host/temp.mjs';
import { workbenchUrl } from '../host/url.mjs';

export type Theme = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

/** Each theme as the list of themes names it, and its file, which the workbench shows as a class. */
const themes: Record<Theme, { label: string; file: string }> = {
  dark: { label: 'Dark Modern', file: 'dark_modern' },
  light: { label: 'Light Modern', file: 'light_modern' },
  'high-contrast': { label: 'Dark High Contrast', file: 'hc_black' },
  'high-contrast-light': { label: 'Light High Contrast', file: 'hc_light' },
};

export interface OpenOptions {
  /** A folder to open a copy of; default: the sample sites. */
  folder?: string;
  /** Default: whatever VS Code comes with. */
  theme?: Theme;
  /** Where the extension runs. */
  host?: 'node' | 'web';
  version?: 'current' | 'minimum';
  size?: { width: number; height: number };
  /** The user's settings. */
  settings?: Record<string, unknown>;
  /** Ask whether the folder is trusted, and run restricted until then. */
  workspaceTrust?: boolean;
  /** A packaged extension, installed in place of the one under development. */
  vsix?: string;
}

/** For one step of a person; the slowest is the first, which loads the workbench. */
const stepLimit = 30_000;

/** Squiggles under the text, by how serious the finding is. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

export class Workbench {
  private openedFile: string | undefined;

  private constructor(
    /** For what this class has no word for. */
    readonly page: Page,
    /** The copy on disk that the workbench has open; a test may read and write there. */
    readonly folder: string,
    /** Closes the browser and stops the server. */
    readonly close: () => Promise<void>,
  ) {}

  /** Starts VS Code with the extension. Call {@link close} at the end (`after`). */
  static async open(options: OpenOptions = {}): Promise<Workbench> {
    const { theme, size, vsix, folder = examplesFolder, ...ofServer } = options;
    const copy = temporaryCopy(folder);
    const server = await startServer({ ...ofServer, ...(vsix === undefined ? {} : { vsix }) });
    const { page, close } = await openPage(size ? { size } : {});
    page.setDefaultTimeout(stepLimit);
    const closeAll = async (): Promise<void> => {
      await close();
      await server.stop();
    };
    const workbench = new Workbench(page, copy, closeAll);
    try {
      await page.goto(
        workbenchUrl({
          origin: server.origin,
          folder: copy,
          ...(vsix === undefined ? { extension: root } : {}),
        }),
      );
      await workbench.ready();
      if (theme) {
        await workbench.useTheme(theme);
      }
    } catch (error) {
      await workbench.failed('open');
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  /** Looks at a workbench that somebody else serves, such as `npm start`. Its folder is the one in the address. */
  static async connect(url: string): Promise<Workbench> {
    const folder = new URL(url).searchParams.get('folder') ?? '';
    const { page, close } = await openPage();
    page.setDefaultTimeout(stepLimit);
    await page.goto(url);
    const workbench = new Workbench(page, folder, close);
    await workbench.ready();
    return workbench;
  }

  /** Reloads the window, as a person does from the palette. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.ready();
  }

  private async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').waitFor();
    await this.page.locator('.statusbar [id="status.host"]').waitFor();
  }

  /**
   * Chooses a colour theme. Not by the settings: they are on the server here, and a theme that arrives from there while the
   * first one is still being loaded is lost.
   */
  async useTheme(theme: Theme): Promise<void> {
    const { label, file } = themes[theme];
    await this.page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor();
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.fill(label);
    await this.click(this.quickRow(label));
    await this.page.locator(`.monaco-workbench[class*="-themes-${file}-json"]`).waitFor();
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Opens a file by its path below the open folder, with the cursor in it, as Ctrl+P does. */
  async openFile(relativePath: string): Promise<void> {
    const name = basename(relativePath);
    // The rows are sorted anew while the search goes on: Enter might take another one than was waited for. A webview that is
    // still being loaded hands no key on.
    await again(4, async () => {
      await this.page.keyboard.press('ControlOrMeta+P');
      await this.quickInput.fill(relativePath, { timeout: stepLimit / 4 });
    });
    await this.click(this.quickRow(name).first());
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    const focused = this.page.locator('.editor-group-container.active .monaco-editor.focused');
    try {
      await focused.waitFor({ timeout: stepLimit / 4 });
    } catch {
      // What starts anew, such as an extension host once the folder is trusted, may take the focus.
      await this.runCommand('View: Focus Active Editor Group');
      await focused.waitFor();
    }
    this.openedFile = relativePath;
  }

  /** Goes from wherever the focus is to the first group of editors. */
  async focusEditor(): Promise<void> {
    await this.runCommand('View: Focus First Editor Group');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Runs a command of the palette by its full title, as F1 does. */
  async runCommand(title: string): Promise<void> {
    // The palette lists the commands known when it opens; those of an extension may come a moment later.
    await again(4, async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.fill(`>${title}`);
      const row = this.quickRow(title).first();
      try {
        await row.waitFor({ timeout: stepLimit / 4 });
        await this.click(row);
        await row.waitFor({ state: 'hidden' });
      } catch (error) {
        await this.page.keyboard.press('Escape');
        throw new Error(`The command palette does not offer "${title}".`, { cause: error });
      }
    });
  }

  /** Types key by key, so that suggestions, snippets and closing brackets act as they do for a person. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Clicks, and takes the mouse away, so that no hover of what is now under it shows up. */
  async click(what: Locator): Promise<void> {
    await what.click();
    await this.page.mouse.move(1, 1);
  }

  /** Puts text in at once, as a paste does: nothing is suggested or closed. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Presses keys one after the other, in Playwright's words: `press('Control+Space', 'Enter')`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  /** Puts the cursor somewhere; both count from 1, as the status bar does. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.quickInput.fill(`:${String(line)}:${String(column)}`);
    await this.quickInput.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.cursorAt(line, column);
  }

  /** Waits until the cursor is somewhere; both count from 1. */
  async cursorAt(line: number, column?: number): Promise<void> {
    const place = `Ln ${String(line)}, Col ${column === undefined ? '' : String(column)}`;
    await this.page.locator('.statusbar').getByText(place).waitFor();
  }

  /** Waits until something is so. */
  async eventually(isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + stepLimit;
    while (!(await isSo())) {
      if (Date.now() > end) {
        throw new Error('That did not come to be.');
      }
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** Saves the active file and waits until it is on disk. */
  async save(): Promise<void> {
    const dirty = this.page.locator('.tab.active.dirty');
    await again(5, async () => {
      // A key that is pressed while a file is being moved is lost.
      await this.page.keyboard.press('ControlOrMeta+S');
      await dirty.waitFor({ state: 'detached', timeout: stepLimit / 5 });
    });
  }

  /** The text of a file (default: the one opened last), read from disk after saving the active file. */
  async editorText(relativePath = this.openedFile): Promise<string> {
    if (relativePath === undefined) {
      throw new Error('Open a file first.');
    }
    await this.save();
    // A file that is being written is empty for a moment; no test has an empty one.
    const path = join(this.folder, relativePath);
    await this.eventually(() => Promise.resolve(readFileSync(path).length > 0));
    return readFileSync(path, 'utf8');
  }

  /**
   * The labels that the open suggestion list shows; waits for the list, and asks for it as a person would where it does not
   * open by itself: what was typed before the extension was there opens none.
   */
  async suggestions(): Promise<string[]> {
    const labels = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    try {
      await labels.first().waitFor({ timeout: 10_000 });
    } catch {
      await this.press('Control+Space');
      await labels.first().waitFor();
    }
    return labels.allInnerTexts();
  }

  /** Chooses from the open suggestion list. */
  async acceptSuggestion(label: string): Promise<void> {
    const row = this.page
      .locator('.suggest-widget.visible .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) });
    await this.click(row);
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  }

  /** The squiggles in the visible part of the editor; `await squiggles('warning').first().waitFor()`. */
  squiggles(severity: Severity): Locator {
    return this.page.locator(`.editor-instance .cdr.squiggly-${severity}`);
  }

  /** Opens the Problems panel. Its rows are {@link problem}. */
  async showProblems(): Promise<void> {
    await this.runCommand('View: Focus Problems (Errors, Warnings, Infos)');
    await this.page.locator('.markers-panel-container').waitFor();
  }

  /** The rows of the open Problems panel with some text, of all without; a locator, to wait for or to count. */
  problem(text?: string | RegExp): Locator {
    const rows = this.page.locator('.markers-panel-container .monaco-list-row').filter({
      has: this.page.locator('.marker-icon'),
    });
    return text === undefined ? rows : rows.filter({ hasText: text });
  }

  /** Opens the list of quick fixes at the cursor and gives their titles. */
  async quickFixes(): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    // Of a report that was opened just then there may be nothing to fix yet, and the list does not come by itself.
    await again(4, async () => {
      await this.page.keyboard.press('ControlOrMeta+.');
      await rows.first().waitFor({ timeout: stepLimit / 4 });
    });
    return rows.allInnerTexts();
  }

  /** Chooses from the open list of quick fixes. */
  async applyQuickFix(title: string | RegExp): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title });
    await this.click(row.first());
    await this.page.locator('.action-widget .monaco-list-row.action').first().waitFor({ state: 'detached' });
  }

  /** Runs a command that shows an output channel, until the panel says that it does. */
  async runForOutput(title: string, channel: string): Promise<void> {
    const shown = this.page
      .getByRole('toolbar', { name: 'Output actions' })
      .locator('select', { has: this.page.locator('option:checked', { hasText: exactly(channel) }) });
    // A panel that opens just then may go on showing the channel that it had.
    await again(4, async () => {
      await this.runCommand(title);
      await shown.waitFor({ timeout: stepLimit / 4 });
    });
  }

  /** Shows the view of tags, as a person does from the activity bar, and waits until it has all of some tag's reports. */
  async showTags(name: string, count: number): Promise<void> {
    await this.click(this.page.locator('.activitybar').getByRole('tab', { name: /^Conference Notes/ }));
    await this.page
      .getByRole('treeitem', { name: new RegExp(`^${name}, tag, used in ${String(count)} reports?`) })
      .first()
      .waitFor();
  }

  /** The input of the open quick pick or input box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="text"]:visible').first();
  }

  /** The rows of the open quick pick with a label: this one exactly, or one like it. */
  quickRow(label: string | RegExp): Locator {
    const hasText = typeof label === 'string' ? exactly(label) : label;
    return this.page
      .locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText }) });
  }

  /** Leaves Restricted Mode. */
  async trustFolder(): Promise<void> {
    await this.runCommand('Workspaces: Manage Workspace Trust');
    await this.page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: /^Trust$/ })
      .click();
    await this.statusItem('Restricted Mode').waitFor({ state: 'detached' });
  }

  /**
   * Waits for a notification, in the list of them: VS Code shows none by itself while it is being driven, and closes the list
   * whenever the last one in it is done.
   */
  async notification(text: string | RegExp): Promise<Locator> {
    const wanted = this.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: text });
    await again(10, async () => {
      await this.runCommand('Notifications: Show Notifications');
      await wanted.waitFor({ timeout: stepLimit / 10 });
    });
    return wanted;
  }

  /**
   * Points at something until a hover with some text is shown: one that is asked for before the extension listens, or while
   * the editor is still being laid out, stays empty.
   */
  async hoverOver(what: Locator, text: string): Promise<void> {
    const hover = this.page.locator('.monaco-hover-content:visible').getByText(text).first();
    await again(5, async () => {
      await this.page.mouse.move(1, 1);
      await what.hover();
      await hover.waitFor({ timeout: stepLimit / 5 });
    });
  }

  /** An entry of the status bar. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text });
  }

  /** The document inside the extension's webview. */
  previewFrame(): FrameLocator {
    return this.page
      .frameLocator('iframe.webview.ready[src*="conference-notes.conference-notes"]')
      .frameLocator('iframe#active-frame');
  }

  /** Writes `out/screenshots/<name>.png`; under `npm run screenshots` also the README's picture of that name, if it has one. */
  async screenshot(name: string): Promise<string> {
    const path = join(screenshotsFolder, `${name}.png`);
    mkdirSync(screenshotsFolder, { recursive: true });
    await this.page.screenshot({ path, animations: 'disabled' });
    if (process.env['README_SCREENSHOTS'] === '1' && isInReadme(name)) {
      mkdirSync(readmeScreenshotsFolder, { recursive: true });
      await this.page.screenshot({
        path: join(readmeScreenshotsFolder, `${name}.png`),
        animations: 'disabled',
      });
    }
    return path;
  }

  /** Call in `afterEach` with the test: keeps what the screen showed when it failed. */
  async failed(test: string | Mocha.Test | undefined): Promise<void> {
    const name = typeof test === 'string' ? test : test?.state === 'failed' ? test.fullTitle() : undefined;
    if (name !== undefined) {
      const path = join(screenshotsFolder, `failed ${name.replaceAll(/[^\w ]/g, '')}.png`);
      mkdirSync(screenshotsFolder, { recursive: true });
      await this.page.screenshot({ path });
      console.error(`Screenshot: ${path}`);
    }
  }
}

function isInReadme(name: string): boolean {
  return readFileSync(join(root, 'README.md'), 'utf8').includes(`media/screenshots/${name}.png`);
}

/** Does something until it comes to an end without an error, as a person would who sees that nothing happened. */
async function again(attempts: number, act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await act();
      return;
    } catch (error) {
      if (attempt === attempts) {
        throw error;
      }
    }
  }
}

/** Playwright's texts match anywhere; this one matches the whole. */
function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
