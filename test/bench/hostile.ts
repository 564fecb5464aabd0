import assert from 'node:assert/strict';
import { generators } from '../../src/core/generators';
import { Report } from '../../src/core/report/report';
import { checkReport } from '../../src/core/rules';
import { hostileTexts } from '../hostile';
import { ms, row } from './row';

const now = Date.parse('2026-11-21T23:00:00Z');

/** Texts that are made to take a reader's time: everything that is done with each, once, in the process's own time. */
export function benchHostile(): void {
  console.log(
    '\nTexts of a million characters that are made to take time: forecast, excerpt, take-aways, talks, rules',
  );
  const slow = hostileTexts(1_000_000).flatMap(([name, text]) =>
    Object.values(generators).map((generator) => {
      const start = process.cpuUsage();
      const site = { generator, version: generator.newest, config: {} };
      const report = new Report(text, '_posts/2026-06-12-hostile.md', generator);
      const forecast = generator.forecast(report, site, now);
      generator.excerpt(report, site);
      checkReport({ report, site, forecast, now });
      assert.ok(report.takeaways.items.length + report.talks.length >= 0);
      const { user, system } = process.cpuUsage(start);
      return { what: `${name}, ${generator.name}`, time: (user + system) / 1000 };
    }),
  );
  slow.sort((a, b) => b.time - a.time);
  row(
    'how many, and how many of them over a second',
    `${String(slow.length)}, ${String(slow.filter(({ time }) => time > 1000).length)}`,
  );
  for (const { what, time } of slow.slice(0, 8)) {
    row(`  ${what}`, ms(time));
  }
}
