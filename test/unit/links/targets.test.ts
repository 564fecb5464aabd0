import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import { checkReport } from '../../../src/core/rules';
import { findSite, placeFolder } from '../../../src/core/sites/findSite';
import { withTargets } from '../../../src/core/links/targets';
import { Report } from '../../../src/core/report/report';
import { applyEdits } from '../../../src/core/text';
import { memoryFiles } from '../../memoryFiles';

const NOW = Date.parse('2026-11-21T23:00:00Z');

const post = (title: string) => `---\ntitle: ${title}\ndate: 2024-05-06\ntags: [a]\n---\nText.\n`;
const report = (body: string) => `---\ntitle: Report\ndate: 2024-06-01\ntags: [a]\n---\n${body}\n`;

const JEKYLL = {
  '_config.yml': '',
  '_posts/2024-05-06-harbour-day-one.md': post('Day one'),
  '_posts/2024-05-07-harbour-day-two.md': post('Day two'),
  'about.md': post('About'),
  '_posts/snippet.txt': 'Shared.',
};

const HUGO = {
  'hugo.toml': 'baseURL = "https://example.org/"\n',
  'content/posts/day-one.md': post('Day one'),
  'content/talks/tides.md': post('Tides'),
};

/** What `build-stops` says of a report with a body, at which text, and what its first fix makes of that text. */
async function found(files: Readonly<Record<string, string>>, path: string, body: string) {
  const text = report(body);
  const all = memoryFiles({ ...files, [path]: text });
  const site = await findSite(all);
  assert.ok(site);
  const place = await placeFolder({ site, files: all }, path.slice(0, path.lastIndexOf('/') + 1), {
    generator: undefined,
    version: undefined,
  });
  const placed = place(path).site;
  const read = new Report(text, path, placed.generator);
  const own = await withTargets(read, placed, all, NOW);
  const forecast = own.generator.forecast(read, own, NOW);
  return checkReport({ report: read, site: own, forecast, now: NOW })
    .filter(({ code }) => code === 'build-stops')
    .map(({ message, range, fixes }) => ({
      message: formatMessage(message),
      at: text.slice(range.start, range.end),
      fixed: fixes.map((fix) => applyEdits(text, fix.edits).split('---\n')[2]?.trim()),
    }));
}

const JEKYLL_REPORT = '_posts/2024-06-01-report.md';
const HUGO_REPORT = 'content/posts/report.md';

describe('what a report names of its site', () => {
  it('is told at the name where Jekyll has no such post, with the nearest one as a fix', async () => {
    assert.deepEqual(
      await found(JEKYLL, JEKYLL_REPORT, 'See [that]({% post_url 2024-05-06-harbor-day-one %}).'),
      [
        {
          message:
            'Jekyll will stop the build of the whole site: `post_url` finds no `2024-05-06-harbor-day-one`.',
          at: '2024-05-06-harbor-day-one',
          fixed: ['See [that]({% post_url 2024-05-06-harbour-day-one %}).'],
        },
      ],
    );
  });

  for (const [written, fixed] of [
    ['{% link abuot.md %}', '{% link about.md %}'],
    ['{% link /about.md %}', '{% link about.md %}'],
    ['{% include_relative snipet.txt %}', '{% include_relative snippet.txt %}'],
  ] as const) {
    it(`is mended in Jekyll: ${written}`, async () => {
      const [finding] = await found(JEKYLL, JEKYLL_REPORT, written);
      assert.deepEqual(finding?.fixed, [fixed]);
    });
  }

  for (const [written, fixed] of [
    ['{{< relref "day-oen.md" >}}', '{{< relref "/posts/day-one.md" >}}'],
    ['{{< ref "talks/tids" >}}', '{{< ref "/talks/tides" >}}'],
    ['{{< relref "/posts/tides.md#top" >}}', '{{< relref "/talks/tides.md#top" >}}'],
    ['{{% relref path="day-oen.md" %}}', '{{% relref path="/posts/day-one.md" %}}'],
  ] as const) {
    it(`is mended in Hugo: ${written}`, async () => {
      const [finding] = await found(HUGO, HUGO_REPORT, `See [that](${written}).`);
      assert.equal(
        finding?.message,
        `Hugo will stop the build of the whole site: the shortcode ${written.includes('relref') ? 'relref' : 'ref'} refers to a page that does not exist.`,
      );
      assert.deepEqual(finding.fixed, [`See [that](${fixed}).`]);
    });
  }

  it('has no fix where nothing is near', async () => {
    const [finding] = await found(HUGO, HUGO_REPORT, '[a]({{< relref "lantern-festival.md" >}})');
    assert.equal(finding?.at, 'lantern-festival.md');
    assert.deepEqual(finding.fixed, []);
  });

  it('is not told where it is there, or where nobody asks for it', async () => {
    for (const body of [
      '{% post_url 2024-05-07-harbour-day-two %}',
      '{% link about.md %}',
      '{% raw %}{% link nothing.md %}{% endraw %}',
      '{% comment %}{% link nothing.md %}{% endcomment %}',
      '{% if false %}{% link nothing.md %}{% endif %}',
    ]) {
      assert.deepEqual(await found(JEKYLL, JEKYLL_REPORT, body), [], body);
    }
    for (const body of [
      '[a]({{< relref "day-one.md" >}})',
      '[a]({{< relref "tides" >}})',
      '<!-- {{< relref "nothing.md" >}} -->',
      '{{</* relref "nothing.md" */>}}',
    ]) {
      assert.deepEqual(await found(HUGO, HUGO_REPORT, body), [], body);
    }
  });
});
