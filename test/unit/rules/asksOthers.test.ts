import assert from 'node:assert/strict';
import { excerptOf } from '../../../src/core/generators/excerptOf';
import { rules } from '../../../src/core/rules';
import { NO_OTHER_REPORTS } from '../../../src/core/index/otherReports';
import type { OtherReports } from '../../../src/core/index/otherReports';
import { ENGINES, readCase, recordedFiles } from '../../conformance';

describe('rules', () => {
  it('that ask what other reports say are marked so', async function () {
    this.timeout(120_000);
    const asking = new Set<string>();
    let rule = '';
    const others = new Proxy<OtherReports>(NO_OTHER_REPORTS, {
      get: (target, name, receiver) => {
        asking.add(rule);
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    for (const [, { now, cases }] of recordedFiles()) {
      for (const recorded of cases) {
        for (const name of Object.keys(recorded.expected)) {
          const engine = ENGINES[name];
          if (engine) {
            const { report, site, forecast } = await readCase(recorded, engine, now);
            const excerpt = () => excerptOf(report, site);
            for (const one of rules) {
              rule = one.code;
              one.check({ report, site, forecast, now: Date.parse(now), others, excerpt });
            }
          }
        }
      }
    }
    const marked = new Set<string>(rules.filter(({ asksOthers }) => asksOthers).map(({ code }) => code));
    assert.ok(asking.has('same-title'));
    assert.deepEqual(
      [...asking].filter((code) => !marked.has(code)),
      [],
    );
  });
});
