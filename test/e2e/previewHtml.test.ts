import assert from 'node:assert/strict';
import { messageOf, PreviewPage } from './previewPage';

const HEAD = '---\nlayout: post\ntitle: A report\nexcerpt_separator: <!--end-->\n---\n\n';

describe('HTML of a note in the preview', () => {
  let preview: PreviewPage;

  before(async () => {
    preview = await PreviewPage.open();
  });
  after(() => preview.close());

  /** What the excerpt is made of in the page. */
  async function shown(markdown: string, rawHtml = true): Promise<string> {
    await preview.tell(messageOf(`${HEAD}${markdown}\n\n<!--end-->\n`, 'jekyll', 1, rawHtml));
    return preview.page.locator('.entry .prose').innerHTML();
  }

  it('keeps the sides on which the columns of a table stand', async () => {
    const html = await shown('| a | b | c |\n| :-- | --: | :-: |\n| 1 | 2 | 3 |');
    assert.match(html, /<td class="left">1<\/td>\s*<td class="right">2<\/td>\s*<td class="center">3<\/td>/);
    const side = await preview.page
      .locator('.entry td')
      .nth(1)
      .evaluate((cell) => getComputedStyle(cell).textAlign);
    assert.equal(side, 'right');
    assert.deepEqual(preview.alarms, []);
  });

  it('shows what is harmless, and only what Markdown makes where that is not wanted', async () => {
    const markdown = 'Press <kbd>F2</kbd>, *now*.\n\n<details><summary>More</summary>Text.</details>';
    const html = await shown(markdown);
    assert.match(html, /<kbd>F2<\/kbd>, <em>now<\/em>/);
    assert.match(html, /<details[^>]*><summary[^>]*>More<\/summary>/);
    const plain = await shown(markdown, false);
    assert.match(plain, /Press F2, <em>now<\/em>/);
    assert.doesNotMatch(plain, /<(?:kbd|details|summary)/);
  });

  it('shows what a generator would run as what is written', async () => {
    const html = await shown('By {% include speaker.html name="Mina" %}.');
    assert.match(html, /<code class="placeholder"[^>]*>\{% include speaker\.html name="Mina" %\}<\/code>/);
  });

  it('shows images as their text until the host says where they are', async () => {
    const html = await shown('![A pier](pier.png) ![](https://elsewhere.example/x.png)');
    assert.match(html, /<span class="image"[^>]*>A pier<\/span>/);
    assert.match(html, /<span class="image"[^>]*>Image from elsewhere, not loaded<\/span>/);
    const asked = preview.said.find(({ type }) => type === 'findImages');
    assert.deepEqual(asked?.type === 'findImages' && asked.sources, [
      'pier.png',
      'https://elsewhere.example/x.png',
    ]);
    assert.deepEqual(preview.alarms, []);
  });
});
