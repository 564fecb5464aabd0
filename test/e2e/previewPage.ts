// The preview's page in a browser, without VS Code around it: the same frame, script and style sheets, under the same policy.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Generator, Site } from '../../src/core/generators/generator';
import { generic } from '../../src/core/generators/generic';
import { hugo } from '../../src/core/generators/hugo';
import { jekyll } from '../../src/core/generators/jekyll';
import { formatMessage, say } from '../../src/core/message';
import { Report } from '../../src/core/report/report';
import { checkReport } from '../../src/core/rules';
import { frameOf, STYLES } from '../../src/features/preview/frame';
import { viewOf } from '../../src/features/preview/viewModel';
import type { HostMessage, ScriptMessage, ShowReport } from '../../src/webview/protocol';
import { openPage } from '../host/browser.mjs';
import { root } from '../host/paths.mjs';

/** No such host: the browser is never let out. */
const ORIGIN = 'https://preview.example';

export const URI = 'file:///site/_posts/2026-03-05-notes.md';

const GENERATORS: Record<'jekyll' | 'hugo' | 'generic', Generator> = { jekyll, hugo, generic };

const PATHS = { jekyll: '_posts/2026-03-05-notes.md', hugo: 'content/posts/notes.md', generic: 'notes.md' };

/** The message that shows a report, as the extension makes it. */
export function messageOf(
  text: string,
  name: keyof typeof GENERATORS = 'jekyll',
  edition = 1,
  rawHtml = true,
): ShowReport {
  const generator = GENERATORS[name];
  // Hugo lets HTML pass where the site says so.
  const config = name === 'hugo' ? { hugo: { markup: { unsafe: true } } } : {};
  const site = { generator, version: generator.newest, config } as unknown as Site;
  const report = new Report(text, PATHS[name], generator);
  const now = Date.UTC(2026, 6, 1);
  const forecast = generator.forecast(report, site, now);
  const findings = checkReport({ report, site, forecast, now });
  const input = { report, site, siteReason: say('Found.'), forecast, findings, rawHtml };
  const view = viewOf(input, { translate: formatMessage, language: 'en' });
  return { type: 'report', uri: URI, edition, locked: false, view };
}

/** What went wrong, or out. */
export interface Alarm {
  readonly kind: 'request' | 'dialog' | 'popup' | 'policy' | 'error' | 'navigation';
  readonly detail: string;
}

export class PreviewPage {
  readonly alarms: Alarm[] = [];
  readonly said: ScriptMessage[] = [];

  private constructor(
    readonly page: Page,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<PreviewPage> {
    const { page, close } = await openPage({ size: { width: 600, height: 800 } });
    const preview = new PreviewPage(page, close);
    await preview.#load();
    return preview;
  }

  async #load(): Promise<void> {
    const { page, alarms } = this;
    const files = new Map([
      ['/preview.js', join(root, 'dist', 'webview', 'preview.js')],
      ...STYLES.map((name): [string, string] => [`/${name}`, join(root, 'media', name)]),
    ]);
    const nonce = 'nonce';
    const frame = frameOf({
      script: `${ORIGIN}/preview.js`,
      styles: STYLES.map((name) => `${ORIGIN}/${name}`),
      source: ORIGIN,
      remoteImages: false,
      nonce,
      language: 'en',
      title: 'Preview',
    });
    await page.context().route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const file = url.origin === ORIGIN ? files.get(url.pathname) : undefined;
      if (url.href === `${ORIGIN}/`) {
        await route.fulfill({ contentType: 'text/html', body: frame });
      } else if (file !== undefined) {
        const contentType = basename(file).endsWith('.js') ? 'text/javascript' : 'text/css';
        await route.fulfill({ contentType, body: readFileSync(file, 'utf8') });
      } else {
        alarms.push({ kind: 'request', detail: url.href });
        await route.abort();
      }
    });
    page.on('dialog', (dialog) => {
      alarms.push({ kind: 'dialog', detail: dialog.message() });
      void dialog.dismiss();
    });
    page.on('popup', (popup) => {
      alarms.push({ kind: 'popup', detail: popup.url() });
    });
    page.on('pageerror', ({ message }) => {
      alarms.push({ kind: 'error', detail: message });
    });
    await page.exposeFunction('saidToHost', (message: ScriptMessage) => {
      this.said.push(message);
    });
    await page.exposeFunction('sawViolation', (detail: string) => {
      alarms.push({ kind: 'policy', detail });
    });
    await page.addInitScript(() => {
      const { saidToHost, sawViolation } = window as unknown as {
        saidToHost: (message: unknown) => void;
        sawViolation: (detail: string) => void;
      };
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        sawViolation(`${violatedDirective} ${blockedURI}`);
      });
      let state: unknown;
      Object.assign(window, {
        acquireVsCodeApi: () => ({
          postMessage: saidToHost,
          getState: () => state,
          setState: (next: unknown) => {
            state = next;
          },
        }),
      });
    });
    await page.goto(`${ORIGIN}/`);
    page.on('framenavigated', (moved) => {
      alarms.push({ kind: 'navigation', detail: moved.url() });
    });
    await page.locator('#preview').waitFor({ state: 'attached' });
  }

  /** Has a message of the host arrive, and resolves when the page has drawn what it leads to. */
  async tell(message: HostMessage): Promise<void> {
    await this.page.evaluate(async (data) => {
      window.postMessage(data, '*');
      // Messages come one after the other, and frames behind them.
      await new Promise((resolve) => {
        window.addEventListener('message', resolve, { once: true });
      });
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(resolve);
        });
      });
    }, message);
  }

  /** Shows a report. */
  show(text: string, generator?: keyof typeof GENERATORS, edition?: number): Promise<void> {
    return this.tell(messageOf(text, generator, edition));
  }
}
