import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import { formatMessage } from '../../../src/core/message';
import { memoryFiles } from '../../memoryFiles';
import { assertFinding, check, codes, post } from '../support';

const BARE = 'Jekyll will publish this post without title or tags: ';
const STOP = 'Hugo will stop the build of the whole site: ';

describe('syntax-error in YAML', () => {
  const cases: [name: string, marked: string, cause: string, fixed: string | undefined][] = [
    [
      'a colon in a value',
      'title: ⟦Day 1: keynotes⟧',
      'the colon in `title` needs quotes',
      'title: "Day 1: keynotes"',
    ],
    [
      'a colon at the end',
      'title: ⟦Report:⟧\nlayout: post',
      'the colon in `title` needs quotes',
      'title: "Report:"\nlayout: post',
    ],
    [
      'a colon beside double quotes',
      'title: ⟦The "cloud": a report⟧',
      'the colon in `title` needs quotes',
      `title: 'The "cloud": a report'`,
    ],
    ['an at sign', 'title: ⟦@reinvent notes⟧', '`@` in `title` needs quotes', 'title: "@reinvent notes"'],
    ['a percent sign', 'title: ⟦%done⟧', '`%` in `title` needs quotes', 'title: "%done"'],
    ['an asterisk', 'title: ⟦*Notes* from AWS⟧', '`*` in `title` needs quotes', 'title: "*Notes* from AWS"'],
    ['a value in bold', 'title: ⟦**Notes**⟧', '`*` in `title` needs quotes', 'title: "**Notes**"'],
    ['a pattern', 'glob: ⟦*.md⟧', '`*` in `glob` needs quotes', 'glob: "*.md"'],
    [
      'text behind a bracket',
      'title: ⟦[Draft] Day 1⟧',
      '`[` in `title` needs quotes',
      'title: "[Draft] Day 1"',
    ],
    ['a dash', 'title: ⟦- Day 1⟧', '`-` in `title` needs quotes', 'title: "- Day 1"'],
    [
      'quotes around the first and the last word',
      'title: ⟦"AWS" and "Azure"⟧',
      'the quotes in `title` end too early',
      `title: '"AWS" and "Azure"'`,
    ],
    [
      'quotes in quotes',
      'title: ⟦"Say "hi" to all"⟧',
      'the quotes in `title` end too early',
      `title: 'Say "hi" to all'`,
    ],
    ['an unclosed quote before a key', '⟦"title: Hello⟧', 'the quote is not closed', undefined],
    ['a folded block that is none', 'title: ⟦> notes⟧', '`>` in `title` needs quotes', 'title: "> notes"'],
    ['a literal block that is none', 'title: ⟦| notes⟧', '`|` in `title` needs quotes', 'title: "| notes"'],
    [
      'an apostrophe in single quotes',
      "title: ⟦'It's here'⟧",
      'the quotes in `title` end too early',
      'title: "It\'s here"',
    ],
    [
      'text behind quotes',
      'title: ⟦"AWS" report⟧',
      'the quotes in `title` end too early',
      `title: '"AWS" report'`,
    ],
    [
      'an unclosed quote',
      'title: ⟦"Hello⟧\ntags: [a]',
      'the quote in `title` is not closed',
      'title: "Hello"\ntags: [a]',
    ],
    [
      'an unclosed list',
      'tags: ⟦[a, b⟧\nauthor: me',
      'the list in `tags` is not closed',
      'tags: [a, b]\nauthor: me',
    ],
    ['a tab', 'tags:\n⟦\t⟧- aws', 'YAML is indented with spaces, not with tabs', 'tags:\n  - aws'],
    [
      'tabs before all items of a list',
      'tags:\n⟦\t⟧- aws\n\t- cloud\nauthor: me',
      'YAML is indented with spaces, not with tabs',
      'tags:\n  - aws\n  - cloud\nauthor: me',
    ],
    [
      'a colon without a space',
      '⟦title:⟧Cloud days\nauthor: me',
      'a space is missing behind `title:`',
      'title: Cloud days\nauthor: me',
    ],
    [
      'an unclosed bracket in an item',
      'tags:\n  - ⟦[Conference⟧\n  - supply chain\nauthor: me',
      'the list is not closed',
      'tags:\n  - [Conference]\n  - supply chain\nauthor: me',
    ],
    [
      'a list of dashes on one line',
      'title: Hello\ntags: ⟦- data science - print⟧',
      'a list on one line needs brackets',
      'title: Hello\ntags: [data science, print]',
    ],
    ['one dash behind tags', 'title: Hello\ntags: ⟦- print⟧', 'a list on one line needs brackets', undefined],
    [
      'a comment that takes along a bracket',
      'tags: [c#, ⟦dotnet #new⟧, f#]\nauthor: me',
      '`#` after a space starts a comment',
      'tags: [c#, "dotnet #new", f#]\nauthor: me',
    ],
    [
      'a backtick',
      'title: ⟦`null` considered harmful⟧',
      'the backtick in `title` needs quotes',
      'title: "`null` considered harmful"',
    ],
    [
      'a no-break space',
      'title:⟦\u00a0⟧Hello\nauthor: me',
      'a no-break space stands where a space must',
      'title: Hello\nauthor: me',
    ],
    [
      'a field that stands further in',
      'title: Hello\n⟦ tags⟧: [a]',
      '`tags` stands further in than the other fields',
      'title: Hello\ntags: [a]',
    ],
  ];
  for (const [name, marked, cause, fixed] of cases) {
    it(`names the cause and mends it: ${name}`, () => {
      const expected = { severity: 'error', ...(fixed === undefined ? {} : { fixed: post(fixed) }) } as const;
      assertFinding('jekyll', 'syntax-error', post(marked), { ...expected, message: `${BARE}${cause}.` });
      assertFinding(
        'hugo',
        'syntax-error',
        post(marked),
        { ...expected, message: `${STOP}${cause}.` },
        { version: '0.131.0' },
      );
    });
  }

  it('says nothing of duplicates in front matter that is not read', () => {
    assert.deepEqual(codes(check('hugo', post('title: a\ntitle: Day 1: keynotes'))), ['syntax-error']);
  });

  it('says nothing of missing fields where TOML stands between YAML’s fences', () => {
    assert.deepEqual(codes(check('hugo', post('title = "Hello"\ndate = 2019-07-23'))), ['syntax-error']);
  });

  it('says that Jekyll reads nothing where categories are no words', () => {
    for (const value of ['2019', 'true', 'no', '2019-07-23', '{a: b}']) {
      assertFinding('jekyll', 'syntax-error', post(`title: Hello\ncategories: ⟦${value}⟧`), {
        severity: 'error',
        message: `${BARE}categories must be words or a list of them.`,
      });
    }
  });

  it('says nothing else about front matter that is not read', () => {
    assert.deepEqual(codes(check('jekyll', post('title: Day 1: keynotes\ndraft: true\ntags: a, b'))), [
      'syntax-error',
    ]);
  });

  it('keeps line ends and everything else when it quotes', () => {
    assertFinding('jekyll', 'syntax-error', '---\r\n# mine\r\ntitle: ⟦a: b⟧ # why\r\n---\r\nText.\r\n', {
      severity: 'error',
      message: `${BARE}the colon in \`title\` needs quotes.`,
      fixed: '---\r\n# mine\r\ntitle: "a: b" # why\r\n---\r\nText.\r\n',
    });
  });

  it('says what a list instead of fields does', () => {
    assertFinding('jekyll', 'syntax-error', post('⟦- a⟧\n- b'), {
      severity: 'error',
      message: `${BARE}the front matter must be fields, each with its value: \`title: …\`.`,
    });
  });

  it('warns of fields that Jekyll drops behind an indented first one', () => {
    const found = check('jekyll', post(' title: Hello\ntags: [a]')).filter(
      ({ code }) => code === 'syntax-error',
    );
    assert.deepEqual(
      found.map(({ severity, fixes }) => [severity, fixes.length]),
      [['warning', 1]],
    );
  });
});

describe('syntax-error is silent on what generators read', () => {
  const fine: [name: string, header: string][] = [
    [
      'a quoted title continued at column 0',
      'title: "A long title that is\ncontinued at column zero"\ntags: [a]',
    ],
    ['single quotes continued at column 0', "title: 'A long title that is\ncontinued here'"],
    ['a bracket at column 0', 'tags: [\n  a,\n  b\n]'],
    ['a list in brackets continued at column 0', 'tags: [a,\n"b"\n]'],
    ['a blank before the colon', 'title : Hello'],
    ['a tab behind the colon', 'title:\tHello'],
    ['a colon with no blank', 'title: AWS:the report'],
    ['an unknown tag', 'title: !foo Hello'],
    ['a trailing comma', 'tags: [a, b,]'],
  ];
  for (const [name, header] of fine) {
    it(name, () => {
      for (const generator of ['jekyll', 'hugo', 'generic'] as const) {
        assert.deepEqual(
          check(generator, post(`date: 2019-07-23\n${header}`)).filter(({ code }) => code === 'syntax-error'),
          [],
        );
      }
    });
  }
});

describe('syntax-error in a strict Jekyll site', () => {
  it('says that the build ends', async () => {
    const files = memoryFiles({ '_config.yml': 'strict_front_matter: true\n' });
    const config = await generators.jekyll.layout.readConfig(files, '_config.yml');
    const messages = check('jekyll', post('title: Day 1: keynotes'), { config }).map(({ message }) =>
      formatMessage(message),
    );
    assert.deepEqual(messages, [
      'Jekyll will stop the build of the whole site: the colon in `title` needs quotes.',
    ]);
  });
});

describe('syntax-error in TOML and JSON', () => {
  const slips: [what: string, marked: string, reason: string, fixed: string][] = [
    ['an open quote', 'title = ⟦"Hello⟧', 'the quote in `title` is not closed', 'title = "Hello"'],
    ['a curly quote', 'title = "Hello⟦”⟧', 'another quote closes `title` than opens it', 'title = "Hello"'],
    ['curly quotes', 'title = ⟦“Hello”⟧', '`“` and `”` are no quotes here', 'title = "Hello"'],
    ['text without quotes', 'title = ⟦Hello day⟧', 'text needs quotes in TOML', 'title = "Hello day"'],
    ['a colon', '⟦title: ⟧"Hello"\ntype = "x"', 'in TOML a field is written with `=`', 'title = "Hello"\ntype = "x"'],
    ['an open list', 'tags = ⟦["a", "b"⟧', 'the list in `tags` is not closed', 'tags = ["a", "b"]'],
    ['no comma', 'tags = ["a⟦"⟧ "b"]', 'between two values of a list there must be one comma', 'tags = ["a", "b"]'],
    ['tags without quotes', 'tags = [⟦a⟧, b]', 'text in a list needs quotes', 'tags = ["a", "b"]'],
    ['`True`', 'toc = ⟦True⟧', '`True` is no value in TOML: `true` is', 'toc = true'],
    ['a field twice', 'type = "x"\n⟦type⟧ = "x"', '`type` appears twice', 'type = "x"'],
    ['a comma behind', 'type = "x"⟦,⟧', 'nothing may stand behind the value', 'type = "x"'],
    ['another comment', '⟦// to do⟧', 'a comment in the front matter starts with `#`', '# to do'],
    ['a value that goes on', 'title = "Hello\n⟦day"⟧', 'this line belongs to `title`, whose text must stand on one line', 'title = "Hello day"'],
    ['a path', 'title = "C:⟦\\D⟧ata"', 'in double quotes, `\\D` in `title` stands for no character', "title = 'C:\\Data'"],
    ['dashes', '⟦tags⟧ =\n- a\n- b', 'in TOML a list stands in brackets: `tags = [ … ]`', 'tags = ["a", "b"]'],
    ['two on one line', 'type = "x" ⟦toc⟧ = true', '`toc` must stand on a line of its own', 'type = "x"\ntoc = true'],
  ]; // prettier-ignore
  for (const [what, marked, reason, fixed] of slips) {
    it(`finds ${what} in TOML, and mends it`, () => {
      const whole = (header: string) => `+++\ndate = 2019-07-23\n${header}\n+++\nText.\n`;
      assertFinding('hugo', 'syntax-error', whole(marked), {
        severity: 'error',
        message: `${STOP}${reason}.`,
        fixed: whole(fixed),
      });
    });
  }

  it('reads a date in a form of people’s in TOML', () => {
    assertFinding('hugo', 'syntax-error', '+++\ntitle = "T"\ndate = ⟦23.07.2019⟧\n+++\nText.\n', {
      severity: 'error',
      message: `${STOP}\`23.07.2019\` is no date in a form that TOML has.`,
      fixed: '+++\ntitle = "T"\ndate = 2019-07-23\n+++\nText.\n',
    });
  });

  it('finds a missing comma in JSON, and a name without quotes', () => {
    assertFinding('hugo', 'syntax-error', '{\n  "title": "Hello"\n  ⟦"date"⟧: "2019-07-23"\n}\nText.\n', {
      severity: 'error',
      message: `${STOP}a comma is missing before this.`,
      fixed: '{\n  "title": "Hello",\n  "date": "2019-07-23"\n}\nText.\n',
    });
    assertFinding('hugo', 'syntax-error', '{\n  ⟦title⟧: "Hello",\n  "date": "2019-07-23"\n}\nText.\n', {
      severity: 'error',
      message: `${STOP}names and text need double quotes in JSON, and nothing else is read.`,
      fixed: '{\n  "title": "Hello",\n  "date": "2019-07-23"\n}\nText.\n',
    });
  });

  it('accepts 64-bit integers in TOML', () => {
    assert.deepEqual(
      check('hugo', '+++\ntitle = "Hello"\ndate = 2019-07-23\nid = 1152921504606846976\n+++\nText.\n'),
      [],
    );
  });
});

describe('syntax-error in a draft', () => {
  it('says what will be lost once it is published', () => {
    assertFinding(
      'jekyll',
      'syntax-error',
      post('title: ⟦Day 1: keynotes⟧'),
      {
        severity: 'error',
        message: 'Jekyll will publish this post without title or tags: the colon in `title` needs quotes.',
        fixed: post('title: "Day 1: keynotes"'),
      },
      { path: '_drafts/report.md' },
    );
  });
});
