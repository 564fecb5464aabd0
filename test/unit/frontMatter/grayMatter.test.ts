import assert from 'node:assert/strict';
import { accepts, readWithGrayMatter } from '../../../src/core/frontMatter/grayMatter';

declare global {
  // Only `var` makes a property of the global object, which evaluated text would set.
  var conferenceNotesWasEvaluated: boolean | undefined;
}

describe('gray-matter, kept safe', () => {
  it('reads what it can', () => {
    assert.deepEqual(readWithGrayMatter('---\ntitle: Hello\n---\nText.\n'), {
      data: { title: 'Hello' },
      content: 'Text.\n',
    });
  });

  it('refuses a header that it rejected before, again', () => {
    const text = '---\ntitle: a: b\n---\n';
    assert.deepEqual([readWithGrayMatter(text), readWithGrayMatter(text)], [null, null]);
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
      assert.equal(readWithGrayMatter(text), null);
    }
    assert.equal(
      accepts('!!js/function "function(){ globalThis.conferenceNotesWasEvaluated = true }"'),
      false,
    );
    assert.equal(globalThis.conferenceNotesWasEvaluated, undefined);
  });

  it('accepts duplicate fields, as Jekyll does, and no header that would end early', () => {
    assert.equal(accepts('a: 1\na: 2'), true);
    assert.equal(accepts('a: 1\n---\nb: ['), false);
  });
});
