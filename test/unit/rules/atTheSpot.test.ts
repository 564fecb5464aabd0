import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import { checkReport } from '../../../src/core/rules';
import type { Finding } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text';
import { ENGINES, readCase, readCases } from '../../conformance';
import { readIn } from './mended';

/** Not a measurement: only a hang takes that long, in milliseconds. */
const HANG = 120_000;

/** What only somebody says who knows how a parser works. */
const JARGON =
  /\b(?:tokens?|flow|mappings?|scalars?|sequences?|nodes?|stream|parsing|scanning|unexpected|unterminated|anchor|alias|indicator|directive|newline|character sequence)\b/i;

/** Slips of which it is not known what was meant: they are told without a fix. */
const WITHOUT_FIX: ReadonlySet<string> = new Set([
  'spot-goes-on-dash',
  'spot-merge-conflict',
  'spot-percent-line',
  'spot-table',
  'spot-t-control',
  'spot-t-date-month',
  'spot-t-duplicate-table',
  'spot-j-fence',
  'spot-j-line-end',
  'spot-j-quote-open',
]);

/** No front matter: notes that start like it, and a heading. */
const TEXT: ReadonlySet<string> = new Set(['spot-open-missing-talk', 'spot-open-missing-setext']);

interface Told {
  readonly id: string;
  readonly errors: readonly Finding[];
  /** The report is read after one of the fixes. */
  readonly isMended: boolean;
}

async function* slips(): AsyncGenerator<Told> {
  const { now, cases } = readCases('test/fixtures/conformance/messages.json');
  for (const recorded of cases.filter(({ id }) => !TEXT.has(id))) {
    for (const [name, engine] of Object.entries(ENGINES)) {
      const outcome = recorded.expected[name]?.outcome ?? 'published';
      if (outcome === 'published' || outcome === 'hidden') {
        continue;
      }
      const subject = await readCase(recorded, engine, now);
      const { report, site, now: moment } = subject;
      const errors = checkReport(subject).filter(({ severity }) => severity === 'error');
      const isMended = errors.some(({ fixes }) =>
        fixes.some(({ edits }) => {
          const { forecast } = readIn(
            { site, path: report.path, now: moment },
            applyEdits(report.text, edits),
          );
          return forecast.outcome === 'published' || forecast.outcome === 'hidden';
        }),
      );
      // Of TOML and JSON Jekyll reads nothing, well-formed or not.
      if (engine.generator === 'hugo' || !/^(?:[+＋{]|title =)/.test(report.text)) {
        yield { id: `${recorded.id} (${name})`, errors, isMended };
      }
    }
  }
}

describe('slips in front matter, as recorded', () => {
  const silent: string[] = [];
  const jargon: string[] = [];
  const unmended: string[] = [];

  before(async function () {
    this.timeout(HANG);
    for await (const { id, errors, isMended } of slips()) {
      if (errors.length === 0) {
        silent.push(id);
      }
      jargon.push(
        ...errors.map(({ message }) => formatMessage(message)).filter((message) => JARGON.test(message)),
      );
      if (!isMended && !WITHOUT_FIX.has(id.replace(/ .*/, ''))) {
        unmended.push(id);
      }
    }
  });

  it('are told as errors where the generator fails', () => {
    assert.deepEqual(silent, []);
  });

  it('are told in plain words', () => {
    assert.deepEqual(jargon, []);
  });

  it('are mended by one of their fixes', () => {
    assert.deepEqual(unmended, []);
  });
});
