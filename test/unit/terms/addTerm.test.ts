import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GeneratorName } from '../../../src/core/generators/generator';
import type { SiteConfig } from '../../../src/core/generators/siteConfig';
import { formatMessage } from '../../../src/core/message';
import { addTerm } from '../../../src/core/terms/addTerm';
import type { Taxonomy } from '../../../src/core/report/termFields';
import { termsOf } from '../../../src/core/terms/terms';
import { applyEdits } from '../../../src/core/text';
import { runs } from '../runs';
import { post, read } from '../support';

/** A header with its fences, if it needs any, and a body. */
function fenced(header: string): string {
  if (header.startsWith('{\n')) {
    return `${header}\n`;
  }
  return header.includes(' = ') ? `+++\n${header}\n+++\nBody\n` : post(header);
}

/** What a header is after a term was added; asserts that the generator then reads the old terms and this one. */
function added(
  generator: GeneratorName,
  text: string,
  name: string,
  taxonomy: Taxonomy = 'tags',
  config: SiteConfig = {},
): string {
  const before = read(generator, text, { config });
  const { edits, problem } = addTerm(before.report, before.site, taxonomy, name);
  assert.equal(problem && formatMessage(problem), null);
  const after = applyEdits(text, edits);
  const now = read(generator, after, { config });
  const terms = (reading: typeof before) => termsOf(reading.report, reading.site, reading.forecast)[taxonomy];
  assert.deepEqual([...terms(now)].sort(), [...terms(before), name].sort(), after);
  assert.equal(now.forecast.outcome, before.forecast.outcome);
  assert.equal(now.forecast.title, before.forecast.title);
  return after;
}

function problemOf(generator: GeneratorName, text: string, name: string): string | null {
  const { report, site } = read(generator, text);
  const { edits, problem } = addTerm(report, site, 'tags', name);
  assert.equal(edits.length === 0, problem !== null);
  return problem && formatMessage(problem);
}

describe('adding a tag to a report', () => {
  const cases: [generator: GeneratorName, header: string, name: string, after: string][] = [
    // Lists in brackets.
    ['jekyll', 'tags: [aws, cloud]', 'ops', 'tags: [aws, cloud, ops]'],
    ['jekyll', 'tags: [aws,cloud]', 'ops', 'tags: [aws,cloud,ops]'],
    ['jekyll', 'tags: [ aws ]', 'ops', 'tags: [ aws, ops ]'],
    ['jekyll', 'tags: []', 'ops', 'tags: [ops]'],
    ['jekyll', 'tags: [aws, cloud, ] # two', 'ops', 'tags: [aws, cloud, ops, ] # two'],
    ['jekyll', "tags: ['aws', 'cloud']", 'ops', "tags: ['aws', 'cloud', 'ops']"],
    ['hugo', 'tags: ["aws", "cloud"]', 'ops', 'tags: ["aws", "cloud", "ops"]'],
    ['hugo', 'tags: [aws]', 'yes', "tags: [aws, 'yes']"],
    ['jekyll', 'tags: [aws]', 'C#', 'tags: [aws, C#]'],
    ['jekyll', 'tags: [aws]', 'a, b', "tags: [aws, 'a, b']"],
    ['jekyll', 'tags: [\n  aws,\n  cloud\n  ]', 'ops', 'tags: [\n  aws,\n  cloud,\n  ops\n  ]'],
    ['jekyll', 'tags: [\n  aws,\n  cloud, # it\n  ]', 'ops', 'tags: [\n  aws,\n  cloud, # it\n  ops,\n  ]'],
    ['jekyll', 'tags: [\n  aws, # a\n  cloud # it\n  ]', 'ops', 'tags: [\n  aws, # a\n  cloud, # it\n  ops\n  ]'],
    // Lists with dashes.
    ['jekyll', 'tags:\n- aws\n- cloud', 'ops', 'tags:\n- aws\n- cloud\n- ops'],
    ['hugo', 'tags:\n  -  aws # one\ntitle: A', 'big data', 'tags:\n  -  aws # one\n  -  big data\ntitle: A'],
    ['hugo', 'tags:\n  - "aws"\n  - "b"', 'ops', 'tags:\n  - "aws"\n  - "b"\n  - "ops"'],
    ['jekyll', 'tags:\n  - aws\n  -\ntitle: A', 'ops', 'tags:\n  - aws\n  - ops\ntitle: A'],
    ['jekyll', 'tags:\n  - aws\n  - # later\n', 'ops', 'tags:\n  - aws\n  - # later\n  - ops\n'],
    // Strings.
    ['jekyll', 'tags: aws cloud # two', 'ops', 'tags: aws cloud ops # two'],
    ['jekyll', 'tags: "aws cloud"', 'ops', 'tags: "aws cloud ops"'],
    ['jekyll', 'tags: aws cloud', 'big data', 'tags: [aws, cloud, big data]'],
    ['jekyll', 'tags: aws', 'ops', 'tags: aws ops'],
    ['hugo', 'tags: big data', 'ops', 'tags: [big data, ops]'],
    ['hugo', 'tags: "aws"', 'ops', 'tags: ["aws", ops]'],
    ['hugo', 'tags: x, y', 'ops', "tags: ['x, y', ops]"],
    ['jekyll', 'tag: big data', 'ops', 'tag: [big data, ops]'],
    ['jekyll', 'tag: a\ntags: [b]', 'ops', 'tag: [a, ops]\ntags: [b]'],
    // Fields of nothing, and none.
    ['jekyll', 'title: A\ntags:\nlayout: post', 'ops', 'title: A\ntags: [ops]\nlayout: post'],
    ['jekyll', 'tags: # none yet', 'ops', 'tags: [ops] # none yet'],
    ['jekyll', 'tags: ~', 'ops', 'tags: [ops]'],
    ['jekyll', 'tags: ""', 'ops', 'tags: [ops]'],
    ['jekyll', 'title: A # a\n# end', 'data science', 'title: A # a\ntags: [data science]\n# end'],
    ['jekyll', 'title: A\ntext: |\n  b\n\n', 'ops', 'title: A\ntext: |\n  b\ntags: [ops]\n\n'],
    ['hugo', '  title: A', 'ops', '  title: A\n  tags: [ops]'],
    ['hugo', 'Title: A\nTags: [b]', 'ops', 'Title: A\nTags: [b, ops]'],
    ['jekyll', '{title: A}', 'ops', '{tags: [ops], title: A}'],
    // TOML and JSON.
    ['hugo', 'title = "A"\ntags = ["aws"]', 'ops', 'title = "A"\ntags = ["aws", "ops"]'],
    ['hugo', "title = 'A'\ntags = ['aws']", 'ops', "title = 'A'\ntags = ['aws', 'ops']"],
    ['hugo', 'tags = [\n  "aws", # a\n]\ntitle = "A"', 'ops', 'tags = [\n  "aws", # a\n  "ops",\n]\ntitle = "A"'],
    ['hugo', 'title = "A"\n[params]\nx = 1', 'ops', 'title = "A"\ntags = ["ops"]\n[params]\nx = 1'],
    ['hugo', '[params]\nx = 1', 'ops', 'tags = ["ops"]\n[params]\nx = 1'],
    ['hugo', '{\n  "title": "A",\n  "tags": ["aws"]\n}', 'o"ps', '{\n  "title": "A",\n  "tags": ["aws", "o\\"ps"]\n}'],
    ['hugo', '{\n  "title": "A"\n}', 'ops', '{\n  "title": "A",\n  "tags": ["ops"]\n}'],
    ['hugo', '{\n  "title": "A",\n  "tags": null\n}', 'ops', '{\n  "title": "A",\n  "tags": ["ops"]\n}'],
    // Some other generator.
    ['generic', 'title: A\ntags: aws', 'ops', 'title: A\ntags: [aws, ops]'],
  ]; // prettier-ignore
  for (const [generator, header, name, after] of cases) {
    it(`${generator}: ${name} in ${header.replaceAll('\n', '⏎')}`, () => {
      assert.equal(added(generator, fenced(header), name), fenced(after));
    });
  }

  it('writes a category or a keyword where those stand', () => {
    assert.equal(
      added('jekyll', post('category: A\ntags: [b]'), 'C', 'categories'),
      post('category: [A, C]\ntags: [b]'),
    );
    assert.equal(added('jekyll', post('categories: a b'), 'c', 'categories'), post('categories: a b c'));
    assert.equal(
      added('hugo', post('keywords: a, big data'), 'c', 'keywords'),
      post('keywords: a, big data, c'),
    );
  });

  it('keeps the line ends of the text', () => {
    const text = post('title: A\ntags:\n  - aws').replaceAll('\n', '\r\n');
    assert.equal(added('jekyll', text, 'ops'), text.replace('- aws\r\n', '- aws\r\n  - ops\r\n'));
    const none = post('title: A').replaceAll('\n', '\r\n');
    assert.equal(added('hugo', none, 'ops'), none.replace('title: A\r\n', 'title: A\r\ntags: [ops]\r\n'));
  });

  it('says that a tag is there, in whichever spelling the generator takes for it', () => {
    const there = 'This report has that already.';
    assert.equal(problemOf('jekyll', post('tags: [aws]'), 'aws'), there);
    assert.equal(problemOf('jekyll', post('tags: [aws]'), 'AWS'), null);
    assert.equal(problemOf('hugo', post('tags: [Data Science]'), 'data-science'), there);
  });

  it('says that front matter cannot be read, or cannot take the tag', () => {
    const unread = 'The front matter of this report cannot be read.';
    const cannot = 'That cannot be written into the front matter of this report.';
    assert.equal(problemOf('jekyll', 'No front matter.\n', 'aws'), unread);
    assert.equal(problemOf('jekyll', post('title: a: b'), 'aws'), unread);
    assert.equal(problemOf('hugo', post('x: &x [a]\ntags: *x'), 'aws'), cannot);
    assert.equal(problemOf('hugo', post('tags: |\n  a'), 'aws'), cannot);
  });

  it('makes the generator read the old tags and the new one, or says that it cannot', () => {
    const names = fc.constantFrom(
      'aws',
      'C#',
      'yes',
      '1.0',
      '2019',
      'data science',
      '&co',
      "it's",
      'a, b',
      'a: b',
      'é🚀',
      '"',
      '\\',
      ']',
      '#x',
      '- a',
      '{{ x }}',
    );
    const values = fc.constantFrom('[]', '[a]', '[a, ]', "['a', b]", '["a", "b c"]', '[\n  a,\n  b\n  ]', '\n- a', '\n  - a # c\n  - b', '\n  -', 'a', 'a b', '"a b"', "'a'", '~', '', '# c', '2019', '[2019, yes]', '[{a: b}, c]', '[[a], b]', '&x a', '[&x a, *x]', '|\n  a\n  b', '>-\n  a', '!!str a', '{a: b}', 'a\n  b', '[a #b\n  ]'); // prettier-ignore
    const fields = fc.constantFrom('tags', 'tag', 'Tags', 'categories', 'category', 'keywords', 'title', 'x');
    const headers = fc.uniqueArray(fc.tuple(fields, values), { maxLength: 4, selector: ([field]) => field });
    const generators = fc.constantFrom<GeneratorName>('jekyll', 'hugo', 'generic');
    const taxonomies = fc.constantFrom<Taxonomy>('tags', 'categories', 'keywords');
    let done = 0;
    fc.assert(
      fc.property(
        generators,
        taxonomies,
        headers,
        names,
        fc.boolean(),
        (generator, taxonomy, header, name, crlf) => {
          const lines = header.map(([field, value]) => `${field}: ${value}`).join('\n');
          const text = crlf ? post(lines).replaceAll('\n', '\r\n') : post(lines);
          const { report, site } = read(generator, text);
          if (addTerm(report, site, taxonomy, name).problem === null) {
            added(generator, text, name, taxonomy);
            done++;
          }
        },
      ),
      runs(150),
    );
    assert.ok(done > 30, `${String(done)} were done`);
  });
});
