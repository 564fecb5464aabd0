import assert from 'node:assert/strict';
import { differences, ENGINES, forecastOf, recordedFiles } from '../../conformance';
import { normalHtml } from '../../normalHtml';
import { HTML_NOT_YET } from './notYet';

/** The least share of excerpts that are as the generator's: of their text, and of their HTML. */
const LEAST_TEXT = 0.98;
const LEAST_HTML = 0.95;

/** What templates make is not told by the text alone. */
const TEMPLATE = /\{\{|\{%/;

interface Share {
  same: number;
  all: number;
}

const count = (share: Share, isSame: boolean) => {
  share.all++;
  share.same += isSame ? 1 : 0;
};
const told = ({ same, all }: Share) =>
  `${((100 * same) / all).toFixed(2)} % (${String(same)} of ${String(all)})`;

describe('excerpts as recorded', () => {
  for (const [name, engine] of Object.entries(ENGINES)) {
    it(`${name}: their text, and their HTML where there is no template in it`, async function () {
      this.timeout(30_000);
      const text: Share = { same: 0, all: 0 };
      const html: Share = { same: 0, all: 0 };
      const differing: string[] = [];
      for (const [, { now, cases }] of recordedFiles()) {
        for (const recorded of cases) {
          const expected = recorded.expected[name];
          const wanted = expected?.excerpt?.html ?? expected?.summary?.html;
          if (!expected || wanted === undefined || expected.outcome === 'bare') {
            continue;
          }
          const [forecast, excerpt, basePath] = await forecastOf(recorded, engine, now);
          if (forecast.outcome !== expected.outcome) {
            continue;
          }
          count(
            text,
            !differences(expected, forecast, excerpt, basePath).some(
              (what) => what === 'excerpt text' || what === 'summary',
            ),
          );
          if (!TEMPLATE.test(recorded.source ?? '')) {
            const isSame = normalHtml(excerpt.html) === normalHtml(wanted);
            count(html, isSame);
            differing.push(...(isSame ? [] : [recorded.id]));
          }
        }
      }
      console.log(`      text ${told(text)}, HTML ${told(html)}`);
      // Each miss is named with its reason; what is no miss any more must go.
      assert.deepEqual(differing.sort(), Object.keys(HTML_NOT_YET[name] ?? {}).sort());
      assert.ok(text.same / text.all >= LEAST_TEXT, told(text));
      assert.ok(html.same / html.all >= LEAST_HTML, told(html));
    });
  }
});
