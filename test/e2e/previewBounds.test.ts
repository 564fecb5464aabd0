import assert from 'node:assert/strict';
import { PreviewPage } from './previewPage';

const post = (body: string) => `---\nlayout: post\ntitle: A report\n---\n\n${body}\n`;

/** What no writer means to write, but may have in a file. */
const REPORTS: Readonly<Record<string, string>> = {
  'front matter that never ends': `---\ntitle: "A report\ntags: [${'a, '.repeat(100_000)}`,
  'marks that never end': post(
    `${'**[a](<b `{{ {% <div> <!-- $$ '.repeat(5_000)}\n\n\`\`\`\n${'x\n'.repeat(50_000)}`,
  ),
  '10,000 headings': post(
    Array.from({ length: 10_000 }, (_, n) => `## Talk ${String(n)} by Liv Sample\n\nText.\n`).join('\n'),
  ),
  'quotes in quotes': post('> '.repeat(50_000)),
  'lists in lists': post(`${'- '.repeat(50_000)}a`),
  'quotes and lists in each other': post(`## Takeaways\n\n${'> - '.repeat(50_000)}a`),
  'indented lists': post(
    `## Takeaways\n\n${Array.from({ length: 1_000 }, (_, n) => `${'  '.repeat(n)}- a\n`).join('')}`,
  ),
  'a line of 1 MB': post('word '.repeat(200_000)),
  'a word of 1 MB': post(`## Takeaways\n\n- ${'a'.repeat(1_000_000)}`),
  '100,000 take-aways': post(
    `Text.\n\n## Takeaways\n\n${Array.from({ length: 100_000 }, (_, n) => `- Number ${String(n)}.\n`).join('')}`,
  ),
};

describe('reports beyond all bounds in the preview', () => {
  let preview: PreviewPage;

  before(async () => {
    preview = await PreviewPage.open();
  });
  after(() => preview.close());

  for (const [name, text] of Object.entries(REPORTS)) {
    it(`are shown as far as they can be, and the page answers: ${name}`, async () => {
      for (const generator of ['jekyll', 'hugo', 'generic'] as const) {
        await preview.show(text, generator);
        assert.deepEqual(preview.alarms, [], generator);
        assert.equal(await preview.page.locator('h1, h2').count(), 5, generator);
        const nodes = await preview.page.evaluate(() => document.querySelectorAll('*').length);
        assert.ok(nodes < 30_000, `${generator}: ${String(nodes)}`);
        preview.said.length = 0;
        await preview.page.locator('footer button').click();
        assert.deepEqual(
          // To get there the page was scrolled.
          preview.said.map(({ type }) => type).filter((type) => type !== 'previewScrolled'),
          ['run'],
          generator,
        );
      }
    });
  }

  it('give way to the next report', async () => {
    await preview.show(post('The end.\n\n## Takeaways\n\n- All is well.'));
    assert.equal(await preview.page.locator('.takeaways li').innerText(), '1\nAll is well.');
    assert.ok((await preview.page.evaluate(() => document.querySelectorAll('*').length)) < 200);
  });
});
