import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { isSameTerm, looseKey, termUses } from '../../../src/core/terms/termUses';
import { runs } from '../runs';
import { post, read } from '../support';

/** What is used in a header, as `taxonomy name [as written] form`. */
function uses(generator: GeneratorName, header: string): string[] {
  const text = generator === 'hugo' && header.includes(' = ') ? `+++\n${header}\n+++\n` : post(header);
  const { report, site } = read(generator, text);
  return termUses(report, site).map(({ taxonomy, name, range, inner, form }) => {
    const source = text.slice(range.start, range.end);
    const own = text.slice(inner.start, inner.end);
    assert.ok(source.includes(own));
    return `${taxonomy} ${name} [${source}] ${form}`;
  });
}

describe('where a report says what it is filed under', () => {
  const cases: [generator: GeneratorName, header: string, expected: string[]][] = [
    [
      'jekyll',
      "tags: [aws, 'data science', \"c#\"]",
      ['tags aws [aws] item', "tags data science ['data science'] item", 'tags c# ["c#"] item'],
    ],
    [
      'jekyll',
      'tags:\n  - aws # the cloud\n  - it\'s\n  -\n  - "a\\u0062"',
      ['tags aws [aws] item', "tags it's [it's] item", 'tags ab ["a\\u0062"] item'],
    ],
    ['jekyll', 'tags: aws  cloud', ['tags aws [aws] word', 'tags cloud [cloud] word']],
    ['jekyll', 'tags: "aws, cloud"', ['tags aws [aws] word', 'tags cloud [cloud] word']],
    ['jekyll', 'tags: "aws"', ['tags aws ["aws"] value']],
    ['jekyll', 'tags: aws', ['tags aws [aws] value']],
    ['jekyll', 'tag: big data', ['tags big data [big data] value']],
    ['jekyll', 'category: A\ncategories: b c', ['categories A [A] value', 'categories b [b] word', 'categories c [c] word']],
    ['jekyll', 'keywords: aws, big data', ['keywords aws [aws] word', 'keywords big data [big data] word']],
    ['jekyll', 'tags: [a]\ntags: [b]', ['tags b [b] item']],
    ['jekyll', 'x: &x aws\ntags: [*x, {a: b}, [c]]', []],
    ['jekyll', 'Tags: [a]', []],
    ['hugo', 'tags: big data', ['tags big data [big data] value']],
    ['hugo', 'tag: a\nTags: [2019]', ['tags 2019 [2019] item']],
    ['hugo', 'tags = ["aws", \'ops\']\ncategories = "x"', ['tags aws ["aws"] item', "tags ops ['ops'] item", 'categories x ["x"] value']],
  ]; // prettier-ignore
  for (const [generator, header, expected] of cases) {
    it(`${generator}: ${header.replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual(uses(generator, header), expected);
    });
  }
});

describe('names that may be one term', () => {
  it('have a loose key in common wherever a generator takes them for one', () => {
    const part = fc.constantFrom('a', 'A', 'é', 'É', '1', '-', ' ', '\t', '_', '.', '#', 'ß', 'İ', '/');
    const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, name, fc.constantFrom('0.169.0', '0.111.3'), (a, b, version) => {
        fc.pre(isSameTerm(a, b, generators.hugo, version) && generators.hugo.terms.keyOf(a, version) !== '');
        assert.equal(looseKey(a), looseKey(b));
      }),
      { ...runs(300), maxSkipsPerRun: 1000 },
    );
    assert.equal(looseKey('Data-Science'), looseKey('data science'));
    assert.notEqual(looseKey('C1'), looseKey('C2'));
  });
});
