import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertFrontMatter } from '../../../src/core/convert';
import { Comments } from '../../../src/core/convert/comments';
import { isSame, typedFields } from '../../../src/core/convert/typed';
import type { TypedMap } from '../../../src/core/convert/typed';
import { writeJson } from '../../../src/core/convert/jsonWriter';
import { writeToml } from '../../../src/core/convert/tomlWriter';
import type { Writing } from '../../../src/core/convert/writer';
import { writeYaml } from '../../../src/core/convert/yamlWriter';
import { readSource } from '../../../src/core/frontMatter/read';
import type { Format } from '../../../src/core/frontMatter/tree';
import { goYaml11, goYaml12 } from '../../../src/core/generators/goYaml';
import { generators } from '../../../src/core/generators';
import type { PlainReader } from '../../../src/core/generators/scalars';
import { formatMessage } from '../../../src/core/message';
import { applyEdits } from '../../../src/core/text';
import type { Report } from '../../../src/core/report/report';
import { runs } from '../runs';
import { NOW, read } from '../support';

const FORMATS: readonly Format[] = ['yaml', 'toml', 'json'];
const VERSIONS = ['0.169', '0.111'];

function fieldsIn(report: Report, format: Format, version: string): TypedMap {
  const fields = typedFields(
    report.text,
    format,
    report.frontMatter?.root ?? null,
    generators.hugo.plainReader(version),
  );
  assert.ok('kind' in fields);
  return fields;
}

/** All comments of a header, sorted. */
function commentsIn({ text, fence, frontMatter }: Report, format: Format): string[] {
  assert.ok(fence.kind === 'closed');
  return new Comments(text, fence.fence.header, format, frontMatter?.root ?? null)
    .rest()
    .filter(Boolean)
    .sort();
}

/** Converts a text and back; every step must keep what the generator makes of it. */
function assertRoundTrip(text: string, version: string, path?: string): number {
  const first = read('hugo', text, { version, ...(path === undefined ? {} : { path }) });
  const format = first.report.frontMatter?.format;
  let done = 0;
  for (const target of FORMATS) {
    const there = target === format ? null : convertFrontMatter(first.report, first.site, target, NOW);
    if (!format || !there?.edit) {
      continue;
    }
    done++;
    const changed = applyEdits(text, [there.edit]);
    const second = read('hugo', changed, { version, ...(path === undefined ? {} : { path }) });
    assert.deepEqual(
      { ...second.forecast, cause: null, reason: null },
      { ...first.forecast, cause: null, reason: null },
      changed,
    );
    assert.equal(second.excerpt.text, first.excerpt.text);
    if (target !== 'json') {
      const kept = commentsIn(second.report, target);
      for (const comment of commentsIn(first.report, format)) {
        assert.ok(
          kept.some((line) => line.includes(comment)),
          `${comment} in ${changed}`,
        );
      }
    }
    const back = convertFrontMatter(second.report, second.site, format, NOW);
    if (!back.edit) {
      // Of a number with an exponent older Hugos make another kind of number than of one without.
      assert.match(text, /: 1e3$/m, `${changed}: ${formatMessage(back.refusal)}`);
      continue;
    }
    const again = applyEdits(changed, [back.edit]);
    assert.ok(
      isSame(
        fieldsIn(first.report, format, version),
        fieldsIn(read('hugo', again, { version }).report, format, version),
        true,
      ),
      `${changed}\n${again}`,
    );
  }
  return done;
}

const text = fc.oneof(
  fc.constantFrom('yes', 'no', '2019-07-23', '12:30', '1.10', '~', 'a: b', 'a #b', '# a', '- a', '"', "'", '\\', 'ä', 'a\nb\n', ' a ', '', 'C#', '[a]', 'a, b', '!x', '&x', '*x', '%', '@', 'null', '0x1F', '1e3', 'Über: alles?', 'a\tb', 'a\r\nb', '"""', "it's", '😀', '+++', '---', '\n\na', 'a\n\n  b\n\n\n'), // prettier-ignore
  fc.string(),
  fc.string({ unit: 'grapheme' }),
);
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
);
const name = fc.oneof(fc.stringMatching(/^[a-z][a-z_-]{0,8}$/), text);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));

/** What a generator would have read. */
function typed(data: unknown, block: boolean): TypedMap['entries'][number]['value'] {
  if (Array.isArray(data)) {
    return { kind: 'list', items: data.map((item) => typed(item, block)), block, at: -1 };
  }
  if (typeof data === 'object' && data !== null) {
    const entries = Object.entries(data).map(([key, item]) => ({
      name: key,
      at: -1,
      value: typed(item, block),
    }));
    return { kind: 'map', entries, block, at: -1 };
  }
  const written = String(data);
  switch (typeof data) {
    case 'string':
      return { kind: 'scalar', value: { type: 'string', value: data }, written, at: -1 };
    case 'boolean':
      return { kind: 'scalar', value: { type: 'boolean', value: data }, written, at: -1 };
    case 'bigint': {
      const number = Number(data);
      return {
        kind: 'scalar',
        value: { type: 'number', value: Number.isSafeInteger(number) ? number : data },
        written,
        at: -1,
      };
    }
    default:
      return {
        kind: 'scalar',
        value: { type: 'number', value: Object.is(data, -0) ? 0 : Number(data) },
        written,
        at: -1,
      };
  }
}

describe('writing front matter', () => {
  const none = () => new Comments('', { start: 0, end: 0 }, 'json', null);
  const written = (format: Format, fields: TypedMap, plain: PlainReader): Writing => {
    switch (format) {
      case 'yaml':
        return writeYaml(fields, none(), { plain, quotesLocalTimes: false });
      case 'toml':
        return writeToml(fields, none(), '\n');
      case 'json':
        return writeJson(fields);
    }
  };
  for (const format of FORMATS) {
    it(`as ${format} gives what is read again`, function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(fc.dictionary(name, value, { maxKeys: 6 }), fc.boolean(), (data, block) => {
          const fields = typed(data, block);
          assert.ok(fields.kind === 'map');
          for (const plain of [goYaml11, goYaml12]) {
            const { lines, refusal } = written(format, fields, plain);
            if (refusal) {
              assert.equal(format, 'json');
              continue;
            }
            const source = `${lines.join('\n')}\n`;
            const { root, problems } = readSource(source, format);
            assert.deepEqual(problems, [], source);
            const again = typedFields(source, format, root, plain);
            assert.ok('kind' in again && isSame(fields, again, false), source);
          }
        }),
        runs(300),
      );
    });
  }
});

describe('converting there and back', () => {
  interface Cases {
    readonly cases: readonly { readonly file: string; readonly source?: string }[];
  }
  const texts = ['cases', 'hugo', 'wild'].flatMap((file) => {
    const path = join(process.cwd(), 'test', 'fixtures', 'conformance', `${file}.json`);
    return (JSON.parse(readFileSync(path, 'utf8')) as Cases).cases.flatMap(({ source }) => source ?? []);
  });
  const recorded = [...new Set(texts)];

  for (const version of VERSIONS) {
    it(`keeps what Hugo ${version} makes of recorded posts`, function () {
      this.timeout(60_000);
      let done = 0;
      for (const source of recorded) {
        done += assertRoundTrip(source, version);
      }
      assert.ok(done > recorded.length, `only ${done} of ${recorded.length} could be converted`);
    });
  }

  it('takes no long time for long headers', () => {
    const headers = [
      `a: ${'x'.repeat(1_000_000)}`,
      `a: "${' #'.repeat(300_000)}"`,
      '# comment\n'.repeat(100_000),
      `a: |\n${'  line \n'.repeat(100_000)}`,
      `a: [${'[a, b], '.repeat(3000)}]`,
      `a: ${'{ a: '.repeat(90)}b${' }'.repeat(90)}`,
      `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at] ?? ''}, `.repeat(9)}]`).join('\n')}`,
    ];
    for (const header of headers) {
      const text = `---\n${header}\n---\n`;
      const { report, site } = read('hugo', text);
      const started = performance.now();
      for (const target of ['toml', 'json'] as const) {
        convertFrontMatter(report, site, target, NOW);
      }
      assert.ok(performance.now() - started < 4000, `${header.slice(0, 50)}: ${performance.now() - started}`);
    }
  });

  it('keeps what Hugo makes of texts that are made up', function () {
    this.timeout(60_000);
    const line = fc.oneof(
      fc.constantFrom('title: Day # one', 'date: 2019-07-23', 'date: 2019-07-23 10:00:00', 'tags: [a, b] # c', 'tags:\n  - a # x\n  # y\n  - b', '# own', '', 'draft: yes', 'params:\n  a: 1\n  # in\n  b: [c]', 'x: &x\n  y: 1\nz:\n  <<: *x', 'text: >-\n  folded\n  lines', 'text: |\n  a\n   b\n', "q: 'it''s'", 'list:\n- a: 1\n  b: 2\n- c', 'empty:', 'n: 0o17', 'w: 1_000', 'f: { a: b, c: [d] } # f', 'summary: "a\\tb"'), // prettier-ignore
      fc
        .tuple(
          fc.stringMatching(/^[a-z]{1,5}$/),
          text.filter((t) => !/[\r\n]/.test(t)),
        )
        .map(([key, t]) => `${key}: ${t}`),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 7 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...VERSIONS),
        (lines, end, version) => {
          assertRoundTrip(`---\n${lines.join('\n')}\n---\nText.\n`.replaceAll('\n', end), version);
        },
      ),
      runs(300),
    );
  });
});
