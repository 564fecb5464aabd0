import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import type { RuleCode } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text';
import { check, read } from '../support';

/** The titles of the fixes of one rule. */
function titles(header: string, code: RuleCode): string[] {
  return fixes(header, code).map(({ title }) => formatMessage(title));
}

function fixes(header: string, code: RuleCode) {
  return check('jekyll', `---\n${header}---\nText.\n`)
    .filter((finding) => finding.code === code)
    .flatMap((finding) => finding.fixes);
}

describe('a fix takes no name away that is used elsewhere', () => {
  it('with a field that is there twice', () => {
    assert.deepEqual(titles('title: T\ntags: &t [a, b]\ntags: [c]\ncategories: *t\n', 'duplicate-field'), []);
    assert.deepEqual(titles('title: T\ntags: &t [a, b]\ntags: *t\n', 'duplicate-field'), []);
    assert.deepEqual(titles('title: T\ntags: &t [a]\ntags: &t [b]\ncategories: *t\n', 'duplicate-field'), [
      'Remove this `tags`, keep the last one',
    ]);
    assert.deepEqual(
      titles('title: T\nx: &t [a]\ntags: &t [b]\ntags: [c]\ncategories: *t\n', 'duplicate-field'),
      [],
    );
  });

  it('with quotes around it, in which it is text', () => {
    assert.deepEqual(
      check('jekyll', '---\ntitle: !date: &d 2019-07-24\nlastmod: *d\n---\nText.\n')
        .flatMap((finding) => finding.fixes)
        .filter(({ edits }) => edits.some(({ newText }) => newText.includes('&d'))),
      [],
    );
  });

  it('with one that is merged into another', () => {
    const header = 'title: T\ntag: &t a\ntags: [b]\ncategories: *t\n';
    assert.deepEqual(titles(header, 'ignored-field'), []);
    assert.deepEqual(titles('title: T\ntag: &t a\ntags: [b]\n', 'ignored-field'), [
      'Add it to `tags`',
      'Remove `tag`',
    ]);
  });

  it('with a list that is written anew, or an item that is taken out', () => {
    assert.deepEqual(titles('title: T\ntags: &a {k}\nx: *a\n', 'wrong-type'), []);
    assert.deepEqual(titles('title: T\ntags: [&t aws, aws]\nx: *t\n', 'tag-values'), ['Remove it']);
  });

  it('but is offered where the use goes with it, or nothing uses the name', () => {
    assert.deepEqual(titles('title: T\ntags: &t [a, b]\ntags: [c]\n', 'duplicate-field'), [
      'Remove this `tags`, keep the last one',
    ]);
    assert.deepEqual(titles('title: T\ntags: &a [b, *a]\ntags: [c]\n', 'duplicate-field'), [
      'Remove this `tags`, keep the last one',
    ]);
    // What looks like a use in text is none.
    assert.deepEqual(titles('title: "A &t B *t C"\ntags: &x [a]\ntags: [c]\n', 'duplicate-field'), [
      'Remove this `tags`, keep the last one',
    ]);
  });

  it('and leaves the name where it writes a value otherwise', () => {
    const header = 'title: &t 1.10\nsubtitle: *t\n';
    const text = `---\n${header}---\nText.\n`;
    const [fix] = fixes(header, 'changed-value');
    assert.ok(fix);
    assert.ok(!fix.preferred, 'the other field changes with it');
    const after = read('jekyll', applyEdits(text, fix.edits));
    assert.equal(after.forecast.title, '1.10');
    assert.deepEqual(after.report.frontMatter?.problems, []);
  });
});
