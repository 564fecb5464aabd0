import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { Workbench } from './workbench';
import { cleanUp } from '../host/cleanup.mjs';
import { temporaryFolder } from '../host/temp.mjs';
import { timingOf } from '../bench/measure';
import { ms, row, times } from '../bench/row';
import { sampleReport } from '../bench/samples';

const ROUNDS = 20;

/** How long nothing is typed between two letters, in milliseconds: both previews have come to rest. */
const REST = 700;

const SIZES = { '5 kB': 5_000, '100 kB': 100_000 };

/** The take-away that is typed at. */
const LINE = 'Delete before you optimise';

/*
 * `npm run bench:preview`: from a key to the preview as it is painted, in a whole VS Code; beside it the same for VS Code's own
 * Markdown preview of the same file. Told, not judged: both wait on purpose before they start. It is no part of `npm run bench`,
 * which needs no VS Code.
 */
async function benchPreview(): Promise<void> {
  console.log("\nFrom a letter to the painted preview in VS Code's window");
  const workbench = await Workbench.open({ folder: blog(), size: { width: 1400, height: 900 } });
  try {
    for (const [size, length] of Object.entries(SIZES)) {
      const file = `_posts/2026-06-12-${String(length)}.md`;
      const own = await measure(workbench, file, 'Markdown: Open Preview to the Side', builtIn(workbench));
      const title = 'Conference Notes: Open preview to the side';
      const ours = await measure(workbench, file, title, workbench.previewFrame());
      row(`${size}: VS Code’s own, median, p95`, `${ms(own.median)}, ${ms(own.p95)}`);
      row(
        `${size}: ours, median, p95, ratio`,
        `${ms(ours.median)}, ${ms(ours.p95)}, ${times(ours.median / own.median)}`,
      );
    }
  } finally {
    await workbench.close();
    await cleanUp();
  }
}

/** The document of VS Code's own Markdown preview. */
function builtIn({ page }: Workbench): FrameLocator {
  return page
    .frameLocator('iframe.webview.ready[src*="vscode.markdown-language-features"]')
    .frameLocator('iframe#active-frame');
}

async function measure(workbench: Workbench, file: string, command: string, preview: FrameLocator) {
  await workbench.openFile(file);
  await workbench.runCommand(command);
  await preview.getByText(LINE).first().waitFor();
  await workbench.focusEditor();
  const line =
    sampleReport(0)
      .split('\n')
      .findIndex((text) => text.includes(LINE)) + 1;
  await workbench.goTo(line);
  await workbench.press('End');
  const taken: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await workbench.page.waitForTimeout(REST);
    const time = await timeOf(workbench, preview, 'z'.repeat(round + 1));
    // The first one may be the first of all that a preview does.
    if (round > 0) {
      taken.push(time);
    }
  }
  await workbench.press(...Array.from({ length: ROUNDS + 1 }, () => 'Backspace'));
  await workbench.save();
  await workbench.runCommand('View: Close All Editors');
  return timingOf(taken);
}

/** Has the two pages look at the clock themselves: nothing that drives them is in the time. */
async function timeOf({ page }: Workbench, preview: FrameLocator, wanted: string): Promise<number> {
  await page.evaluate(() => {
    const place = globalThis as unknown as { pressed: Promise<number> };
    place.pressed = new Promise((resolve) => {
      const press = () => {
        resolve(performance.timeOrigin + performance.now());
      };
      window.addEventListener('keydown', press, { capture: true, once: true });
    });
  });
  const body = preview.locator('body');
  await body.evaluate((element, text) => {
    const place = globalThis as unknown as { painted: Promise<number> };
    place.painted = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (element.textContent.includes(text)) {
          observer.disconnect();
          // Behind the next frame it is on the screen.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              resolve(performance.timeOrigin + performance.now());
            };
            port2.postMessage(null);
          });
        }
      });
      observer.observe(element, { childList: true, subtree: true, characterData: true });
    });
  }, wanted);
  await page.keyboard.press('z');
  const painted = await body.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
  const pressed = await page.evaluate(() => (globalThis as unknown as { pressed: Promise<number> }).pressed);
  return painted - pressed;
}

function blog(): string {
  const folder = join(temporaryFolder('preview'), 'blog');
  mkdirSync(join(folder, '_posts'), { recursive: true });
  writeFileSync(join(folder, '_config.yml'), 'title: Blog\n');
  for (const length of Object.values(SIZES)) {
    writeFileSync(join(folder, '_posts', `2026-06-12-${String(length)}.md`), sampleReport(length));
  }
  return folder;
}

await benchPreview();
