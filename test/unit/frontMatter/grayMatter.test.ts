import assert from 'node:assert/strict';
import { accepts, readWithGrayMatter } from '../../../src/core/frontMatter/grayMatter';

declare global {
  // Only `var` makes a property of the global object, which evaluated text would set.
  var conferenceNotesWasEvaluated: boolean | undefined;
}

describe('gray-matter, kept safe', () => {
  it('reads what it can', () => {
    assert.deepEqual(readWithGrayMatter('---\ntitle: Hello\n---\nText.\n'), {
      kind: 'read',
      data: { title: 'Hello' },
      content: 'Text.\n',
    });
  });

  it('refuses a header that it rejected before, again', () => {
    const text = '---\ntitle: a: b\n---\n';
    assert.deepEqual(
      [readWithGrayMatter(text), readWithGrayMatter(text)],
      [{ kind: 'thrown' }, { kind: 'thrown' }],
    );
  });

  it('evaluates nothing', () => {
    for (const language of [
      'js',
      ' js',
      'JavaScript',
      'javascript',
      'coffee',
      'cson',
      'constructor',
      '__proto__',
      'toString',
    ]) {
      const text = `---${language}\nglobalThis.conferenceNotesWasEvaluated = true\n---\n`;
      assert.notEqual(readWithGrayMatter(text).kind, 'read');
    }
    assert.equal(
      accepts('!!js/function "function(){ globalThis.conferenceNotesWasEvaluated = true }"'),
      false,
    );
    assert.equal(globalThis.conferenceNotesWasEvaluated, undefined);
  });

  it('tells a header that would be run from one that it has no reader for', () => {
    assert.equal(readWithGrayMatter('---js\n{}\n---\n').kind, 'program');
    assert.equal(readWithGrayMatter('--- JavaScript\n{}\n---\n').kind, 'program');
    assert.equal(readWithGrayMatter('---toml\na = 1\n---\n').kind, 'thrown');
    assert.equal(readWithGrayMatter('---YAML\na: 1\n---\n').kind, 'read');
  });

  it('does not start on a header that would take it minutes', () => {
    assert.equal(readWithGrayMatter(`---\ntags: [${'\n'.repeat(100_000)}---\n`).kind, 'unread');
    assert.equal(readWithGrayMatter(`---\na: 1\n---\n${'\n'.repeat(100_000)}`).kind, 'read');
  });

  it('accepts duplicate fields, as Jekyll does, and no header that would end early', () => {
    assert.equal(accepts('a: 1\na: 2'), true);
    assert.equal(accepts('a: 1\n---\nb: ['), false);
  });
});
