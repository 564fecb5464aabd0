import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { checkReport, rules } from '../../../src/core/rules';
import { ENGINES, readCase, recordedFiles } from '../../conformance';
import { runs } from '../runs';
import { NOW, othersOf, read } from '../support';
import { mutatedText, place, PLACES, slipText } from './generated';
import { brokenPromises, mendAll, RANKS, readIn } from './mended';
import { examplesOf, pageOf } from './pages';
import { PROMISES } from './promises';

/** Not a measurement: only a hang takes that long, in milliseconds. */
const HANG = 120_000;

/** Texts whose fixes once broke their promise. */
const EXAMPLES: readonly [what: string, generator: GeneratorName, text: string, path?: string][] = [
  ['an empty date', 'hugo', '---\ntitle: A\ndate: ""\n---\nText.\n', 'content/posts/a.md'],
  ['a document with an empty date', 'jekyll', '---\ntitle: A\ndate:\n---\nText.\n', '_talks/a.md'],
  ['lone carriage returns', 'hugo', '---\rtitle: Hello\r---\rText.\r', 'content/posts/2020-01-15-x.md'],
  ['two byte order marks', 'hugo', '\ufeff\ufeff---\ntitle: Hello\n---\nText.\n'],
  ['a name with a day that is none', 'hugo', '---\ntitle: T\n---\nText.\n', 'content/posts/2020-13-03-x.md'],
  ['a header of nothing', 'hugo', '---\n~\n---\nText.\n'],
  ['a header that is false', 'jekyll', '---\nfalse\n---\nText.\n'],
  ['a title from a merge', 'jekyll', '---\nx: &x {title: Merged}\n<<: *x\n---\nText.\n'],
  ['a name without words', 'jekyll', '---\nfoo: 1\n---\nText.\n', '_posts/2019-07-23-.md'],
  ['a field of nothing twice', 'jekyll', '---\ndate:\ndate: 2019-07-23\n---\nText.\n'],
  ['a long key twice', 'hugo', '---\n? x\nx: 1\n---\nText.\n'],
  ['the last field in braces', 'jekyll', '---\n{title: T, draft: true}\n---\nText.\n'],
  ['a date that was hidden by broken YAML', 'jekyll', '---\ntitle: A: b\ndate: tomorrow\n---\nText.\n'],
  ['a time zone that is none', 'hugo', '---\ntitle: T\ndate: 2019-07-23 10:00:00 +25:00\n---\nText.\n'],
  ['an expiry that would count', 'hugo', '---\ntitle: T\ndate: 2019-07-23\nexpiryDate: 2019-7-23\n---\nText.\n'],
  ['a field that would hide the post', 'jekyll', '---\ntitle: T\npublish: false\n---\nText.\n'],
  ['a no-break space behind the fence', 'jekyll', '---\u00a0\ntitle: T\n---\nText.\n'],
  ['a list behind a dash', 'hugo', '---\ntitle: T\ndate: 2019-07-23\ntags:\n- [a, b]\n- [c]\n---\nText.\n'],
  ['a separator within Liquid', 'jekyll', '---\ntitle: T\n---\nA {{<!--more-->< comment >}}hid{{< /comment >}} b\n'],
  ['a tag with a blank', 'jekyll', '---\ntitle: T\ntags: ["aws ", cloud]\n---\nText.\n'],
  ['a separator in brackets', 'jekyll', '---\ntitle: T\nexcerpt_separator: ["@@"]\n---\nText.\n\n@@\n\nMore.\n'],
  ['a separator in another case with nothing before it', 'hugo', '---\ntitle: T\ndate: 2019-07-23\n---\n<!--More-->\n\nText.\n'],
  ['a separator in another case below a heading', 'hugo', '---\ntitle: T\ndate: 2019-07-23\n---\n## Day\n\n<!--More-->\n\nText.\n'],
  ['dashes and commas', 'hugo', '---\ntitle: T\ndate: 2019-07-23\ntags: ---a, b]\n---\nText.\n'],
  ['an indented field that Hugo reads otherwise', 'hugo', '---\ntitle: T\nx:\nruby/-nStruct\n  a: 1\n---\nText.\n'],
  ['broken JSON', 'hugo', '{"publishe\n"# e}\nText.\n'],
  ['dashes without blanks', 'jekyll', '---\ntitle: T\ntags:\n  -aws: a\n  -cloud\n---\nText.\n'],
  ['an empty date', 'jekyll', '---\ntitle: T\ndate:\n---\nText.\n', '_drafts/report.md'],
  ['two open quotes in a list', 'hugo', '---\ntitle: T\ndate: 2019-07-23\ntags: ["a, "b, c]\n---\nText.\n'],
  ['headings that follow one that is too deep', 'jekyll', '---\ntitle: T\n---\nText.\n\n## A\n\n#### B\n\n#### C\n'],
  ['three values without commas', 'hugo', '---\ntitle: T\ndate: 2019-07-23\ntags: ["a" "b" "c"]\n---\nText.\n'],
  ['colons in TOML', 'hugo', '+++\ntitle: "T"\ntype: "x"\ndate = 2019-07-23\n+++\nText.\n'],
  ['fields on one line', 'hugo', '---\ntitle: A date: 2019-07-23 draft: true\n---\nText.\n'],
  ['a no-break space before the first field', 'hugo', '---\n\u00a0x: y\ny: *a\ntitle: @re notes\n---\nText.\n'],
  ['a long fence behind a blank', 'jekyll', ' ----\ntitle: T\n---\nText.\n'],
  ['text before front matter that two hyphens close', 'jekyll', 'Text.\n\n---\ntitle: T\n--\nText.\n\n---\n\nMore.\n'],
  ['no opening fence, and a blank in its place', 'jekyll', ' layout: post\n---\nText.\n'],
  ['a name in quotes above an open quote', 'hugo', '---\n"title": Hello\nsubtitle: "Hello\ntags: [a]\n---\nText.\n'],
  ['a line that begins with a quote', 'generic', '---\n"x: "Why?"\ndate:@ 2026-06-12\n---\nText.\n'],
  ['a date that is one above another problem', 'hugo', '+++\ndate = 2019-02-30\ndate = true\ntitle = Hello\n+++\nText.\n'],
  ['a separator below a heading alone', 'jekyll', '---\ntitle: T\n---\n## Takeaways\n\n---\n\n<!--more-->\n'],
  ['a type in place of a date', 'jekyll', '---\ntitle: T\ndate: !2-03\n---\nText.\n'],
  ['braces that a bracket closes', 'jekyll', '---\ntitle: T\ntags: {a]\n---\nText.\n', '_drafts/report.md'],
  ['a map among the tags with several names', 'jekyll', '---\ntitle: T\ntags: [a、b: c、d]\n---\nText.\n'],
  ['a quote among the tags', 'hugo', '---\ntitle: T\ndate: 2019-07-23\ntags:\n  -"\n - b\n---\nText.\n'],
  ['nothing behind a colon among the tags', 'jekyll', '---\ntitle: T\ntags: [a, n: , ~, ""]\n---\nText.\n'],
  ['a file that is named by a day to come', 'jekyll', '---\ntitle: T\ndate: 2019-07-23 10:00\n---\nText.\n', '_posts/2027-01-10-x.md'],
  ['a file that is named by a day to come, with another one', 'jekyll', '---\ntitle: T\ndate: 2027-02-01\n---\nText.\n', '_posts/2027-01-10-x.md'],
  ['a tag twice beside tags', 'jekyll', '---\ntitle: T\ntags: [a]\ntag: b\ntag: b\n---\nText.\n'],
  ['lone carriage returns and one CRLF', 'jekyll', '---\rtitle: T\r---\rFirst\r\nsecond.\r'],
  ['a draft with a broken header', 'jekyll', '---\ndate: 20190723\ndate: 20190723\n\tlayout: post\n---\nText.\n'],
  ['a dash deeper than the first, and one line end of two kinds', 'hugo', '---\ntitle: T\ndate: 2019-07-23\ntags:\n  -a\r\n -cloud\n---\nText.\n'],
  ['a dash deeper than the first', 'jekyll', '---\ntitle: T\ntags:\n  -a\n -cloud\n---\nText.\n'],
  ['a percent sign below a date', 'hugo', '---\ntitle: T\ndate: 03/07/2019\npublished: no\n%x\n---\nText.\n'],
  ['a named value, dashes and a quote among the tags', 'hugo', '---\ntitle: T\ndate: 2019-07-23\ntags: [&t ---"a, b"]\n---\nText.\n'],
  ['a named value, dashes and a quote among the tags', 'jekyll', '---\ntitle: T\ntags: [&t ---"a, b"]\n---\nText.\n'],
  ['a separator with another one before the first paragraph', 'hugo', '{}\n# A title\n\n<!--more-->\n\n<!--more--> Text\n\nFirst paragraph.\n'],
  ['tags that are written as another field', 'hugo', '---\ntitle: T\ndate: 2019-07-23\ntags: &x ---[a, b]\ncategories: *x\n---\nText.\n'],
  ['an open quote twice and nothing else', 'jekyll', '---\n"x: y\nx: y"\n---\n\n'],
  ['a date that is none below a fence', 'hugo', '---\n---title: T\ndate: 2{2-03\n---\n| a | b |\n|---|---|\n| c | d |'],
  ['a long fence above a fence', 'hugo', '------\n---layout: post\ntitle: T\ndate: }8-02-03\n---\nText.\n'],
  ['a form feed behind the opening fence', 'generic', '---\f\ntitle: ---Hello\n---\nText\n'],
  ['an open quote twice', 'jekyll', '---\ntitle: T\n"x: y\nx: y"\n---\nText.\n'],
  ['an open quote twice', 'hugo', '---\ntitle: T\ndate: 2019-07-23\n"x: y\nx: y"\n---\nText.\n'],
  ['a type without a name before dashes', 'jekyll', '---\ntitle: !!---2019\n---\nText.\n'],
  ['a type without a name before dashes', 'hugo', '---\ntitle: !!---2019\ndate: 2019-07-23\n---\nText.\n'],
]; // prettier-ignore

function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

describe('fixes keep their promises', () => {
  it('in recorded posts, on the pages of the rules and where they once did not', async function () {
    this.timeout(HANG);
    const tried = new Set<string>();
    const broken: string[] = [];
    for (const [, { now, cases }] of recordedFiles()) {
      for (const [index, recorded] of cases.entries()) {
        const seen = new Set<string>();
        // Of a generator's versions that say the same of a post one is enough; another one each time.
        const engines = Object.entries(ENGINES);
        const turn = index % engines.length;
        for (const [name, engine] of [...engines.slice(turn), ...engines.slice(0, turn)]) {
          if (recorded.expected[name]) {
            const { report, site, forecast, now: moment } = await readCase(recorded, engine, now);
            const findings = checkReport({ report, site, forecast, now: moment });
            const key = `${engine.generator} ${forecast.outcome} ${JSON.stringify(findings)}`;
            if (seen.has(key)) {
              continue;
            }
            seen.add(key);
            const place = { site, path: report.path, now: moment, options: report.options };
            broken.push(
              ...brokenPromises(place, report.text, tried).map((what) => `${name}, ${recorded.id}: ${what}`),
            );
            if (index % 10 === 0) {
              broken.push(
                ...brokenPromises(place, withCrlf(report.text), tried).map(
                  (what) => `${name}, ${recorded.id}, CRLF: ${what}`,
                ),
              );
            }
          }
        }
      }
    }
    assert.deepEqual(broken, []);
    for (const rule of rules) {
      const texts: Record<string, string> = {};
      for (const { kind, text, circumstances } of examplesOf(pageOf(rule))) {
        if (kind === 'other') {
          texts[circumstances.path ?? ''] = text;
        } else if (kind !== 'fixed' && kind !== 'by-hand') {
          const { site, report } = read(kind, text, circumstances);
          const { vocabulary } = circumstances;
          const place = { site, path: report.path, now: NOW, others: othersOf(kind, texts), vocabulary };
          assert.deepEqual(brokenPromises(place, text, tried), [], rule.code);
        }
      }
    }
    for (const [what, generator, text, path] of EXAMPLES) {
      for (const place of PLACES.filter(({ site }) => site.generator.name === generator)) {
        const where = path === undefined ? place : { ...place, path };
        assert.deepEqual(brokenPromises(where, text, tried), [], what);
        assert.deepEqual(brokenPromises(where, withCrlf(text), tried), [], `${what}, with CRLF`);
      }
    }
    assert.deepEqual(
      Object.keys(PROMISES).filter((key) => !tried.has(key)),
      [],
      'each promise is put to the test',
    );
    assert.deepEqual(
      [...tried].filter((key) => !(key in PROMISES)),
      [],
      'each fix has its promise',
    );
  });
});

describe('no text makes a fix break its promise', () => {
  it('in generated reports with slips', function () {
    this.timeout(HANG * 50);
    fc.assert(
      fc.property(place, slipText, (where, text) => {
        assert.deepEqual(brokenPromises(where, text), []);
      }),
      runs(1_000),
    );
  });

  it('in mutated posts', function () {
    this.timeout(HANG * 50);
    fc.assert(
      fc.property(place, mutatedText, (where, text) => {
        assert.deepEqual(brokenPromises(where, text), []);
      }),
      runs(500),
    );
  });

  it('when preferred fixes are applied until none is left', function () {
    this.timeout(HANG * 50);
    fc.assert(
      fc.property(place, slipText, (where, text) => {
        const { outcome } = readIn(where, text).forecast;
        const { steps, reading } = mendAll(where, text, 40);
        assert.ok(steps < 40, 'they come to an end');
        assert.ok(RANKS[reading.forecast.outcome] >= RANKS[outcome], 'nothing is worse than before');
      }),
      runs(300),
    );
  });
});
