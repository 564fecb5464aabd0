import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Workbench } from './workbench';
import { cleanUp } from '../host/cleanup.mjs';
import { temporaryFolder } from '../host/temp.mjs';
import { timingOf } from '../bench/measure';
import { ms, row, times } from '../bench/row';

const ROUNDS = 20;
const REPORTS = 1000;
const TAGS = 500;

/** What is typed, where, and what the list is to show. */
interface Typing {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly shown: string;
}

/** A letter in a list of tags, by our completion. */
const OURS: Typing = { file: '_posts/2026-02-01-new.md', line: 3, column: 11, shown: 'zebra finch' };

/** A letter in plain text, by the editor's own completion of words. */
const WORDS: Typing = { file: 'words.txt', line: 2, column: 1, shown: 'zebra' };

/*
 * `npm run bench:keystroke`: from a key to the list, in a whole VS Code and as the window shows it; beside it the same for the editor's own words in a text
 * file. Told, not judged: both have the window's own time in them. It is no part of `npm run bench`, which needs no window.
 */
async function benchKeystroke(): Promise<void> {
  console.log(
    `\nFrom a letter to the list in VS Code's window, ${String(REPORTS)} reports with ${String(TAGS)} tags`,
  );
  const workbench = await Workbench.open({ folder: blog(), size: { width: 1280, height: 800 } });
  try {
    await workbench.showTags('zebra finch', 100);
    const ours: number[] = [];
    const words: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await timeOf(workbench, OURS));
      words.push(await timeOf(workbench, WORDS));
    }
    const tags = timingOf(ours);
    const own = timingOf(words);
    row('the editor’s words: median, p95', `${ms(own.median)}, ${ms(own.p95)}`);
    row(
      'tags: median, p95, ratio',
      `${ms(tags.median)}, ${ms(tags.p95)}, ${times(tags.median / own.median)}`,
    );
  } finally {
    await workbench.close();
    await cleanUp();
  }
}

async function timeOf(workbench: Workbench, { file, line, column, shown }: Typing): Promise<number> {
  await workbench.openFile(file);
  await workbench.goTo(line, column);
  const { page } = workbench;
  const took = await untilShown(page, shown);
  await workbench.press('z');
  const time = await took();
  await workbench.press('Escape', 'Backspace', 'Escape');
  return time;
}

/** Has the page itself look, from its own key press on: nothing that drives it is in the time. */
async function untilShown(page: Page, shown: string): Promise<() => Promise<number>> {
  await page.evaluate((wanted) => {
    const place = globalThis as unknown as { keyToList: Promise<number> };
    place.keyToList = new Promise((resolve) => {
      let start = 0;
      const look = (): void => {
        const rows = document.querySelectorAll('.suggest-widget.visible .monaco-list-row .label-name');
        if ([...rows].some(({ textContent }) => textContent === wanted)) {
          resolve(performance.now() - start);
        } else {
          requestAnimationFrame(look);
        }
      };
      window.addEventListener(
        'keydown',
        () => {
          start = performance.now();
          look();
        },
        { capture: true, once: true },
      );
    });
  }, shown);
  return () => page.evaluate(() => (globalThis as unknown as { keyToList: Promise<number> }).keyToList);
}

function blog(): string {
  const folder = join(temporaryFolder('keystroke'), 'blog');
  mkdirSync(join(folder, '_posts'), { recursive: true });
  writeFileSync(join(folder, '_config.yml'), 'title: Blog\n');
  writeFileSync(join(folder, OURS.file), '---\ntitle: New\ntags: [a, ]\n---\nText.\n');
  writeFileSync(join(folder, WORDS.file), `zebra ${words()}\n\n`);
  for (let report = 0; report < REPORTS; report++) {
    const tags = [report % TAGS, (7 * report) % TAGS].map((tag) => `tag ${String(tag)}`);
    const all = report < 100 ? ['zebra finch', ...tags] : tags;
    const text = `---\ntitle: Report ${String(report)}\ntags: [${all.join(', ')}]\n---\nText.\n`;
    writeFileSync(join(folder, '_posts', `2025-01-01-r${String(report)}.md`), text);
  }
  return folder;
}

/** As many other words as there are tags. */
function words(): string {
  return Array.from({ length: TAGS }, (_, number) => `word${String(number)}`).join(' ');
}

await benchKeystroke();
