import assert from 'node:assert/strict';
import { namePlace } from '../../../src/core/cursor/place';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { Report } from '../../../src/core/report/report';
import { withCursor } from './accept';
import { accepted, labels, offered, others, siteOf } from './support';

/** A text with `|` at the cursor, a name, and the text after it was chosen; null where nothing may be offered. */
type Situation = readonly [at: string, name: string, gives: string | null];

const yaml: readonly Situation[] = [
  ['---\n|\n---\n', 'title', '---\ntitle: |\n---\n'],
  ['---\nti|\n---\n', 'title', '---\ntitle: |\n---\n'],
  ['---\nti|', 'title', '---\ntitle: |'],
  ['---\ntitle: A\n|\n---\nBody\n', 'date', '---\ntitle: A\ndate: |\n---\nBody\n'],
  ['---\r\ntitle: A\r\nd|\r\n---\r\n', 'date', '---\r\ntitle: A\r\ndate: |\r\n---\r\n'],
  ['---\ntitle: A\nta|\n---\n', 'tags', '---\ntitle: A\ntags: [|]\n---\n'],
  ['---\ntitle: A\nima|: x\n---\n', 'image', '---\ntitle: A\nimage|: x\n---\n'],
  ['---\ntitle: A\nda|te : x\n---\n', 'date', '---\ntitle: A\ndate| : x\n---\n'],
  ['---\ntitle: A\nla|yout # c\n---\n', 'layout', '---\ntitle: A\nlayout: | # c\n---\n'],
  ['---\n  title: A\n  la|\n---\n', 'layout', '---\n  title: A\n  layout: |\n---\n'],
  ['---\ntags:\n- a\nla|\n---\n', 'layout', '---\ntags:\n- a\nlayout: |\n---\n'],
  ['---\ntags:\n  - a\n\nla|\n---\n', 'layout', '---\ntags:\n  - a\n\nlayout: |\n---\n'],
  ['---\n# About\n|\n---\n', 'title', '---\n# About\ntitle: |\n---\n'],
  ['---\ntitle: [A\nla|\n---\n', 'layout', '---\ntitle: [A\nlayout: |\n---\n'],
  ['---\ntitle: "A\nla|\ndate: 2019\n---\n', 'layout', '---\ntitle: "A\nlayout: |\ndate: 2019\n---\n'],
  ['---\ntitle: A: B\nla|\n---\n', 'layout', '---\ntitle: A: B\nlayout: |\n---\n'],
  ['---\ntitle: A\nla|\n\nBody goes on\n', 'layout', '---\ntitle: A\nlayout: |\n\nBody goes on\n'],
  // In a value that goes on, in a map, behind a name, in a comment, in the body.
  ['---\ntags: [a,\nla|\n]\n---\n', 'layout', null],
  ['---\ntitle: "A\nla|\nb"\n---\n', 'layout', null],
  ['---\ntitle: A\nevent:\n  la|\n---\n', 'layout', null],
  ['---\ntitle: A\n- la|\n---\n', 'layout', null],
  ['---\ntitle: A\nla | b\n---\n', 'layout', null],
  ['---\ntitle: A\nla|yout post\n---\n', 'layout', null],
  ['---\ntitle: A\n# la|\n---\n', 'layout', null],
  ['---\ntitle: A\n---\nla|\n', 'layout', null],
  ['---\ntitle: A\n\nIn the body la\n\nla|\n', 'layout', null],
  ['---\n\nProse below a rule\nla|\n', 'layout', null],
  ['---\nProse below a rule\nla|\n---\n', 'layout', null],
  ['la|\n', 'layout', null],
  ['---\ntitle: A\n--|\n', 'layout', null],
];

const toml: readonly Situation[] = [
  ['+++\n|\n+++\n', 'title', '+++\ntitle = "|"\n+++\n'],
  ['+++\ntitle = "A"\ndr|\n+++\n', 'draft', '+++\ntitle = "A"\ndraft = |\n+++\n'],
  ['+++\ntitle = "A"\nal|\n', 'aliases', '+++\ntitle = "A"\naliases = [|]\n'],
  ['+++\ntitle = "A"\nsi|\n+++\n', 'sitemap', '+++\ntitle = "A"\nsitemap = { | }\n+++\n'],
  ['+++\nslu| = "A"\n+++\n', 'slug', '+++\nslug| = "A"\n+++\n'],
  ['+++\ntags = [\n  "a",\n  sl|\n]\n+++\n', 'slug', null],
  ['+++\ntitle = """\nsl|\n"""\n+++\n', 'slug', null],
  ['+++\ntitle = "A"\n[params]\nsl|\n+++\n', 'slug', null],
  ['+++\nsl|\n[params]\na = 1\n+++\n', 'slug', '+++\nslug = "|"\n[params]\na = 1\n+++\n'],
];

const json: readonly Situation[] = [
  ['{|}\n', 'title', '{"title": "|"}\n'],
  ['{\n  "|"\n}\n', 'title', '{\n  "title": "|"\n}\n'],
  ['{\n  "ti|"\n}\n', 'title', '{\n  "title": "|"\n}\n'],
  ['{\n  "ti|\n}\n', 'title', '{\n  "title": "|"\n}\n'],
  ['{\n  ti|\n  "date": "x"\n}\n', 'title', '{\n  "title": "|",\n  "date": "x"\n}\n'],
  ['{\n  "title": "A",\n  "dr|"\n}\n', 'draft', '{\n  "title": "A",\n  "draft": |\n}\n'],
  ['{\n  "ti|": "A"\n}\n', 'title', '{\n  "title"|: "A"\n}\n'],
  ['{\n  "title": "ti|"\n}\n', 'title', null],
  ['{\n  "params": { "ti|" }\n}\n', 'title', null],
  ['{\n  "tags": ["ti|"]\n}\n', 'title', null],
  ['{\n  "title": "A" ti|\n}\n', 'title', null],
  ['{\n  "a": 1\n}\nti|\n', 'title', null],
];

function check(situations: readonly Situation[], generator: GeneratorName): void {
  for (const [at, name, gives] of situations) {
    const items = offered(at, generator);
    const item = items.find(({ label }) => label === name);
    // Where a value may stand instead, no name is among what is offered.
    assert.equal(accepted(at, item), gives, at);
    if (item) {
      const { text, offset } = withCursor(at);
      assert.ok(item.range.start <= offset && offset <= item.range.end);
      assert.ok(!text.slice(item.range.start, item.range.end).includes('\n'));
    }
  }
}

describe('names of fields', () => {
  it('are offered in YAML, also in unfinished headers', () => {
    check(yaml, 'jekyll');
  });

  it('are offered in TOML', () => {
    check(toml, 'hugo');
  });

  it('are offered in JSON', () => {
    check(json, 'hugo');
  });

  it('come the most used first, without those that stand there', () => {
    const reports = others({ speaker: 8, layout: 7, title: 9 });
    const items = offered('---\ntitle: A\n|\n---\n', 'jekyll', { others: reports });
    assert.deepEqual(labels(items).slice(0, 4), ['speaker', 'layout', 'date', 'tags']);
    assert.deepEqual(
      items.slice(0, 3).map(({ count }) => count),
      [8, 7, 0],
    );
    assert.ok(!labels(items).includes('title'));
  });

  it('are compared as Hugo does, and written as its manual does', () => {
    const reports = others({ publishdate: 3, linktitle: 2 });
    const items = offered('---\nLINKTITLE: A\n|\n---\n', 'hugo', { others: reports });
    assert.equal(labels(items)[0], 'publishDate');
    assert.ok(!labels(items).some((label) => /linktitle/i.test(label)));
  });

  it('leave out what the generator does not read, unless reports have it all the same', () => {
    assert.ok(!labels(offered('---\n|\n---\n', 'jekyll')).includes('draft'));
    assert.ok(!labels(offered('---\n|\n---\n', 'hugo')).includes('excerpt_separator'));
    assert.ok(labels(offered('---\n|\n---\n', 'jekyll', { others: others({ draft: 1 }) })).includes('draft'));
  });

  it('go by the version', () => {
    const has = (generator: GeneratorName, version: string, name: string) =>
      labels(offered('---\n|\n---\n', generator, { version })).includes(name);
    assert.ok(has('jekyll', '4.3.1', 'render_with_liquid'));
    assert.ok(!has('jekyll', '3.10.0', 'render_with_liquid'));
    assert.ok(has('hugo', '0.131.0', 'build'));
    assert.ok(!has('hugo', '0.111.3', 'build'));
    assert.ok(has('hugo', '0.111.3', '_build'));
  });

  it('open the list of values where those are known', () => {
    const opens = (name: string) => {
      const items = offered('---\n|\n---\n', 'jekyll', {
        others: others({ speaker: 1 }, { speaker: ['Ann'] }),
      });
      const item = items.find(({ label }) => label === name);
      return item && 'opensValues' in item && item.opensValues;
    };
    assert.deepEqual(['tags', 'date', 'published', 'layout', 'speaker', 'title'].map(opens), [
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('are such that the field is read', () => {
    for (const generator of ['jekyll', 'hugo', 'generic'] as const) {
      for (const format of generator === 'hugo'
        ? (['---\n|\n---\n', '+++\n|\n+++\n', '{|}\n'] as const)
        : ['---\n|\n---\n']) {
        for (const item of offered(format, generator)) {
          const written = accepted(format, item) ?? '';
          // A value that may stand at the cursor in any format.
          const value =
            /[{[]\s*\|\s*[\]}]/.test(written) || written.includes('"|"') || /\n {2}\|/.test(written)
              ? ''
              : '1';
          const report = new Report(
            written.replace('|', /\n {2}\|/.test(written) ? 'a: 1' : value),
            'a.md',
            siteOf(generator).generator,
          );
          assert.deepEqual(report.frontMatter?.problems, [], written);
          assert.deepEqual(
            report.fields.map(({ key }) => key.name),
            [item.label],
          );
        }
      }
    }
  });

  it('are found in linear time', () => {
    const lines = 'a: [b, "c", \'d\'\n'.repeat(18_000);
    const started = performance.now();
    for (const text of [
      `---\n${lines}x`,
      `---\n${'a'.repeat(250_000)}`,
      `---\na${' '.repeat(250_000)}b\nx`,
      `+++\n[${' '.repeat(250_000)}\nx`,
      `{${'"a": 1, '.repeat(30_000)}"x`,
      `---\na: "${"\\'".repeat(100_000)}\nx`,
    ]) {
      namePlace(text, text.length);
    }
    assert.ok(performance.now() - started < 5000);
  });
});
