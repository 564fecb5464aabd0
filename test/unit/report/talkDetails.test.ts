import assert from 'node:assert/strict';
import { firstSentence, splitTime } from '../../../src/core/report/talkDetails';
import type { Talk } from '../../../src/core/report/talks';
import { post, read } from '../support';

const talksOf = (body: string) => read('jekyll', post('title: Hello', body)).report.talks;

function talkOf(body: string): Partial<Talk> {
  const [talk] = talksOf(body);
  assert.ok(talk, body);
  return talk;
}

describe('the time of a talk', () => {
  const headings: readonly [heading: string, title: string, time: string | null][] = [
    ['10:30 Deleting a megabyte', 'Deleting a megabyte', '10:30'],
    ['10:30 - Deleting a megabyte', 'Deleting a megabyte', '10:30'],
    ['9:00–9:45: Deleting a megabyte', 'Deleting a megabyte', '9:00–9:45'],
    ['[09:00 - 09:45] Deleting a megabyte', 'Deleting a megabyte', '09:00 - 09:45'],
    ['10h30 Deleting a megabyte', 'Deleting a megabyte', '10h30'],
    ['9 am – 10 am: Deleting a megabyte', 'Deleting a megabyte', '9 am – 10 am'],
    ['10.30 Uhr: Megabytes löschen', 'Megabytes löschen', '10.30 Uhr'],
    ['Deleting a megabyte (10:30)', 'Deleting a megabyte', '10:30'],
    ['Deleting a megabyte, 10:30–11:15', 'Deleting a megabyte', '10:30–11:15'],
    ['Deleting a megabyte @ 2:30 pm', 'Deleting a megabyte', '2:30 pm'],
    // No times.
    ['Hugo 0.169', 'Hugo 0.169', null],
    ['2.10 and beyond', '2.10 and beyond', null],
    ['Moving to Python 3.12', 'Moving to Python 3.12', null],
    ['10 lessons', '10 lessons', null],
    ['99:99 what', '99:99 what', null],
    ['10:30', '10:30', null],
    ['Genesis 1:1', 'Genesis 1:1', null],
  ];
  for (const [heading, title, time] of headings) {
    it(heading, () => {
      assert.deepEqual(splitTime(heading), { title, time });
    });
  }

  it('stands in the line below the title, too', () => {
    for (const line of [
      '10:30',
      '*10:30*',
      'Time: 10:30',
      '🕐 10:30, Room 1',
      '10:30 | Main hall',
      '_at 10:30_',
      '- 10:30',
    ]) {
      assert.equal(talkOf(`## A title by Ann Onym\n\n${line}\n\nText.\n`).time, '10:30', line);
    }
    assert.equal(talkOf('## A title by Ann Onym\n\nAt 10:30 it began.\n').time, null);
    assert.equal(talkOf('## 9:00 A title by Ann Onym\n\n10:30\n').time, '9:00');
  });

  it('is no part of the title and the speakers', () => {
    const { title, speakers } = talkOf('## 10:30 - A title - Ann Onym\n');
    assert.deepEqual([title, speakers], ['A title', ['Ann Onym']]);
  });
});

describe('the speakers below a title', () => {
  const lines: readonly [line: string, ...speakers: string[]][] = [
    ['by Ann Onym', 'Ann Onym'],
    ['Speaker: Ann Onym', 'Ann Onym'],
    ['**Speakers:** Ann Onym and Bo Derek-Lund', 'Ann Onym', 'Bo Derek-Lund'],
    ['*by [Ann Onym](https://e.org)*', 'Ann Onym'],
    ['_Presented by Ann Onym, Softwerk_', 'Ann Onym'],
    ['- Speaker: Ann Onym (@ann)', 'Ann Onym'],
    ['Referentin: Ann Onym', 'Ann Onym'],
    ['Presenters: Ann Onym, Bo Derek-Lund.', 'Ann Onym', 'Bo Derek-Lund'],
    ['Speakers: Ann Onym (Softwerk), Bo Derek-Lund (Acme Inc.)', 'Ann Onym', 'Bo Derek-Lund'],
    ['Speaker: Ann Onym, Acme GmbH', 'Ann Onym'],
    ['Speaker: Ann Onym from Softwerk', 'Ann Onym'],
    ['Speaker: Ann Onym / Softwerk', 'Ann Onym'],
    ['Speaker: **Ann Onym** (CTO, Acme GmbH).', 'Ann Onym'],
    ['by Ann Onym at Softwerk', 'Ann Onym'],
  ];
  for (const [line, ...speakers] of lines) {
    it(line, () => {
      const { title, speakers: found } = talkOf(`## Deleting a megabyte\n\n${line}\n\nText.\n`);
      assert.deepEqual([title, found], ['Deleting a megabyte', speakers]);
    });
  }

  it('are read from a line of names alone only among talks', () => {
    assert.deepEqual(talkOf('## Talks\n\n### Deleting a megabyte\n\n*Ann Onym, Softwerk*\n').speakers, [
      'Ann Onym',
    ]);
    assert.deepEqual(talkOf('## Talks\n\n### Deleting a megabyte\n\nAnn Onym\n').speakers, ['Ann Onym']);
    assert.deepEqual(talksOf('## Deleting a megabyte\n\nAnn Onym\n'), []);
  });

  it('are not guessed', () => {
    for (const body of [
      '## Talks\n\n### Deleting a megabyte\n\nAnn Onym told us what can go.\n',
      '## Talks\n\n### Deleting a megabyte\n\nIt was by far the best. Ann Onym.\n',
      '## Talks\n\n### Deleting a megabyte\n\nOne\nTwo\nAnn: yes\n',
      '## Talks\n\n### Deleting a megabyte\n\nAnn Onym from Softwerk told us what can go\n',
      '## Talks\n\n### Deleting a megabyte\n\nSpeaker: Acme GmbH\n',
    ]) {
      assert.deepEqual(talkOf(body).speakers, [], body);
    }
    for (const body of [
      '## Organisers\n\nBy Ann Onym\n',
      '## Thanks\n\nSpeaker: Ann Onym\n',
      '## Summary\n\nby Ann Onym\n',
      '## Lunch\n\nby Ann Onym\n',
    ]) {
      assert.deepEqual(talksOf(body), [], body);
    }
  });
});

describe('the links of a talk', () => {
  const links: readonly [markdown: string, kind: string, title: string, url: string][] = [
    ['[Slides](https://e.org/x)', 'slides', 'Slides', 'https://e.org/x'],
    ['[Folien](https://e.org/x "T")', 'slides', 'Folien', 'https://e.org/x'],
    ['[here](https://speakerdeck.com/a/b)', 'slides', 'here', 'https://speakerdeck.com/a/b'],
    ['[here](https://www.slideshare.net/a)', 'slides', 'here', 'https://www.slideshare.net/a'],
    ['[here](https://e.org/a.PDF#page=2)', 'slides', 'here', 'https://e.org/a.PDF#page=2'],
    ['[here](https://docs.google.com/presentation/d/1)', 'slides', 'here', 'https://docs.google.com/presentation/d/1'],
    ['[Video](https://e.org/x)', 'video', 'Video', 'https://e.org/x'],
    ['[here](https://www.youtube.com/watch?v=a)', 'video', 'here', 'https://www.youtube.com/watch?v=a'],
    ['[here](https://youtu.be/a)', 'video', 'here', 'https://youtu.be/a'],
    ['[here](https://vimeo.com/1)', 'video', 'here', 'https://vimeo.com/1'],
    ['[Slides](https://youtu.be/a)', 'slides', 'Slides', 'https://youtu.be/a'],
    ['[paper](https://e.org/a_(b).html)', 'other', 'paper', 'https://e.org/a_(b).html'],
    ['[mine](https://notyoutube.com/a)', 'other', 'mine', 'https://notyoutube.com/a'],
    ['[mine](https://e.org/?u=https://youtu.be/a)', 'other', 'mine', 'https://e.org/?u=https://youtu.be/a'],
    ['Slides: https://e.org/x.', 'slides', 'Slides', 'https://e.org/x'],
    ['**Video**: <https://e.org/x>', 'video', 'Video', 'https://e.org/x'],
    ['- Recording: https://e.org/x', 'video', 'Recording', 'https://e.org/x'],
    ['https://youtu.be/a', 'video', 'https://youtu.be/a', 'https://youtu.be/a'],
    ['[Slides][s]\n\n[s]: https://e.org/x', 'slides', 'Slides', 'https://e.org/x'],
    ['[Slides][]\n\n[slides]: <https://e.org/x> "T"', 'slides', 'Slides', 'https://e.org/x'],
    ['{{< youtube dQw4w9WgXcQ >}}', 'video', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
  ]; // prettier-ignore
  for (const [markdown, kind, title, url] of links) {
    it(markdown, () => {
      const [link] = talkOf(`## A title by Ann Onym\n\n${markdown}\n`).links ?? [];
      assert.deepEqual(link, { title, url, kind });
    });
  }

  it('are of the web only, and no images', () => {
    const body =
      '![Video](https://e.org/a.png) [Slides](javascript:x) [Video](/local) [Slides](https:x) [a](data:x)';
    assert.deepEqual(talkOf(`## A title by Ann Onym\n\n${body}\n`).links, []);
  });

  it('are told once, and not without end', () => {
    const body = `${'[Slides](https://e.org/x) '.repeat(3)}${Array.from({ length: 500 }, (_, index) => `https://e.org/${String(index)}`).join(' ')}`;
    assert.equal(talkOf(`## A title by Ann Onym\n\n${body}\n`).links?.length, 50);
  });
});

describe('the first sentence of a talk', () => {
  const paragraphs: readonly [markdown: string, intro: string | null][] = [
    ['One sentence. Another one.', 'One sentence.'],
    [
      'One *sentence* with `code` and a [link](https://e.org). Another.',
      'One sentence with code and a link.',
    ],
    ['What, e.g. this, i.e. that? Yes.', 'What, e.g. this, i.e. that?'],
    ['Dr. Onym said: “No.” And left.', 'Dr. Onym said: “No.”'],
    ['Version 2.0 is out! Good.', 'Version 2.0 is out!'],
    ['No end', 'No end'],
    ['一つ目の文。二つ目。', '一つ目の文。'],
    ['Text with ![an image](a.png) and <b>HTML</b>[^1]. More.', 'Text with and HTML.'],
    ['[Slides](https://e.org) | [Video](https://e.org/b)\nProse here.', 'Prose here.'],
    ['Slides: https://e.org\n\nProse here.', 'Prose here.'],
    ['![Stage](a.png)\n\nProse here.', 'Prose here.'],
    ['by Ann Onym\n10:30, Room 1\nProse here.', 'Prose here.'],
    ['{% include x.html %}\n\nProse here.', 'Prose here.'],
    ['> quoted\n\nProse here.', 'Prose here.'],
    ['- a\n- b', null],
    ['```\ncode\n```', null],
    ['![Stage](a.png)', null],
  ];
  for (const [markdown, intro] of paragraphs) {
    it(JSON.stringify(markdown), () => {
      assert.equal(
        talkOf(`## A title by Ann Onym\n\n${markdown}\n\n### Details\n\nNot this.\n`).intro,
        intro,
      );
    });
  }

  it('is of a bounded length, and whole characters', () => {
    const long = firstSentence('word '.repeat(200)) ?? '';
    assert.ok(long.length <= 241 && long.endsWith('word…'), long);
    const astral = firstSentence('😀'.repeat(50_000) + 'a') ?? '';
    assert.ok(astral.length <= 241 && !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(astral), astral);
  });

  it('of an item of a list of talks', () => {
    const [first, second] = talksOf(
      '## Talks\n\n- 10:30 **Deleting a megabyte** by Ann Onym: what can go. More.\n- [Boats](https://e.org/b.pdf) - They float.\n',
    );
    assert.deepEqual(
      [first?.title, first?.speakers, first?.time, first?.intro],
      ['Deleting a megabyte', ['Ann Onym'], '10:30', 'what can go.'],
    );
    assert.deepEqual(
      [second?.title, second?.links[0]?.kind, second?.intro],
      ['Boats', 'slides', 'They float.'],
    );
  });
});
