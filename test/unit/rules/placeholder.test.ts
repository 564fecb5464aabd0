import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMessage } from '../../../src/core/message';
import { applyEdits } from '../../../src/core/text';
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
      ['- [ ] TODO: add the slides', 'TODO'],
      ['{% highlight js %}\ncode\n{% endhighlight %}\n\nTODO: more of it', 'TODO'],
      ['{% highlight js %}code{% endhighlight %}\n\nTODO: more of it', 'TODO'],
      [
        '{% raw %}\n{% highlight js %}\n{% endraw %}\n\nTODO: more\n\n{% raw %}\n{% endhighlight %}\n{% endraw %}',
        'TODO',
      ],
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
      'It asks for [XXX] and count(XXX), then.',
      '&nbsp;&nbsp;XXX',
      '\u00a0 for (${2:i}; $2 < ${1:count}; $1++)',
      'What???',
      '1. Collect socks\n2. ???\n3. Profit',
      'Step 2: ???',
      'Lorem ipsum is a text that printers use.',
      '## TODO\n\n- buy milk',
      '- [ ] TODO\n- [x] Done',
      '{% highlight js %}\nTODO: later\n\nTODO: much later\n{% endhighlight %}',
      '{%- highlight js linenos -%}{% raw %}\nTODO: later\n{% endraw %}{%- endhighlight -%}',
      '- one\n\n  {% highlight js %}\n  TODO: later\n  {% endhighlight %}',
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

  describe('of templates, snippets and archetypes', () => {
    const found = (generator: 'jekyll' | 'hugo' | 'generic', text: string, path?: string) =>
      check(generator, text, path === undefined ? {} : { path }).filter(({ code }) => code === 'placeholder');

    it('is found in every field, in every form, with who was to fill it in', () => {
      for (const [value, mark, filler] of [
        ['"<% tp.file.title %>"', '<% tp.file.title %>', 'Templater'],
        ['<% tp.date.now("YYYY") %> days', '<% tp.date.now("YYYY") %>', 'Templater'],
        [
          '"<%* tR += await tp.system.prompt(\'Title\') -%>"',
          "<%* tR += await tp.system.prompt('Title') -%>",
          'Templater',
        ],
        ['"<% today %>"', '<% today %>', 'a template'],
        ['"<%= title %>"', '"<%= title %>"', 'a template'],
        ['"${1:Title}"', '${1:Title}', 'an editor’s snippet'],
        ['"Notes ${2|one,two|}"', '${2|one,two|}', 'an editor’s snippet'],
        ['$0', '$0', 'an editor’s snippet'],
        ['Notes of $CURRENT_YEAR', '$CURRENT_YEAR', 'an editor’s snippet'],
        ['"${TM_FILENAME_BASE}"', '${TM_FILENAME_BASE}', 'an editor’s snippet'],
        ['"{{ .Name }}"', '{{ .Name }}', 'an archetype'],
        [
          '\'{{ replace .File.ContentBaseName "-" " " | title }}\'',
          '{{ replace .File.ContentBaseName "-" " " | title }}',
          'an archetype',
        ],
        ['"{{ dateFormat \'2006\' .Date }}"', "{{ dateFormat '2006' .Date }}", 'an archetype'],
        ['"{{title}}"', '{{title}}', 'a template'],
        ['{{title}}', '{{title}}', 'a template'],
        ['"{{ year }}-{{ month }}"', '{{ year }}', 'a template'],
        ['"Notes {{date:YYYY-MM-DD}}"', '{{date:YYYY-MM-DD}}', 'a template'],
        ['"{{fm.title}}"', '{{fm.title}}', 'a template'],
        ['"{{VALUE}}"', '{{VALUE}}', 'a template'],
      ] as const) {
        for (const header of [`title: ${value}`, `${title}\nextra:\n  - ${value}`]) {
          const text = post(header, 'Text.\n');
          const [one, ...more] = found('jekyll', text);
          assert.ok(one && more.length === 0, value);
          assert.equal(text.slice(one.range.start, one.range.end), mark);
          const message = `Jekyll does not fill in \`${mark}\`: ${filler} was to do that.`;
          assert.equal(formatMessage(one.message), message);
        }
      }
      assert.equal(found('hugo', '+++\ntitle = "${1:Title}"\n+++\nText.\n').length, 1);
      assert.equal(found('hugo', '{"title": "<% tp.file.title %>"}\nText.\n').length, 1);
      // It says why a date cannot be read.
      assert.deepEqual(
        check('jekyll', post(`${title}\ndate: <% tp.date.now() %>`, 'Text.\n')).map(({ code }) => code),
        ['invalid-date', 'placeholder'],
      );
    });

    it('is found in the text', () => {
      for (const [body, mark] of [
        ['<% tp.file.cursor() %>', '<% tp.file.cursor() %>'],
        ['# <% tp.file.title %>\n\nText.', '<% tp.file.title %>'],
        ['Text of <% today %>.', '<% today %>'],
        ['- ${1:The point}', '${1:The point}'],
        ['Text.\n\n$0', '$0'],
        ['Of $CURRENT_MONTH_NAME.', '$CURRENT_MONTH_NAME'],
      ] as const) {
        const text = post(title, `Intro.\n\n${body}\n`);
        assert.deepEqual(
          found('jekyll', text).map(({ range }) => text.slice(range.start, range.end)),
          [mark],
          body,
        );
      }
      // Liquid shows nothing in their place, Hugo shows them.
      for (const body of ['# {{title}}', '{{ replace .Name "-" " " }}', 'Of {{date:YYYY}}.']) {
        assert.equal(found('hugo', post(title, `Intro.\n\n${body}\n`)).length, 1, body);
        assert.deepEqual(found('jekyll', post(title, `Intro.\n\n${body}\n`)), [], body);
      }
    });

    it('is not found in what is about such things, or is something else', () => {
      for (const body of [
        'Write `<% tp.file.title %>` there.',
        '```\n${1:tag}\n$0\n```',
        '    <% tp.file.title %>',
        '<!-- ${1:tag} -->',
        'It costs $0, or $1 a day.',
        'For $0',
        'The shell has $0 and ${1}, JavaScript ${name}.',
        'In ERB, <%= title %> prints it.',
        'Set $HOME and $PATH.',
        'How {{title}} works.',
        'In a template, {{ .Title }} is the title.',
      ]) {
        for (const generator of ['jekyll', 'hugo', 'generic'] as const) {
          assert.deepEqual(found(generator, post(title, `Intro.\n\n${body}\n\nMore.\n`)), [], body);
        }
      }
      for (const value of [
        '"How {{title}} works"',
        '"{{ page.title }}"',
        '"{{ site.baseurl }}/x.png"',
        '"ERB: <%= title %> and more"',
        'From $0 to $5',
        '"${name}"',
        '{ a: b }',
      ]) {
        assert.deepEqual(found('jekyll', post(`${title}\nextra: ${value}`, 'Text.\n')), [], value);
      }
      // Eleventy fills in its permalinks.
      assert.deepEqual(found('generic', post(`${title}\npermalink: "{{ title }}"`, 'Text.\n')), []);
      assert.deepEqual(found('jekyll', post('title: "${1:A}"\npublished: false', '$0\n')), []);
    });

    it('can be replaced by what the file’s name says, or what the stop stood for', () => {
      const path = '_posts/2024-05-06-harbour-days.md';
      const fixed = (text: string, at = path) => {
        const [one] = found('jekyll', text, at);
        const [fix] = one?.fixes ?? [];
        return fix ? [applyEdits(text, fix.edits), fix.preferred] : null;
      };
      assert.deepEqual(fixed(post('title: "<% tp.file.title %>"', 'Text.\n')), [
        post('title: "Harbour days"', 'Text.\n'),
        false,
      ]);
      assert.deepEqual(fixed(post('title: {{title}}', 'Text.\n'), 'content/harbour-days/index.md'), [
        post('title: "Harbour days"', 'Text.\n'),
        false,
      ]);
      assert.deepEqual(fixed(post(`${title}\ndate: "{{date}}"`, 'Text.\n')), [
        post(`${title}\ndate: 2024-05-06`, 'Text.\n'),
        false,
      ]);
      assert.deepEqual(fixed(post(`${title}\ntags: ["\${1:cloud}"]`, 'Text.\n')), [
        post(`${title}\ntags: ["cloud"]`, 'Text.\n'),
        false,
      ]);
      assert.deepEqual(fixed(post(title, 'Text.\n\n$0\n')), [post(title, 'Text.\n\n\n'), true]);
      assert.equal(fixed(post(`${title}\ntags: ["<% tp.x %>"]`, 'Text.\n')), null);
    });
  });

  it('takes no time over a text that opens and never closes', () => {
    for (const piece of [
      '`'.repeat(3) + 'a `b ',
      'TODO ',
      '(TODO',
      '**',
      '{% comment %}',
      '[a](',
      '<!-- ',
      '<% tp.a ',
      '${1:a ',
      '{{ replace .Name ',
      '{{title',
    ]) {
      const start = Date.now();
      check('jekyll', post(title, piece.repeat(20_000)));
      assert.ok(Date.now() - start < 10_000, piece);
    }
  });
});

function snippetText(name: string): string {
  return readFileSync(join(process.cwd(), 'snippets', `${name}.code-snippets`), 'utf8');
}
