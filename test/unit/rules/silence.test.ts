import assert from 'node:assert/strict';
import { silenceEdit } from '../../../src/core/rules/silence';
import { applyEdits } from '../../../src/core/text';
import { check, codes, post, read } from '../support';

const DRAFT = 'title: Day 1\ndraft: true';

describe('silencing a rule in a file', () => {
  const silent: [name: string, text: string][] = [
    ['a comment in the front matter', post(`${DRAFT}\n# conference-notes-disable draft-ignored`)],
    [
      'a comment with a reason',
      post(`# conference-notes-disable draft-ignored -- our theme reads it\n${DRAFT}`),
    ],
    ['a comment in the body', post(DRAFT, 'Text.\n\n<!-- conference-notes-disable draft-ignored -->\n')],
    [
      'several codes',
      post(DRAFT, 'Text.\n\n<!-- conference-notes-disable heading-jump, draft-ignored -- why -->\n'),
    ],
  ];
  for (const [name, text] of silent) {
    it(`works by ${name}`, () => {
      assert.ok(!codes(check('jekyll', text)).includes('draft-ignored'));
    });
  }

  const loud: [name: string, text: string][] = [
    ['another rule’s code', post(`${DRAFT}\n# conference-notes-disable missing-title`)],
    ['a comment without a code', post(`${DRAFT}\n# conference-notes-disable`)],
    [
      'a code that only the reason names',
      post(`# conference-notes-disable file-name -- not draft-ignored\n${DRAFT}`),
    ],
    ['a line of the body', post(DRAFT, '# conference-notes-disable draft-ignored\n')],
    ['a value', post(`${DRAFT}\ndescription: "# conference-notes-disable draft-ignored"`)],
  ];
  for (const [name, text] of loud) {
    it(`is not done by ${name}`, () => {
      assert.ok(codes(check('jekyll', text)).includes('draft-ignored'));
    });
  }

  it('works in TOML, in JSON and where the front matter is not closed', () => {
    const mark = 'conference-notes-disable missing-date';
    assert.deepEqual(codes(check('hugo', `+++\ntitle = "A"\n# ${mark}\n+++\n`)), []);
    assert.deepEqual(codes(check('hugo', `{"title": "A"}\n\n<!-- ${mark} -->\n`)), []);
    const open = '---\ntitle: A\n# conference-notes-disable unclosed-fence\n';
    assert.deepEqual(codes(check('jekyll', open)), []);
  });

  const edits: [name: string, before: string, after: string][] = [
    ['YAML', post(DRAFT, 'Text.\n'), post(`${DRAFT}\n# conference-notes-disable draft-ignored`, 'Text.\n')],
    ['TOML', '+++\ntitle = "A"\n+++\n', '+++\ntitle = "A"\n# conference-notes-disable draft-ignored\n+++\n'],
    ['CRLF', '---\r\na: b\r\n---\r\n', '---\r\na: b\r\n# conference-notes-disable draft-ignored\r\n---\r\n'],
    ['JSON', '{"a": 1}\nText.', '{"a": 1}\nText.\n\n<!-- conference-notes-disable draft-ignored -->\n'],
    ['no front matter', 'Text.\n', 'Text.\n\n<!-- conference-notes-disable draft-ignored -->\n'],
    ['an empty file', '', '\n<!-- conference-notes-disable draft-ignored -->\n'],
  ];
  for (const [name, before, after] of edits) {
    it(`is written where no page shows it: ${name}`, () => {
      const { report } = read('hugo', before);
      assert.equal(applyEdits(before, [silenceEdit(report, 'draft-ignored')]), after);
      assert.ok(after.split('\n').length > before.split('\n').length);
    });
  }
});
