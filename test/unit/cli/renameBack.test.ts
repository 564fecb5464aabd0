import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { runs } from '../runs';
import { call, Scratch } from './support';

/** Words that need no quotes anywhere. */
const WORD = fc
  .stringMatching(/^[a-z]{2,6}$/)
  .filter((word) => !/^(?:null|true|false|yes|no|on|off)$/.test(word));

/** How a report writes its tags, and what is around them. */
const HEADERS: readonly ((tags: readonly string[]) => string)[] = [
  (tags) => `title: T\ntags: [${tags.join(', ')}] # some`,
  (tags) => `tags:   [ ${tags.map((tag) => `"${tag}"`).join(' , ')}\n  ]\ntitle: T`,
  (tags) => `tags:\n${tags.map((tag) => `  -  '${tag}'`).join('\n')}\nx: ${tags.join(' ')}`,
  (tags) => `tags:\n${tags.map((tag) => `- ${tag} # ${tag}`).join('\n')}`,
  (tags) => `tags:  ${tags.join('  ')}`,
  (tags) => `tags: "${tags.join(' ')}"`,
];

const REPORT = fc
  .record({
    tags: fc.uniqueArray(WORD, { minLength: 1, maxLength: 5 }),
    header: fc.constantFrom(...HEADERS),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
  })
  .map(({ tags, header, lineEnd, bom }) => ({
    tags,
    text: `${bom ? '\ufeff' : ''}---\n${header(tags)}\n---\n\n${tags.join(' ')}\n`.replaceAll('\n', lineEnd),
  }));

describe('renaming a tag on the command line and back', () => {
  it('gives every file its bytes back', async function () {
    this.timeout(30_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(REPORT, { minLength: 1, maxLength: 6 }),
        WORD,
        fc.nat(),
        async (reports, fresh, pick) => {
          const used = reports.flatMap(({ tags }) => tags);
          fc.pre(!used.includes(fresh));
          const old = used[pick % used.length] ?? '';
          const scratch = new Scratch();
          try {
            const files = reports.map(({ text }, at) =>
              scratch.write(`_posts/2019-07-0${String(at + 1)}-a.md`, text),
            );
            const read = () => files.map((file) => readFileSync(file, 'utf8'));
            const there = await call('tags', 'rename', old, fresh, scratch.folder, '--write');
            assert.equal(there.code, 0, there.err);
            read().forEach((text, at) => {
              const report = reports[at];
              assert.equal(text !== report?.text, report?.tags.includes(old), text);
            });
            const back = await call('tags', 'rename', fresh, old, scratch.folder, '--write');
            assert.equal(back.code, 0, back.err);
            assert.deepEqual(
              read(),
              reports.map(({ text }) => text),
            );
          } finally {
            scratch.remove();
          }
        },
      ),
      runs(40),
    );
  });
});
