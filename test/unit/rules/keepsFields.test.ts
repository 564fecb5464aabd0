import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dataOf } from '../../../src/core/generators/scalars';
import { formatMessage } from '../../../src/core/message';
import type { Entry } from '../../../src/core/frontMatter/tree';
import type { Fix } from '../../../src/core/rules/rule';
import { ON_PUBLISHING } from '../../../src/core/rules/safe';
import { applyEdits } from '../../../src/core/text';
import { bytesOf, recordedFiles } from '../../conformance';
import { runs } from '../runs';
import { mutatedText, place, PLACES, slipText } from './generated';
import { readIn } from './mended';
import type { Place, Reading } from './mended';

/** Not a measurement: only a hang takes that long, in milliseconds. */
const HANG = 120_000;

/** What safe fixes of a text take away from it, one sentence each. */
function losses(where: Place, text: string): string[] {
  const before = readIn(where, text);
  return before.findings.flatMap(({ code, fixes }) =>
    fixes
      .filter(({ preferred }) => preferred && !ON_PUBLISHING.has(code))
      .flatMap((fix) => {
        const path = fix.rename ?? where.path;
        const after = readIn({ ...where, path }, applyEdits(text, fix.edits));
        const lost = isRead(before) ? changed(before, after, fix) : unread(before, after, fix);
        return lost.map((what) => `${code}, “${formatMessage(fix.title)}”: ${what}`);
      }),
  );
}

function isRead({ report, forecast: { outcome } }: Reading): boolean {
  return (
    (outcome === 'published' || outcome === 'hidden') &&
    report.frontMatter !== null &&
    report.frontMatter.problems.length === 0
  );
}

/** Known fields of a header that is read which are gone, or whose value is another though the fix is not about it. */
function changed({ report, site }: Reading, after: Reading, { edits }: Fix): string[] {
  const plain = site.generator.plainReader(site.version);
  const value = (entry: Entry) =>
    JSON.stringify(dataOf(entry.value, plain), (_key, each: unknown) =>
      typeof each === 'bigint' ? String(each) : each,
    );
  return site.generator.knownFields.flatMap(({ name }) => {
    const folded = site.generator.foldsKeys ? name.toLowerCase() : name;
    const was = report.field(folded);
    const is = after.report.field(folded);
    if (!was?.value) {
      return [];
    }
    const isMeant = edits.some(({ range }) => range.start <= was.range.end && was.range.start <= range.end);
    return !is
      ? [`\`${name}\` is gone`]
      : !isMeant && value(was) !== value(is)
        ? [`\`${name}\` is ${value(is)}, and was ${value(was)}`]
        : [];
  });
}

/** Known fields that a header which is not read writes on lines of their own, and that are none of the fields after the fix. */
function unread({ report, text, site }: Reading, after: Reading, { edits }: Fix): string[] {
  const { fence } = report;
  if (fence.kind !== 'closed' || fence.fence.format === 'json' || !isRead(after)) {
    return [];
  }
  const { start, end } = fence.fence.header;
  return [...text.slice(start, end).matchAll(/^([a-z_]+) ?[:=] [^\s'"|>[{&!*][^\r\n]*$/gm)].flatMap(
    ({ 0: line, 1: name = '', index }) => {
      const at = start + index;
      const isMeant = edits.some(({ range }) => range.start <= at + line.length && at <= range.end);
      const isKnown = site.generator.knownFields.some((known) => known.name === name);
      return isKnown && !isMeant && !after.report.field(name) && !isWithinText(report.header.slice(0, index))
        ? [`\`${name}\` is none of its fields`]
        : [];
    },
  );
}

/** What follows an open quote, bracket or block of text may be meant as a part of it. */
function isWithinText(above: string): boolean {
  return /["'[{]|[|>][-+\d]*[ \t]*\r?$/m.test(above);
}

describe('no text makes a safe fix lose a field', () => {
  it('where it once did', () => {
    const text = '---\nlayout: post\ntags:\n \n-lisp\n  -scheme\ndate: 2018-08-25\n---\nText.\n';
    for (const where of PLACES) {
      assert.deepEqual(losses(where, text), []);
    }
  });

  it('of the recorded posts', function () {
    this.timeout(HANG * 5);
    const texts = new Set(
      recordedFiles().flatMap(([, { cases }]) => cases.map((each) => bytesOf(each).toString())),
    );
    const lost = [...texts].flatMap((text, index) => {
      // Each of the places in turn: all of them take minutes.
      const where = PLACES[index % PLACES.length];
      return where ? losses(where, text).map((what) => `${JSON.stringify(text.slice(0, 200))}: ${what}`) : [];
    });
    assert.deepEqual(lost, []);
  });

  it('in generated reports with slips', function () {
    this.timeout(HANG * 50);
    fc.assert(
      fc.property(place, slipText, (where, text) => {
        assert.deepEqual(losses(where, text), []);
      }),
      runs(500),
    );
  });

  it('in mutated posts', function () {
    this.timeout(HANG * 50);
    fc.assert(
      fc.property(place, mutatedText, (where, text) => {
        assert.deepEqual(losses(where, text), []);
      }),
      runs(500),
    );
  });
});
