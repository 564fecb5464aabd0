import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import { checkReport } from '../../../src/core/rules';
import { findSite, placeFolder } from '../../../src/core/sites/findSite';
import { completeTargets, isMissing } from '../../../src/core/complete/targets';
import { editsForMoves } from '../../../src/core/links/movedTargets';
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

/** A report of a site, as its generator reads it. */
async function readIn(files: Readonly<Record<string, string>>, path: string, text: string) {
  const all = memoryFiles({ ...files, [path]: text });
  const site = await findSite(all);
  assert.ok(site);
  const place = await placeFolder({ site, files: all }, path.slice(0, path.lastIndexOf('/') + 1), {
    generator: undefined,
    version: undefined,
  });
  const placed = place(path).site;
  return { report: new Report(text, path, placed.generator), site: placed, files: all, now: NOW };
}

/** What `build-stops` says of a report with a body, at which text, and what its first fix makes of that text. */
async function found(files: Readonly<Record<string, string>>, path: string, body: string) {
  const text = report(body);
  const { report: read, site: placed, files: all } = await readIn(files, path, text);
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

describe('what a report may name is offered while it is being written', () => {
  /** What the lines say after each of the choices at `|` is taken. */
  async function offered(files: Readonly<Record<string, string>>, path: string, marked: string) {
    const text = report(marked.replace('|', ''));
    const offset = report(marked).indexOf('|');
    const search = await readIn(files, path, text);
    const list = await completeTargets(search, offset);
    for (const { name } of list?.items ?? []) {
      assert.equal(await isMissing(search, list?.tag ?? '', name), false, name);
    }
    return list?.items.map(({ newText }) =>
      applyEdits(text, [{ range: list.range, newText }])
        .split('---\n')[2]
        ?.trim(),
    );
  }

  for (const [marked, expected] of [
    [
      'See [that]({% post_url | %}).',
      [
        'See [that]({% post_url 2024-05-07-harbour-day-two %}).',
        'See [that]({% post_url 2024-05-06-harbour-day-one %}).',
      ],
    ],
    ['See [that]({% post_url 2024|-05-0 %}).', null],
    ['{% post_url day-t|', ['{% post_url 2024-05-07-harbour-day-two']],
    [
      '{% link ab| %}',
      [
        '{% link about.md %}',
        '{% link _posts/2024-05-07-harbour-day-two.md %}',
        '{% link _posts/2024-05-06-harbour-day-one.md %}',
      ],
    ],
    [
      '{% link about.md|lished %}',
      ['{% link about.md %}', '{% link _posts/2024-05-07-harbour-day-two.md %}'],
    ],
    ['{% include_relative sni|', ['{% include_relative snippet.txt']],
    ['{% include| about %}', undefined],
    ['`post_url` 2024-|', undefined],
  ] as const) {
    it(`in Jekyll: ${marked}`, async () => {
      const lines = await offered(JEKYLL, JEKYLL_REPORT, marked);
      if (expected === null) {
        assert.equal(lines?.length, 2);
      } else {
        assert.deepEqual(lines, expected);
      }
    });
  }

  for (const [marked, expected] of [
    [
      '[a]({{< relref "|" >}})',
      ['[a]({{< relref "/posts/day-one.md" >}})', '[a]({{< relref "/talks/tides.md" >}})'],
    ],
    ['[a]({{< ref "ti|', ['[a]({{< ref "/talks/tides.md']],
    ['[a]({{% ref ti| %}})', ['[a]({{% ref "/talks/tides.md" %}})']],
    ['[a]({{< relref path="day|-oen.md" >}})', ['[a]({{< relref path="/posts/day-one.md" >}})']],
    ['[a]({{< figure src="|" >}})', undefined],
  ] as const) {
    it(`in Hugo: ${marked}`, async () => {
      assert.deepEqual(await offered(HUGO, HUGO_REPORT, marked), expected);
    });
  }

  it('with the newest posts first, and no more than can be looked through', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, number) => [
        `_posts/${String(1400 + number)}-01-01-day.md`,
        post('Day'),
      ]),
    );
    const text = report('{% post_url  %}');
    const search = await readIn({ '_config.yml': '', ...many }, JEKYLL_REPORT, text);
    const list = await completeTargets(search, text.indexOf(' %}'));
    assert.equal(list?.isCut, true);
    assert.deepEqual(
      list.items.slice(0, 2).map(({ name }) => name),
      ['1999-01-01-day', '1998-01-01-day'],
    );
  });

  it('and a post that is not published is known to be missing', async () => {
    const hidden = post('Day two').replace('tags', 'published: false\ntags');
    const search = await readIn(
      { ...JEKYLL, '_posts/2024-05-07-harbour-day-two.md': hidden },
      JEKYLL_REPORT,
      report('{% post_url  %}'),
    );
    assert.equal(await isMissing(search, 'post_url', '2024-05-07-harbour-day-two'), true);
    assert.equal(await isMissing(search, 'post_url', '2024-05-06-harbour-day-one'), false);
  });
});

describe('what a report names follows a file that is moved', () => {
  /** What the report says after files were moved. */
  async function moved(
    files: Readonly<Record<string, string>>,
    path: string,
    body: string,
    moves: Readonly<Record<string, string>>,
  ) {
    const text = report(body);
    const search = await readIn(files, path, text);
    const edits = await editsForMoves(search, new Map(Object.entries(moves)));
    return applyEdits(text, edits).split('---\n')[2]?.trim();
  }

  const DAY_ONE = '_posts/2024-05-06-harbour-day-one.md';
  for (const [body, from, to, expected] of [
    [
      '[a]({% post_url 2024-05-06-harbour-day-one %}), {% link about.md %}',
      DAY_ONE,
      '_posts/2024-05-06-quay-day-one.md',
      '[a]({% post_url 2024-05-06-quay-day-one %}), {% link about.md %}',
    ],
    // Its front matter says the day by which it is named.
    [
      '{% post_url 2024-05-06-harbour-day-one %}',
      DAY_ONE,
      '_posts/2024-05-09-harbour-day-one.md',
      '{% post_url 2024-05-06-harbour-day-one %}',
    ],
    ['{% link about.md %}', 'about.md', 'pages/about.md', '{% link pages/about.md %}'],
    [`{% link ${DAY_ONE} %}`, DAY_ONE, '_posts/2024-05-06-quay.md', '{% link _posts/2024-05-06-quay.md %}'],
    [
      '{% include_relative snippet.txt %}',
      '_posts/snippet.txt',
      '_posts/b.txt',
      '{% include_relative b.txt %}',
    ],
    // In another folder of posts it is the same post.
    [
      '{% post_url 2024-05-06-harbour-day-one %}',
      DAY_ONE,
      'tides/_posts/2024-05-06-harbour-day-one.md',
      '{% post_url 2024-05-06-harbour-day-one %}',
    ],
    // No longer published, nothing can be named.
    [
      '{% post_url 2024-05-06-harbour-day-one %}',
      DAY_ONE,
      '_drafts/harbour-day-one.md',
      '{% post_url 2024-05-06-harbour-day-one %}',
    ],
    [
      '{% raw %}{% link about.md %}{% endraw %} about.md',
      'about.md',
      'b.md',
      '{% raw %}{% link about.md %}{% endraw %} about.md',
    ],
  ] as const) {
    it(`in Jekyll: ${body}: ${to}`, async () => {
      assert.equal(await moved(JEKYLL, JEKYLL_REPORT, body, { [from]: to }), expected);
    });
  }

  for (const [body, from, to, expected] of [
    [
      '[a]({{< relref "/posts/day-one.md#top" >}})',
      'content/posts/day-one.md',
      'content/posts/quay.md',
      '[a]({{< relref "/posts/quay.md#top" >}})',
    ],
    ['{{< ref "day-one" >}}', 'content/posts/day-one.md', 'content/posts/quay.md', '{{< ref "quay" >}}'],
    [
      '{{< ref "/posts/day-one" >}}',
      'content/posts/day-one.md',
      'content/talks/day-one.md',
      '{{< ref "/talks/day-one" >}}',
    ],
    // By its name alone it is found wherever it is.
    ['{{< ref "tides" >}}', 'content/talks/tides.md', 'content/notes/tides.md', '{{< ref "tides" >}}'],
    [
      '{{< ref "/talks/tides" >}}',
      'content/talks/tides.md',
      'content/talks/tides/index.md',
      '{{< ref "/talks/tides" >}}',
    ],
  ] as const) {
    it(`in Hugo: ${body}: ${to}`, async () => {
      assert.equal(await moved(HUGO, HUGO_REPORT, body, { [from]: to }), expected);
    });
  }

  it('and in a report that is moved, too', async () => {
    assert.equal(
      await moved(HUGO, HUGO_REPORT, '{{< ref "/posts/day-one.md" >}} {{< ref "/talks/tides.md" >}}', {
        'content/posts/day-one.md': 'content/notes/day-one.md',
        [HUGO_REPORT]: 'content/notes/report.md',
      }),
      '{{< ref "/notes/day-one.md" >}} {{< ref "/talks/tides.md" >}}',
    );
  });

  it('and where a theme may have pages that are not known', async () => {
    assert.equal(
      await moved(
        { ...HUGO, 'themes/quay/content/_index.md': post('Quay') },
        HUGO_REPORT,
        '{{< ref "/posts/day-one.md" >}}',
        { 'content/posts/day-one.md': 'content/talks/first.md' },
      ),
      '{{< ref "/talks/first.md" >}}',
    );
  });

  it('and with a whole folder', async () => {
    const files = { ...HUGO, 'content/talks/gates.md': post('Gates') };
    const body =
      '{{< ref "/talks/tides.md" >}} {{< ref "/talks/gates.md" >}} {{< ref "/posts/day-one.md" >}}';
    assert.equal(
      await moved(files, HUGO_REPORT, body, {
        'content/talks/tides.md': 'content/sessions/tides.md',
        'content/talks/gates.md': 'content/sessions/gates.md',
      }),
      '{{< ref "/sessions/tides.md" >}} {{< ref "/sessions/gates.md" >}} {{< ref "/posts/day-one.md" >}}',
    );
  });
});
