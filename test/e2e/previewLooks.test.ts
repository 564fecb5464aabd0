import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { root } from '../host/paths.mjs';
import * as reports from './previewReports';
import { Workbench } from './workbench';
import type { Theme } from './workbench';

const FULL = 'jekyll/_posts/2026-06-18-harbour-lights.md';

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
    mkdirSync(join(folder, 'jekyll/_includes'));
    writeFileSync(join(folder, 'jekyll/_includes/speaker-card.html'), '{{ site.data.speakers | first }}');
    writeFileSync(join(folder, 'jekyll/_posts/2026-06-17-harbour-lights-eve.md'), reports.EVE);
    cpSync(join(root, 'media/icon.png'), join(folder, 'jekyll/assets/pier.png'));
    writeFileSync(join(folder, FULL), reports.FULL);
    for (const [, path, text] of OTHERS) {
      writeFileSync(join(folder, path), text);
    }
    await workbench.openFile(FULL);
    await workbench.runCommand('Conference Notes: Open preview to the side');
    await workbench.runCommand('View: Close Primary Side Bar');
    await workbench.previewFrame().locator('#findings').waitFor();
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

  it('bears other reports', async () => {
    await workbench.useTheme('light');
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

async function previewPage(workbench: Workbench): Promise<Frame> {
  const handle = await workbench.previewFrame().locator('html').elementHandle();
  const frame = await handle?.ownerFrame();
  assert.ok(frame);
  return frame;
}
