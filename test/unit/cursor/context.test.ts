import assert from 'node:assert/strict';
import { contextAt, accept, offer, termsIn, toml, withCursor, yaml } from '../complete/accept';
import type { GeneratorName } from '../../../src/core/generators/generator';

interface Situation {
  /** The file's lines with `|` at the cursor. */
  readonly at: string;
  /** What is chosen; `cloud` unless said. */
  readonly tag?: string;
  /** The lines afterwards; null where nothing may be offered. */
  readonly gives: string | null;
  /** The generator, for strings; all others are tried with every generator that reads the format. */
  readonly only?: GeneratorName;
  /** All tags that must be read from the result; not given where the header is still unfinished. */
  readonly reads?: readonly string[];
}

const flow: readonly Situation[] = [
  { at: 'tags: [aws, cl|]', gives: 'tags: [aws, cloud|]', reads: ['aws', 'cloud'] },
  { at: 'tags: [aws, |]', gives: 'tags: [aws, cloud|]', reads: ['aws', 'cloud'] },
  { at: 'tags: [aws,|]', gives: 'tags: [aws,cloud|]', reads: ['aws', 'cloud'] },
  { at: 'tags: [|]', gives: 'tags: [cloud|]', reads: ['cloud'] },
  { at: 'tags: [ | ]', gives: 'tags: [ cloud| ]', reads: ['cloud'] },
  { at: 'tags: [|aws]', gives: 'tags: [cloud|]', reads: ['cloud'] },
  { at: 'tags: [c|lo, aws]', gives: 'tags: [cloud|, aws]', reads: ['cloud', 'aws'] },
  { at: 'tags: [aws, c|lx, ops]', gives: 'tags: [aws, cloud|, ops]', reads: ['aws', 'cloud', 'ops'] },
  { at: 'tags: [aws, |, ops]', gives: 'tags: [aws, cloud|, ops]', reads: ['aws', 'cloud', 'ops'] },
  { at: 'tags: [aws, cl|', gives: 'tags: [aws, cloud|' },
  { at: 'tags: [aws, |', gives: 'tags: [aws, cloud|' },
  { at: 'tags: [aws, |\nlayout: post\ntitle: x', gives: 'tags: [aws, cloud|\nlayout: post\ntitle: x' },
  { at: 'tags: [|\nlayout: post', gives: 'tags: [cloud|\nlayout: post' },
  {
    at: 'title: "unfinished\ntags: [aws, cl|]\ndraft: [',
    gives: 'title: "unfinished\ntags: [aws, cloud|]\ndraft: [',
  },
  { at: "tags: ['aw|']", gives: "tags: ['cloud'|]", reads: ['cloud'] },
  { at: "tags: ['aw|]", gives: "tags: ['cloud'|]", reads: ['cloud'] },
  { at: "tags: ['aw|, 'ops']", gives: "tags: ['cloud'|, 'ops']", reads: ['cloud', 'ops'] },
  { at: 'tags: ["aw|, "ops"]', gives: 'tags: ["cloud"|, "ops"]', reads: ['cloud', 'ops'] },
  { at: "tags: ['aw|", gives: "tags: ['cloud'|" },
  { at: "tags: ['|']", gives: "tags: ['cloud'|]", reads: ['cloud'] },
  { at: 'tags: ["|"]', gives: 'tags: ["cloud"|]', reads: ['cloud'] },
  { at: 'tags: ["aws", "c|l"]', gives: 'tags: ["aws", "cloud"|]', reads: ['aws', 'cloud'] },
  { at: 'tags: ["aws"|]', gives: 'tags: ["cloud"|]', reads: ['cloud'] },
  { at: 'tags: ["aws", cl|]', gives: 'tags: ["aws", "cloud"|]', reads: ['aws', 'cloud'] },
  { at: "tags: ['a', 'b', |]", gives: "tags: ['a', 'b', 'cloud'|]", reads: ['a', 'b', 'cloud'] },
  { at: "tags: ['a', b, c, |]", gives: "tags: ['a', b, c, cloud|]", reads: ['a', 'b', 'c', 'cloud'] },
  { at: 'tags: [aws, big |]', tag: 'big data', gives: 'tags: [aws, big data|]', reads: ['aws', 'big data'] },
  { at: 'tags: [big d|ata, aws]', gives: 'tags: [cloud|, aws]', reads: ['cloud', 'aws'] },
  { at: 'tags: ["big |"]', tag: 'big data', gives: 'tags: ["big data"|]', reads: ['big data'] },
  { at: "tags: ['it''s| x']", tag: "it's", gives: "tags: ['it''s'|]", reads: ["it's"] },
  { at: 'tags: [\n  aws,\n  cl|\n]', gives: 'tags: [\n  aws,\n  cloud|\n]', reads: ['aws', 'cloud'] },
  { at: 'tags: [\n  |\n  aws,\n]', gives: null },
  { at: 'tags: [\n  aws,\n  |\n]', gives: 'tags: [\n  aws,\n  cloud|\n]', reads: ['aws', 'cloud'] },
  { at: 'tags: [\n  aws, # the cl|oud\n  ops ]', gives: null },
  {
    at: 'tags: [ # all\n  aws, # the cloud\n  c|l ]',
    gives: 'tags: [ # all\n  aws, # the cloud\n  cloud| ]',
    reads: ['aws', 'cloud'],
  },
  { at: 'tags:\n  [aws, cl|]', gives: 'tags:\n  [aws, cloud|]', reads: ['aws', 'cloud'] },
  { at: 'tags: [aws] |', gives: null },
  { at: 'tags: |[aws]', gives: null },
  { at: 'ta|gs: [aws]', gives: null },
  { at: 'tags: [aws,| ops]', gives: null },
  { at: 'tags: [[a|ws]]', gives: null },
  { at: 'tags: [aws, {a: cl|}]', gives: null },
  { at: 'tags: [aws] # and cl|', gives: null },
  { at: '# tags: [aws, cl|]', gives: null },
  { at: 'title: [aws, cl|]', gives: null },
  { at: 'event:\n  tags: [cl|]', gives: null },
  { at: '"tags": [aws, cl|]', gives: '"tags": [aws, cloud|]', reads: ['aws', 'cloud'] },
  {
    at: 'title: a\r\ntags: [aws, cl|]\r',
    gives: 'title: a\r\ntags: [aws, cloud|]\r',
    reads: ['aws', 'cloud'],
  },
];

const block: readonly Situation[] = [
  { at: 'tags:\n  - |', gives: 'tags:\n  - cloud|' },
  { at: 'title: "x\ntags:\n  - aws\n  - "cl|', gives: 'title: "x\ntags:\n  - aws\n  - "cloud"|' },
  { at: 'tag:\n  - cl|\n  - aws', gives: 'tag:\n  - cloud|\n  - aws' },
  { at: 'tags:\n  - aws\n  -|', gives: null },
  { at: 'tags:\n  - aws\n  - cl|', gives: 'tags:\n  - aws\n  - cloud|', reads: ['aws', 'cloud'] },
  { at: 'tags:\n  - |', gives: 'tags:\n  - cloud|', reads: ['cloud'] },
  { at: 'tags:\n- |', gives: 'tags:\n- cloud|', reads: ['cloud'] },
  {
    at: 'tags:\n- aws\n- c|l\ntitle: x',
    gives: 'tags:\n- aws\n- cloud|\ntitle: x',
    reads: ['aws', 'cloud'],
  },
  { at: 'tags:\n- |aws', gives: 'tags:\n- cloud|', reads: ['cloud'] },
  { at: 'tags:\n- c|l # why\n- ops', gives: 'tags:\n- cloud| # why\n- ops', reads: ['cloud', 'ops'] },
  { at: 'tags:\n- | # why\n- ops', gives: 'tags:\n- cloud| # why\n- ops', reads: ['cloud', 'ops'] },
  { at: 'tags:\n- cl # wh|y', gives: null },
  { at: 'tags:\n# - cl|', gives: null },
  { at: 'tags:\n-|', gives: null },
  { at: 'tags:\n|- aws', gives: null },
  { at: 'tags:\n- "cl|"', gives: 'tags:\n- "cloud"|', reads: ['cloud'] },
  { at: "tags:\n- 'cl|\n- ops", gives: "tags:\n- 'cloud'|\n- ops", reads: ['cloud', 'ops'] },
  { at: 'tags:\n- "a"\n- "b"\n- |', gives: 'tags:\n- "a"\n- "b"\n- "cloud"|', reads: ['a', 'b', 'cloud'] },
  { at: 'tags:\n  - big |', tag: 'big data', gives: 'tags:\n  - big data|', reads: ['big data'] },
  { at: 'tags:\n- - cl|', gives: null },
  { at: 'tags:\n- name: cl|', gives: null },
  { at: 'title: [x\ntags:\n  - cl|\ndate: 2019-', gives: 'title: [x\ntags:\n  - cloud|\ndate: 2019-' },
  { at: 'talks:\n  - cl|', gives: null },
  { at: 'tags:\n\n  # mine\n  - c|l', gives: 'tags:\n\n  # mine\n  - cloud|', reads: ['cloud'] },
];

const strings: readonly Situation[] = [
  { at: 'tags: |', gives: 'tags: [cloud|]', reads: ['cloud'] },
  { at: 'tags: | # none yet', gives: 'tags: [cloud|] # none yet', reads: ['cloud'] },
  {
    at: 'title: x\ntags: |\nlayout: post',
    gives: 'title: x\ntags: [cloud|]\nlayout: post',
    reads: ['cloud'],
  },
  { at: 'tags:|', gives: null },
  { at: 'tags: |\n- aws', gives: null },
  { at: 'tags: # c|', gives: null },
  { at: 'tags: >|', gives: null },
  { at: 'tags: cl|', gives: 'tags: cloud|', reads: ['cloud'] },
  { at: 'tags: "cl|"', gives: 'tags: "cloud"|', reads: ['cloud'] },
  { at: 'tags: cl|', tag: '2019', gives: "tags: '2019'|", reads: ['2019'] },
  {
    at: 'tags: da|',
    tag: 'data science',
    gives: 'tags: [data science|]',
    only: 'jekyll',
    reads: ['data science'],
  },
  {
    at: 'tags: da|',
    tag: 'data science',
    gives: 'tags: data science|',
    only: 'hugo',
    reads: ['data science'],
  },
  { at: 'tags: aws c|l ops', gives: 'tags: aws cloud| ops', only: 'jekyll', reads: ['aws', 'cloud', 'ops'] },
  { at: 'tags: aws |', gives: 'tags: aws cloud|', only: 'jekyll', reads: ['aws', 'cloud'] },
  { at: 'tags: aws cl|', tag: 'data science', gives: null, only: 'jekyll' },
  { at: 'tags: "aws c|l"', gives: 'tags: "aws cloud|"', only: 'jekyll', reads: ['aws', 'cloud'] },
  { at: "tags: 'aws c|l'", tag: "it's", gives: "tags: 'aws it''s|'", only: 'jekyll', reads: ['aws', "it's"] },
  { at: 'tags: aws c|l', tag: '#tag', gives: null, only: 'jekyll' },
  { at: 'tags: aws cl|', gives: 'tags: cloud|', only: 'hugo', reads: ['cloud'] },
  { at: 'tag: |', gives: 'tag: cloud|', only: 'jekyll', reads: ['cloud'] },
  {
    at: 'tag: da|',
    tag: 'data science',
    gives: 'tag: data science|',
    only: 'jekyll',
    reads: ['data science'],
  },
];

const keywords: readonly Situation[] = [
  { at: 'keywords: aws, cl|', gives: 'keywords: aws, cloud|' },
  { at: 'keywords: aws,|', gives: 'keywords: aws,cloud|' },
  { at: 'keywords: aws, |', gives: 'keywords: aws, cloud|' },
  { at: 'keywords: cl|, aws', gives: 'keywords: cloud|, aws' },
  { at: 'keywords: big |, aws', tag: 'big data', gives: 'keywords: big data|, aws' },
  { at: 'keywords: "aws, big d|"', tag: 'big data', gives: 'keywords: "aws, big data|"' },
  { at: 'keywords: "aws, cl|', gives: 'keywords: "aws, cloud|' },
  { at: 'keywords: big|', tag: 'big data', gives: 'keywords: big data|' },
  { at: 'keywords: one|', tag: 'one, two', gives: "keywords: ['one, two'|]" },
  { at: 'keywords: aws, one|', tag: 'one, two', gives: null },
  { at: 'keywords: aws, cl|', tag: '#cloud', gives: null },
];

const tomlLists: readonly Situation[] = [
  { at: 'tags = ["aws", |', gives: 'tags = ["aws", "cloud"|' },
  { at: 'tags = ["aws", cl|', gives: 'tags = ["aws", "cloud"|' },
  { at: "tags = ['aws', 'cl|", gives: "tags = ['aws', 'cloud'|" },
  { at: 'tags = [\n  "aws",\n  |', gives: 'tags = [\n  "aws",\n  "cloud"|' },
  { at: 'tags = [\n  "aws",\n  "cl|\ntitle = "x"', gives: 'tags = [\n  "aws",\n  "cloud"|\ntitle = "x"' },
  { at: 'tags = [\n  |\n[params]\nx = 1', gives: 'tags = [\n  "cloud"|\n[params]\nx = 1' },
  {
    at: 'title = "unfinished\ntags = ["cl|"]\ndate =',
    gives: 'title = "unfinished\ntags = ["cloud"|]\ndate =',
  },
  { at: 'tag = "cl|"', gives: 'tag = "cloud"|' },
  { at: 'categories = cl|', gives: 'categories = ["cloud"|]' },
  { at: 'keywords = "aws, cl|"', gives: 'keywords = "aws, cloud|"' },
  { at: 'tags = ["aws", "cl|"]', gives: 'tags = ["aws", "cloud"|]', reads: ['aws', 'cloud'] },
  { at: 'tags = ["aws", |]', gives: 'tags = ["aws", "cloud"|]', reads: ['aws', 'cloud'] },
  { at: 'tags = ["aws", cl|]', gives: 'tags = ["aws", "cloud"|]', reads: ['aws', 'cloud'] },
  { at: "tags = ['aws', |]", gives: "tags = ['aws', 'cloud'|]", reads: ['aws', 'cloud'] },
  { at: "tags = ['aws', |]", tag: "it's", gives: `tags = ['aws', "it's"|]`, reads: ['aws', "it's"] },
  { at: 'tags = [|]', gives: 'tags = ["cloud"|]', reads: ['cloud'] },
  {
    at: 'tags = [\n  "aws", # one\n  "c|l",\n]',
    gives: 'tags = [\n  "aws", # one\n  "cloud"|,\n]',
    reads: ['aws', 'cloud'],
  },
  {
    at: 'tags = [\n  "aws",\n  |\n]\ntitle = "x"',
    gives: 'tags = [\n  "aws",\n  "cloud"|\n]\ntitle = "x"',
    reads: ['aws', 'cloud'],
  },
  { at: 'tags = ["aws", "cl|\ntitle = "x"', gives: 'tags = ["aws", "cloud"|\ntitle = "x"' },
  { at: 'tags = ["aws", # cl|\n]', gives: null },
  { at: 'tags = |', gives: 'tags = ["cloud"|]', reads: ['cloud'] },
  { at: 'tags = cl|', gives: 'tags = ["cloud"|]', reads: ['cloud'] },
  { at: 'tags = "cl|"', gives: 'tags = "cloud"|', reads: ['cloud'] },
  { at: 'title = "x"\n[taxonomies]\ntags = ["cl|"]', gives: 'title = "x"\n[taxonomies]\ntags = ["cloud"|]' },
  { at: 'taxonomies.tags = ["cl|"]', gives: 'taxonomies.tags = ["cloud"|]' },
  { at: '[params]\ntags = ["cl|"]', gives: null },
  { at: 'tags = ["say \\"h|i\\""]', tag: 'a"b', gives: 'tags = ["a\\"b"|]', reads: ['a"b'] },
];

const jsonLists: readonly Situation[] = [
  { at: '{ "tags": ["aws", |', gives: '{ "tags": ["aws", "cloud"|' },
  { at: '{ "tags": ["aws", "cl|', gives: '{ "tags": ["aws", "cloud"|' },
  { at: '{\n  "tags": [\n    "aws",\n    |', gives: '{\n  "tags": [\n    "aws",\n    "cloud"|' },
  { at: '{\n  "title": "x\n  "tags": ["cl|"]\n}', gives: '{\n  "title": "x\n  "tags": ["cloud"|]\n}' },
  {
    at: '{ "tags": ["aws", |\n\n"Quoted," she said, [often].',
    gives: '{ "tags": ["aws", "cloud"|\n\n"Quoted," she said, [often].',
  },
  { at: '{ "tags": [\n  cl|\n  ] }', gives: '{ "tags": [\n  "cloud"|\n  ] }', reads: ['cloud'] },
  { at: '{ "keywords": "aws, cl|" }', gives: '{ "keywords": "aws, cloud|" }' },
  { at: '{ "category": "cl|" }', gives: '{ "category": "cloud"| }' },
  { at: '{ "tags": ["aws", "cl|"] }', gives: '{ "tags": ["aws", "cloud"|] }', reads: ['aws', 'cloud'] },
  { at: '{\n  "tags": ["aws", |]\n}', gives: '{\n  "tags": ["aws", "cloud"|]\n}', reads: ['aws', 'cloud'] },
  {
    at: '{\n  "tags": [\n    "aws",\n    "c|l"\n  ]\n}',
    gives: '{\n  "tags": [\n    "aws",\n    "cloud"|\n  ]\n}',
    reads: ['aws', 'cloud'],
  },
  {
    at: '{\n  "tags": ["aws", "cl|\n  "title": "x"\n}',
    gives: '{\n  "tags": ["aws", "cloud"|\n  "title": "x"\n}',
  },
  { at: '{\n  "tags": [c|]\n}', gives: '{\n  "tags": ["cloud"|]\n}', reads: ['cloud'] },
  { at: '{\n  "tags": |\n}', gives: '{\n  "tags": ["cloud"|]\n}', reads: ['cloud'] },
  { at: '{\n  "tags": "cl|"\n}', gives: '{\n  "tags": "cloud"|\n}', reads: ['cloud'] },
  {
    at: '{\n  "title": "a [b", "tags": [ "|" ]\n}',
    gives: '{\n  "title": "a [b", "tags": [ "cloud"| ]\n}',
    reads: ['cloud'],
  },
  { at: '{\n  "params": { "tags": ["cl|"] }\n}', gives: null },
  { at: '{\n  "title": "tags", "x": ["cl|"]\n}', gives: null },
  { at: '{\n  "tags": ["a"]\n}\n\n"tags": ["cl|"]', gives: null },
];

function check(situation: Situation, wrap: (lines: string) => string, names: readonly GeneratorName[]): void {
  const { at, tag = 'cloud', gives, only, reads } = situation;
  for (const name of only ? [only] : names) {
    it(`${only ? `${only}: ` : ''}${JSON.stringify(at)} + ${tag}`, () => {
      const result = accept(wrap(at), tag, name);
      assert.equal(result, gives === null ? null : wrap(gives));
      if (reads && result !== null) {
        assert.deepEqual(termsIn(withCursor(result).text, name), reads);
      }
    });
    if (!only && gives === null) {
      return;
    }
  }
}

describe('tag completion, from cursor to text', () => {
  describe('YAML lists in brackets', () => {
    flow.forEach((situation) => {
      check(situation, yaml, ['jekyll', 'hugo']);
    });
  });
  describe('YAML lists with dashes', () => {
    block.forEach((situation) => {
      check(situation, yaml, ['jekyll', 'hugo']);
    });
  });
  describe('YAML strings and empty fields', () => {
    strings.forEach((situation) => {
      check(situation, yaml, ['jekyll', 'hugo']);
    });
  });
  describe('YAML keywords between commas', () => {
    keywords.forEach((situation) => {
      check(situation, yaml, ['jekyll', 'hugo']);
    });
  });
  describe('TOML', () => {
    tomlLists.forEach((situation) => {
      check(situation, toml, ['hugo']);
    });
  });
  describe('JSON', () => {
    jsonLists.forEach((situation) => {
      check(situation, (lines) => `${lines}\nBody\n`, ['hugo']);
    });
  });
});

describe('where tags are completed', () => {
  const nowhere: Readonly<Record<string, string>> = {
    'the body': '---\ntitle: x\n---\ntags: [cl|]\n',
    'a file without front matter': 'tags: [cl|]\n',
    'the opening fence': '--|-\ntags: [a]\n---\n',
    'the closing fence': '---\ntags: [a]\n-|--\n',
    'behind a fence of dots': '---\ntitle: x\n...\ntags: [cl|]\n',
    'an empty file': '|',
    'behind a lone fence': '---|',
  };
  for (const [place, marked] of Object.entries(nowhere)) {
    it(`not in ${place}`, () => {
      assert.equal(contextAt(marked), null);
    });
  }

  const somewhere: Readonly<Record<string, string>> = {
    'an unclosed header': '---\ntags: [aws, cl|',
    'an unclosed header above a body': '---\ntags: [aws, cl|\n\n# Talks, many\n',
    'a header behind a BOM': '\uFEFF---\ntags: [aws, cl|]\n---\n',
    'a header behind blank lines': '\n\n---\ntags: [aws, cl|]\n---\n',
    'a header whose language is named': '---toml\ntags = ["aws", "cl|"]\n---\n',
    'a header whose fields are all indented': '---\n  title: x\n  tags: [aws, cl|]\n---\n',
    'a header with Windows line ends': '---\r\ntags:\r\n  - aws\r\n  - cl|\r\n---\r\n',
  };
  for (const [place, marked] of Object.entries(somewhere)) {
    it(`in ${place}`, () => {
      assert.deepEqual(contextAt(marked)?.others, ['aws']);
    });
  }

  for (const field of ['tags', 'Tags', 'tag', 'categories', 'category', 'keywords']) {
    it(`in the field ${field}`, () => {
      assert.equal(contextAt(yaml(`${field}: [cl|]`))?.field, field.toLowerCase());
    });
  }

  it('gives the other tags of the list, unquoted', () => {
    const marked = yaml(`tags: [a, 'it''s', "b\\"c", cl|, C# , {x: y}]`);
    assert.deepEqual(contextAt(marked)?.others, ['a', "it's", 'b"c', 'C#']);
  });

  it('gives what an editor compares, with the quote that stands there', () => {
    assert.equal(contextAt(yaml("tags: ['aw|']"))?.typed, "'aw");
    assert.equal(offer(yaml("tags: ['i|']"), "it's")?.filterText, "'it''s'");
    assert.equal(offer(yaml('tags: ["i|"]'), 'iot')?.filterText, '"iot"');
    assert.equal(offer(yaml('tags: ["a", i|]'), 'iot')?.filterText, 'iot');
    assert.equal(offer(yaml('tags: "aws i|"'), 'iot', 'jekyll')?.filterText, 'iot');
  });

  it('never throws and never leaves the line, wherever the cursor is', () => {
    const broken = '---\ntags: [\'a, "b\n - {c: [d\n# e\ntag: "x\n\ncategories:\n- \'y\n- ["z\n';
    const files = [
      broken,
      broken.replace('---', '+++').replaceAll(': ', ' = '),
      `{"tags": ["a", [\n"b" {`,
      '---',
      '',
    ];
    for (const text of files) {
      for (let offset = 0; offset <= text.length; offset++) {
        const marked = `${text.slice(0, offset)}|${text.slice(offset)}`;
        accept(marked, 'cloud', 'jekyll');
        accept(marked, 'data science', 'hugo');
      }
    }
  });
});
