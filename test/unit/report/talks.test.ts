import assert from 'node:assert/strict';
import { splitSpeakers } from '../../../src/core/report/talks';
import { post, read } from '../support';

describe('speakers', () => {
  const sure: [heading: string, title: string, speakers: string[]][] = [
    ['Deleting a Megabyte by Ingrid Solheim-Bakke', 'Deleting a Megabyte', ['Ingrid Solheim-Bakke']],
    ['Deleting a Megabyte by Ingrid', 'Deleting a Megabyte', ['Ingrid']],
    ['Releasing on Fridays - Oleander Finch', 'Releasing on Fridays', ['Oleander Finch']],
    ['Releasing on Fridays – Oleander Finch', 'Releasing on Fridays', ['Oleander Finch']],
    ['Releasing on Fridays — Jan van der Berg', 'Releasing on Fridays', ['Jan van der Berg']],
    ['Errors People Can Read (Benedek Halászfi)', 'Errors People Can Read', ['Benedek Halászfi']],
    [
      'Keyboards First by Adaeze Nwokolo and Pilar Quintero',
      'Keyboards First',
      ['Adaeze Nwokolo', 'Pilar Quintero'],
    ],
    [
      'Keyboards First - Adaeze Nwokolo & Pilar Quintero',
      'Keyboards First',
      ['Adaeze Nwokolo', 'Pilar Quintero'],
    ],
    ['“Less is more” by Ann Onym, Max Muster', 'Less is more', ['Ann Onym', 'Max Muster']],
    // What stands behind a speaker who was named already is where that one works, or how long it took.
    ['Tides and deploys - Dee Placeholder (Acme GmbH)', 'Tides and deploys', ['Dee Placeholder']],
    ['Tides and deploys – Dee Placeholder [Acme]', 'Tides and deploys', ['Dee Placeholder']],
    ['Tides and deploys - Dee Placeholder (45 min)', 'Tides and deploys', ['Dee Placeholder']],
    ['Tides and deploys by Dee Placeholder (Bolt Labs)', 'Tides and deploys', ['Dee Placeholder']],
    ['Tides and deploys by Dee (Bolt)', 'Tides and deploys', ['Dee']],
    ['Tides and deploys - Dee Placeholder | Acme', 'Tides and deploys', ['Dee Placeholder']],
    ['Tides and deploys by Dee Placeholder @ Acme', 'Tides and deploys', ['Dee Placeholder']],
    ['Tides and deploys by Dee Placeholder, Acme GmbH', 'Tides and deploys', ['Dee Placeholder']],
    ['Tides and deploys (Dee Placeholder, Acme GmbH)', 'Tides and deploys', ['Dee Placeholder']],
    [
      'Tides and deploys - Dee Placeholder (Acme) & Ada Example (Bolt Ltd.)',
      'Tides and deploys',
      ['Dee Placeholder', 'Ada Example'],
    ],
    ['Tides (live) by Dee Placeholder', 'Tides (live)', ['Dee Placeholder']],
    ['Tides and deploys by Dee Placeholder.', 'Tides and deploys', ['Dee Placeholder']],
    ['Tides and deploys by Dee P.', 'Tides and deploys', ['Dee P.']],
    ['Tides and deploys by Dee Placeholder Jr.', 'Tides and deploys', ['Dee Placeholder Jr.']],
  ];
  for (const [heading, title, speakers] of sure) {
    it(heading, () => {
      assert.deepEqual(splitSpeakers(heading), { title, speakers });
    });
  }

  it('are no words of a phrase, places or parts of the day', () => {
    const phrases = [
      'Step by Step', 'Learning by Doing', 'Sponsored by Google', 'Brought to you by Google', 'Day 1 - Main Stage', 'Lunch - Coffee Break',
      'Summary (Tuesday Morning)', 'Key Takeaways - Cloud Days', 'Welcome (Main Hall)',
    ]; // prettier-ignore
    for (const phrase of phrases) {
      assert.deepEqual(splitSpeakers(phrase), { title: phrase, speakers: [] });
    }
    assert.deepEqual(splitSpeakers('Keynote by Ingrid').speakers, ['Ingrid']);
  });

  it('are not guessed where the pattern is unsure', () => {
    for (const heading of [
      'Introduction',
      'Node.js - The Good Parts',
      'Working Backwards - Experience First',
      'Ann Onym: Less is more',
      'Day 1 - Keynotes',
      'Stand by me',
      'What’s next',
      'Kubernetes (K8s)',
      'Step by step',
      'Tides and deploys (Acme GmbH)',
      'Tides and deploys (Harbour University)',
      // A subtitle and a speaker, or a speaker and a company?
      'Tides and deploys - Boats Everywhere (Ann Onym)',
      'Scaling by Event Sourcing, at Acme',
    ]) {
      assert.deepEqual(splitSpeakers(heading).speakers, [], heading);
    }
  });
});

describe('talks', () => {
  const talks = (body: string) => read('jekyll', post('title: Hello', body)).report.talks;

  it('are headings with a speaker, anywhere', () => {
    const found = talks('## One - Ann Onym\n\nText.\n\n## Notes\n\n### Two by Max Muster\n\nText.\n');
    assert.deepEqual(
      found.map(({ title, speakers }) => [title, ...speakers]),
      [
        ['One', 'Ann Onym'],
        ['Two', 'Max Muster'],
      ],
    );
  });

  it('are headings and items under a heading that says so', () => {
    const found = talks(
      '## Interesting talks\n\n* **Tiny bank**: A bank.\n* [Big data](https://e.example/x) - text\n* [Small data](https://e.example/y) by Ann Onym\n* plain\n\n## Sessions\n\n### Opening\n\nText.\n',
    );
    assert.deepEqual(
      found.map(({ title, speakers }) => [title, ...speakers]),
      [['Tiny bank'], ['Big data'], ['Small data', 'Ann Onym'], ['Opening']],
    );
  });

  it('are not bold items of other sections', () => {
    assert.deepEqual(talks('## Interesting technologies\n\n* **Edge**: Near.\n'), []);
  });

  it('bring their slides and videos', () => {
    const [talk] = talks(
      '## One by Ann Onym\n\n[Slides](https://e.example/a), [watch](https://youtu.be/b), [notes](https://e.example/c.html) [x](javascript:alert)\n',
    );
    assert.deepEqual(talk?.links, [
      { title: 'Slides', url: 'https://e.example/a', kind: 'slides' },
      { title: 'watch', url: 'https://youtu.be/b', kind: 'video' },
      { title: 'notes', url: 'https://e.example/c.html', kind: 'other' },
    ]);
  });
});
