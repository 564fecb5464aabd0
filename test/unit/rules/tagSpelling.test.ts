import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import type { Finding } from '../../../src/core/rules/rule';
import { readVocabulary } from '../../../src/core/terms/vocabulary';
import { applyEdits } from '../../../src/core/text';
import { runs } from '../runs';
import { assertFinding, check, othersOf, post, read } from '../support';
import type { Circumstances } from '../support';

const header = (lines: string) => post(`title: Days\ndate: 2019-07-23\n${lines}`);

/** So many other reports, each with one tag. */
function others(generator: GeneratorName, counts: Readonly<Record<string, number>>, field = 'tags') {
  const texts: Record<string, string> = {};
  for (const [name, count] of Object.entries(counts)) {
    for (let number = 0; number < count; number++) {
      const path = generator === 'jekyll' ? `_posts/2018-01-01-r` : 'content/posts/r';
      texts[`${path}${String(Object.keys(texts).length)}.md`] = header(`${field}: ['${name}']`);
    }
  }
  return { others: othersOf(generator, texts) };
}

function spelling(generator: GeneratorName, text: string, circumstances: Circumstances): Finding[] {
  return check(generator, text, circumstances).filter(({ code }) => code === 'tag-spelling');
}

describe('tag-spelling', () => {
  const DATA = { 'data science': 3 };

  it('tells how many other reports write a tag otherwise', () => {
    assertFinding(
      'jekyll',
      'tag-spelling',
      header('tags: [aws, ⟦Data-Science⟧]'),
      {
        severity: 'warning',
        message: '3 other reports write `data science`: Jekyll will make two tags of it.',
        fixed: header('tags: [aws, data science]'),
      },
      others('jekyll', DATA),
    );
  });

  it('knows what to write in all reports, where others have the rarer spelling of a tag too', () => {
    const everywhere = (
      generator: GeneratorName,
      counts: Readonly<Record<string, number>>,
      name: string,
      field = 'tags',
    ) =>
      spelling(generator, header(`${field}: ['${name}']`), others(generator, counts, field)).map(
        (finding) => {
          const repair = finding.everywhere;
          return repair && [formatMessage(repair.title), repair.taxonomy, repair.name, repair.to];
        },
      );
    const all = ['Write `data science` in all reports', 'tags', 'Data-Science', 'data science'];
    assert.deepEqual(everywhere('jekyll', { 'data science': 3, 'Data-Science': 1 }, 'Data-Science'), [all]);
    assert.deepEqual(everywhere('hugo', { 'data science': 3, 'Data-Science': 1 }, 'Data-Science'), [all]);
    assert.deepEqual(everywhere('jekyll', { language: 5, languages: 2 }, 'languages'), [
      ['Write `language` in all reports', 'tags', 'languages', 'language'],
    ]);
    // Nobody else writes it so; or as many do, with this report, as write the other.
    assert.deepEqual(everywhere('jekyll', DATA, 'Data-Science'), [undefined]);
    assert.deepEqual(everywhere('jekyll', { 'data science': 2, 'Data-Science': 1 }, 'Data-Science'), [
      undefined,
    ]);
    // A guess, and a part of addresses.
    assert.deepEqual(everywhere('jekyll', { kubernetes: 20, kubernets: 1 }, 'kubernets'), [undefined]);
    assert.deepEqual(
      everywhere('jekyll', { 'data science': 3, 'Data-Science': 1 }, 'Data-Science', 'categories'),
      [undefined],
    );
  });

  for (const [what, marked, fixed] of [
    ['in single quotes', "tags: ['⟦Data-Science⟧', aws]", "tags: ['data science', aws]"],
    ['in double quotes', 'tags: ["⟦Data-Science⟧"]', 'tags: ["data science"]'],
    ['in a block list', 'tags:\n  - ⟦Data-Science⟧ # yes\n  - aws', 'tags:\n  - data science # yes\n  - aws'],
    ['as the only word', 'tags: ⟦Data-Science⟧', 'tags: [data science]'],
    ['in a string', 'tags: aws ⟦Data-Science⟧', undefined],
    ['as the singular', 'tag: ⟦Data-Science⟧', 'tag: data science'],
  ] as const) {
    it(`writes the other tag ${what}`, () => {
      const expected = fixed === undefined ? {} : { fixed: header(fixed) };
      assertFinding(
        'jekyll',
        'tag-spelling',
        header(marked),
        {
          severity: 'warning',
          message: '3 other reports write `data science`: Jekyll will make two tags of it.',
          ...expected,
        },
        others('jekyll', DATA),
      );
    });
  }

  it('quotes the other tag where it needs that', () => {
    assertFinding(
      'jekyll',
      'tag-spelling',
      header('tags: ["⟦asp.net: core⟧", a]'),
      {
        severity: 'info',
        message: 'Another report writes `ASP.NET: core`: Jekyll will make two tags of it.',
        fixed: header('tags: ["ASP.NET: core", a]'),
      },
      others('jekyll', { 'ASP.NET: core': 1 }),
    );
    assertFinding(
      'jekyll',
      'tag-spelling',
      header('tags: [⟦f-#⟧, a]'),
      {
        severity: 'info',
        message: 'Another report writes `f #`: Jekyll will make two tags of it.',
        fixed: header("tags: ['f #', a]"),
      },
      others('jekyll', { 'f #': 1 }),
    );
  });

  it('takes the tag out of a list that has the other one', () => {
    assertFinding(
      'jekyll',
      'tag-spelling',
      header('tags: [data science, ⟦Data-Science⟧, aws]'),
      {
        severity: 'warning',
        message: '3 other reports write `data science`: Jekyll will make two tags of it.',
        fixed: header('tags: [data science, aws]'),
      },
      others('jekyll', DATA),
    );
  });

  it('tells of two spellings in one report, of the one that fewer others have', () => {
    const message = 'This report also writes `AWS`: Jekyll will make two tags of it.';
    assertFinding('jekyll', 'tag-spelling', header('tags: [AWS, ⟦aws⟧]'), {
      severity: 'warning',
      message,
      fixed: header('tags: [AWS]'),
    });
    assertFinding(
      'jekyll',
      'tag-spelling',
      header('tags: [⟦AWS⟧, aws]'),
      {
        severity: 'warning',
        message: 'Another report writes `aws`: Jekyll will make two tags of it.',
        fixed: header('tags: [aws]'),
      },
      others('jekyll', { aws: 1 }),
    );
  });

  for (const [generator, written, counts, severity, message] of [
    ['jekyll', 'AWS', { aws: 2 }, 'warning', '2 other reports write `aws`: Jekyll will make two tags of it.'],
    [
      'jekyll',
      'résumé',
      { resume: 1 },
      'info',
      'Another report writes `resume`: Jekyll will make two tags of it.',
    ],
    ['jekyll', 'Go', { go: 9 }, 'hint', '9 other reports write `go`: Jekyll will make two tags of it.'],
    [
      'jekyll',
      'talks',
      { talk: 3 },
      'info',
      '3 other reports write `talk`: Jekyll will make two tags of it.',
    ],
    [
      'jekyll',
      'kuberntes',
      { kubernetes: 5 },
      'hint',
      '5 other reports write `kubernetes`: did you mean that?',
    ],
    [
      'hugo',
      'Data-Science',
      { 'data science': 9 },
      'hint',
      '9 other reports write `data science`: Hugo will make one term of both.',
    ],
    [
      'hugo',
      'data_science',
      { 'data science': 2 },
      'warning',
      '2 other reports write `data science`: Hugo will make two tags of it.',
    ],
    [
      'hugo',
      'bigdata',
      { 'big data': 2 },
      'warning',
      '2 other reports write `big data`: Hugo will make two tags of it.',
    ],
    [
      'hugo',
      'Résumé',
      { resume: 2 },
      'warning',
      '2 other reports write `resume`: Hugo will make two tags of it.',
    ],
    ['hugo', 'talks', { talk: 3 }, 'info', '3 other reports write `talk`: Hugo will make two tags of it.'],
    [
      'generic',
      'AWS',
      { aws: 9 },
      'info',
      '9 other reports write `aws`: The site generator will make two tags of it.',
    ],
    [
      'generic',
      'kuberntes',
      { kubernetes: 5 },
      'hint',
      '5 other reports write `kubernetes`: did you mean that?',
    ],
  ] as const) {
    it(`says of \`${written}\` for ${generator}: ${message}`, () => {
      const found = spelling(generator, header(`tags: [x, "${written}"]`), others(generator, counts));
      assert.deepEqual(
        found.map((finding) => [finding.severity, formatMessage(finding.message)]),
        [[severity, message]],
      );
    });
  }

  for (const [what, generator, lines, counts] of [
    ['as many have either spelling', 'jekyll', 'tags: [AWS]', { AWS: 2, aws: 2 }],
    ['most have this one', 'jekyll', 'tags: [AWS]', { AWS: 3, aws: 2 }],
    ['many have the plural, too', 'jekyll', 'tags: [talks]', { talks: 2, talk: 4 }],
    ['the number is another', 'jekyll', 'tags: [python2, "2019"]', { python3: 20, 2020: 20 }],
    ['the language is another', 'jekyll', 'tags: [C, "C#"]', { 'C++': 20 }],
    ['a word is no slip: few have the other', 'jekyll', 'tags: [kuberntes]', { kubernetes: 4 }],
    ['a word is no slip: others have it', 'jekyll', 'tags: [javazone]', { javazone: 2, javaone: 50 }],
    ['a word is no slip: the report has both', 'jekyll', 'tags: [javazone, javaone]', { javaone: 50 }],
    ['the first letter is another', 'jekyll', 'tags: [logging]', { blogging: 50 }],
    ['it is a keyword', 'jekyll', 'keywords: [AWS]', { aws: 5 }],
    ['Hugo does not read the field', 'hugo', 'tag: AWS-x', { 'aws x': 5 }],
    ['Jekyll does not use the field', 'jekyll', 'tag: x\ntags: [AWS]', { aws: 5 }],
    ['the value is none that is read so', 'jekyll', 'tags: [Yes]', { yes: 5 }],
  ] as const) {
    it(`is silent where ${what}`, () => {
      assert.deepEqual(spelling(generator, header(lines), others(generator, counts)), []);
    });
  }

  it('is silent in a report that has no front matter that is read, and without other reports', () => {
    const known = others('jekyll', { aws: 5 });
    assert.deepEqual(spelling('jekyll', header('tags: [AWS, ['), known), []);
    assert.deepEqual(spelling('jekyll', 'tags: [AWS]\n', known), []);
    assert.deepEqual(spelling('jekyll', header('tags: [AWS]'), {}), []);
  });

  it('is information in a draft', () => {
    const circumstances = others('jekyll', { aws: 5 });
    const [found] = spelling('jekyll', header('published: false\ntags: [AWS]'), circumstances);
    assert.equal(found?.severity, 'info');
  });

  it('looks at categories, and renames none of Jekyll’s without a look: addresses have them', () => {
    const circumstances = others('jekyll', { 'trip reports': 5 }, 'categories');
    const [found] = spelling('jekyll', header('categories: [Trip-Reports]'), circumstances);
    assert.ok(found);
    assert.equal(
      formatMessage(found.message),
      '5 other reports write `trip reports`: Jekyll will make two categories of it.',
    );
    assert.deepEqual(
      found.fixes.map(({ preferred }) => preferred),
      [false],
    );
    // A tag is not a category.
    assert.deepEqual(spelling('jekyll', header('tags: [Trip-Reports]'), circumstances), []);
  });

  for (const [generator, written, counts, preferred] of [
    ['jekyll', 'AWS', { aws: 3 }, true],
    ['jekyll', 'AWS', { aws: 2 }, false],
    ['jekyll', 'AWS', { aws: 8, AWS: 3 }, false],
    ['jekyll', 'Data_Science', { 'data science': 3 }, true],
    ['jekyll', 'bigdata', { 'big data': 9 }, false],
    ['jekyll', 'résumé', { resume: 9 }, false],
    ['jekyll', 'talks', { talk: 9 }, false],
    ['jekyll', 'IT', { it: 9 }, false],
    ['jekyll', 'kuberntes', { kubernetes: 9 }, false],
    ['hugo', 'AWS', { aws: 9 }, false],
    ['hugo', 'data_science', { 'data science': 9 }, true],
  ] as const) {
    it(`${preferred ? 'mends' : 'does not mend'} \`${written}\` without a look: ${JSON.stringify(counts)}`, () => {
      const found = spelling(generator, header(`tags: [x, ${written}]`), others(generator, counts));
      assert.deepEqual(
        found.flatMap(({ fixes }) => fixes.map((fix) => fix.preferred)),
        [preferred],
      );
    });
  }

  it('leaves what the vocabulary has alone, whatever others write, and does not point at an alias', () => {
    const vocabulary = readVocabulary({ AWS: ['Amazon Web Services'], conferences: ['conference'] }, false);
    const known = { ...others('jekyll', { aws: 9, conference: 9 }), ...(vocabulary && { vocabulary }) };
    assert.deepEqual(spelling('jekyll', header('tags: [AWS, conferences]'), known), []);
    assert.deepEqual(spelling('jekyll', header('tags: [aws]'), known), []);
  });

  it('writes the commoner spelling, and changes nothing else', () => {
    const tag = fc.constantFrom(
      'AWS',
      'Data-Science',
      'data_science',
      'C#',
      'node-js',
      "IT'S",
      'a: b',
      'Über',
      'plain',
      'other',
    );
    const quote = fc.constantFrom('', "'", '"');
    const known = others('jekyll', {
      aws: 1,
      'data science': 2,
      'c#': 1,
      'node.js': 1,
      "it's": 1,
      'A: b': 1,
      uber: 1,
    });
    const write = (name: string, mark: string) =>
      mark === "'" || (mark === '' && /[#:']/.test(name))
        ? `'${name.replaceAll("'", "''")}'`
        : mark + name + mark;
    fc.assert(
      fc.property(
        fc.uniqueArray(tag, { minLength: 1 }),
        fc.array(quote, { minLength: 10, maxLength: 10 }),
        fc.boolean(),
        (names, quotes, isFlow) => {
          const items = names.map((name, at) => write(name, quotes[at] ?? ''));
          const list = isFlow ? ` [${items.join(', ')}]` : items.map((item) => `\n  - ${item}`).join('');
          const text = header(`tags:${list} # last\nauthor: me`);
          for (const { message, fixes, range } of spelling('jekyll', text, known)) {
            const [fix] = fixes;
            assert.ok(fix, formatMessage(message));
            const after = applyEdits(text, fix.edits);
            const terms = read('jekyll', after).forecast.terms;
            const wrong = read('jekyll', text)
              .report.text.slice(range.start, range.end)
              .replaceAll("''", "'");
            const who = message.args[0];
            const better = typeof who === 'object' ? who.args.at(-1) : undefined;
            assert.ok(typeof better === 'string');
            const expected = names.map((name) => (name === wrong ? better : name));
            assert.deepEqual(new Set(terms), new Set(expected));
            assert.equal(terms.length, new Set(expected).size);
            assert.equal(fix.edits.length, 1);
          }
        },
      ),
      runs(40),
    );
  });

  it('looks at thousands of tags of a report, each of them once', () => {
    const many = Array.from({ length: 5_000 }, (_none, at) => `Tag-${at.toString(36)}x`);
    const text = header(`tags: [${many.join(', ')}]`);
    const indexed = othersOf('jekyll', { '_posts/2018-01-01-a.md': text.toLowerCase() });
    assert.equal(spelling('jekyll', text, { others: indexed }).length, 5_000);
  });
});

describe('tag-vocabulary', () => {
  const vocabulary = readVocabulary({ 'data science': ['DS'], aws: [], cloud: [] }, false);
  const closed = readVocabulary({ 'data science': ['DS'], aws: [], cloud: [] }, true);
  assert.ok(vocabulary && closed);

  for (const generator of ['jekyll', 'hugo', 'generic'] as const) {
    it(`tells the name for an alias and for another spelling: ${generator}`, () => {
      const message = 'Your vocabulary has `data science` for this tag.';
      for (const written of ['DS', 'Data-Science']) {
        assertFinding(
          generator,
          'tag-vocabulary',
          header(`tags: [aws, ⟦${written}⟧, other]`),
          { severity: 'warning', message, fixed: header('tags: [aws, data science, other]') },
          { vocabulary },
        );
      }
    });
  }

  it('takes an alias out of a list that has the name', () => {
    assertFinding(
      'hugo',
      'tag-vocabulary',
      header('tags: [data science, ⟦DS⟧]'),
      {
        severity: 'warning',
        message: 'Your vocabulary has `data science` for this tag.',
        fixed: header('tags: [data science]'),
      },
      { vocabulary },
    );
  });

  it('tells of tags that it does not have where there are to be no others, with the nearest', () => {
    assertFinding(
      'jekyll',
      'tag-vocabulary',
      header('tags: [aws, ⟦clouds⟧]'),
      {
        severity: 'warning',
        message: 'Your vocabulary does not have the tag `clouds`.',
        fixed: header('tags: [aws, cloud]'),
      },
      { vocabulary: closed },
    );
    const far = check('jekyll', header('tags: [elephants]'), { vocabulary: closed });
    assert.deepEqual(
      far.map(({ code, fixes }) => [code, fixes]),
      [['tag-vocabulary', []]],
    );
  });

  it('mends an alias without a look, but not an unknown tag', () => {
    const fixes = check('jekyll', header('tags: [DS, clouds]'), { vocabulary: closed }).flatMap(
      (finding) => finding.fixes,
    );
    assert.deepEqual(
      fixes.map(({ title, preferred }) => [formatMessage(title), preferred]),
      [
        ['Write `data science`', true],
        ['Write `cloud`', false],
      ],
    );
  });

  it('is silent about other tags, about categories, and without a vocabulary', () => {
    assert.deepEqual(check('jekyll', header('tags: [elephants]'), { vocabulary }), []);
    assert.deepEqual(check('jekyll', header('categories: [DS]'), { vocabulary: closed }), []);
    assert.deepEqual(check('jekyll', header('tags: [DS]')), []);
  });
});
