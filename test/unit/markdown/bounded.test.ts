import assert from 'node:assert/strict';
import { cardPage, excerptAs, takeawaysAs } from '../../../src/core/card/card';
import { formatMessage } from '../../../src/core/message';
import { renderLine } from '../../../src/core/links/inlineTemplates';
import { sanitizedHtml } from '../../../src/core/markdown/rawHtml';
import { post, read } from '../support';

/** Not a measurement: what takes time by the square of its length takes minutes. */
const HANG = 20_000;

const MEGABYTE = 1_000_000;

const fill = (piece: string, length = MEGABYTE) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Nothing in them is ever closed. */
const UNTERMINATED: readonly string[] = [
  '```', '~~~js', '`', '**', '*a', '> ', '[', '![', '[a](', '[a](<b', '[a][', '<!--', '<b', '<b title="', '<div>', '<details><summary>', '<script>', '$$', '[^1', '[^1]: ', '| a', '{{', '{{ x', '{%', '{% x', '{% raw %}',
  '{% highlight js %}', '{% if x %}', '{{<', '{{< x', '{{< highlight js >}}', '{{% x', '{:', '{::comment}', ': a', '*[A]: ', '&', '\\', '- [', '<a href="', "<a b='",
]; // prettier-ignore

const SHAPES: Readonly<Record<string, string>> = {
  '10,000 headings': lines(10_000, (index) => `## Heading ${String(index)} by Ann Onym\n`),
  '10,000 headings of all levels': lines(
    10_000,
    (index) => `${'#'.repeat((index % 6) + 1)} Takeaways\n\n- a\n`,
  ),
  '10,000 bold lines': lines(10_000, () => '**Takeaways**\n'),
  'quotes of 10,000 levels': `${'> '.repeat(10_000)}a`,
  'quotes of 10,000 levels, tight': `${'>'.repeat(10_000)}a`,
  'lists of 10,000 levels': `## Takeaways\n\n${'- '.repeat(10_000)}a`,
  'numbered lists of 10,000 levels': `## Takeaways\n\n${'1. '.repeat(10_000)}a`,
  'lists and quotes of 10,000 levels': `${'- > '.repeat(5_000)}a`,
  '10,000 take-aways': `## Takeaways\n\n${lines(10_000, (index) => `- take ${String(index)}\n  - nested`)}`,
  '10,000 labels': lines(10_000, () => 'Takeaway: one\n'),
  '10,000 labels in one paragraph': lines(10_000, () => 'Takeaway: one'),
  '10,000 labels and lists': lines(5_000, () => 'Takeaways:\n- Takeaways:\n'),
  '10,000 talks': `## Talks\n\n${lines(10_000, () => '- **Talk** by Ann Onym: [Slides](https://e.org/s.pdf). Text.')}`,
  '10,000 link definitions': `${lines(10_000, (index) => `[${String(index)}]: https://e.org/${String(index)}`)}\n\n${lines(10_000, (index) => `[${String(index)}]`)}`,
  'a title of a megabyte': `## ${fill('word ')} by Ann Onym`,
  ...Object.fromEntries(
    ['word ', '[', '<b>', '{{ x }}', '&'].map((piece) => [
      `a line of a megabyte: ${piece}`,
      `## Takeaways\n\n- ${fill(piece)}`,
    ]),
  ),
};

/** What long lines are made of. */
const REPEATED: readonly string[] = [
  'word ', 'a', '[', '](', '*', '_a ', '`', '<b>', '<b ', '<a "', "<a '", '<!--', '{{ x }}', '{{', '{% x %}', '{%', '{{< x >}}', '{{<', '[a](b) ', '![a](b) ', '[a] ', 'https://e.org/a ', '&', '😀', 'a.b@c ', '. ',
  '10:30 ', 'Ann Onym, ', '{% raw %}',
]; // prettier-ignore

/** All that is shown and taken along of a report; sizes are those of HTML. */
function shown(name: 'jekyll' | 'hugo', body: string) {
  const { report, site, forecast, excerpt } = read(name, post('title: T\ndate: 2019-07-23', body));
  const input = { report, site, forecast, excerpt };
  const { takeaways, talks } = report;
  const rendered = takeaways.items.slice(0, 200).map(({ markdown }) => renderLine(markdown, site));
  return {
    text: report.text,
    excerpt,
    takeaways,
    talks,
    html: excerpt.html.length,
    rendered: rendered.join('').length,
    page: cardPage(input, { translate: formatMessage, language: 'en', title: 'T', facts: [] }).length,
    copied: [takeawaysAs('markdown', input), excerptAs('text', input)].join('').length,
  };
}

function assertBounded(all: ReturnType<typeof shown>): void {
  const { text, takeaways, talks } = all;
  // A character of the note is at most an element of its own, or an escaped one.
  const most = 60 * text.length + 20_000;
  for (const size of ['html', 'rendered', 'page', 'copied'] as const) {
    assert.ok(all[size] <= most, `${size}: ${String(all[size])}`);
  }
  for (const { range } of [...takeaways.items, ...talks]) {
    assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
  }
  for (const { intro, links, title } of talks) {
    assert.ok((intro?.length ?? 0) <= 241 && links.length <= 50 && title.length <= text.length);
  }
}

describe('whatever is written, what is shown of it is bounded', () => {
  for (const name of ['jekyll', 'hugo'] as const) {
    it(`${name}: what is never closed`, function () {
      this.timeout(HANG);
      for (const open of UNTERMINATED) {
        for (const body of [open, `Text ${open} text\n\nmore\n\n## Takeaways\n\n- ${open} a\n`]) {
          assertBounded(shown(name, body));
        }
      }
    });

    for (const [shape, body] of Object.entries(SHAPES)) {
      it(`${name}: ${shape}`, function () {
        this.timeout(HANG);
        assertBounded(shown(name, body));
      });
    }

    for (const piece of REPEATED) {
      it(`${name}: lines of ${JSON.stringify(piece)}`, function () {
        this.timeout(HANG);
        const line = fill(piece, 100_000);
        assertBounded(
          shown(name, `${line}\n\n## Talks\n\n- **Talk**: ${line}\n\n## Takeaways\n\n- ${line}\n`),
        );
      });
    }
  }

  it('what is written is shown as far as it goes', () => {
    assert.match(read('jekyll', post('title: T', 'Text **open\n')).excerpt.text, /Text \*\*open/);
    assert.match(read('hugo', post('title: T', '```\nopen code\n')).excerpt.text, /open code/);
    assert.match(
      read('jekyll', post('title: T', `${'> '.repeat(10_000)}deep\n`)).excerpt.html,
      /deep|&#62;|<blockquote>/,
    );
    assert.equal(read('jekyll', post('title: T', `${'- '.repeat(10)}deep\n`)).excerpt.text, 'deep');
  });

  it('raw HTML takes time by its length', function () {
    this.timeout(HANG);
    for (const piece of [
      '<',
      '<a',
      '<a "',
      "<a b='",
      '<b>',
      '</b>',
      '<!--',
      '<a b="c" ',
      '&',
      '<div><p>',
      '<!-- -->',
    ]) {
      assert.ok(sanitizedHtml(fill(piece, 200_000)).length <= 20 * 200_000, piece);
    }
  });
});
