import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/rules/rule';
import { keyOf, quieten } from '../../../src/features/diagnostics/quiet';
import { check, codes } from '../support';

const TEXT = '---\ntitle: A: b\ndraft: true\n---\n## Takeaways\n\n## Talks\n\n## Key take-aways\n';
const HEADER = { start: 0, end: TEXT.indexOf('## Takeaways') };

function lineOf(text: string, part: string) {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

function shownNow(
  findings: readonly Finding[],
  ...rest: [text: string, edited: { start: number; end: number } | null, shown?: string[]]
) {
  const [text, edited, shown = []] = rest;
  const header = edited && edited.start < HEADER.end ? HEADER : null;
  return codes(quieten(findings, text, edited && { edited, header }, new Set(shown)).now);
}

describe('quiet while typing', () => {
  const broken = check('jekyll', TEXT);

  it('shows everything when nobody types', () => {
    assert.deepEqual(shownNow(broken, TEXT, null), ['syntax-error', 'empty-takeaways', 'empty-takeaways']);
  });

  it('lets what concerns the front matter wait while it is being written, and nothing else', () => {
    const edited = lineOf(TEXT, 'draft: true');
    const shown = broken
      .filter(({ code }) => code === 'empty-takeaways')
      .map((finding) => keyOf(finding, TEXT));
    assert.deepEqual(shownNow(broken, TEXT, edited, shown), ['empty-takeaways', 'empty-takeaways']);
  });

  it('lets what is said of the whole wait until the writer pauses', () => {
    assert.deepEqual(shownNow(broken, TEXT, lineOf(TEXT, '## Talks')), ['syntax-error']);
  });

  it('lets what touches the line of the body wait that is being written', () => {
    const edited = lineOf(TEXT, '## Key take-aways');
    assert.deepEqual(shownNow(broken, TEXT, edited), ['syntax-error']);
  });

  it('keeps what is shown already, though its text moves', () => {
    const longer = TEXT.replace('A: b', 'A: bc');
    const shown = broken.map((finding) => keyOf(finding, TEXT));
    const edited = lineOf(longer, 'title: A: bc');
    assert.deepEqual(shownNow(check('jekyll', longer), longer, edited, shown), [
      'syntax-error',
      'empty-takeaways',
      'empty-takeaways',
    ]);
  });
});
