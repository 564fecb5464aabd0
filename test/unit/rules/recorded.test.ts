import assert from 'node:assert/strict';
import { findIntendedFence } from '../../../src/core/frontMatter/fence';
import { checkReport } from '../../../src/core/rules';
import type { Finding, RuleCode } from '../../../src/core/rules/rule';
import type { Range } from '../../../src/core/text';
import { ENGINES, readCase, recordedFiles } from '../../conformance';
import type { Case, Engine, ReadCase, Recorded } from '../../conformance';
import { codes } from '../support';
import { KNOWN, TRUE_OTHERWISE, WILD, WILD_FALSE } from './exceptions';
import { changesOf, hasOddDate } from './written';

/** Not a measurement: only a hang takes that long, in milliseconds. */
const HANG = 120_000;

/** A recorded post with what a generator did, what we say of it, and the errors and warnings among that. */
interface Checked extends ReadCase {
  readonly file: string;
  readonly id: string;
  readonly expected: Recorded;
  readonly engine: Engine;
  readonly grave: readonly Finding[];
}

/** All recordings that are forecast rightly; the others are known elsewhere. */
async function* recordings(): AsyncGenerator<Checked> {
  for (const [file, { now, cases }] of recordedFiles()) {
    for (const recorded of cases) {
      for (const [name, engine] of Object.entries(ENGINES)) {
        const checked = await checkedAs(file, recorded, name, engine, now);
        if (checked?.forecast.outcome === checked?.expected.outcome && checked) {
          yield checked;
        }
      }
    }
  }
}

async function checkedAs(
  file: string,
  recorded: Case,
  name: string,
  engine: Engine,
  now: string,
): Promise<Checked | null> {
  const expected = recorded.expected[name];
  if (!expected) {
    return null;
  }
  const subject = await readCase(recorded, engine, now);
  const grave = checkReport(subject).filter(({ severity }) => severity === 'error' || severity === 'warning');
  return { ...subject, file, id: recorded.id, expected, engine, grave };
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function has({ grave }: Checked, ...wanted: RuleCode[]): boolean {
  return grave.some(({ code }) => wanted.includes(code));
}

/** A site's configuration that leaves a file out says so on purpose. */
const BY_CONFIGURATION: ReadonlySet<string> = new Set(['collection', 'not-rendered']);

/** `draft: true`, `published: false`, and what else is written for yes and no. */
function saysYesOrNo(text: string): boolean {
  return /(?:^|[\s:="'])(?:true|t|1|yes|on|y|false|f|0|no|off|n)["']?$/i.test(text);
}

/** Whether it is told, at the place that causes it, that a report is not simply published. */
function isOutcomeTold(checked: Checked): boolean {
  const { report, forecast, grave } = checked;
  const { cause } = forecast;
  if (!cause) {
    return false;
  }
  switch (cause.code) {
    case 'draft':
    case 'unpublished':
      // Hidden on purpose, by itself or by its place in the site.
      return (
        !cause.range ||
        saysYesOrNo(report.text.slice(cause.range.start, cause.range.end)) ||
        isTouched(cause.range, grave)
      );
    case 'no-front-matter':
      return findIntendedFence(report.text) === null || isTouched(cause.range, grave);
    case 'syntax':
    case 'unclosed-fence':
      // The place where a parser gives up is seldom the one at fault.
      return has(checked, 'syntax-error', 'unread-fence', 'unclosed-fence') || isTouched(cause.range, grave);
    case 'duplicate-field':
      // The first one is marked, which the last one replaces elsewhere.
      return has(checked, 'duplicate-field');
    default:
      return BY_CONFIGURATION.has(cause.code) || isTouched(cause.range, grave);
  }
}

function isTouched(range: Range | null, grave: readonly Finding[]): boolean {
  return grave.some((finding) => range === null || touches(finding.range, range));
}

/** Fields that are not as they are written, without a word. */
function untoldChanges(checked: Checked): string[] {
  const { report, expected, engine, grave } = checked;
  if (has(checked, 'syntax-error') || (report.fence.kind !== 'closed' && grave.length > 0)) {
    // Front matter that is not read, or not as a whole, is told of at the place that causes that.
    return [];
  }
  return changesOf(report.text, expected, engine.generator)
    .filter(({ range }) => !isTouched(range, grave))
    .map(({ field }) => field);
}

/** What is said of a report whose values are all as they are written. */
function needless(checked: Checked): RuleCode[] {
  const { report, expected, engine, grave } = checked;
  return changesOf(report.text, expected, engine.generator).length > 0 || hasOddDate(report.text)
    ? []
    : codes(grave).filter((code) => !NOT_ON_READING.has(code));
}

/** Rules on what is missing, and on the body: true of a header that is read as it is written, too. */
const NOT_ON_READING: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'date-mismatch',
  'date-shift',
  'missing-title',
  'missing-date',
  'separator-missing',
  'unread-separator',
  'poor-excerpt',
  'empty-takeaways',
  'missing-takeaways',
  'missing-speaker',
  'heading-jump',
  'placeholder',
  'liquid-output',
]);

function sorted(items: Iterable<string>): string[] {
  return [...new Set(items)].sort();
}

function namesOf(lists: Readonly<Partial<Record<string, readonly string[]>>>): string[] {
  return Object.values(lists).flatMap((list) => list ?? []);
}

describe('findings on recorded runs of the generators', () => {
  const silent = new Set<string>();
  const superfluous = new Set<string>();
  const wildErrors = new Set<string>();
  const wild = new Map<string, Set<RuleCode>>();

  before(async function () {
    this.timeout(HANG);
    for await (const checked of recordings()) {
      const { file, id, expected, grave } = checked;
      if (expected.outcome !== 'published') {
        if (!isOutcomeTold(checked)) {
          silent.add(`${id}: outcome`);
        }
        continue;
      }
      untoldChanges(checked).forEach((field) => silent.add(`${id}: ${field}`));
      // Its posts are slips, of which atTheSpot.test.ts has what is said.
      if (file !== 'messages.json') {
        needless(checked).forEach((code) => superfluous.add(`${id}: ${code}`));
      }
      if (file === 'wild.json') {
        grave
          .filter(({ severity }) => severity === 'error')
          .forEach(({ code }) => wildErrors.add(`${id}: ${code}`));
        wild.set(id, new Set([...(wild.get(id) ?? []), ...codes(grave)]));
      }
    }
  });

  it('tell of all that is not published, and of each value that is changed, cut or dropped', () => {
    assert.deepEqual(sorted(silent), sorted(namesOf(KNOWN)));
  });

  it('are silent where everything is read as it is written', () => {
    assert.deepEqual(sorted(superfluous), sorted(TRUE_OTHERWISE));
  });

  it('are no errors on whole posts that are published', () => {
    assert.deepEqual([...wildErrors], []);
  });

  it('are true on whole posts that are published, but for one in a hundred', () => {
    const found = [...wild].flatMap(([id, found]) => [...found].map((code) => `${id}: ${code}`));
    const reviewed = Object.entries(WILD).flatMap(([code, ids]) => ids.map((id) => `${id}: ${code}`));
    assert.deepEqual(sorted(found), sorted([...reviewed, ...WILD_FALSE]));
    assert.ok(WILD_FALSE.length <= wild.size / 100);
  });
});
