import assert from 'node:assert/strict';
import { isOpenable, readSavedState, readScriptMessage } from '../../../src/features/preview/messages';
import { isHostMessage, readState } from '../../../src/webview/preview/guards';
import { post, view } from './input';

describe('preview: messages', () => {
  it('takes what the script says', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'reveal', uri: 'file:///a.md', start: 0, end: 3 },
      { type: 'previewScrolled', uri: 'file:///a.md', start: 7 },
      { type: 'open', uri: 'file:///a.md', href: 'https://a.example/' },
      { type: 'open', uri: 'file:///a.md', href: '../images/a.png' },
      { type: 'run', uri: 'file:///a.md', action: 'selectGenerator' },
      { type: 'fix', uri: 'file:///a.md', edition: 3, id: '0.1' },
      { type: 'copy', uri: 'file:///a.md', part: 'takeaways', format: 'markdown' },
      { type: 'findImages', uri: 'file:///a.md', sources: ['a.png', '/b.png'] },
    ]) {
      assert.deepEqual(readScriptMessage(message), message);
    }
  });

  it('drops everything else', () => {
    for (const message of [
      null,
      undefined,
      7,
      'ready',
      [],
      {},
      { type: 'close' },
      { type: 'reveal', uri: 'file:///a.md', start: 3, end: 0 },
      { type: 'reveal', uri: 'file:///a.md', start: -1, end: 0 },
      { type: 'reveal', uri: 'file:///a.md', start: 0, end: Number.NaN },
      { type: 'reveal', start: 0, end: 1 },
      { type: 'open', uri: 'file:///a.md', href: 7 },
      { type: 'open', href: 'https://a.example/' },
      { type: 'open', uri: 'file:///a.md', href: `https://a.example/${'x'.repeat(10_000)}` },
      { type: 'run', uri: 'file:///a.md', action: 'workbench.action.quit' },
      { type: 'run', uri: 'file:///a.md', action: 'constructor' },
      { type: 'fix', uri: 'file:///a.md', edition: '3', id: '0.1' },
      { type: 'copy', uri: 'file:///a.md', part: 'secrets', format: 'markdown' },
      { type: 'copy', uri: 'file:///a.md', part: 'excerpt', format: 'exe' },
      { type: 'findImages', uri: 'file:///a.md', sources: 'a.png' },
      { type: 'findImages', uri: 'file:///a.md', sources: [7] },
      { type: 'findImages', uri: 'file:///a.md', sources: new Array(1000).fill('a.png') },
      { type: 'toString' },
      { type: '__proto__' },
    ]) {
      assert.equal(readScriptMessage(message), null, JSON.stringify(message));
    }
  });

  it('lets nothing through that no message has', () => {
    const message = { type: 'open', uri: 'file:///a.md', href: 'a', command: 'x' };
    assert.deepEqual(readScriptMessage(message), { type: 'open', uri: 'file:///a.md', href: 'a' });
  });

  it('opens the web and mail, and nothing else', () => {
    for (const href of ['http://a.example', 'HTTPS://a.example', 'mailto:x']) {
      assert.ok(isOpenable(href), href);
    }
    for (const href of [
      'javascript:alert(1)',
      ' https://a.example',
      'file:///etc/passwd',
      'vscode://x',
      'data:,x',
      '//x',
      '',
    ]) {
      assert.ok(!isOpenable(href), href);
    }
    assert.ok(!isOpenable(`https://a.example/${'x'.repeat(10_000)}`));
  });

  it('reads what an earlier window kept', () => {
    const state = { uri: 'file:///a.md', locked: true, scroll: 3 };
    assert.deepEqual(readSavedState(state), { uri: 'file:///a.md', locked: true });
    assert.deepEqual(readState(state), state);
    // As an older version of the extension kept it.
    assert.equal(readSavedState({ uri: 'file:///a.md', scroll: 3 })?.locked, false);
    for (const state of [undefined, null, 'x', { uri: 7 }, {}]) {
      assert.equal(readSavedState(state), null);
      assert.equal(readState(state), null);
    }
  });

  it('lets the script take whole messages of the host only', () => {
    const message = {
      type: 'report',
      uri: 'file:///a.md',
      edition: 1,
      locked: false,
      view: view(post('title: A', 'Text.')),
    };
    assert.ok(isHostMessage(message));
    for (const other of [
      { type: 'empty', heading: 'a', text: 'b' },
      { type: 'editorScrolled', uri: 'file:///a.md', start: 3 },
      { type: 'cursor', uri: 'file:///a.md', at: 3 },
      { type: 'images', uri: 'file:///a.md', addresses: { 'a.png': 'https://a.example/a.png', b: null } },
      { type: 'clipboard', html: '<p>A</p>' },
      { type: 'notice', text: 'Copied' },
    ]) {
      assert.ok(isHostMessage(other), other.type);
    }
    const { header, forecast } = message.view;
    for (const wrong of [
      null,
      {},
      { ...message, type: 'empty' },
      { ...message, uri: 7 },
      { ...message, type: 'toString' },
      { type: 'images', uri: 'file:///a.md', addresses: { a: 7 } },
      { type: 'cursor', uri: 'file:///a.md', at: -1 },
      { ...message, view: {} },
      { ...message, view: { ...message.view, header: { ...header, tags: [7] } } },
      { ...message, view: { ...message.view, forecast: { ...forecast, state: 'x' } } },
    ]) {
      assert.ok(!isHostMessage(wrong), JSON.stringify(wrong));
    }
  });
});
