import assert from 'node:assert/strict';
import type { Takeaway } from '../../../src/core/report/takeaway';
import { Report } from '../../../src/core/report/report';
import { generators } from '../../../src/core/generators';
import { post, read } from '../support';

const of = (body: string) => read('jekyll', post('title: Hello', body)).report.takeaways;

/** What is told of where they are from, and each with its label. */
function told(body: string) {
  const { section, form, family, items } = of(body);
  return [
    section?.heading ?? null,
    form,
    family,
    items.map(({ markdown, label }) => (label === null ? markdown : `${label}| ${markdown}`)),
  ];
}

describe('the forms of take-aways', () => {
  const forms: readonly [body: string, ...expected: unknown[]][] = [
    ['## Takeaways\n\n- One\n', 'Takeaways', 'bullets', 'explicit', ['One']],
    ['## Takeaways\n\n### One\n\nText.\n', 'Takeaways', 'headings', 'explicit', ['One']],
    ['## Takeaways\n\nOne.\n', 'Takeaways', 'paragraphs', 'explicit', ['One.']],
    ['**Takeaways**\n\n1. One\n', 'Takeaways', 'bullets', 'explicit', ['One']],
    ['## My highlights\n\n- One\n', 'My highlights', 'bullets', 'highlights', ['One']],
    ['## Conclusion\n\nOne.\n', 'Conclusion', 'paragraphs', 'conclusion', ['One.']],
    ['Text.\n\nTakeaway: One.\n', null, 'labels', 'explicit', ['Takeaway| One.']],
    ['- **Key takeaway:** One\n- no\n', null, 'labels', 'explicit', ['Key takeaway| One']],
    ['- **Takeaway**: One\n', null, 'labels', 'explicit', ['Takeaway| One']],
    ['_Takeaway:_ One\n', null, 'labels', 'explicit', ['Takeaway| One']],
    ['🔑 Takeaway: One\n', null, 'labels', 'explicit', ['Takeaway| One']],
    ['Summary: One.\n', null, 'labels', 'conclusion', ['Summary| One.']],
    ['TL;DR: One.\n', null, 'labels', 'conclusion', ['TL;DR| One.']],
    ['Action items:\n\n- One\n- Two\n\nText.\n\n- no\n', null, 'labels', 'conclusion', ['Action items| One', 'Action items| Two']],
    ['Takeaways:\n- One\n- Two\n', null, 'labels', 'explicit', ['Takeaways| One', 'Takeaways| Two']],
    ['- Talk\n  - Takeaways:\n    - One\n    - Two\n  - no\n', null, 'labels', 'explicit', ['Takeaways| One', 'Takeaways| Two']],
    ['A line.\nTakeaway: One\ngoes on.\nNote: Two\n', null, 'labels', 'explicit', ['Takeaway| One\ngoes on.']],
    // What is trusted more.
    ['## Summary\n\n- S\n\n## Talk\n\nTakeaway: One.\n', null, 'labels', 'explicit', ['Takeaway| One.']],
    ['## TL;DR\n\n- S\n\n## Talk\n\nTakeaway: One.\n', 'TL;DR', 'bullets', 'highlights', ['S']],
    ['Summary: S.\n\n## Conclusion\n\n- One\n', 'Conclusion', 'bullets', 'conclusion', ['One']],
    ['Summary: S.\n\nTakeaway: One.\n', null, 'labels', 'explicit', ['Takeaway| One.']],
    // None.
    ['Takeaway of the day: none\n', null, null, null, []],
    ['Summary:\n\nText.\n', null, null, null, []],
    ['> Takeaway: quoted\n', null, null, null, []],
    ['`Takeaway: x`\n', null, null, null, []],
  ]; // prettier-ignore
  for (const [body, ...expected] of forms) {
    it(JSON.stringify(body), () => {
      assert.deepEqual(told(body), expected);
    });
  }

  it('all take-aways of talks that each have their own', () => {
    const { sections, items } = of(
      '## A by Ann Onym\n\n### Takeaways\n\n- One\n\n## B by Ann Onym\n\n### Takeaway\n\n- Two\n\n### Key takeaways\n\nprose\n',
    );
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      ['Takeaways', 'Takeaway'],
    );
    assert.deepEqual(
      items.map(({ markdown }) => markdown),
      ['One', 'Two'],
    );
  });

  it('those of the whole report alone, where it has its own', () => {
    const { items } = of('## A\n\n### Takeaways\n\n- One\n\n## Key takeaways\n\n- All\n');
    assert.deepEqual(
      items.map(({ markdown }) => markdown),
      ['All'],
    );
  });

  it('what is nested stays with its item', () => {
    const tree = (items: readonly Takeaway[]): unknown[] =>
      items.map(({ markdown, nested }) => (nested.length > 0 ? [markdown, tree(nested)] : markdown));
    const { items } = of(
      '## Takeaways\n\n- One\n  - a\n    - b\n  - c\n- Two\n\n  more\n  - d\n\n1. Three\n',
    );
    assert.deepEqual(tree(items), [['One', [['a', ['b']], 'c']], ['Two', ['d']], 'Three']);
  });

  it('places are exact', () => {
    const body =
      '---\r\ntitle: T\r\n---\r\nText.\r\n**Takeaway:** One\r\nand more.\r\n\r\n-\tSummary\r\n-\tTakeaway: Two\r\n';
    const { report } = read('jekyll', body);
    assert.deepEqual(
      report.takeaways.items.map(({ range }) => report.text.slice(range.start, range.end)),
      ['**Takeaway:** One\r\nand more.', 'Takeaway: Two'],
    );
  });

  it('headings of the user’s own are labels, too', () => {
    const text = post('title: Hello', 'À retenir : Un\n');
    const report = new Report(text, 'a.md', generators.hugo, { takeawayHeadings: ['À retenir'] });
    assert.deepEqual(
      report.takeaways.items.map(({ markdown, label }) => [label, markdown]),
      [['À retenir', 'Un']],
    );
  });
});
