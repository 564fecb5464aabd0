import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../host/paths.mjs';
import * as reports from './previewReports';
import { Workbench } from './workbench';
import type { OpenOptions } from './workbench';

const BROKEN = 'jekyll/_posts/2026-05-21-cloud-kitchen-day-1.md';
const EVE = 'jekyll/_posts/2026-06-17-harbour-lights-eve.md';
const SHORT = 'jekyll/_posts/2026-06-26-short.md';
const IMAGES = 'jekyll/_posts/2026-06-27-images.md';

const EXCERPT = {
  Markdown: 'Two days on the **pier**, with [the programme](https://lights.example/2026).',
  'plain text': 'Two days on the pier, with the programme.',
  HTML: '<p>Two days on the <strong>pier</strong>, with <a href="https://lights.example/2026">the programme</a>.</p>',
};

const TAKEAWAYS = {
  Markdown: '- **Old is a feature.** It is tested.\n  - Keep the log.\n- Count `restarts` & nothing else.',
  'plain text': '• Old is a feature. It is tested.\n  • Keep the log.\n• Count restarts & nothing else.',
  HTML: '<ul>\n<li><strong>Old is a feature.</strong> It is tested.\n<ul>\n<li>Keep the log.</li>\n</ul></li>\n<li>Count <code>restarts</code> &#38; nothing else.</li>\n</ul>',
};

/** What stands in the exported page; its head has the style. */
const CARD = `<body dir="auto">
<main>
<h1>Tides &#38; gates</h1>
<dl>
<dt>Date</dt><dd dir="auto">Friday, 26 June 2026</dd>
<dt>Event</dt><dd dir="auto">Harbour Lights</dd>
<dt>Reading time</dt><dd dir="auto">1 min read</dd>
</dl>
<section>
<h2>Excerpt</h2>
${EXCERPT.HTML}
</section>
<section>
<h2>Key take-aways</h2>
${TAKEAWAYS.HTML}
</section>
<section>
<h2>Talks</h2>
<ul>
<li><strong>Forty Years of Lock Gates</strong><br>Ingrid Solheim-Bakke<br>The gates have been moved by the same logic since 1985.</li>
</ul>
</section>
</main>
</body>
</html>
`;

/** VS Code with the reports of these tests among the samples. */
async function open(options: OpenOptions): Promise<Workbench> {
  const workbench = await Workbench.open({ size: { width: 1500, height: 900 }, ...options });
  const { folder } = workbench;
  mkdirSync(join(folder, 'jekyll/assets'));
  cpSync(join(root, 'media/icon.png'), join(folder, 'jekyll/assets/pier.png'));
  cpSync(join(root, 'media/icon.png'), join(folder, 'outside.png'));
  writeFileSync(join(folder, EVE), reports.EVE);
  writeFileSync(join(folder, SHORT), reports.SHORT);
  writeFileSync(join(folder, IMAGES), reports.IMAGES);
  return workbench;
}

/** Waits until the clipboard holds exactly this. */
async function clipboardHolds(workbench: Workbench, expected: string): Promise<void> {
  // Only a page that has the focus may read it.
  await workbench.focusEditor();
  const read = () => workbench.page.evaluate(() => navigator.clipboard.readText());
  await workbench
    .eventually(async () => (await read()) === expected)
    .catch(async () => {
      assert.equal(await read(), expected);
    });
}

for (const host of ['node', 'web'] as const) {
  describe(`a writer with the preview, in the extension host ${host}`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await open({ host });
    });
    afterEach(function () {
      return workbench.failed(this.currentTest);
    });
    after(() => workbench.close());

    it('sees what is typed', async () => {
      await workbench.openFile(SHORT);
      let pages = 0;
      workbench.page.on('frameattached', (frame) => {
        pages += frame.parentFrame()?.url().includes('conference-notes.conference-notes') ? 1 : 0;
      });
      await workbench.runCommand('Conference Notes: Open preview to the side');
      const preview = workbench.previewFrame();
      await preview.locator('.takeaways').waitFor();
      // Of two pages that are loaded one behind the other VS Code at times shows none.
      assert.equal(pages, 1);
      await workbench.focusEditor();
      await workbench.goTo(reports.SHORT.split('\n').indexOf('- Count `restarts` & nothing else.') + 1);
      await workbench.press('End');
      await workbench.type(' Daily.');
      const last = preview.locator('.takeaways > li').last();
      await last.getByText(/nothing else\. Daily\.$/).waitFor();
      await workbench.press(...Array.from(' Daily.', () => 'Backspace'));
      await last.getByText(/nothing else\.$/).waitFor();
      assert.equal(await workbench.editorText(), reports.SHORT);
    });

    it('copies the excerpt and the take-aways in each form', async () => {
      const preview = workbench.previewFrame();
      for (const [part, forms] of [
        ['excerpt', EXCERPT],
        ['takeaways', TAKEAWAYS],
      ] as const) {
        for (const [form, expected] of Object.entries(forms)) {
          await preview
            .locator(`#${part}`)
            .getByRole('button', { name: new RegExp(`^Copy as ${form}`) })
            .click();
          await clipboardHolds(workbench, expected);
        }
      }
      await preview.locator('#notice').getByText('Copied.').waitFor({ state: 'attached' });
    });

    it('repairs a report', async () => {
      await workbench.focusEditor();
      await workbench.openFile(BROKEN);
      const preview = workbench.previewFrame();
      await preview.locator('#findings .fix').first().click();
      await preview.locator('#forecast.published').waitFor();
    });
  });
}

describe('a writer who takes a report along', () => {
  let workbench: Workbench;
  const requests: string[] = [];

  before(async () => {
    workbench = await open({});
    workbench.page.on('request', (request) => requests.push(request.url()));
    await workbench.openFile(SHORT);
    await workbench.runCommand('Conference Notes: Open preview to the side');
    await workbench.previewFrame().locator('.takeaways').waitFor();
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('chooses a form and sees how long it is', async () => {
    await workbench.focusEditor();
    await workbench.runCommand('Conference Notes: Copy key take-aways as…');
    const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Plain text' });
    await row.getByText(`${String(TAKEAWAYS['plain text'].length)} characters`).waitFor();
    await workbench.screenshot('preview-copy-as');
    await workbench.click(row);
    await clipboardHolds(workbench, TAKEAWAYS['plain text']);
  });

  it('exports a page that stands alone', async () => {
    // Beside the site, not in it, which would publish it.
    const file = join(workbench.folder, '2026-06-26-short.html');
    await workbench.previewFrame().getByRole('button', { name: 'Export report card…' }).click();
    await workbench.eventually(async () => (await workbench.quickInput.inputValue()) === file);
    await workbench.quickInput.press('Enter');
    await workbench.eventually(() =>
      Promise.resolve(existsSync(file) && readFileSync(file, 'utf8').endsWith('</html>\n')),
    );
    const written = readFileSync(file, 'utf8');
    assert.equal(written.slice(written.indexOf('<body')), CARD);
    assert.doesNotMatch(written, /<script|<link|<img|url\(/i);
    const page = await workbench.page.context().newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    assert.equal(await page.title(), 'Tides & gates');
    await page.screenshot({ path: join(root, 'out/screenshots/preview-card.png') });
    assert.deepEqual(asked, [pathToFileURL(file).href]);
    await page.close();
  });

  it('sees images of the site alone, and follows a link to another report', async () => {
    await workbench.focusEditor();
    await workbench.openFile(IMAGES);
    const excerpt = workbench.previewFrame().locator('#excerpt .prose');
    const image = excerpt.locator('img');
    await image.waitFor();
    await workbench.eventually(() => image.evaluate((shown) => (shown as HTMLImageElement).naturalWidth > 0));
    assert.deepEqual(await excerpt.locator('.image').allInnerTexts(), [
      'beside nothing',
      'outside of the site',
      'in the web',
    ]);
    assert.deepEqual(
      requests.filter((url) => url.includes('elsewhere.example')),
      [],
    );
    await workbench.screenshot('preview-images');
    await excerpt.getByRole('link', { name: 'the eve' }).click();
    await workbench.page
      .locator('.tab.active', { hasText: '2026-06-17-harbour-lights-eve.md' })
      .first()
      .waitFor();
    await workbench.previewFrame().getByRole('heading', { name: 'The eve of Harbour Lights' }).waitFor();
  });

  it('types without the page or the editor moving', async () => {
    const long = `${reports.SHORT}${Array.from({ length: 30 }, (_, n) => `\n### Talk ${String(n)} by Ann Onym\n\nWhat was said in talk ${String(n)}\n${'\nMore of it.\n'.repeat(6)}`).join('')}`;
    const path = 'jekyll/_posts/2026-06-28-long.md';
    writeFileSync(join(workbench.folder, path), long);
    await workbench.openFile(path);
    const preview = workbench.previewFrame();
    const talk = preview.locator('.talks li', { hasText: /What was said in talk 15\b/ });
    await talk.waitFor();
    await workbench.goTo(long.split('\n').indexOf('What was said in talk 15') + 1);
    await workbench.press('End');
    const place = () => talk.evaluate((item) => Math.round(item.getBoundingClientRect().top));
    const isInView = () =>
      talk.evaluate(
        (item) => item.getBoundingClientRect().top >= 0 && item.getBoundingClientRect().bottom <= innerHeight,
      );
    await workbench.eventually(isInView);
    const atRest = await place();
    await talk.evaluate((item) => {
      const places: number[] = [];
      Object.assign(window, { places });
      window.addEventListener('scroll', () => places.push(Math.round(item.getBoundingClientRect().top)));
    });
    await workbench.type(' and on and on');
    await preview.getByText('and on and on').waitFor();
    await workbench.type(', until late');
    await preview.getByText('until late').waitFor();
    const places = await talk.evaluate(() => (window as unknown as { places: number[] }).places);
    assert.deepEqual(
      [...places, await place()].filter((top) => Math.abs(top - atRest) > 2),
      [],
    );
    await workbench.save();
  });

  it('has a locked preview at its report after a reload', async () => {
    await workbench.openFile(SHORT);
    await workbench.runCommand('Conference Notes: Open locked preview to the side');
    const tab = workbench.page.locator('.tab', { hasText: '[Preview] 2026-06-26-short.md' });
    await tab.waitFor();
    await workbench.openFile(EVE);
    await tab.click();
    await workbench.previewFrame().getByRole('heading', { name: 'Tides & gates' }).first().waitFor();
    await workbench.reload();
    await tab.waitFor();
    await workbench.previewFrame().getByRole('heading', { name: 'Tides & gates' }).first().waitFor();
    await workbench.focusEditor();
    await workbench.openFile(IMAGES);
    // The other one is there again as soon as it is seen, and follows.
    await workbench.page.locator('.tab', { hasText: /^Preview 2026-06/ }).click();
    await workbench.previewFrame().locator('#header').waitFor();
    await workbench.focusEditor();
    await workbench.previewFrame().getByRole('heading', { name: 'Pictures' }).first().waitFor();
    await tab.click();
    await workbench.previewFrame().getByRole('heading', { name: 'Tides & gates' }).first().waitFor();
  });
});

describe('images in the web', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await open({
      workspaceTrust: true,
      settings: { 'conferenceNotes.preview.remoteImages': true },
    });
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('are asked for by setting, and only once the workspace is trusted', async () => {
    const asked: string[] = [];
    await workbench.page.context().route('https://elsewhere.example/**', async (route) => {
      asked.push(route.request().url());
      await route.fulfill({ path: join(root, 'media/icon.png') });
    });
    await workbench.openFile(IMAGES);
    await workbench.runCommand('Conference Notes: Open preview to the side');
    const images = workbench.previewFrame().locator('#excerpt .prose img');
    await images.first().waitFor();
    await workbench.previewFrame().locator('.image', { hasText: 'in the web' }).waitFor();
    assert.deepEqual(asked, []);
    await workbench.trustFolder();
    await workbench.openFile(IMAGES);
    const remote = workbench.previewFrame().locator('img[alt="in the web"]');
    await remote.waitFor();
    await workbench.eventually(() =>
      remote.evaluate((shown) => (shown as HTMLImageElement).naturalWidth > 0),
    );
    assert.deepEqual(new Set(asked), new Set(['https://elsewhere.example/picture.png']));
  });
});
