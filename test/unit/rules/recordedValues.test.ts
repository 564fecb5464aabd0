import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import type { Site } from '../../../src/core/generators/generator';
import { Report } from '../../../src/core/report/report';
import { checkReport } from '../../../src/core/rules';
import type { Finding } from '../../../src/core/rules/rule';
import { bytesOf, ENGINES, pathOf, recordedFiles } from '../../conformance';
import type { Case, Engine, Recorded } from '../../conformance';

interface Checked {
  readonly findings: readonly Finding[];
  /** Where the title’s key starts; undefined where none is read. */
  readonly titleAt: number | undefined;
}

function checkText(text: string, post: Case, engine: Engine, now: string): Checked {
  const site: Site = {
    generator: generators[engine.generator],
    version: engine.version,
    config: { timeZone: 'UTC' },
  };
  const report = new Report(text, pathOf(post, engine), site.generator);
  const forecast = site.generator.forecast(report, site, Date.parse(now));
  const findings = checkReport({ report, site, forecast, now: Date.parse(now) });
  return { findings, titleAt: report.field('title')?.range.start };
}

/** Calls with each recorded post that stands alone, and what an engine made of it. */
function eachPost(visit: (post: Case, engine: Engine, recorded: Recorded, now: string) => void): void {
  for (const [, { now, cases }] of recordedFiles()) {
    for (const post of cases) {
      for (const [name, engine] of Object.entries(ENGINES)) {
        const recorded = post.files ? undefined : post.expected[name];
        if (recorded) {
          visit(post, engine, recorded, now);
        }
      }
    }
  }
}

/** A title on one line without quotes, as it is written, with what may be a comment. */
function plainTitle(text: string): string | undefined {
  return /^title: +(?=\S)(?!["'|>[])([^\r\n\x85]*[^\s\x85])[^\S\n]*\n(?!\s)/m.exec(text)?.[1];
}

function serious(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

describe('the rules on values, and recorded runs', () => {
  it('tell of every title that is not shown as it is written, and of no other', function () {
    this.timeout(60_000);
    const wrong: string[] = [];
    eachPost((post, engine, recorded, now) => {
      const text = bytesOf(post).toString();
      const title = plainTitle(text);
      if (
        title === undefined ||
        recorded.outcome !== 'published' ||
        (text.match(/^title:/gim) ?? []).length > 1
      ) {
        return;
      }
      const { findings, titleAt } = checkText(text, post, engine, now);
      if (titleAt === undefined) {
        return;
      }
      const onTitle = serious(findings).filter(
        ({ range }) => range.start >= titleAt && range.end <= text.indexOf(title) + title.length,
      );
      // A comment or a name that is meant as one is no part of a title.
      const meant = title.replace(/\s+# .*$/, '').replace(/^!!\S+ |^!<\S+ |^&\w+ (?=.*$)/, '');
      const named = /^&(\w+)/.exec(title)?.[1];
      const isMeant = named === undefined || text.includes(`*${named}`);
      const isChanged = recorded.title !== (isMeant ? meant : title) && !/^!!binary|^!\w+ "/.test(title);
      if (onTitle.length > 0 !== isChanged) {
        wrong.push(`${post.id} ${engine.version}: ${title}`);
      }
    });
    assert.deepEqual(wrong, []);
  });
});
