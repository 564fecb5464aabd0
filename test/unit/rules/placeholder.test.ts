import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertFinding, check, post } from '../support';

const title = 'title: Hello';

function said(header: string, body: string): string[] {
  const text = post(header, body);
  return check('jekyll', text)
    .filter(({ code }) => code === 'placeholder')
    .map(({ range: { start, end } }) => text.slice(start, end));
}

describe('placeholder', () => {
  it('finds marks of what is to be done, at the words', () => {
    assertFinding('jekyll', 'placeholder', post(title, 'Intro.\n\n- ⟦TODO⟧: add the slides\n'), {
      severity: 'warning',
      message: 'Readers will see `TODO`, which was to be filled in.',
    });
    for (const [body, mark] of [
      ['TODO: add the slides', 'TODO'],
      ['Good talk. **TODO:** more of it', 'TODO'],
      ['TODO add the slides', 'TODO'],
      ['A talk (TODO: link).', 'TODO'],
      ['A talk [FIXME].', 'FIXME'],
      ['TBD', 'TBD'],
      ['*TBD*', '*TBD*'],
      ['- [ ] FIXME: wrong name', 'FIXME'],
      ['Slides: TODO', 'TODO'],
      ['Speaker: ???', '???'],
      ['## Engines by ???\n\nText.', '???'],
      ['## ???\n\nText.', '???'],
      ['## TODO', 'TODO'],
      ['[Slides](TODO)', 'TODO'],
      ['Lorem ipsum dolor sit amet.', 'Lorem ipsum'],
      ['Then lorem ipsum dolor sit amet.', 'lorem ipsum dolor'],
      ['- one\n  - TODO: two', 'TODO'],
      ['First line\r\nTODO: second', 'TODO'],
    ] as const) {
      assert.deepEqual(said(title, `Intro.\n\n${body}\n`), [mark], body);
    }
  });

  it('finds them in fields', () => {
    assert.deepEqual(said('title: TODO', 'Text.\n'), ['TODO']);
    assert.deepEqual(said(`${title}\ndescription: "TODO: one sentence"`, 'Text.\n'), [
      '"TODO: one sentence"',
    ]);
    assert.deepEqual(said(`${title}\ntags: [aws, TODO]`, 'Text.\n'), ['TODO']);
    assert.deepEqual(said(`${title}\ndescription: Lorem ipsum dolor sit amet`, 'Text.\n'), [
      'Lorem ipsum dolor sit amet',
    ]);
  });

  it('is silent where the word is the subject, is code or a link, or is not seen', () => {
    for (const body of [
      'The TODO list app is the hello world of frameworks.',
      'TODO lists are everywhere.',
      'See TODO.md, or TODO.',
      'TODO.md holds the rest.',
      '[TODO](https://example.org/todo) was shown.',
      '[TODO]: https://example.org/todo',
      'Todo: nothing.',
      'He searched the code for `TODO: later`.',
      'He searched the code for // TODO: later.',
      '```js\n// TODO: later\nTODO: later\n```',
      '    TODO: later',
      '<!-- TODO: ask for photos -->',
      'Text\n<!--\nTODO: ask\n-->\nmore',
      '{% comment %}\nTODO: ask\n{% endcomment %}',
      '> TODO: he wrote',
      'XXX is a band.',
      'What???',
      '1. Collect socks\n2. ???\n3. Profit',
      'Step 2: ???',
      'Lorem ipsum is a text that printers use.',
      '## TODO\n\n- buy milk',
      '## Action items\n\n- TODO: buy milk',
      'https://example.org/TODO: the page',
      '| TODO |\n|---|\n| a |',
    ]) {
      assert.deepEqual(said(title, `Intro.\n\n${body}\n`), [], body);
    }
    assert.deepEqual(said('title: TODO lists that work\ntags: [todo]', 'Text.\n'), []);
    assert.deepEqual(said('title: The XXX Conference', 'Text.\n'), []);
  });

  it('is silent in what is not published, and cautious where that is not known', () => {
    assert.deepEqual(said(`${title}\npublished: false`, 'TODO: all of it\n'), []);
    const [finding] = check('generic', post(title, 'TODO: all of it\n'));
    assert.deepEqual([finding?.code, finding?.severity], ['placeholder', 'info']);
  });

  it('finds each phrase that a snippet leaves, wherever readers would see it', () => {
    const body = [
      '### Talk title by Speaker Name',
      '- The main point',
      '- The one thing to remember',
      '- What to try at work',
      '- What to read next',
      '- **Take-away**: why it matters',
      '- **Technology** (try it): what it does, and when to use it',
      'What the conference was about, where it took place, and what made it worth the trip.',
      '> What was said, word for word',
      '> — Speaker Name',
      '[Slides](https://example.org/slides)',
    ];
    for (const line of body) {
      assert.equal(said(title, `Intro.\n\n${line}\n`).length, 1, line);
    }
    // What the snippets hold is what is looked for.
    const snippets = ['notes', 'report'].map((name) => snippetText(name)).join('\n');
    for (const phrase of [
      'Talk title',
      'Speaker Name',
      'The main point',
      'The one thing to remember',
      'What to try at work',
      'What to read next',
      'why it matters',
      'what it does, and when to use it',
      'What the conference was about, where it took place, and what made it worth the trip.',
    ]) {
      assert.ok(snippets.includes(phrase), phrase);
    }
  });

  it('takes no time over a text that opens and never closes', () => {
    for (const piece of ['`'.repeat(3) + 'a `b ', 'TODO ', '(TODO', '**', '{% comment %}', '[a](', '<!-- ']) {
      const start = Date.now();
      check('jekyll', post(title, piece.repeat(20_000)));
      assert.ok(Date.now() - start < 10_000, piece);
    }
  });
});

function snippetText(name: string): string {
  return readFileSync(join(process.cwd(), 'snippets', `${name}.code-snippets`), 'utf8');
}
