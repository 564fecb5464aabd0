import assert from 'node:assert/strict';
import { differences, ENGINES, forecastOf, recordedFiles } from '../../conformance';
import { NOT_YET } from './notYet';

describe('conformance with recorded runs of the generators', () => {
  for (const [file, { now, cases }] of recordedFiles()) {
    for (const [name, engine] of Object.entries(ENGINES)) {
      const notYet = NOT_YET[name] ?? [];
      describe(`${file}, ${name}`, () => {
        for (const recorded of cases) {
          const expected = recorded.expected[name];
          if (!expected) {
            continue;
          }
          it(recorded.id, async () => {
            const [forecast, excerpt, basePath] = await forecastOf(recorded, engine, now);
            const differing = differences(expected, forecast, excerpt, basePath).map(
              (what) => `${recorded.id}: ${what}`,
            );
            // What is not forecast yet is named; when it is, the name must go.
            assert.deepEqual(
              differing,
              notYet.filter((known) => known.startsWith(`${recorded.id}: `)),
            );
          });
        }
      });
    }
  }
});
