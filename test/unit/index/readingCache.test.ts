import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeReadings, encodeReadings } from '../../../src/core/index/readingCache';
import type { CachedSite } from '../../../src/core/index/readingCache';
import { runs } from '../runs';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const texts = fc.array(text, { maxLength: 4 });

/** As objects are written in the source. */
const plain = { noNullPrototype: true };

const reading = fc.record(
  {
    terms: fc.record({ tags: texts, categories: texts, keywords: texts }, plain),
    facts: fc.option(
      fc.record(
        {
          path: text,
          title: fc.option(text),
          time: fc.option(fc.integer()),
          url: fc.option(text),
          fields: texts,
          values: fc.array(fc.tuple(text, text), { maxLength: 3 }),
        },
        plain,
      ),
    ),
  },
  plain,
);

const site: fc.Arbitrary<CachedSite> = fc
  .record({
    root: text,
    fingerprint: text,
    files: fc.uniqueArray(fc.record({ key: text, stamp: fc.nat(), reading }), {
      selector: ({ key }) => key,
      maxLength: 5,
    }),
  })
  .map(({ root, fingerprint, files }) => ({
    root,
    fingerprint,
    files: files.map((file) => ({ ...file, key: root + file.key })),
  }));

describe('what is kept of a workspace', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(site, (kept) => {
        const found = decodeReadings(encodeReadings(kept, 'w'), 'w').map(([key, file]) => ({
          key,
          stamp: file.stamp,
          fingerprint: file.fingerprint,
          reading: file.reading(),
        }));
        const files = kept.files.map((file) => ({ ...file, fingerprint: kept.fingerprint }));
        assert.deepEqual(found, files);
      }),
      runs(300),
    );
  });

  it('stands in one line', () => {
    fc.assert(
      fc.property(site, (kept) => {
        assert.ok(!encodeReadings(kept, 'w').includes('\n'));
      }),
      runs(100),
    );
  });

  it('is nothing where a part is missing, or a letter was changed', () => {
    fc.assert(
      fc.property(site, fc.nat(), text, (kept, seed, other) => {
        const line = encodeReadings(kept, 'w');
        const at = seed % line.length;
        const wrong = [line.slice(0, at), line.slice(0, at) + other + line.slice(at + 1)];
        for (const changed of wrong.filter((one) => one !== line)) {
          assert.deepEqual(decodeReadings(changed, 'w'), []);
        }
      }),
      runs(300),
    );
  });

  it('is nothing where it is any other text, or of another version', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
        assert.deepEqual(decodeReadings(any, 'w'), []);
      }),
      runs(300),
    );
    const line = encodeReadings({ root: 'r', fingerprint: 'f', files: [] }, 'old');
    assert.deepEqual(decodeReadings(line, 'new'), []);
  });
});
