import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import { applyEdits } from '../../../src/core/text';
import { fixOf } from '../../../src/features/preview/findingsView';
import { viewOf } from '../../../src/features/preview/viewModel';
import { inputOf, post, view } from './input';

const BARE = '---\ntitle: Fog: two days\ndate: 2026-03-05\n---\n\nText that is long enough to be read.\n';

describe('preview: findings', () => {
  it('groups them, the most serious first, with their places', () => {
    const { findings } = view(post('title: A\ntags: [a, a]\ndraft: true', '# Only a heading\n\n### Deep'));
    const severities = findings.groups.map(({ severity }) => severity);
    assert.deepEqual(
      severities,
      ['error', 'warning', 'info', 'hint'].filter((each) => severities.includes(each as 'error')),
    );
    assert.ok(severities.length >= 2, severities.join());
    for (const { items, heading } of findings.groups) {
      assert.match(heading, new RegExp(`^${String(items.length)} `));
      assert.ok(items.every(({ text, target }) => text !== '' && /^Go to line \d+$/.test(target.label)));
    }
  });

  it('says that a report without any is ready', () => {
    const body = [
      'A first paragraph that tells what this was all about, and for whom it is.',
      '## Key take-aways',
      '- One thing.',
      '## Talks',
      '### Fog by Torben Example',
      'It was about fog.',
    ].join('\n\n');
    const { findings } = view(post('layout: post\ntitle: A', body));
    assert.deepEqual(findings.groups, []);
    assert.equal(findings.hint, 'Nothing found.');
  });

  it('puts the repair of what decides the forecast beside it, and that repairs it', () => {
    const input = inputOf(BARE);
    const { forecast } = viewOf(input, { translate: formatMessage, language: 'en' });
    assert.equal(forecast.state, 'warning');
    const fix = fixOf(input.findings, forecast.fixes[0]?.id ?? '');
    assert.ok(fix);
    assert.equal(view(applyEdits(BARE, fix.edits)).header.title, 'Fog: two days');
  });

  it('puts the repair of a poor excerpt beside it', () => {
    const input = inputOf(post('title: A', '# Fog\n\nText that says much more than the heading above it.'));
    const { excerpt } = viewOf(input, { translate: formatMessage, language: 'en' });
    const fix = fixOf(input.findings, excerpt.fixes[0]?.id ?? '');
    assert.ok(fix);
    assert.match(applyEdits(input.report.text, fix.edits), /Text that says much more/);
  });

  it('finds no repair for what it did not name', () => {
    const { findings } = inputOf(BARE);
    for (const id of ['', '0', '0.99', '99.0', '-1.0', '0.0.0', 'constructor.0', '0x1.0', '1e1.0', '０.0']) {
      assert.equal(fixOf(findings, id), null, id);
    }
  });

  it('lists fifty at most', () => {
    const body = Array.from({ length: 80 }, (_, n) => `## H${String(n)}\n\n#### TODO ${String(n)}`).join(
      '\n\n',
    );
    const { findings } = view(post('title: A', `Text.\n\n${body}`));
    const count = findings.groups.reduce((sum, { items }) => sum + items.length, 0);
    assert.equal(count, 50);
    assert.match(findings.hint ?? '', /^\d+ more are in the Problems panel\.$/);
  });
});
