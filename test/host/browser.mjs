// @ts-check
// A headless Chromium around the workbench.
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { onCleanUp } from './cleanup.mjs';

/**
 * @typedef {object} PageOptions
 * @property {{ width: number, height: number }} [size] of the window, in CSS pixels
 */

/**
 * Opens an empty page in a browser of its own.
 * @param {PageOptions} [options]
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 */
export async function openPage({ size = { width: 1280, height: 800 } } = {}) {
  const { executablePath, env } = findChromium();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    // Chromium refuses to run as root with its sandbox.
    chromiumSandbox: process.getuid?.() !== 0 && process.platform !== 'linux',
    // Signals are the clean-up's business; Playwright would end the process before it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const close = onCleanUp(() => browser.close());
  const context = await browser.newContext({
    viewport: size,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { page: await context.newPage(), close };
}
