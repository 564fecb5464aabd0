import assert from 'node:assert/strict';
import type { Outcome } from '../../../src/core/generators/forecast';
import { formatMessage } from '../../../src/core/message';
import { checkReport } from '../../../src/core/rules';
import { ENGINES, readCase, recordedFiles } from '../../conformance';

/** Not a measurement: only a hang takes that long, in milliseconds. */
const HANG = 120_000;

/** What a sentence of a finding says of the report as a whole, and with which outcomes that agrees. */
const SAYINGS: readonly (readonly [saying: RegExp, outcomes: readonly Outcome[]])[] = [
  [/^(?:Jekyll|Hugo) will stop the build of the whole site/, ['build-error']],
  [/will publish this post without title or tags/, ['bare', 'hidden']],
  [/will leave (?:this|the) (?:post|page|report)[^:]* out/, ['hidden', 'skipped']],
  [/will publish this (?:post|page)/, ['published', 'bare', 'hidden']],
  [/will (?:show|call|drop|read|date|split|make (?:one|a|the)) /, ['published', 'hidden', 'bare', 'text']],
];

describe('what the rules say and the forecast', () => {
  const contradictions = new Set<string>();

  before(async function () {
    this.timeout(HANG);
    for (const [, { now, cases }] of recordedFiles()) {
      for (const recorded of cases) {
        for (const [name, engine] of Object.entries(ENGINES)) {
          if (!recorded.expected[name]) {
            continue;
          }
          const subject = await readCase(recorded, engine, now);
          const { outcome, title } = subject.forecast;
          for (const finding of checkReport(subject)) {
            const said = formatMessage(finding.message);
            const wrong = SAYINGS.find(
              ([saying, outcomes]) => saying.test(said) && !outcomes.includes(outcome),
            );
            // Hugo has no outcome of its own for a page whose fields are its text: it has no title then.
            const isPrinted = outcome === 'text' || outcome === 'build-error' || !title;
            if (wrong ?? (said.includes('will print the front matter as text') && !isPrinted)) {
              contradictions.add(`${recorded.id}: ${outcome}, but “${said}”`);
            }
          }
        }
      }
    }
  });

  it('never contradict each other in recorded posts', () => {
    assert.deepEqual([...contradictions], []);
  });
});
