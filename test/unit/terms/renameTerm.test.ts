import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { Report } from '../../../src/core/report/report';
import { renameTerm } from '../../../src/core/terms/renameTerm';
import { checkTermName } from '../../../src/core/terms/termName';
import { isSameTerm } from '../../../src/core/terms/termUses';
import { termsOf } from '../../../src/core/terms/terms';
import { applyEdits } from '../../../src/core/text';
import { ENGINES, pathOf, recordedFiles } from '../../conformance';
import { runs } from '../runs';
import { post, read } from '../support';

function fileOf(generator: GeneratorName, header: string): string {
  if (header.startsWith('{')) {
    return `${header}\nBody\n`;
  }
  return generator === 'hugo' && header.includes(' = ') ? `+++\n${header}\n+++\n` : post(header);
}

/** Not a measurement: only a hang takes that long, in milliseconds. */
const HANG = 120_000;

/** The text after a rename; where it cannot be made, why. */
function renamed(generator: GeneratorName, text: string, from: readonly string[], to: string): string {
  const { report, site } = read(generator, text);
  const { edits, problem } = renameTerm(report, site, 'tags', from, to);
  assert.ok(edits.length === 0 || problem === null);
  return problem ? `! ${formatMessage(problem)}` : applyEdits(text, edits);
}

type Row = readonly [generator: GeneratorName, header: string, from: string, to: string, expected: string];

const rows: readonly Row[] = [
  // Only the tag's own characters change.
  ['jekyll', 'tags: [aws,  ops ]', 'aws', 'cloud', 'tags: [cloud,  ops ]'],
  ['jekyll', 'tags:\n  - aws # the cloud\n  - ops', 'aws', 'cloud', 'tags:\n  - cloud # the cloud\n  - ops'],
  ['jekyll', "tags: ['aws', \"ops\"]", 'aws', 'cloud', "tags: ['cloud', \"ops\"]"],
  ['jekyll', "tags: ['aws', \"ops\"]", 'ops', 'it\'s "x"', "tags: ['aws', \"it's \\\"x\\\"\"]"],
  ['jekyll', "tags: ['aws']", 'aws', "it's", "tags: ['it''s']"],
  ['jekyll', 'tags: [aws]', 'aws', 'C#', 'tags: [C#]'],
  ['jekyll', 'tags: [aws]', 'aws', 'yes', "tags: ['yes']"],
  ['jekyll', 'tags: [aws]', 'aws', 'a, b', "tags: ['a, b']"],
  ['jekyll', 'tags: [aws, awsome]', 'aws', '#1', "tags: ['#1', awsome]"],
  ['jekyll', 'title: aws\ntags: [aws]\nkeywords: aws', 'aws', 'x', 'title: aws\ntags: [x]\nkeywords: aws'],
  ['jekyll', 'tags: [AWS, aws]', 'aws', 'x', 'tags: [AWS, x]'],
  ['jekyll', 'tag: big data', 'big data', 'yes', "tag: 'yes'"],
  ['jekyll', 'tags: [a]\ntags: [a]', 'a', 'b', 'tags: [a]\ntags: [b]'],
  ['jekyll', 'tag: a\ntags: [a, c]', 'a', 'b', 'tag: b\ntags: [b, c]'],
  ['jekyll', 'tags: [2019, a]', '2019', 'y2019', 'tags: [y2019, a]'],
  ['hugo', 'tags = ["aws", \'ops\']', 'aws', 'a"b', 'tags = ["a\\"b", \'ops\']'],
  ['hugo', 'tags = ["aws", \'ops\']', 'ops', 'cloud', 'tags = ["aws", \'cloud\']'],
  ['hugo', 'tags = [\n  "aws", # x\n  """ops""",\n]', 'ops', 'cloud', '! it is written on several lines'],
  ['hugo', '{"tags": ["aws", "o\\u0070s"]}', 'ops', 'é', '{"tags": ["aws", "é"]}'],
  ['hugo', 'tags: data science', 'data science', 'ml', 'tags: ml'],
  ['generic', 'tags: [aws, ops]', 'ops', 'a: b', "tags: [aws, 'a: b']"],
  // Hugo has one term for all spellings.
  ['hugo', 'tags: [Data Science, x]', 'data-science', 'ml', 'tags: [ml, x]'],
  ['hugo', 'tags: [data-science, Data Science]', 'data science', 'ml', 'tags: [ml]'],
  ['hugo', 'tags: [AWS, aws, x]', 'AWS', 'aws', 'tags: [aws, x]'],
  ['hugo', 'tags: [aws, x]', 'AWS', 'aws', 'tags: [aws, x]'],
  ['hugo', 'tags: [big data, aws]', 'aws', 'Big-Data', 'tags: [big data]'],
  // A tag that would stand twice goes.
  ['jekyll', 'tags: [AWS, ops, aws]', 'AWS', 'aws', 'tags: [ops, aws]'],
  ['jekyll', 'tags: [aws, ops, AWS]', 'AWS', 'aws', 'tags: [aws, ops]'],
  ['jekyll', 'tags: [AWS, AWS]', 'AWS', 'aws', 'tags: [aws]'],
  ['jekyll', 'tags: [AWS, AWS, aws]', 'AWS', 'aws', 'tags: [aws]'],
  ['jekyll', 'tags: [\n  AWS,\n  aws\n]', 'AWS', 'aws', 'tags: [\n  aws\n]'],
  ['jekyll', 'tags: [\n  aws, # x\n  AWS # y\n]', 'AWS', 'aws', 'tags: [\n  aws, # x\n   # y\n]'],
  ['jekyll', 'tags:\n- AWS\n- ops\n- aws', 'AWS', 'aws', 'tags:\n- ops\n- aws'],
  ['jekyll', 'tags:\n- aws\n- AWS # the cloud\n- ops', 'AWS', 'aws', 'tags:\n- aws\n# the cloud\n- ops'],
  ['jekyll', 'tags: aws AWS ops', 'AWS', 'aws', 'tags: aws ops'],
  ['jekyll', 'tags: AWS aws', 'AWS', 'aws', 'tags: aws'],
  ['jekyll', 'tags: AWS AWS  aws', 'AWS', 'aws', 'tags: aws'],
  ['jekyll', 'tags: "aws, AWS, ops"', 'AWS', 'aws', 'tags: "aws, ops"'],
  ['hugo', 'tags = ["aws", "AWS", "ops"]', 'aws', 'ops', 'tags = ["ops"]'],
  ['hugo', '{"tags": ["ops", "aws"]}', 'aws', 'ops', '{"tags": ["ops"]}'],
  // Strings of several.
  ['jekyll', 'tags: aws ops', 'ops', 'cloud', 'tags: aws cloud'],
  ['jekyll', 'tags: "aws ops"', 'aws', 'C#', 'tags: "C# ops"'],
  ['jekyll', 'tags: aws, ops', 'aws', 'cloud', 'tags: cloud, ops'],
  ['jekyll', 'tags: aws ops', 'ops', 'big data', 'tags: [aws, big data]'],
  ['jekyll', "tags: 'aws ops'", 'ops', 'big data', 'tags: [aws, big data]'],
  ['jekyll', 'tags: aws', 'aws', 'big data', 'tags: [big data]'],
  ['jekyll', 'tags: aws ops', 'ops', '#1', "tags: [aws, '#1']"],
  ['jekyll', 'tags: "aws ops"', 'ops', "it's", "tags: [aws, it's]"],
  ['jekyll', 'tags: yes YES', 'YES', 'yes', "tags: ['yes']"],
  // What it cannot do it says.
  ['jekyll', 'tags: aws, ops', 'ops', 'big data', '! `big data` cannot be written there'],
  ['jekyll', 'x: &x aws\ntags: [*x, aws]', 'aws', 'b', '! it stands there as a YAML alias'],
  ['jekyll', 'tags: [a, &t aws]\nkeywords: *t', 'aws', 'b', '! a YAML alias elsewhere stands for it'],
  ['jekyll', 'tags: &t [aws]\nkeywords: *t', 'aws', 'b', '! a YAML alias elsewhere stands for it'],
  ['jekyll', 'tags: [a, [aws]]', 'aws', 'b', '! it stands in a list in a list'],
  ['jekyll', 'tags: >\n  aws\n  ops', 'aws', 'b', '! it is written on several lines'],
  ['jekyll', 'tags: [aws]\nx: "', 'aws', 'b', 'tags: [b]\nx: "'],
  // What is not there stays.
  ['jekyll', 'tags: [ops]', 'aws', 'b', 'tags: [ops]'],
  ['jekyll', 'tags: [aws]', 'aws', 'aws', 'tags: [aws]'],
  ['jekyll', 'Tags: [aws]', 'aws', 'b', 'Tags: [aws]'],
]; // prettier-ignore

describe('renaming a term in a report', () => {
  for (const [generator, header, from, to, expected] of rows) {
    it(`${generator}: ${header.replaceAll('\n', '⏎')}: ${from} → ${to}`, () => {
      const result = renamed(generator, fileOf(generator, header), [from], to);
      assert.equal(result, expected.startsWith('!') ? expected : fileOf(generator, expected));
    });
  }

  it('merges several names into one', () => {
    assert.equal(
      renamed('jekyll', post('tags: [AWS, ops, Aws, aws, amazon]'), ['AWS', 'Aws', 'amazon'], 'aws'),
      post('tags: [ops, aws]'),
    );
  });

  it('keeps line ends and the byte order mark', () => {
    const text = '\uFEFF---\r\ntags:\r\n- AWS\r\n- aws\r\n- ops\n---\r\nBody\r\n';
    assert.equal(
      renamed('jekyll', text, ['AWS'], 'aws'),
      '\uFEFF---\r\ntags:\r\n- aws\r\n- ops\n---\r\nBody\r\n',
    );
  });

  it('tells of what the site gives', () => {
    const { site } = read('hugo', post('title: A'));
    const value = read('hugo', post('tags: [aws]')).report.field('tags')?.value;
    assert.ok(value);
    const inherited = new Map([['tags', value]]);
    const report = new Report(post('title: A'), 'content/posts/a.md', site.generator, { inherited });
    const { problem } = renameTerm(report, { ...site, surroundings: { inherited } }, 'tags', ['aws'], 'b');
    assert.equal(
      problem && formatMessage(problem),
      'the site’s configuration gives it that, not the report itself',
    );
  });

  it('writes and finds a name of ten kilobytes', () => {
    const long = `${'x "y\' \\'.repeat(1500)}z`;
    for (const header of ['tags: [aws, b]', 'tags:\n- aws\n- b', "tags: ['aws', b]", 'tags = ["aws", "b"]']) {
      const generator = header.includes(' = ') ? 'hugo' : 'jekyll';
      const text = fileOf(generator, header);
      const there = renamed(generator, text, ['aws'], long);
      assert.notEqual(there, text);
      assert.deepEqual(read(generator, there).forecast.terms, [long, 'b']);
      assert.deepEqual(read(generator, renamed(generator, there, [long], 'aws')).forecast.terms, [
        'aws',
        'b',
      ]);
    }
  });
});

describe('a name for a term', () => {
  for (const name of ['aws', 'C#', 'data science', "it's", '"', '[a]', '🚀', 'yes', '-']) {
    it(`may be ${name}`, () => {
      assert.equal(checkTermName(name), null);
    });
  }

  for (const [name, reason] of [
    ['', 'Write a name.'],
    ['  ', 'Write a name.'],
    ['a\nb', 'A name is one line of visible characters.'],
    ['a\rb', 'A name is one line of visible characters.'],
    ['a\u0000', 'A name is one line of visible characters.'],
    ['a\u2028b', 'A name is one line of visible characters.'],
    ['a\uD83D', 'A name is one line of visible characters.'],
    ['aws,', 'A name does not end with a comma or semicolon.'],
    [' aws', 'A name has no blanks around it.'],
  ] as const) {
    it(`is not ${JSON.stringify(name)}`, () => {
      const problem = checkTermName(name);
      assert.equal(problem && formatMessage(problem), reason);
    });
  }
});

/** What must hold of any rename, whatever the text. */
function assertRenames(
  generator: GeneratorName,
  text: string,
  from: string,
  to: string,
  circumstances: Parameters<typeof read>[2] = {},
): boolean {
  const { report, site, forecast } = read(generator, text, circumstances);
  const { edits, problem } = renameTerm(report, site, 'tags', [from], to);
  const before = termsOf(report, site, forecast);
  const isSame = (a: string, b: string) => isSameTerm(a, b, site.generator, site.version);
  const isOld = (name: string) => name !== to && isSame(name, from);
  if (edits.length === 0) {
    assert.ok(
      problem !== null || !before.tags.some(isOld),
      'a tag that is used is renamed, or it is said why not',
    );
    return false;
  }
  assert.equal(problem, null);
  const text2 = applyEdits(text, edits);
  const after = read(generator, text2, circumstances);
  assert.equal(text2.slice(after.report.body), text.slice(report.body), 'the body stays');
  assert.equal(after.forecast.outcome, forecast.outcome);
  assert.deepEqual(
    after.report.fields.map(({ key }) => key.name),
    report.fields.map(({ key }) => key.name),
  );
  const now = termsOf(after.report, site, after.forecast);
  assert.deepEqual({ ...now, tags: [] }, { ...before, tags: [] });
  const isOther = (name: string) => !isOld(name) && !isSame(name, to);
  assert.deepEqual(now.tags.filter(isOther), before.tags.filter(isOther));
  const newBefore = before.tags.filter((name) => !isOther(name)).length;
  const exact = before.tags.filter((name) => isSame(name, to) && !isOld(name)).length;
  assert.equal(now.tags.filter(isOld).length, 0);
  assert.equal(now.tags.filter((name) => isSame(name, to)).length, newBefore === 0 ? 0 : Math.max(1, exact));
  return true;
}

const risky = fc
  .array(fc.constantFrom(...Array.from('0159_.,:+-xeo~#&*!|>\'"%@`?{}[] \\=<yesnoé🚀;')), { maxLength: 6 })
  .map((parts) => parts.join('').trim());
const names = fc.oneof(
  fc.constantFrom(
    'aws',
    'AWS',
    'a b',
    'a-b',
    'A b',
    'yes',
    '2019',
    'C#',
    "it's",
    '1.0',
    'x: y',
    'a,b',
    '"',
    '\\',
    '#',
    '- a',
  ),
  risky,
);
const usable = names.filter((name) => checkTermName(name) === null);

/** A value as the reader of a format is likely to find it written, well or badly. */
const yamlItem = fc
  .tuple(names, fc.constantFrom('plain', 'single', 'double', 'comment', 'tag', 'anchor'))
  .map(([name, how]) => {
    switch (how) {
      case 'single':
        return `'${name.replaceAll("'", "''")}'`;
      case 'double':
        return JSON.stringify(name);
      case 'comment':
        return `${name} # note`;
      case 'tag':
        return `!!str ${name}`;
      case 'anchor':
        return `&x ${name}`;
      default:
        return name;
    }
  });
const yamlTags = fc.oneof(
  fc.array(yamlItem, { maxLength: 5 }).map((items) => `tags: [${items.join(', ')}]`),
  fc.array(yamlItem, { maxLength: 5 }).map((items) => `tags: [\n  ${items.join(' ,\n  ')}\n  ]`),
  fc
    .array(yamlItem, { minLength: 1, maxLength: 5 })
    .map((items) => `tags:\n${items.map((item) => `  - ${item}`).join('\n')}`),
  fc.array(names, { minLength: 1, maxLength: 4 }).map((words) => `tags: ${words.join(' ')}`),
  fc.array(names, { minLength: 1, maxLength: 4 }).map((words) => `tags: ${JSON.stringify(words.join(' '))}`),
  fc.array(names, { minLength: 1, maxLength: 3 }).map((words) => `tags: >\n  ${words.join('\n  ')}`),
  yamlItem.map((item) => `tag: ${item}`),
  yamlItem.map((item) => `k: &k ${item}\ntags: [*k, ${item}]`),
);
const json = fc
  .array(names, { maxLength: 5 })
  .map((items) => `{ "title": "x", "tags": ${JSON.stringify(items)} }\nBody\n`);
const tomlString = fc
  .tuple(names, fc.boolean())
  .map(([name, literal]) => (literal && !name.includes("'") ? `'${name}'` : JSON.stringify(name)));
const toml = fc
  .tuple(fc.array(tomlString, { maxLength: 5 }), fc.constantFrom(', ', ',\n  ', ', # note\n  '))
  .map(([items, gap]) => `+++\ntitle = "x"\ntags = [${items.join(gap)}]\n+++\nBody\n`);
const yamlText = fc
  .tuple(
    fc.array(yamlTags, { minLength: 1, maxLength: 2 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', 'keywords: aws, x\n', 'categories: aws\n'),
  )
  .map(([fields, lineEnd, more]) =>
    `---\ntitle: x\n${more}${fields.join('\n')}\n---\nBody\n`.replaceAll('\n', lineEnd),
  );

describe('renaming in any report', () => {
  const readers = [
    ['jekyll', '4.4.1', yamlText],
    ['hugo', '0.169.0', fc.oneof(yamlText, toml, json)],
    ['hugo', '0.111.3', fc.oneof(yamlText, toml, json)],
    ['generic', '', yamlText],
  ] as const;
  for (const [generator, version, texts] of readers) {
    it(`leaves ${generator} ${version} the same terms with the name replaced`, function () {
      this.timeout(HANG);
      let changed = 0;
      fc.assert(
        fc.property(texts, names, usable, fc.nat(), (text, anyName, to, pick) => {
          const { report, site, forecast } = read(generator, text, { version });
          const { tags } = termsOf(report, site, forecast);
          const from = tags[pick % Math.max(1, tags.length)] ?? anyName;
          changed += assertRenames(generator, text, from, to, { version }) ? 1 : 0;
        }),
        runs(300),
      );
      assert.ok(changed > 60, `${String(changed)} were renamed`);
    });
  }

  it('holds of all recorded reports', function () {
    this.timeout(HANG);
    let changed = 0;
    for (const [, { cases }] of recordedFiles()) {
      for (const post of cases) {
        const text = post.source;
        for (const [id] of text === undefined ? [] : Object.entries(post.expected)) {
          const engine = ENGINES[id];
          if (engine && text !== undefined) {
            const circumstances = { path: pathOf(post, engine), version: engine.version };
            const { report, site, forecast } = read(engine.generator, text, circumstances);
            for (const tag of new Set(termsOf(report, site, forecast).tags)) {
              for (const to of ['two words', "it's #1: [a]"]) {
                changed += assertRenames(engine.generator, text, tag, to, circumstances) ? 1 : 0;
              }
            }
          }
        }
      }
    }
    assert.ok(changed > 500, `${String(changed)} were renamed`);
  });
});
