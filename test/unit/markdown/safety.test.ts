import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderInline, renderMarkdown } from '../../../src/core/markdown/markdown';
import { DEFAULT_OPTIONS } from '../../../src/core/markdown/goldmark/options';
import type { Dialect } from '../../../src/core/markdown/markdown';
import { runs } from '../runs';

const DIALECTS: Readonly<Record<string, Dialect>> = {
  kramdown: 'kramdown',
  goldmark: 'goldmark',
  'goldmark with HTML': { ...DEFAULT_OPTIONS, unsafe: true },
  'goldmark with all that a site can ask for': {
    ...DEFAULT_OPTIONS,
    emoji: true,
    attributes: { title: true, block: true },
    extras: { delete: true, insert: true, mark: true, subscript: true, superscript: true },
    passthrough: { block: [['$$', '$$']], inline: [['$', '$']] },
    cjk: { lineBreaks: 'simple', escapedSpace: true },
    backlink: '<img src=x onerror="alert(1)">',
    linkifyProtocol: 'javascript',
    typographer: { ...(DEFAULT_OPTIONS.typographer ?? assert.fail()), emDash: '<script>alert(1)</script>' },
  },
  commonmark: 'commonmark',
};

/** What Markdown renders to. */
const TAGS = new Set(
  (
    'a abbr blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr img input li ol p pre s span strong sup table ' +
    'tbody td tfoot th thead tr ul ' +
    // Raw HTML that is kept.
    'address article aside b bdo big caption center cite col colgroup details dfn figcaption figure footer header i ins kbd main ' +
    'mark nav q rp rt ruby samp section small strike sub summary tt u var wbr'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'alt checked class colspan data-lang data-placeholder dir disabled height href id open role rowspan span src start style tabindex title type width'.split(
    ' ',
  ),
);

/** Fails where HTML holds what a note could do harm with. */
function assertSafe(html: string, source: string): void {
  const rest = html
    .replaceAll('<!-- raw HTML omitted -->', '')
    .replace(
      /<\/?([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g,
      (_tag, name: string, attributes: string) => {
        assert.ok(TAGS.has(name), `${name} from ${JSON.stringify(source)}`);
        for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
          assert.ok(ATTRIBUTES.has(key), `${key} from ${JSON.stringify(source)}`);
          if (key === 'href' || key === 'src') {
            const url = value.replace(/&#?\w+;/g, '').replace(/[\u0000-\u0020]/g, ''); // eslint-disable-line no-control-regex -- it is they that are meant
            assert.doesNotMatch(url, /^(?:javascript|vbscript|file|data):/i, JSON.stringify(source));
          }
          if (key === 'style') {
            assert.match(value, /^text-align: ?(?:left|right|center)$/);
          }
        }
        return '';
      },
    );
  assert.doesNotMatch(rest, /[<>]/, `${JSON.stringify(source)} gives ${html}`);
}

const HOSTILE = [
  '<script>alert(1)</script>',
  'a <script>alert(1)</script> b',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)">',
  'a <b onclick="alert(1)">b</b> c',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe src="https://e.example"></iframe>',
  '<svg onload=alert(1)>',
  '<style>* { display: none }</style>',
  '<div markdown="1">\n<script>alert(1)</script>\n*a*{: onclick="alert(1)"}\n</div>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#1;javascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](y)',
  '[x](y "z\\" onclick=\\"alert(1)")',
  '[x](y \'z" onclick="alert(1)\')',
  '[x](y){: onclick="alert(1)" style="color: red"}',
  '{: onclick="alert(1)"}\nText',
  '# Title {#a" onclick="alert(1)}',
  '## Title {onclick="alert(1)"}',
  'Text\n{onclick="alert(1)" .a}',
  'Text\n{#a .b style="background: url(x)" data-x="\\"><script>"}',
  '- a\n{class="x\\" onclick=\\"alert(1)"}',
  'a $<script>alert(1)</script>$ $$<img src=x onerror=alert(1)>$$',
  '==<script>== ++<b onclick=x>++ ~~<i>~~ ^<u>^',
  'www.e.example --- x',
  '{::nomarkdown}\n<script>alert(1)</script>\n{:/}',
  '*[A]: "><script>alert(1)</script>\n\nA b',
  'x[^1]\n\n[^1]: <script>alert(1)</script>',
  'x[^"><script>]\n\n[^"><script>]: y',
  '| a |\n|---|\n| <script>alert(1)</script> |',
  'Term <script>\n: <script>alert(1)</script>',
  '$$<script>alert(1)</script>$$',
  '```"><script>alert(1)</script>\ncode\n```',
  '`<script>alert(1)</script>`',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\\<script>alert(1)</script>',
  '<<script>alert(1)</script>',
  '<!-- --><script>alert(1)</script>',
  '<!-- <script>alert(1)</script>',
  '<?php <script>alert(1)</script> ?>',
  '- [ ] <input onfocus=alert(1) autofocus>',
  '<https://e.example/"onclick="alert(1)>',
  'http://e.example/"onclick="alert(1)',
];

describe('rendered HTML', () => {
  for (const [name, dialect] of Object.entries(DIALECTS)) {
    for (const source of HOSTILE) {
      it(`is safe in ${name}: ${JSON.stringify(source)}`, () => {
        assertSafe(renderMarkdown(source, dialect), source);
        assertSafe(renderInline(source, dialect), source);
      });
    }

    it(`is safe in ${name}, whatever is written`, () => {
      const piece = fc.constantFrom(
        '<', '>', '"', "'", '<script>', '</script>', '<b onclick="x">', '<div', '<!--', '-->', 'javascript:x', '[', ']', '](', ')', '![', '{:', '}', '{.a}', '{#b', 'c="d"', '$', '==', '++', '^', ':smile:', '{: onclick="x"}', '`', '```', '*', '_', '~~', '$$', '|', '\n', '\n\n', '    ', '- ', '> ', '# ', ': ', '[^1]', '[^1]: ', '[a]: ', '*[a]: ', 'a', ' ', '&', '&lt;', '&#60;', '\\', 'http://a.b/', '@', '\u0000', '😀', '\ud800', '{::', '{:/}', '{:toc}', '|---|', '<!-- raw HTML omitted -->',
      ); // prettier-ignore
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
          const source = pieces.join('');
          assertSafe(renderMarkdown(source, dialect), source);
        }),
        runs(3000),
      );
    });
  }
});
