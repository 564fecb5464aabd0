import assert from 'node:assert/strict';
import { generators } from '../../src/core/generators';
import type { GeneratorName, Site } from '../../src/core/generators/generator';
import type { SiteConfig } from '../../src/core/generators/siteConfig';
import { formatMessage } from '../../src/core/message';
import { Report } from '../../src/core/report/report';
import { checkReport } from '../../src/core/rules';
import type { FieldSchema, Finding, RuleCode } from '../../src/core/rules/rule';
import type { OtherReports } from '../../src/core/index/otherReports';
import { factsOf } from '../../src/core/index/reportFacts';
import { ReportIndexes } from '../../src/core/index/reportIndexes';
import { termsOf } from '../../src/core/terms/terms';
import type { Vocabulary } from '../../src/core/terms/vocabulary';
import { applyEdits } from '../../src/core/text';
import type { Range } from '../../src/core/text';

/** The moment at which the tests take place. */
export const NOW = Date.parse('2026-11-21T23:00:00Z');

export interface Circumstances {
  readonly path?: string;
  readonly version?: string;
  readonly config?: SiteConfig;
  readonly others?: OtherReports;
  /** The first U+FFFD of the text stands for bytes that are not UTF-8. */
  readonly isUtf8?: false;
  readonly schema?: FieldSchema;
  readonly vocabulary?: Vocabulary;
}

const PATHS: Readonly<Record<GeneratorName, string>> = {
  jekyll: '_posts/2019-07-23-report.md',
  hugo: 'content/posts/report.md',
  generic: 'notes/report.md',
};

/** Reads a text as a report of a site. */
export function read(generator: GeneratorName, text: string, circumstances: Circumstances = {}) {
  const { path, version, config, isUtf8 } = circumstances;
  const site: Site = {
    generator: generators[generator],
    version: version ?? generators[generator].newest,
    config: { timeZone: 'UTC', ...config },
  };
  const start = text.indexOf('\ufffd');
  const report = new Report(text, path ?? PATHS[generator], site.generator, {
    invalidUtf8: isUtf8 === false && start >= 0 ? { start, end: start + 1 } : undefined,
  });
  return {
    report,
    site,
    forecast: site.generator.forecast(report, site, NOW),
    /** It is rendered, which takes time, only where it is asked for. */
    get excerpt() {
      return site.generator.excerpt(report, site);
    },
  };
}

/** All findings of a text. */
export function check(generator: GeneratorName, text: string, circumstances: Circumstances = {}): Finding[] {
  const { report, site, forecast } = read(generator, text, circumstances);
  const { others, schema, vocabulary } = circumstances;
  return checkReport({ report, site, forecast, now: NOW, others, schema, vocabulary });
}

/** What other reports say, by the paths of their files from the site's root. */
export function othersOf(
  generator: GeneratorName,
  texts: Readonly<Record<string, string>>,
  circumstances: Omit<Circumstances, 'path'> = {},
): OtherReports {
  const indexes = new ReportIndexes();
  for (const [path, text] of Object.entries(texts)) {
    const { report, site, forecast } = read(generator, text, { ...circumstances, path });
    const reading = { terms: termsOf(report, site, forecast), facts: factsOf(report, site, forecast) };
    indexes.set(path, reading, '');
  }
  return indexes.othersThan('', '');
}

/** Takes the marks `⟦…⟧` out of a text and tells where they stood. */
function unmark(marked: string): { text: string; range: Range } {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  assert.ok(start >= 0 && end >= start, 'the text must hold ⟦…⟧');
  return { text: marked.replace(/[⟦⟧]/g, ''), range: { start, end } };
}

/** What a rule is to say of a text, and what its first fix is to make of it. */
export interface Expected {
  readonly severity: Finding['severity'];
  readonly message: string;
  /** The whole text after the first fix; undefined where there must be no fix. */
  readonly fixed?: string;
  /** The file's path after the first fix; undefined where it keeps its path. */
  readonly renamed?: string;
}

/**
 * Asserts that a rule finds exactly one thing in a text, at the marks, and that its first fix does what is expected
 * and leaves nothing of the finding.
 */
export function assertFinding(
  generator: GeneratorName,
  code: RuleCode,
  marked: string,
  expected: Expected,
  circumstances: Circumstances = {},
): void {
  const { text, range } = unmark(marked);
  const found = check(generator, text, circumstances).filter((finding) => finding.code === code);
  assert.deepEqual(
    found.map((finding) => ({
      range: finding.range,
      severity: finding.severity,
      message: formatMessage(finding.message),
    })),
    [{ range, severity: expected.severity, message: expected.message }],
  );
  const fix = found[0]?.fixes[0];
  assert.equal(fix && applyEdits(text, fix.edits), expected.fixed);
  assert.equal(fix?.rename, expected.renamed);
  if (expected.fixed !== undefined) {
    const after = { ...circumstances, ...(fix?.rename === undefined ? {} : { path: fix.rename }) };
    assert.deepEqual(
      codes(check(generator, expected.fixed, after)).filter((other) => other === code),
      [],
    );
  }
}

/** The codes of findings, in their order. */
export function codes(findings: readonly Finding[]): RuleCode[] {
  return findings.map((finding) => finding.code);
}

/** Puts front matter lines and a body together. */
export function post(header: string, body = 'First paragraph.\n\nSecond paragraph.\n'): string {
  return `---\n${header}\n---\n${body}`;
}
