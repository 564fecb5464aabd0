import assert from 'node:assert/strict';
import { messageOf, PreviewPage } from '../previewPage';
import { PAYLOADS } from './payloads';

/** A payload in every place of a report from which something is shown. */
function places(payload: string): Record<string, string> {
  const line = payload.replace(/\s*\n\s*/g, ' ');
  const quoted = JSON.stringify(line);
  const rest = '## Key take-aways\n\n- The end.\n';
  const head = 'layout: post\ntitle: A report';
  return {
    excerpt: `---\n${head}\nexcerpt_separator: <!--end-->\n---\n\nText.\n\n${payload}\n\nMore.\n\n<!--end-->\n\n${rest}`,
    'whole post': `---\n${head}\nexcerpt_separator: <!--none-->\n---\n\n${payload}\n\n${rest}`,
    'take-aways': `---\n${head}\n---\n\nText.\n\n${rest}- ${line}\n`,
    talks: `---\n${head}\n---\n\nText.\n\n${rest}\n## Talks\n\n### ${line} by ${line}\n\n[Slides](${line})\n\n${payload}\n`,
    'front matter': `---\nlayout: post\ntitle: ${quoted}\nauthor: ${quoted}\nevent: ${quoted}\nlocation: ${quoted}\ntags: [${quoted}]\nexcerpt: ${quoted}\n---\n\nText.\n\n${rest}`,
    'broken front matter': `---\ntitle: a: ${line}\n---\n\nText.\n\n${rest}`,
  };
}

const GENERATORS = ['jekyll', 'hugo', 'generic'] as const;

describe('hostile notes in the preview', () => {
  let preview: PreviewPage;

  before(async () => {
    preview = await PreviewPage.open();
  });
  after(() => preview.close());

  for (const [kind, payloads] of Object.entries(PAYLOADS)) {
    it(`run nothing, fetch nothing and leave the page as it is: ${kind}`, async () => {
      for (const [number, payload] of payloads.entries()) {
        for (const [at, [place, text]] of Object.entries(places(payload)).entries()) {
          // Each place with each generator, if not with each payload.
          const generator = GENERATORS[(number + at) % GENERATORS.length] ?? 'jekyll';
          await preview.show(text, generator);
          assert.deepEqual(preview.alarms, [], `${generator}, ${place}: ${payload}`);
          await assertClean(`${generator}, ${place}: ${payload}`);
        }
      }
    });
  }

  it('are many', () => {
    assert.ok(Object.values(PAYLOADS).flat().length >= 150);
  });

  it('cannot get past the page where the host lets everything through', async () => {
    for (const payload of Object.values(PAYLOADS).flat()) {
      const message = messageOf('---\ntitle: A\n---\n\nText.\n\n## Key take-aways\n\n- The end.\n');
      const { view } = message;
      const excerpt = { ...view.excerpt, html: payload };
      const items = view.takeaways.items.map((item) => ({ ...item, html: `${payload} The end.` }));
      const takeaways = { ...view.takeaways, items };
      await preview.tell({ ...message, view: { ...view, excerpt, takeaways } });
      // What is refused by the page's policy, while it is being cleaned, is told of; nothing else may happen.
      assert.deepEqual(
        preview.alarms.filter(({ kind }) => kind !== 'policy'),
        [],
        payload,
      );
      await assertClean(payload);
    }
  });

  async function assertClean(what: string): Promise<void> {
    const faults = await preview.page.evaluate(() => {
      const main = document.querySelector('main');
      const nodes = [...(main?.querySelectorAll('*') ?? [])];
      const prose = [...(main?.querySelectorAll('.prose *') ?? [])];
      const names =
        'script,iframe,object,embed,form,style,link,meta,base,math,template,input,select,textarea,video,audio';
      return [
        ...nodes.filter((node) => node.matches(names)),
        ...nodes.filter((node) =>
          [...node.attributes].some(({ name }) => name.startsWith('on') || name === 'style'),
        ),
        ...nodes.filter((node) => /^\s*(?!https?:|mailto:|#)/i.test(node.getAttribute('href') ?? '#')),
        ...nodes.filter((node) => node.hasAttribute('src') || node.hasAttribute('srcset')),
        // What does something is made by the page alone.
        ...prose.filter((node) =>
          node.matches('button,[data-start],[data-fix],[data-action],[data-part],[id],[role="alert"]'),
        ),
      ].map((node) => node.outerHTML.slice(0, 200));
    });
    assert.deepEqual(faults, [], what);
    const parts = await preview.page.evaluate(() => [
      document.querySelectorAll('main').length,
      document.querySelectorAll('#notice').length,
      document.body.children.length,
      document.head.querySelectorAll('meta').length,
    ]);
    assert.deepEqual(parts, [1, 1, 3, 4], what);
    // All of the page is there, whatever the note has of it.
    const headings = await preview.page.locator('h1, h2').allInnerTexts();
    assert.equal(headings.length, 5, what);
    assert.ok(
      headings.every((heading) => heading !== ''),
      what,
    );
  }
});
