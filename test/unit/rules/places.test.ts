import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import type { RuleCode } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text';
import { assertFinding, check, codes, othersOf, post } from '../support';
import type { Circumstances } from '../support';

type Name = Parameters<typeof check>[0];

/** All fixes of a rule's findings: what they make of the text, and where the file goes. */
function fixesOf(generator: Name, code: RuleCode, text: string, circumstances: Circumstances = {}) {
  return check(generator, text, circumstances)
    .filter((finding) => finding.code === code)
    .flatMap(({ fixes }) => fixes)
    .map((fix) => [formatMessage(fix.title), applyEdits(text, fix.edits), fix.rename]);
}

function isSilent(generator: Name, code: RuleCode, text: string, circumstances: Circumstances = {}): void {
  assert.ok(!codes(check(generator, text, circumstances)).includes(code), text);
}

describe('same-url and same-title', () => {
  const text = post('title: Hello\npermalink: /hello/');
  const others = othersOf('jekyll', {
    '_posts/2019-07-20-a.md': text,
    '_posts/2019-07-21-b.md': text,
    '_posts/2019-07-22-c.md': post('title: Other\npermalink: /other/'),
    '_drafts/d.md': post('title: Draft\npermalink: /draft/'),
  });

  it('name the other files', () => {
    assertFinding(
      'jekyll',
      'same-url',
      post('title: Hi\npermalink: ⟦/hello/⟧'),
      {
        severity: 'warning',
        message:
          'Jekyll will keep only one of the posts with this address: `/hello/` is also that of `_posts/2019-07-20-a.md` and 1 more.',
      },
      { others },
    );
    assertFinding(
      'jekyll',
      'same-title',
      post('title: ⟦Other⟧'),
      {
        severity: 'info',
        message: 'Readers will see this title twice: it is also that of `_posts/2019-07-22-c.md`.',
      },
      { others },
    );
  });

  it('are silent on drafts, other addresses, titles that are made of file names, and translations', () => {
    isSilent('jekyll', 'same-url', text, { others, path: '_drafts/e.md' });
    isSilent('jekyll', 'same-url', post('title: Hi\npermalink: /draft/'), { others });
    isSilent('jekyll', 'same-title', post('layout: post'), { others, path: '_posts/2019-07-23-hello.md' });
    isSilent('jekyll', 'same-title', post('title: hello'), { others });
    const english = othersOf('hugo', { 'content/posts/a.md': post('title: KubeCon') });
    isSilent('hugo', 'same-title', post('title: KubeCon'), {
      others: english,
      path: 'content/posts/a.fr.md',
    });
  });
});

describe('same-url in Hugo', () => {
  const languages = new Map([
    ['en', { disabled: false }],
    ['fr', { disabled: false }],
  ]);
  const hosts = new Map([...languages].map(([name, own]) => [name, { ...own, address: { ownHost: true } }]));

  it('goes by the address that the site makes', () => {
    const config = { hugo: { address: { permalinks: { posts: '/:year/:slug/' } } } };
    const others = othersOf(
      'hugo',
      { 'content/posts/a.md': post('title: Cloud\ndate: 2019-07-23') },
      { config },
    );
    assertFinding(
      'hugo',
      'same-url',
      post('title: Other\ndate: 2019-08-01\nslug: ⟦cloud⟧'),
      {
        severity: 'warning',
        message:
          'Hugo will keep only one of the posts with this address: `/2019/cloud/` is also that of `content/posts/a.md`.',
      },
      { others, config },
    );
    isSilent('hugo', 'same-url', post('title: Cloud\ndate: 2020-07-23'), { others, config });
  });

  it('is silent on translations, and where languages have hosts of their own', () => {
    for (const own of [languages, hosts]) {
      const config = { hugo: { languages: own } };
      const others = othersOf('hugo', { 'content/posts/a.md': post('title: Cloud') }, { config });
      isSilent('hugo', 'same-url', post('title: Nuage'), { others, config, path: 'content/posts/a.fr.md' });
    }
  });
});

describe('file-name', () => {
  const left = 'Jekyll will leave this post out: a file in `_posts` must be named like ';

  it('puts the day of `date` before the name, or mends another form of it', () => {
    const cases = [
      ['_posts/my notes.md', '2019-07-23 10:00', '_posts/2019-07-23-my-notes.md'],
      ['blog/_posts/2019_07_23_notes.md', '2019-07-24', 'blog/_posts/2019-07-24-notes.md'],
      ['_posts/20190723-notes.md', undefined, '_posts/2019-07-23-notes.md'],
      ['_posts/2019.7.23 notes.markdown', undefined, '_posts/2019-07-23-notes.markdown'],
    ] as const;
    for (const [path, date, renamed] of cases) {
      const header = `title: T${date === undefined ? '' : `\ndate: ${date}`}`;
      assertFinding(
        'jekyll',
        'file-name',
        `⟦---⟧\n${header}\n---\nText.\n`,
        {
          severity: 'warning',
          message: `${left}\`${renamed.slice(renamed.lastIndexOf('/') + 1)}\`.`,
          fixed: `---\n${header}\n---\nText.\n`,
          renamed,
        },
        { path },
      );
    }
  });

  it('tells of a day that the calendar does not have', () => {
    assertFinding(
      'jekyll',
      'file-name',
      '⟦---⟧\ntitle: T\n---\nText.\n',
      {
        severity: 'error',
        message:
          'Jekyll will stop the build of the whole site: the calendar has no 2019-23-07, with which the file name starts.',
        fixed: '---\ntitle: T\n---\nText.\n',
        renamed: '_posts/2019-07-23-x.md',
      },
      { path: '_posts/2019-23-07-x.md' },
    );
    isSilent('jekyll', 'file-name', post('title: T\ndate: 2019-07-23'), { path: '_posts/2019-23-07-x.md' });
    isSilent('jekyll', 'file-name', post('title: T'), { path: '_drafts/2019-23-07-x.md' });
    isSilent('hugo', 'file-name', post('title: T\ndate: 2019-07-23'), {
      path: 'content/posts/2019-23-07-x.md',
    });
  });
});

describe('draft-ignored moves to `_drafts`', () => {
  it('beside the folder of posts, without its date', () => {
    const text = post('title: T\ndraft: true');
    assert.deepEqual(fixesOf('jekyll', 'draft-ignored', text, { path: 'blog/_posts/a/2019-07-23-x.md' }), [
      ['Hide the post with `published: false`', post('title: T\npublished: false'), undefined],
      ['Move the file to `blog/_drafts/a/x.md`', post('title: T'), 'blog/_drafts/a/x.md'],
      ['Remove `draft`: the post is to be published', post('title: T'), undefined],
    ]);
    assert.ok(check('jekyll', text).every(({ fixes }) => fixes.every((fix) => !fix.preferred)));
  });

  it('not where the site publishes drafts', () => {
    const fixes = fixesOf('jekyll', 'draft-ignored', post('title: T\ndraft: true'), {
      config: { timeZone: 'UTC', drafts: true },
    });
    assert.deepEqual(
      fixes.map(([title]) => title),
      ['Hide the post with `published: false`', 'Remove `draft`: the post is to be published'],
    );
  });

  it('whatever its spelling, as it means nothing', () => {
    for (const name of ['Draft', 'drafts']) {
      assert.deepEqual(codes(check('jekyll', post(`title: T\n${name}: true`))), ['draft-ignored']);
    }
    assert.deepEqual(check('jekyll', post('title: T\nDraft: false')), []);
  });
});
