import { createRequire } from 'node:module';
import type MarkdownItFactory from 'markdown-it';
import { parseDocument } from 'yaml';
import { hugo } from '../../src/core/generators/hugo';
import type { Generator, Site } from '../../src/core/generators/generator';
import { jekyll } from '../../src/core/generators/jekyll';
import { renderLine } from '../../src/core/links/inlineTemplates';
import { renderMarkdown } from '../../src/core/markdown/markdown';
import { Report } from '../../src/core/report/report';
import { checkReport } from '../../src/core/rules';
import { timeInTurn } from './measure';
import { atMost, ms, row, times } from './row';
import { sampleReport } from './samples';

/** Sizes in bytes, how many rounds of each are timed, and how often the work is done in a round. */
const SIZES = [
  [5_000, 200, 10],
  [100_000, 40, 1],
  [1_000_000, 8, 1],
  [5_000_000, 3, 1],
] as const;

const now = Date.parse('2026-11-21T23:00:00Z');
// As it is published: our bundles hold a quicker one.
const published = createRequire(`${process.cwd()}/`)('markdown-it') as typeof MarkdownItFactory;
const markdown = published();

function siteOf(generator: Generator): Site {
  return { generator, version: generator.newest, config: {} };
}

function reportOf(text: string, generator: Generator): Report {
  const path = generator === jekyll ? '_posts/2026-06-12-harbour-days.md' : 'content/posts/harbour-days.md';
  return new Report(text, path, generator);
}

/** Everything that a change of an open report sets off. */
function parseAndCheck(text: string): unknown {
  const report = reportOf(text, jekyll);
  const site = siteOf(jekyll);
  return checkReport({ report, site, forecast: jekyll.forecast(report, site, now), now });
}

function forecast(text: string, generator: Generator): unknown {
  return generator.forecast(reportOf(text, generator), siteOf(generator), now);
}

/** The two parsers alone, on the same text. */
function bareParsers(text: string): unknown {
  const end = text.indexOf('\n---\n', 4);
  return [parseDocument(text.slice(4, end + 1)), markdown.parse(text.slice(end + 5), {})];
}

/** What checking and forecasting a report cost beside the two parsers that it cannot do without. */
export function benchParsing(): void {
  console.log(
    '\nParse and all rules, and the forecast alone, beside `yaml` and markdown-it parsing the same text',
  );
  const perByte: number[] = [];
  for (const [size, rounds, inner] of SIZES) {
    const text = sampleReport(size);
    const { rules, onJekyll, onHugo, bare } = timeInTurn(
      {
        rules: () => parseAndCheck(text),
        onJekyll: () => forecast(text, jekyll),
        onHugo: () => forecast(text, hugo),
        bare: () => bareParsers(text),
      },
      rounds,
      inner,
    );
    const label = `${String(size / 1000)} kB`;
    row(`${label}: yaml + markdown-it (median)`, ms(bare.median));
    row(`${label}: parse and all rules (median, p95)`, `${ms(rules.median)}, ${ms(rules.p95)}`);
    row(`${label}: ratio`, times(rules.median / bare.median), atMost(rules.median / bare.median, 2.5));
    row(`${label}: forecast, Jekyll and Hugo (median)`, `${ms(onJekyll.median)}, ${ms(onHugo.median)}`);
    const ratio = Math.max(onJekyll.median, onHugo.median) / bare.median;
    row(`${label}: ratio of the slower`, times(ratio), atMost(ratio, 2.5));
    perByte.push(Math.max(onJekyll.median, onHugo.median) / size);
  }
  // From 100 kB on, where what is done once a report no longer counts.
  const growth = (perByte.at(-1) ?? 0) / (perByte[1] ?? 1);
  row('Forecast, time a byte: 5 MB beside 100 kB', times(growth), atMost(growth, 2));
}

/** What showing a report costs beside bare markdown-it, in each generator's Markdown. */
export function benchRendering(): void {
  console.log('\nExcerpt and take-aways rendered, beside bare markdown-it on the same text');
  const report = reportOf(sampleReport(5_000), jekyll);
  const excerpt = jekyll.excerpt(report, siteOf(jekyll)).markdown ?? '';
  const items = report.takeaways.items.map((item) => item.markdown);
  const rendered = (generator: Generator) => [
    renderMarkdown(excerpt, generator.dialect),
    items.map((item) => renderLine(item, { generator, config: {}, version: generator.newest })),
  ];
  const { onJekyll, onHugo, bare } = timeInTurn(
    {
      onJekyll: () => rendered(jekyll),
      onHugo: () => rendered(hugo),
      bare: () => [markdown.render(excerpt), items.map((item) => markdown.renderInline(item))],
    },
    200,
    20,
  );
  row('bare (median)', ms(bare.median));
  for (const [name, ours] of [
    ['Jekyll', onJekyll],
    ['Hugo', onHugo],
  ] as const) {
    const ratio = ours.median / bare.median;
    row(`${name}: median, ratio`, `${ms(ours.median)}, ${times(ratio)}`, atMost(ratio, 1.3));
  }
  // What else an update of the preview asks for, in a report of 100 kB.
  const whole = sampleReport(100_000);
  const parts = timeInTurn(
    {
      jekyll: () => jekyll.excerpt(reportOf(whole, jekyll), siteOf(jekyll)),
      read: () => {
        const { takeaways, talks } = reportOf(whole, jekyll);
        return [takeaways, talks];
      },
      bare: () => markdown.parse(whole, {}),
    },
    20,
    1,
  );
  row('100 kB: markdown-it parses it (median)', ms(parts.bare.median));
  row('100 kB: Jekyll’s excerpt (median)', ms(parts.jekyll.median));
  row('100 kB: take-aways and talks, parsed and read (median)', ms(parts.read.median));
  const long = reportOf(sampleReport(100_000).replace('\n<!--more-->', ''), hugo);
  const { summary } = timeInTurn({ summary: () => hugo.excerpt(long, siteOf(hugo)) }, 20, 1);
  row('Hugo’s summary of 100 kB (median)', ms(summary.median));
}
