import assert from 'node:assert/strict';
import { isHostMessage } from '../../../src/webview/preview/guards';
import { post, view } from './input';

const REPORT = post(
  'title: Two days of foghorns\nauthor: Ada Example\nevent: Harbour Days\nlocation: Aalborg\ntags: [ships, fog]',
  [
    'A short introduction.',
    '## Key take-aways',
    '- **Listen** to the [harbour](https://harbour.example).',
    '- Bring a coat.',
    '## Talks',
    '### Fog by Torben Example and Liv Sample',
    '[Slides](https://harbour.example/fog.pdf), [Video](https://harbour.example/watch/1), [home](https://harbour.example)',
  ].join('\n\n'),
);

describe('preview: view of a report', () => {
  it('heads it with title, event data, tags and reading time', () => {
    const { header } = view(REPORT);
    assert.equal(header.title, 'Two days of foghorns');
    assert.ok(header.hasTitle);
    assert.deepEqual(
      header.facts.map(({ kind, value }) => [kind, value]),
      [
        ['date', 'Thursday, 5 March 2026'],
        ['author', 'Ada Example'],
        ['event', 'Harbour Days'],
        ['place', 'Aalborg'],
        ['readingTime', '1 min read'],
      ],
    );
    assert.deepEqual(header.tags, ['ships', 'fog']);
  });

  it('reads several authors, also those with a profile', () => {
    const { header } = view(post('title: A\nauthors:\n  - Ada\n  - name: Liv\n    url: x', 'Text.'));
    assert.equal(header.facts.find(({ kind }) => kind === 'author')?.value, 'Ada, Liv');
  });

  it('leaves out fields that are empty', () => {
    const { header } = view(post('title: A\nauthor:\nevent: ~\nlocation: ""', 'Text.'));
    assert.deepEqual(
      header.facts.map(({ kind }) => kind),
      ['date', 'readingTime'],
    );
  });

  it('says that there is no title where the site will show none', () => {
    const { header } = view(post('date: 2026-03-05', 'Text.'), 'hugo');
    assert.deepEqual([header.title, header.hasTitle], ['No title', false]);
  });

  it('shows what is written, or the file, where the site will show nothing at all', () => {
    const failing = post('title: Mine\ntags: [a]\ndate: soon', 'Text.');
    assert.equal(view(failing, 'hugo').header.title, 'Mine');
    assert.deepEqual(view(failing, 'hugo').header.tags, ['a']);
    const unreadable = view('---\ntitle: Mine\n\nText.', 'hugo').header;
    assert.deepEqual([unreadable.title, unreadable.hasTitle], ['notes', false]);
  });

  it('numbers take-aways in their order, as safe HTML, each with its place', () => {
    const { takeaways } = view(REPORT);
    assert.deepEqual(
      takeaways.items.map(({ html }) => html),
      ['<strong>Listen</strong> to the <a href="https://harbour.example">harbour</a>.', 'Bring a coat.'],
    );
    const [first] = takeaways.items;
    assert.equal(
      REPORT.slice(first?.target.start, first?.target.end),
      '- **Listen** to the [harbour](https://harbour.example).',
    );
    assert.equal(first?.target.label, 'Go to line 13');
    assert.equal(takeaways.source?.text, 'From “Key take-aways” on line 11');
    assert.equal(takeaways.hint, null);
  });

  it('lets no script of a note into the HTML', () => {
    const text = post(
      'title: A',
      '<img src=x onerror=alert(1)> <b>Hi</b>\n\n## Takeaways\n\n- <script>alert(1)</script> [x](javascript:alert(1))\n',
    );
    const { excerpt, takeaways } = view(text);
    for (const html of [excerpt.html, ...takeaways.items.map((item) => item.html)]) {
      assert.doesNotMatch(html ?? '', /<(?:img|script)\b|href="javascript:/i);
    }
  });

  it('hints at take-aways and talks where there are none', () => {
    const { takeaways, talks } = view(post('title: A', 'Text.'));
    assert.match(takeaways.hint ?? '', /`note-takeaways`/);
    assert.match(talks.hint ?? '', /`note-talk`/);
    assert.equal(takeaways.source, null);
  });

  it('names a take-aways section that is empty', () => {
    const { takeaways } = view(post('title: A', 'Text.\n\n## Takeaways\n'));
    assert.equal(takeaways.hint, '“Takeaways” is still empty. Add a list below it.');
  });

  it('lists talks with speakers, and of their links the slides and videos', () => {
    const [talk] = view(REPORT).talks.items;
    assert.equal(talk?.title, 'Fog');
    assert.equal(talk.speakers, 'Torben Example, Liv Sample');
    assert.deepEqual(
      talk.links.map(({ kind, label, href }) => [kind, label, href]),
      [
        ['slides', 'Slides', 'https://harbour.example/fog.pdf'],
        ['video', 'Video', 'https://harbour.example/watch/1'],
      ],
    );
  });

  it('tells two links of a kind apart by the words of the note', () => {
    const links = '[Slides, part 1](https://a.example/1.pdf) [Slides, part 2](https://a.example/2.pdf)';
    const [talk] = view(post('title: A', `### Fog by Liv Sample\n\n${links}`)).talks.items;
    assert.deepEqual(
      talk?.links.map(({ label }) => label),
      ['Slides, part 1', 'Slides, part 2'],
    );
  });

  it('makes messages that the script accepts, whatever the report', () => {
    const texts = [
      REPORT,
      '',
      '---',
      '---\n---\n',
      post('title: [', 'x'),
      post('- a', 'x'),
      'No front matter.',
      '\uFEFF---\r\n\r\n',
    ];
    for (const text of texts) {
      for (const generator of ['jekyll', 'hugo', 'generic'] as const) {
        const message = {
          type: 'report',
          uri: 'file:///a',
          edition: 1,
          locked: false,
          view: view(text, generator),
        };
        assert.ok(
          isHostMessage(JSON.parse(JSON.stringify(message))),
          `${generator}: ${JSON.stringify(text)}`,
        );
      }
    }
  });
});
