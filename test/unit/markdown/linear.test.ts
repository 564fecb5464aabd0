import assert from 'node:assert/strict';
import { renderMarkdown } from '../../../src/core/markdown/markdown';

/** Not a measurement: what takes time by the square of its length takes minutes. */
const HANG = 20_000;

const LENGTH = 40_000;

const REPEATED = [
  '[', ']', '![', '![[[[', '*', '**a ', '*a ', '_', '__a ', '****a ', '> ', '>', '- ', '1. ', '`', '`a ', '``a `b ', '<', '<a b="', '<b>', '<b>*a ', '</b>', '<!-- a', '<div>', '<div>\n', '<div markdown="1">\n', '$$', '$$ a ', '{:', '{: .a}\n', '{::comment}\n', '|', '| a ', 'a|b\n', '|a\n|-\n', ': a\n', 'a\n: b\n', '~~', '~~a ', '~~~\n', '```a\n', '````a\n```\n', '"', "'", '--', '&', '\\', '\\\n', '\n', ' ', '\t', '#', '# a\n', 'a\n=\n', '[^1]', '[^1]: a\n', '[a]: b\n', '[a](', '[a](b "', '[a][', '![a](', '*[A]: b\n', '*[A', 'a@b.c ', 'http://a.b/ ', 'www.', '(http://', '^\n', '- a\n\n  ', '<<', '[](', '[*a](b)', '<script>', '- [ ] a\n',
]; // prettier-ignore

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const SHAPES: Readonly<Record<string, string>> = {
  'nested quotes': lines(700, (index) => `${'>'.repeat(index)} a`),
  'nested lists': lines(700, (index) => `${' '.repeat(index)}- a`),
  'nested links': `${'['.repeat(50_000)}a${'](b)'.repeat(50_000)}`,
  'nested images': `${'!['.repeat(50_000)}a${'](b)'.repeat(50_000)}`,
  'nested emphasis': `${'**a *b '.repeat(20_000)}c${' a* b**'.repeat(20_000)}`,
  'nested elements': `${'<b>'.repeat(30_000)}a${'</b>'.repeat(30_000)}`,
  'many footnotes': `${lines(20_000, (index) => `[^${String(index)}]`)}\n\n${lines(20_000, (index) => `[^${String(index)}]: a`)}`,
  'notes that refer to notes': `[^0]\n\n${lines(20_000, (index) => `[^${String(index)}]: a [^${String(index + 1)}]`)}`,
  'many abbreviations': `${lines(10_000, (index) => `*[A${String(index)}]: a`)}\n\n${'A1 B2 '.repeat(20_000)}`,
  'many link definitions': `${lines(10_000, (index) => `[${String(index)}]: /a`)}\n\n${lines(10_000, (index) => `[${String(index)}]`)}`,
  'fences of all lengths': lines(700, (index) => `${'`'.repeat(700 - index)}a`),
  'a wide and long table': `${'|a'.repeat(10_000)}\n${'|-'.repeat(10_000)}\n${'|b\n'.repeat(10_000)}`,
};

describe('rendering takes time by the length of the text', () => {
  for (const dialect of ['kramdown', 'goldmark', 'commonmark'] as const) {
    it(`in ${dialect}: whatever is repeated`, function () {
      this.timeout(HANG * 3);
      for (const piece of REPEATED) {
        const text = piece.repeat(Math.ceil(LENGTH / piece.length));
        const start = performance.now();
        const html = renderMarkdown(text, dialect);
        const time = performance.now() - start;
        assert.ok(time < HANG / 2, `${JSON.stringify(piece)} took ${time.toFixed(0)} ms`);
        assert.ok(html.length < 50 * text.length, JSON.stringify(piece));
      }
    });

    for (const [name, text] of Object.entries(SHAPES)) {
      it(`in ${dialect}: ${name}`, function () {
        this.timeout(HANG);
        assert.notEqual(renderMarkdown(text, dialect), '');
      });
    }
  }
});
