import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { parseDocument } from 'yaml';
import { hugo } from '../../src/core/generators/hugo';
import { jekyll } from '../../src/core/generators/jekyll';
import { renderInline, renderMarkdown } from '../../src/core/render/markdown';
import { Report } from '../../src/core/report/report';
import { checkReport } from '../../src/core/rules';
import { timeInTurn, timingOf } from './measure';
import { sampleReport } from './samples';

/*
 * `npm run bench`: what checking a report costs beside the two parsers that it cannot do without, how large the bundles
 * are and how long they take to load. Times are told; only ratios and sizes can fail.
 */

let failed = 0;

/** Prints a figure, and whether it keeps to its budget. */
function row(what: string, figure: string, budget?: { text: string; met: boolean }): void {
  failed += budget && !budget.met ? 1 : 0;
  console.log(
    `${what.padEnd(58)} ${figure.padStart(26)}   ${budget ? `${budget.met ? 'ok  ' : 'OVER'} ${budget.text}` : ''}`,
  );
}

const ms = (value: number) => `${value.toFixed(value < 1 ? 3 : 2)} ms`;
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const now = Date.parse('2026-11-21T23:00:00Z');
const markdown = MarkdownIt();
const site = { generator: jekyll, version: jekyll.newest, config: {} };

/** How long a bundle takes to load in a process of its own. */
function loadingTime(file: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['out/test/bench/require.js', file], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`${file} could not be loaded: ${stderr.slice(0, 500)}`);
  }
  return Number(stdout);
}

/** Everything that a change of an open report sets off. */
function parseAndCheck(text: string): unknown {
  const report = new Report(text, '_posts/2026-06-12-harbour-days.md', jekyll);
  return checkReport({ report, site, forecast: jekyll.forecast(report, site, now), now });
}

/** The two parsers alone, on the same text. */
function bareParsers(text: string): unknown {
  const end = text.indexOf('\n---\n', 4);
  return [parseDocument(text.slice(4, end + 1)), markdown.parse(text.slice(end + 5), {})];
}

console.log('\nParse and all rules, beside `yaml` and markdown-it parsing the same text');
for (const [size, rounds, inner] of [
  [5_000, 200, 10],
  [100_000, 40, 1],
  [1_000_000, 8, 1],
  [5_000_000, 3, 1],
] as const) {
  const text = sampleReport(size);
  const { ours, bare } = timeInTurn(
    { ours: () => parseAndCheck(text), bare: () => bareParsers(text) },
    rounds,
    inner,
  );
  const ratio = ours.median / bare.median;
  row(`${String(size / 1000)} kB: ours (median, p95)`, `${ms(ours.median)}, ${ms(ours.p95)}`);
  row(`${String(size / 1000)} kB: yaml + markdown-it (median)`, ms(bare.median));
  row(`${String(size / 1000)} kB: ratio`, `${ratio.toFixed(2)}×`, { text: '≤ 2.50×', met: ratio <= 2.5 });
}

console.log('\nExcerpt and take-aways rendered, beside bare markdown-it on the same text');
{
  const report = new Report(sampleReport(5_000), '_posts/2026-06-12-harbour-days.md', jekyll);
  const excerpt = jekyll.excerpt(report, site).markdown ?? '';
  const items = report.takeaways.items.map((item) => item.markdown);
  const { ours, bare } = timeInTurn(
    {
      ours: () => [renderMarkdown(excerpt, 'kramdown'), items.map((item) => renderInline(item, 'kramdown'))],
      bare: () => [markdown.render(excerpt), items.map((item) => markdown.renderInline(item))],
    },
    200,
    20,
  );
  const ratio = ours.median / bare.median;
  row('ours, bare (median)', `${ms(ours.median)}, ${ms(bare.median)}`);
  row('ratio', `${ratio.toFixed(2)}×`, { text: '≤ 1.30×', met: ratio <= 1.3 });
  const unmarked = sampleReport(100_000).replace('\n<!--more-->', '');
  const long = new Report(unmarked, 'content/posts/harbour-days.md', hugo);
  const hugoSite = { generator: hugo, version: hugo.newest, config: {} };
  const { summary } = timeInTurn({ summary: () => hugo.excerpt(long, hugoSite) }, 20, 1);
  row('Hugo’s summary of 100 kB (median)', ms(summary.median));
}

console.log('\nBundles, minified');
for (const [file, budget] of [
  ['dist/extension.js', 400],
  ['dist/web/extension.js', 650],
] as const) {
  const { size } = statSync(file);
  row(file, kb(size), { text: `≤ ${String(budget)} KB`, met: size <= budget * 1024 });
}
for (const file of readdirSync('dist/chunks').filter((name) => name.endsWith('.js'))) {
  row(`dist/chunks/${file}, on first use`, kb(statSync(`dist/chunks/${file}`).size));
}
row('dist/webview/preview.js', kb(statSync('dist/webview/preview.js').size));

console.log('\nLoading the Node bundle in a fresh process (median of 15)');
{
  const measure = (file: string) => timingOf(Array.from({ length: 15 }, () => loadingTime(file)));
  const extension = measure('dist/extension.js');
  row('require of dist/extension.js (budget 25 ms)', ms(extension.median));
}

console.log(failed > 0 ? `\n${String(failed)} over budget` : '\nAll within budget');
process.exitCode = failed > 0 ? 1 : 0;
