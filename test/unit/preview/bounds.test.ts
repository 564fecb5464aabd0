import assert from 'node:assert/strict';
import type { ReportView } from '../../../src/webview/reportView';
import { isHostMessage } from '../../../src/webview/preview/guards';
import { hostileTexts } from '../../hostile';
import { post, view } from './input';

/** What a message may weigh, in UTF-16 code units of JSON; the report itself may be two million. */
const MAX_MESSAGE = 1_000_000;

const talks = (count: number) =>
  Array.from({ length: count }, (_, n) => `### Talk ${String(n)} by Liv Sample\n\nText.\n\n`).join('');
const takeaways = (count: number) =>
  `## Takeaways\n\n${Array.from({ length: count }, (_, n) => `- Number ${String(n)}.\n`).join('')}`;

function assertBounded(shown: ReportView, what: string): void {
  const message = { type: 'report', uri: 'file:///a', edition: 1, locked: false, view: shown };
  const json = JSON.stringify(message);
  assert.ok(json.length <= MAX_MESSAGE, `${what}: ${String(json.length)}`);
  assert.ok(isHostMessage(JSON.parse(json)), what);
}

describe('preview: bounds of a view', () => {
  it('shows the first talks, and says how many more there are', () => {
    const { items, hint } = view(post('title: A', talks(510))).talks;
    assert.equal(items.length, 500);
    assert.equal(items[499]?.title, 'Talk 499');
    assert.equal(hint, '10 more are in the report.');
    assert.equal(view(post('title: A', talks(500))).talks.hint, null);
  });

  it('shows the first take-aways, and says how many more there are', () => {
    const { items, hint } = view(post('title: A', `Text.\n\n${takeaways(100_000)}`)).takeaways;
    assert.equal(items.length, 500);
    assert.equal(items[499]?.html, 'Number 499.');
    assert.equal(hint, '99500 more are in the report.');
    assert.equal(view(post('title: A', takeaways(500))).takeaways.hint, null);
  }).timeout(20_000);

  it('counts what is nested in a take-away', () => {
    const nested = `## Takeaways\n\n${'- A.\n  - B.\n'.repeat(300)}`;
    assert.equal(view(post('title: A', nested)).takeaways.items.length, 250);
    const single = view(post('title: A', `## Takeaways\n\n- A.\n${'  - B.\n'.repeat(20_000)}`)).takeaways;
    assert.equal(single.items.length, 1);
    assert.match(single.items[0]?.html ?? '', /^A\.<ul><li>B\.<\/li>/);
  });

  for (const generator of ['jekyll', 'hugo'] as const) {
    it(`shows the start of a long excerpt, and says so: ${generator}`, () => {
      const words = 'Words with *stress* and a [link](https://a.example).\n';
      for (const [what, text] of [
        ['paragraphs', `${words}\n`.repeat(10_000)],
        ['one paragraph', words.repeat(10_000)],
        ['one line', 'word '.repeat(200_000)],
      ] as const) {
        const report = post('title: A\nexcerpt_separator: <!--more-->', `${text}\n\n<!--more-->\n\nThe end.`);
        const { excerpt } = view(report, generator);
        assert.match(excerpt.html ?? '', /^<p>(?:Words with <em>|word )/, what);
        assert.ok((excerpt.html?.length ?? 0) <= 50_001, what);
        assert.match(excerpt.hint ?? '', /only its start is shown here/, what);
        assert.match(excerpt.source.text, /^Up to `<!--more-->` on line/, what);
      }
    }).timeout(20_000);
  }

  it('leaves an excerpt of some screens whole', () => {
    const text = 'Words for readers.\n\n'.repeat(400);
    const { excerpt } = view(
      post('title: A\nexcerpt_separator: <!--more-->', `${text}<!--more-->\n\nThe end.`),
    );
    assert.equal(excerpt.html?.match(/<p>/g)?.length, 400);
    assert.equal(excerpt.hint, null);
  });

  it('cuts HTML neither in a tag nor in a character reference', () => {
    for (let shift = 0; shift < 12; shift++) {
      const text = `${'x'.repeat(shift)} ${'<b>a</b>&amp;'.repeat(8_000)}`;
      const { html } = view(post(`title: A\nexcerpt: '${text}'`, 'Text.')).excerpt;
      assert.match(html ?? '', /(?:>|;|a)…$/);
    }
  });

  it('cuts titles, names and tags that nobody reads to their end', () => {
    const long = 'x'.repeat(1_000_000);
    const header = view(
      post(`title: ${long}\nauthor: ${long}\ntags: [${'a, '.repeat(10_000)}${long}]`, 'Text.'),
    ).header;
    assert.equal(header.title.length, 1001);
    assert.ok(header.facts.every(({ value }) => value.length <= 1001));
    assert.ok(header.tags.length <= 200 && header.tags.every((tag) => tag.length <= 1001));
  });

  for (const generator of ['jekyll', 'hugo', 'generic'] as const) {
    it(`is kept to where there is a million of letters: ${generator}`, () => {
      for (const body of [
        talks(25_000),
        takeaways(60_000),
        'word '.repeat(200_000),
        '> - '.repeat(250_000),
      ]) {
        assertBounded(view(post('title: A', body), generator), body.slice(0, 40));
      }
    }).timeout(60_000);

    it(`is kept to whatever the report: ${generator}`, () => {
      for (const [name, text] of hostileTexts(30_000)) {
        assertBounded(view(text, generator), name);
      }
    }).timeout(120_000);
  }
});
