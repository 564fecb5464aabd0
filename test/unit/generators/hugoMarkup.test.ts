import assert from 'node:assert/strict';
import type { Excerpt, Site } from '../../../src/core/generators/generator';
import { hugo } from '../../../src/core/generators/hugo';
import { readHugoConfig } from '../../../src/core/generators/hugo/config';
import { Report } from '../../../src/core/report/report';
import { differences, ENGINES, forecastOf, readCases } from '../../conformance';
import { memoryFiles } from '../../memoryFiles';

/** The summary of a page that consists of a text and paragraphs of twenty words. */
function summaryOf(start: string, config: Site['config'] = {}): Excerpt {
  const paragraph = 'One two three four five six seven eight nine ten. '.repeat(2).trim();
  const text = `---\ntitle: T\n---\n${start}\n\n${`${paragraph}\n\n`.repeat(6)}`;
  const site: Site = { generator: hugo, version: hugo.newest, config };
  return hugo.excerpt(new Report(text, 'content/posts/a.md', hugo), site);
}

describe('where a summary of Hugo’s ends', () => {
  it('is certain where all words are known', () => {
    assert.equal(summaryOf('Text.').isUncertain, undefined);
    assert.equal(summaryOf('```\nx := 1\n```').isUncertain, undefined);
    assert.equal(summaryOf('```text\nx := 1\n```').isUncertain, undefined);
    assert.equal(summaryOf('```none-such\nx := 1\n```').isUncertain, undefined);
  });

  it('is uncertain where it depends on the colours of code', () => {
    const code = `\`\`\`go\n${'fmt.Println(a, b, c, d, e, f)\n'.repeat(6)}\`\`\``;
    assert.equal(summaryOf(code).isUncertain, true);
    assert.equal(summaryOf('```go {linenos=true}\nx := 1\n```').isUncertain, true);
  });

  it('is certain with coloured code behind it, and with so little that it ends in the same place', () => {
    assert.equal(
      summaryOf(`${'word '.repeat(80)}\n\n\`\`\`go\n${'a b c d e f\n'.repeat(9)}\`\`\``).isUncertain,
      undefined,
    );
    assert.equal(summaryOf('```go\nx\n```').isUncertain, undefined);
  });

  it('is what Hugo recorded wherever it is said to be certain', async () => {
    const { now, cases } = readCases('test/fixtures/uncertain/hugo-code.json');
    let certain = 0;
    for (const each of cases) {
      const expected = each.expected['hugo-0.169'] ?? assert.fail(each.id);
      const [forecast, excerpt] = await forecastOf(each, ENGINES['hugo-0.169'] ?? assert.fail(), now);
      if (!excerpt.isUncertain) {
        certain++;
        assert.deepEqual(differences(expected, forecast, excerpt), [], each.id);
      }
    }
    // No more is said to be uncertain than before.
    assert.ok(certain >= 40, String(certain));
  });

  it('is certain where code is not coloured at all', () => {
    const code = `\`\`\`go\n${'a b c d e f g h i j k l\n'.repeat(4)}\`\`\``;
    assert.equal(summaryOf(code, { hugo: { markup: { codeFences: false } } }).isUncertain, undefined);
  });
});

describe('a summary of Hugo’s in a site with templates of its own for elements', () => {
  const hooks = { hugo: { hooks: ['image', 'link'] } };

  it('is uncertain where such an element stands before its end', () => {
    assert.equal(summaryOf('A [link](/a).', hooks).isUncertain, true);
    assert.equal(summaryOf('A text.', hooks).isUncertain, undefined);
  });

  it('is certain in a page that is far too short to be cut', () => {
    const text = '---\ntitle: T\n---\nA [link](/a).\n';
    const site: Site = { generator: hugo, version: hugo.newest, config: hooks };
    assert.equal(hugo.excerpt(new Report(text, 'content/posts/a.md', hugo), site).isUncertain, undefined);
  });

  it('finds them in the folders of the site and of its themes', async () => {
    const files = memoryFiles({
      'hugo.toml': 'theme = "plain"\n',
      'layouts/_markup/render-link.html': '',
      'themes/plain/layouts/_default/_markup/render-codeblock-goat.html': '',
      'layouts/_default/_markup/other.html': '',
    });
    assert.deepEqual((await readHugoConfig(files)).hugo?.hooks, ['codeblock', 'link']);
  });
});

describe('a summary of Hugo’s with what the note says itself', () => {
  it('is safe to show, though words are counted in the HTML that the site has', () => {
    const { html } = summaryOf('<div class="a b" onclick="x"><script>alert(1)</script><p>Raw</p></div>', {
      hugo: { markup: { unsafe: true } },
    });
    assert.doesNotMatch(html, /<script|onclick|class=/);
    assert.match(html, /^<div>/);
  });
});
