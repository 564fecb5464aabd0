import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import { read } from '../support';

const HEADER = '---\ntitle: Hello\n---\n';

describe('Liquid in Jekyll’s posts', () => {
  const stops: [name: string, marked: string, reason: string][] = [
    ['a tag that there is not', 'One ⟦{% youtube x %}⟧ two.', 'Liquid knows no tag `youtube`'],
    ['a block that stays open', '⟦{% if page.title %}⟧ One.', '`if` is not closed'],
    ['an end of nothing', 'One ⟦{% endif %}⟧.', '`endif` belongs to no block'],
    ['an output that stays open', 'One ⟦{{⟧ two.', '`{{` is not closed'],
    ['a loop over nothing', '⟦{% for x %}⟧{% endfor %}', 'Liquid cannot read this `for`'],
    ['a division by nothing', 'One {{ 1 | ⟦divided_by: 0⟧ }}.', 'Liquid cannot divide by 0'],
    [
      'a filter with too many values',
      'One {{ "a" | ⟦upcase: 1⟧ | strip }}.',
      '`upcase` takes no value behind its name, and gets 1',
    ],
    ['a filter without its value', '{{- "a" | strip | ⟦append⟧ }}', '`append` needs a value behind a colon'],
    [
      'a filter without its second value',
      '{% assign x = page.tags | ⟦where: "k"⟧ %}',
      '`where` takes 2 values, and gets 1',
    ],
    [
      'a filter with a value of another version',
      '{{ page.none | ⟦default: "d", allow_false: true⟧ }}',
      '`default` takes at most 1 values, and gets 2',
    ],
    ['a filter behind a colon without a value', '{{ "x" | ⟦date:⟧ }}', '`date` needs a value behind a colon'],
    [
      'a list that there is not',
      '{{ page.none | ⟦sort⟧ }}',
      'there is nothing that `sort` could be applied to',
    ],
    ['a text that is no list', '{{ page.title | ⟦sort⟧ }}', '`sort` cannot be applied to a text'],
    ['a text that is no date', '{{ page.title | ⟦date_to_string⟧ }}', 'Jekyll can read no date of “Hello”'],
  ];
  for (const [name, marked, reason] of stops) {
    it(`ends the build, and tells where: ${name}`, () => {
      const text = HEADER + marked.replace(/[⟦⟧]/g, '');
      const start = HEADER.length + marked.indexOf('⟦');
      const end = HEADER.length + marked.indexOf('⟧') - 1;
      const { forecast } = read('jekyll', text);
      assert.equal(forecast.outcome, 'build-error');
      assert.deepEqual(forecast.cause, { code: 'liquid', range: { start, end } });
      assert.equal(
        forecast.reason && formatMessage(forecast.reason),
        `Jekyll will stop the build of the whole site: ${reason}.`,
      );
    });
  }

  it('shows what is known of the page, and nothing in place of what is not', () => {
    const text = `${HEADER}{{ page.title }}{{ site.title }} {% assign x = "a" | upcase %}{{ x }}.\n`;
    assert.equal(read('jekyll', text).excerpt.text, 'Hello A.');
  });

  it('ends, however long a loop would take and a text would grow', () => {
    const loops = '{% for i in (1..1000000) %}{% for j in (1..1000000) %}x{% endfor %}{% endfor %}';
    const growth = `{% assign x = "aaaa" %}${'{% assign x = x | append: x %}'.repeat(60)}{{ x }}`;
    const filters =
      '{% assign x = "a" %}{% for i in (1..9999) %}{% assign x = x | append: x | upcase %}{% endfor %}';
    const squares = `{% assign x = 9999999999 %}${'{% assign x = x | times: x %}'.repeat(60)}{{ x }}`;
    for (const body of [loops, growth, filters, squares]) {
      assert.equal(read('jekyll', HEADER + body).forecast.outcome, 'published');
    }
  });

  it('ends, however much the aliases of a header stand for', () => {
    const levels = 'a b c d e f g h'
      .split(' ')
      .map((name, at, all) => `${all[at + 1] ?? 'i'}: &${all[at + 1] ?? 'i'} [${`*${name},`.repeat(9)}]`);
    const bomb = `a: &a [x]\n${levels.join('\n')}\n`;
    const long = `a: &a ${'x'.repeat(200_000)}\ni: [${'*a,'.repeat(5000)}]\ntitle: [${'*a,'.repeat(5000)}]\n`;
    for (const header of [bomb, long]) {
      for (const shown of ['', 'join: page.a', 'upcase', 'jsonify', 'sort_natural', 'uniq', 'inspect']) {
        assert.equal(
          read('jekyll', `---\n${header}---\n{{ page.i | ${shown} }}\n`).forecast.outcome,
          'published',
        );
      }
    }
  });

  it('ends no build where only the site tells what a filter gets', () => {
    const bodies = [
      '{{ site.posts | sort }}',
      '{{ page.previous | sort }}',
      '{% if site.comments %}{% assign list = page.tags %}{% endif %}{{ list | sort }}',
      '{% unless site.posts %}{{ page.none | sort }}{% endunless %}',
      '{% capture when %}{{ site.time }}{% endcapture %}{{ when | date_to_string }}',
    ];
    for (const body of bodies) {
      assert.equal(read('jekyll', HEADER + body).forecast.outcome, 'published', body);
    }
  });

  it('is not looked for by Hugo', () => {
    assert.equal(read('hugo', `${HEADER}One {% youtube x %}.\n`).forecast.outcome, 'published');
  });
});
