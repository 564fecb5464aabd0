import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Axe from 'axe-core';
import type { Frame, FrameLocator } from 'playwright-core';
import { root } from '../host/paths.mjs';
import * as reports from './previewReports';
import { Workbench } from './workbench';
import type { Theme } from './workbench';

const FULL = 'jekyll/_posts/2026-06-18-harbour-lights.md';

const EVE = 'jekyll/_posts/2026-06-17-harbour-lights-eve.md';

/** Two groups of editors, and the activity bar beside them. */
const NARROW = { width: 690, height: 2900 };
const WIDE = { width: 1850, height: 2300 };

/** The other reports, by their file, with what is on the page as soon as they are shown. */
const OTHERS: readonly (readonly [name: string, path: string, text: string, shown: string])[] = [
  ['arabic', 'jekyll/_posts/2026-06-19-arabic.md', reports.ARABIC, 'القديم ميزة.'],
  ['hebrew', 'jekyll/_posts/2026-06-20-hebrew.md', reports.HEBREW, 'ישן הוא יתרון.'],
  ['long-words', 'jekyll/_posts/2026-06-21-long-words.md', reports.LONG_WORDS, 'Slides'],
  ['many', 'jekyll/_posts/2026-06-22-many.md', reports.MANY, 'Point 100 of a long day.'],
  ['bare', 'jekyll/_posts/2026-06-23-bare.md', reports.BARE, 'An evening without notes'],
  ['draft', 'hugo/content/posts/draft.md', reports.DRAFT, 'Not yet ready'],
  [
    'unbuildable',
    'jekyll/_posts/2026-06-24-unbuildable.md',
    reports.UNBUILDABLE,
    'A post that stops the build',
  ],
  ['siteless', 'notes/note.md', reports.SITELESS, 'It is a note.'],
];

describe('what a reader sees of the preview', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      size: WIDE,
      settings: {
        'conferenceNotes.rules': { 'misspelt-field': 'error' },
      },
    });
    const { folder } = workbench;
    mkdirSync(join(folder, 'jekyll/assets'));
    mkdirSync(join(folder, 'notes'));
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode/settings.json'), '{}');
    mkdirSync(join(folder, 'jekyll/_includes'));
    writeFileSync(join(folder, 'jekyll/_includes/speaker-card.html'), '{{ site.data.speakers | first }}');
    writeFileSync(join(folder, EVE), reports.EVE);
    cpSync(join(root, 'media/icon.png'), join(folder, 'jekyll/assets/pier.png'));
    writeFileSync(join(folder, FULL), reports.FULL);
    for (const [, path, text] of OTHERS) {
      writeFileSync(join(folder, path), text);
    }
    await workbench.openFile(FULL);
    await workbench.runCommand('Conference Notes: Open preview to the side');
    await workbench.runCommand('View: Close Primary Side Bar');
    const preview = workbench.previewFrame();
    await preview.locator('#findings').waitFor();
    await preview.locator('td.right', { hasText: '41' }).waitFor();
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  const themes: Theme[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];
  for (const theme of themes) {
    it(`is whole and accessible in the theme ${theme}, wide and narrow`, async () => {
      const { page } = workbench;
      await page.setViewportSize(WIDE);
      await workbench.useTheme(theme);
      await workbench.focusEditor();
      for (const [name, size] of [
        ['wide', WIDE],
        ['narrow', NARROW],
      ] as const) {
        await page.setViewportSize(size);
        await assertFits(size.width);
        await workbench.screenshot(`preview-full-${theme}-${name}`);
        assert.deepEqual(await violations(), []);
      }
    });
  }

  it('is usable at twice the size, and by keyboard alone', async () => {
    const { page } = workbench;
    await page.setViewportSize({ width: 640, height: 450 });
    await assertFits(640);
    await workbench.screenshot('preview-zoomed');
    const preview = workbench.previewFrame();
    const stops = preview.locator('button, a[href], [tabindex="0"]');
    const count = await stops.count();
    await stops.first().evaluate((first) => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      const all = [...document.querySelectorAll('button, a[href], [tabindex="0"]')];
      document.addEventListener('focusin', ({ target }) => seen.push(all.indexOf(target as Element)));
      (first as HTMLElement).focus();
    });
    for (let stop = 1; stop < count; stop++) {
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(
      await stops.first().evaluate(() => (window as unknown as { seen: number[] }).seen),
      Array.from({ length: count }, (_, stop) => stop),
    );
    // What has the focus is in view, and looks like it.
    const last = stops.last();
    assert.ok(await last.evaluate((button) => button.matches(':focus-visible')));
    assert.notEqual(await last.evaluate((button) => getComputedStyle(button).outlineStyle), 'none');
  });

  it('bears other reports', async () => {
    await workbench.useTheme('light');
    await workbench.focusEditor();
    for (const [name, path, , shown] of OTHERS) {
      await workbench.page.setViewportSize({ width: 1250, height: 1100 });
      await workbench.openFile(path);
      await workbench.previewFrame().getByText(shown).first().waitFor();
      await workbench.screenshot(`preview-${name}`);
      assert.deepEqual(await violations(), [], name);
      await workbench.page.setViewportSize(NARROW);
      await assertFits(NARROW.width);
      await workbench.screenshot(`preview-${name}-narrow`);
    }
  });

  it('marks the excerpt and the take-aways in the Markdown preview of VS Code, unless that is switched off', async () => {
    await workbench.page.setViewportSize({ width: 1250, height: 1100 });
    await workbench.focusEditor();
    await workbench.openFile(EVE);
    await workbench.runCommand('Markdown: Open Preview to the Side');
    const end = markdownFrame(workbench).locator('.conference-notes-excerpt-end');
    // Until it is there it may take the focus from the palette.
    await end.waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await workbench.useTheme(theme);
      await end.waitFor();
      await markdownFrame(workbench).locator('ul.conference-notes-takeaways').waitFor();
      await workbench.screenshot(`markdown-preview-${theme}`);
    }
    await workbench.focusEditor();
    await workbench.openFile('.vscode/settings.json');
    await workbench.press('ControlOrMeta+A');
    await workbench.insert('{ "conferenceNotes.preview.markInMarkdownPreview": false }');
    await workbench.save();
    await end.waitFor({ state: 'detached' });
    await markdownFrame(workbench)
      .locator('.conference-notes-takeaways')
      .first()
      .waitFor({ state: 'detached' });
  });

  /** Nothing is wider than the page. */
  async function assertFits(windowWidth: number): Promise<void> {
    const html = workbench.previewFrame().locator('html');
    await workbench.eventually(async () => {
      const { width, content } = await html.evaluate((page) => ({
        width: page.clientWidth,
        content: page.scrollWidth,
      }));
      return width > 0 && width < windowWidth / 2 && content <= width;
    });
  }

  /** What axe finds in the preview's page. */
  async function violations(): Promise<string[]> {
    const frame = await previewPage(workbench);
    // Past the page's policy, which lets no script in.
    await frame.evaluate(readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    const found = await frame.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof Axe };
      // Frames around the page are VS Code's.
      return (await axe.run(document, { iframes: false, resultTypes: ['violations'] })).violations;
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
    );
  }
});

describe('the oldest VS Code that is allowed', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ version: 'minimum' });
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('shows the preview, and marks in its own', async () => {
    await workbench.openFile('jekyll/_posts/2026-06-12-harbour-js-2026.md');
    await workbench.runCommand('Conference Notes: Open preview to the side');
    await workbench.previewFrame().locator('.takeaways li').nth(3).waitFor();
    await workbench.screenshot('preview-minimum');
    await workbench.runCommand('Markdown: Open Preview to the Side');
    await markdownFrame(workbench).locator('.conference-notes-excerpt-end').waitFor();
    await markdownFrame(workbench).locator('ul.conference-notes-takeaways').waitFor();
  });
});

/** The document inside VS Code's own Markdown preview. */
function markdownFrame({ page }: Workbench): FrameLocator {
  return page
    .frameLocator('iframe.webview.ready[src*="vscode.markdown-language-features"]')
    .frameLocator('iframe#active-frame');
}

async function previewPage(workbench: Workbench): Promise<Frame> {
  const handle = await workbench.previewFrame().locator('html').elementHandle();
  const frame = await handle.ownerFrame();
  assert.ok(frame);
  return frame;
}
