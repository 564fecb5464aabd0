import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage } from '../../src/core/message';
import { applyEdits } from '../../src/core/text';
import { runs } from './runs';
import { check, read } from './support';

/** Not a measurement: only a hang takes that long, in milliseconds. */
const HANG = 60_000;

const generators = ['jekyll', 'hugo', 'generic'] as const;

/** Everything that is looked at when a report is opened. */
function lookAt(text: string): void {
  for (const generator of generators) {
    const { report, forecast, excerpt } = read(generator, text);
    const inside = ({ start, end }: { start: number; end: number }) => {
      assert.ok(
        start >= 0 && start <= end && end <= text.length,
        `${generator}: ${String(start)}–${String(end)} of ${String(text.length)}`,
      );
    };
    for (const finding of check(generator, text)) {
      inside(finding.range);
      assert.ok(!/\{\d\}/.test(formatMessage(finding.message)), formatMessage(finding.message));
      for (const fix of finding.fixes) {
        fix.edits.forEach((edit) => {
          inside(edit.range);
        });
        applyEdits(text, fix.edits);
      }
    }
    report.takeaways.items.forEach((item) => {
      inside(item.range);
    });
    report.talks.forEach((talk) => {
      inside(talk.range);
    });
    if (excerpt.range) {
      inside(excerpt.range);
    }
    assert.deepEqual(read(generator, text).forecast, forecast, 'the same text gives the same forecast');
  }
}

const piece = fc.constantFrom(
  '---', '+++', '{', '}', '\n', '\r\n', '\r', '\t', ' ', '  ', ': ', ':', '-', '- ', '[', ']', ',', '"', "'", '#', '## ', '&a', '*a', '!', '|', '>', '@', '%', '`', '\\', '=', '...', '----',
  'title', 'date', 'tags', 'draft', 'true', 'yes', 'null', '2019-07-23', '2019-02-30', '12:30', '1e3', '<!--more-->', '<!-- more -->', 'excerpt_separator', 'Takeaways', 'by Ann Onym', 'categories',
  '\u00a0', '\ufeff', '\u0000', '😀', '\ud800', 'é', '{{', '{%', '%}', '[a](b)', '**', '<div>', '-->', '```', '<<', '? ',
); // prettier-ignore

describe('no text makes the core throw', () => {
  it('in generated front matter and bodies', function () {
    this.timeout(HANG);
    const header = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    const fence = fc.constantFrom('---\n', '+++\n', '', '{', '---\r\n', '\ufeff---\n', ' ---\n');
    fc.assert(
      fc.property(
        fence,
        header,
        fc.constantFrom('---\n', '+++\n', '}', '', '...\n'),
        header,
        (open, inner, close, body) => {
          lookAt(`${open}${inner}\n${close}${body}`);
        },
      ),
      runs(2000),
    );
  });

  it('in mutated reports', function () {
    this.timeout(HANG);
    const text =
      '---\ntitle: "Day 1: keynotes"\ndate: 2019-07-23\ntags:\n  - aws\n  - \'data science\'\nexcerpt_separator: <!--more-->\n---\nIntro.\n\n<!--more-->\n\n## Key take-aways\n\n- One\n- Two\n\n### Talk by Ann Onym\n\n> Quote\n';
    const mutation = fc.tuple(fc.nat(text.length), fc.nat(6), piece);
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        lookAt(
          mutations.reduce(
            (mutated, [at, removed, added]) => mutated.slice(0, at) + added + mutated.slice(at + removed),
            text,
          ),
        );
      }),
      runs(1000),
    );
  });
});

describe('bad input', () => {
  const inputs: [name: string, text: string][] = [
    ['an empty file', ''],
    ['a byte order mark alone', '\ufeff'],
    ['binary', String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
    [
      'UTF-16 read as UTF-8',
      '\ufffd\ufffd-\u0000-\u0000-\u0000\n\u0000t\u0000i\u0000t\u0000l\u0000e\u0000:\u0000',
    ],
    ['CRLF', '---\r\ntitle: Hello\r\n---\r\nText.\r\n\r\nMore.\r\n'],
    ['an unterminated fence', '---\ntitle: Hello\n'],
    ['an unterminated quote', '---\ntitle: "Hello\n---\nText "\n'],
    ['an unterminated list', '---\ntags: [a, b\n---\n'],
    ['an unterminated TOML string', '+++\ntitle = """Hello\n+++\n'],
    ['unterminated JSON', '{"title": "Hello'],
    ['an unterminated comment and code', '---\ntitle: Hello\n---\n<!--\n```\n'],
    ['ten thousand nested brackets', `---\nx: ${'['.repeat(10_000)}\n---\n`],
    ['ten thousand nested lists and quotes', `---\ntitle: Hello\n---\n${'> - '.repeat(10_000)}x\n`],
    [
      'an alias bomb',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.replace(/./g, (name, at: number) => `${name}: &${name} [${`*${'abcdefghij'[at] ?? ''},`.repeat(9)}]\n`)}---\n`,
    ],
    [
      'a line of a million characters',
      `---\ntitle: ${'a'.repeat(1_000_000)}\n---\n${'b '.repeat(500_000)}\n`,
    ],
    ['a million dashes', '-'.repeat(1_000_000)],
    ['a million blanks', `${' '.repeat(1_000_000)}x`],
    ['a heading of brackets', `---\ntitle: Hello\n---\n## ${'['.repeat(1_000_000)}\n`],
    ['a list of lines that never closes', `---\ntags: [${'- a\n'.repeat(20_000)}\n---\n`],
    ['a list of blank lines', `---\ntags: [${'\n'.repeat(100_000)}---\n`],
    ['a field that stands again and again', `---\n${'a: 1\n'.repeat(20_000)}---\n`],
    ['Liquid blocks that stay open', `---\ntitle: Hello\n---\n${'{% if %}\n\n'.repeat(20_000)}`],
    ['ten thousand headings', `---\ntitle: Hello\n---\n${'## Takeaways\n'.repeat(10_000)}`],
  ];
  for (const [name, text] of inputs) {
    it(`gives a finding or nothing: ${name}`, function () {
      this.timeout(HANG);
      lookAt(text);
    });
  }
});
