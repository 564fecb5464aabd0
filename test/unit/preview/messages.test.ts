import assert from 'node:assert/strict';
import { isOpenable, readSavedState, readScriptMessage } from '../../../src/features/preview/messages';
import { isHostMessage, readState } from '../../../src/webview/preview/guards';
import { post, view } from './input';

describe('preview: messages', () => {
  it('takes what the script says', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'reveal', uri: 'file:///a.md', start: 0, end: 3 },
      { type: 'open', href: 'https://a.example/' },
      { type: 'open', href: 'mailto:a@a.example' },
      { type: 'run', action: 'selectGenerator' },
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
      { type: 'open', href: 'command:workbench.action.quit' },
      { type: 'open', href: 7 },
      { type: 'run', action: 'workbench.action.quit' },
    ]) {
      assert.equal(readScriptMessage(message), null, JSON.stringify(message));
    }
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
    assert.deepEqual(readSavedState({ uri: 'file:///a.md', scroll: 3 }), { uri: 'file:///a.md' });
    assert.deepEqual(readState({ uri: 'file:///a.md', scroll: 3 }), { uri: 'file:///a.md', scroll: 3 });
    for (const state of [undefined, null, 'x', { uri: 7 }, {}]) {
      assert.equal(readSavedState(state), null);
      assert.equal(readState(state), null);
    }
  });

  it('lets the script take whole messages of the host only', () => {
    const message = {
      type: 'report',
      uri: 'file:///a.md',
      version: 1,
      view: view(post('title: A', 'Text.')),
    };
    assert.ok(isHostMessage(message));
    assert.ok(isHostMessage({ type: 'empty', heading: 'a', text: 'b' }));
    const { header, forecast } = message.view;
    for (const wrong of [
      null,
      {},
      { ...message, type: 'empty' },
      { ...message, uri: 7 },
      { ...message, view: {} },
      { ...message, view: { ...message.view, header: { ...header, tags: [7] } } },
      { ...message, view: { ...message.view, forecast: { ...forecast, state: 'x' } } },
    ]) {
      assert.ok(!isHostMessage(wrong), JSON.stringify(wrong));
    }
  });
});
