import assert from 'node:assert/strict';
import { join } from 'node:path';
import { formatMessage } from '../../../src/core/message';
import { textOfHtml } from '../../../src/core/markdown/markdown';
import { ENGINES, pathOf, readCases, withoutUnseen } from '../../conformance';
import { check, post } from '../support';

const { cases } = readCases(join(process.cwd(), 'test', 'fixtures', 'conformance', 'unseen-excerpts.json'));

/** What is said of the excerpt of a recorded post. */
function saidOf(id: string, name: string): string[] {
  const recorded = cases.find((each) => each.id === `unseen-${id}`);
  const engine = ENGINES[name];
  assert.ok(recorded && engine, id);
  const { generator, version } = engine;
  return check(generator, recorded.source ?? '', { version, path: pathOf(recorded, engine) })
    .filter(({ code }) => code === 'poor-excerpt')
    .map(({ message }) => formatMessage(message));
}

const EMPTY = 'will show an empty excerpt: it ends before there is anything to read.';

describe('excerpts that show nothing', () => {
  for (const [name, engine] of Object.entries(ENGINES)) {
    it(`are told of where they are recorded, and nowhere else: ${name}`, () => {
      let compared = 0;
      for (const { id, expected } of cases) {
        const html = expected[name]?.excerpt?.html ?? expected[name]?.summary?.html;
        if (html === undefined || expected[name]?.outcome !== 'published') {
          continue;
        }
        compared++;
        // `unread-separator` tells of these, with the same fix; of code that it is cut is said, and a figure is a picture, or Liquid.
        if (/^unseen-(?:html-div|style-and-text|code-first|shortcode-only)$/.test(id)) {
          continue;
        }
        const isEmpty = textOfHtml(withoutUnseen(html)) === '' && !html.includes('<img');
        const said = saidOf(id.replace('unseen-', ''), name);
        assert.equal(
          said.some((message) => message.includes('will show an empty excerpt')),
          isEmpty,
          `${id}: ${said.join()} of ${html}`,
        );
      }
      assert.ok(compared === 0 || compared > 30);
      assert.ok(compared > 0 || engine.generator === 'jekyll');
    });
  }

  it('are told of with the reason', () => {
    for (const [id, engine, ...messages] of [
      [
        'html-line',
        'hugo-0.169',
        'Hugo will show an empty excerpt: it leaves out HTML, as `unsafe` is not set.',
      ],
      [
        'html-picture',
        'hugo-0.111',
        'Hugo will show an empty excerpt: it leaves out HTML, as `unsafe` is not set.',
      ],
      ['html-div', 'hugo-0.169'],
      ['html-inline', 'hugo-0.169'],
      ['style-and-text', 'hugo-0.169'],
      ['style-before', 'jekyll-4.4', `Jekyll ${EMPTY}`],
      ['comment-around', 'hugo-0.131', 'Hugo will show an empty excerpt: `<!--more-->` stands in a comment.'],
      ['comment-inline', 'hugo-0.169', 'Hugo will end the excerpt here, in the middle of a comment.'],
      ['comment-around', 'jekyll-4.4'],
      ['shortcode-only', 'hugo-0.169'],
      [
        'shortcode-around',
        'hugo-0.169',
        'Hugo will not end the excerpt here: it does not look into the shortcode around it.',
      ],
      ['liquid-comment', 'jekyll-4.4', `Jekyll ${EMPTY}`],
      ['liquid-assign', 'jekyll-4.4', `Jekyll ${EMPTY}`],
      ['footnote-only', 'jekyll-4.4', `Jekyll ${EMPTY}`],
    ] as const) {
      assert.deepEqual(saidOf(id, engine), messages, `${id}, ${engine}`);
    }
  });

  it('are not those of a site that keeps HTML', () => {
    const config = { hugo: { markup: { unsafe: true } } };
    const codes = (body: string) =>
      check('hugo', post('title: Hello\ndate: 2024-05-06', body), { config }).map(({ code }) => code);
    assert.deepEqual(codes('<p>A day.</p>\n\n<!--more-->\n\nMore.\n'), []);
    assert.deepEqual(codes('<style>p { color: red }</style>\n\n<!--more-->\n\nMore.\n'), ['poor-excerpt']);
  });
});

describe('a separator in code', () => {
  const inMiddle = 'Hugo will end the excerpt here, in the middle of code.';
  const goesOn = 'Hugo will take this line out of the code, and end the excerpt behind the next paragraph.';
  const atCode = 'Hugo will take this line out of the code, and end the excerpt behind it.';

  it('is told of as each version of Hugo takes it', () => {
    for (const [id, now] of [
      ['code-fence', goesOn],
      ['code-fence-more', goesOn],
      ['code-then-heading', goesOn],
      ['code-first', goesOn],
      ['code-last', atCode],
      ['code-span', inMiddle],
    ] as const) {
      assert.deepEqual(saidOf(id, 'hugo-0.169'), [now], id);
      assert.deepEqual(saidOf(id, 'hugo-0.131'), [inMiddle], id);
      assert.deepEqual(saidOf(id, 'hugo-0.111'), [inMiddle], id);
      assert.deepEqual(
        saidOf(id, 'jekyll-4.4').filter((message) => message.includes('code')),
        [],
        id,
      );
    }
  });

  it('and what is written of comments elsewhere, is no comment around it', () => {
    const codes = (body: string) =>
      check('hugo', post('title: Hello\ndate: 2024-05-06', body)).map(({ code }) => code);
    assert.deepEqual(codes('Write `<!--` there.\n\n<!--more-->\n\nMore.\n'), []);
    assert.deepEqual(codes('Write <!-- there.\n\n<!--more-->\n\nMore.\n'), []);
    assert.deepEqual(codes('A day.\n<!-- photos -->\n\n<!--more-->\n\nMore.\n'), []);
  });
});
