import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Data } from '../../../src/core/generators/scalars';
import { formatMessage } from '../../../src/core/message';
import type { FieldSchema } from '../../../src/core/rules/rule';
import { readSchema } from '../../../src/core/schema';

function schemaOf(value: unknown): FieldSchema {
  const { schema, problem } = readSchema(typeof value === 'string' ? value : JSON.stringify(value));
  assert.ok(schema, problem ? formatMessage(problem) : '');
  return schema;
}

/** What is said of fields: path, `#` for a name, and message. */
function said(schema: unknown, fields: Data): string[] {
  return schemaOf(schema)
    .check(fields)
    .map(({ path, ofName, message }) => `${path.join('/')}${ofName ? '#' : ''}: ${formatMessage(message)}`);
}

function problemOf(text: string): string | null {
  const { problem } = readSchema(text);
  return problem && formatMessage(problem);
}

describe('a schema', () => {
  it('may have comments, trailing commas and a byte order mark', () => {
    assert.deepEqual(said('\uFEFF{ // ours\n "required": ["event",], /* no more */ }', {}), [
      ': Your schema asks for the field `event`.',
    ]);
  });

  it('that is broken is told with its place', () => {
    assert.equal(problemOf('{\n  "type": object\n}'), 'it is no JSON: InvalidSymbol in line 2, column 11');
    assert.equal(problemOf('[]'), 'The schema is neither an object nor true or false');
    assert.equal(problemOf('{"type":"text"}'), 'The schema: there is no type "text"');
    assert.equal(
      problemOf('{"properties":{"event":{"required":true}}}'),
      '`properties/event`: `required` must be a list of names',
    );
    assert.equal(
      problemOf('{"properties":{"event":{"pattern":"(a"}}}'),
      '`properties/event`: "(a" is no regular expression',
    );
    assert.equal(problemOf('{"anyOf":[{"enum":1}]}'), '`anyOf/0`: `enum` must be a list');
    assert.equal(problemOf('{"items":"x"}'), '`items` is neither an object nor true or false');
    assert.match(problemOf('{"a":'.repeat(100_000)) ?? '', /nested too deeply|no JSON/);
  });

  it('fetches nothing: what it refers to must stand in it', () => {
    assert.equal(
      problemOf('{"properties":{"a":{"$ref":"https://example.org/a.json"}}}'),
      'it refers to `https://example.org/a.json`, which it does not hold',
    );
    const own = { $defs: { name: { type: 'string' } }, properties: { a: { $ref: '#/$defs/name' } } };
    assert.deepEqual(said(own, { a: 1 }), ['a: Your schema wants text here, not a number.']);
  });

  it('of every draft is read by its own rules', () => {
    const draft4 = {
      $schema: 'http://json-schema.org/draft-04/schema#',
      properties: { n: { minimum: 1, exclusiveMinimum: true } },
    };
    assert.deepEqual(said(draft4, { n: 1 }), ['n: Your schema wants more than 1 here.']);
    const draft7 = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { n: { exclusiveMinimum: 1 } },
      definitions: { a: true },
    };
    assert.deepEqual(said(draft7, { n: 1 }), ['n: Your schema wants more than 1 here.']);
    const draft2019 = {
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      dependentRequired: { event: ['place'] },
    };
    assert.deepEqual(said(draft2019, { event: 'x' }), [
      'event#: Your schema asks for the field `place` beside `event`.',
    ]);
    const draft2020 = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { n: { prefixItems: [{ type: 'integer' }], items: false } },
    };
    assert.deepEqual(said(draft2020, { n: [1.5, 2] }), [
      'n/0: Your schema wants a whole number here, not a number.',
      'n/1: Your schema does not allow this.',
    ]);
  });

  it('that refers to itself without an end says nothing', () => {
    assert.deepEqual(said({ $ref: '#' }, { a: 1 }), []);
  });
});

describe('what a schema says', () => {
  const cases: [string, unknown, Data, string][] = [
    ['type', { type: 'string' }, true, 'Your schema wants text here, not `true` or `false`.'],
    ['types', { type: ['string', 'array'] }, null, 'Your schema wants text or a list here, not nothing.'],
    ['enum', { enum: ['talk', 'panel'] }, 'pannel', 'Your schema allows `talk` or `panel` here.'],
    ['const', { const: 'report' }, 'post', 'Your schema allows `report` here.'],
    ['pattern', { pattern: '^[a-z]+$' }, 'A', 'Your schema wants text here that matches `^[a-z]+$`.'],
    ['own words', { pattern: '^a', patternErrorMessage: 'An a, please.' }, 'b', 'An a, please.'],
    ['minLength', { minLength: 1 }, '', 'Your schema wants some text here.'],
    ['maxLength', { maxLength: 3 }, 'long', 'Your schema allows at most 3 characters here.'],
    ['minItems', { minItems: 1 }, [], 'Your schema wants at least one item here.'],
    ['maxItems', { maxItems: 2 }, ['a', 'b', 'c'], 'Your schema allows at most 2 items here.'],
    ['date', { format: 'date' }, '23 July', 'Your schema wants a date here, such as 2019-07-23.'],
    [
      'date-time',
      { format: 'date-time' },
      '2019-07-23',
      'Your schema wants a date with a time here, such as 2019-07-23T10:00:00Z.',
    ],
    ['email', { format: 'email' }, 'ann', 'Your schema wants an e-mail address here.'],
    ['minimum', { minimum: 1 }, 0, 'Your schema wants at least 1 here.'],
    ['maximum', { maximum: 5 }, 6, 'Your schema allows at most 5 here.'],
    ['large integers', { maximum: 5 }, 9007199254740993n, 'Your schema allows at most 5 here.'],
    ['multipleOf', { multipleOf: 2 }, 3, 'Your schema wants a multiple of 2 here.'],
    ['not', { not: { const: 'x' } }, 'x', 'Your schema does not allow this.'],
    ['contains', { contains: { const: 'x' } }, ['y', 'z'], 'Your schema wants other items in this list.'],
    [
      'minContains',
      { contains: { const: 'x' }, minContains: 2 },
      ['x', 'z'],
      'Your schema wants other items in this list.',
    ],
    [
      'anyOf of types',
      { anyOf: [{ type: 'string' }, { type: 'array' }] },
      1,
      'Your schema wants text or a list here, not a number.',
    ],
    [
      'anyOf of values',
      { anyOf: [{ const: 'a' }, { enum: ['b', 'c'] }] },
      'd',
      'Your schema allows `a`, `b` or `c` here.',
    ],
    [
      'anyOf with one that was meant',
      { anyOf: [{ type: 'number' }, { type: 'string', maxLength: 1 }] },
      'ab',
      'Your schema allows at most 1 characters here.',
    ],
    [
      'anyOf else',
      { anyOf: [{ minLength: 5 }, { pattern: 'x' }] },
      'ab',
      'This fits none of the forms that your schema allows.',
    ],
    [
      'oneOf, more than one',
      { oneOf: [{ minLength: 1 }, { maxLength: 5 }] },
      'ab',
      'This fits several of the forms that your schema tells apart.',
    ],
    [
      'if',
      { if: { type: 'string' }, then: { minLength: 5 } },
      'ab',
      'Your schema wants at least 5 characters here.',
    ],
    [
      'allOf',
      { allOf: [{ minLength: 5 }, { minLength: 5 }] },
      'ab',
      'Your schema wants at least 5 characters here.',
    ],
  ];
  for (const [name, field, value, message] of cases) {
    it(`of ${name}, once`, () => {
      assert.deepEqual(said({ properties: { 'a/b c': field } }, { 'a/b c': value }), [`a/b c: ${message}`]);
    });
  }

  it('of fields that are missing, each', () => {
    const schema = { required: ['event', 'speaker'], properties: { place: { required: ['city'] } } };
    assert.deepEqual(said(schema, { place: {} }), [
      ': Your schema asks for the field `event`.',
      ': Your schema asks for the field `speaker`.',
      'place: Your schema asks for the field `city` in `place`.',
    ]);
    const either = { anyOf: [{ required: ['event'] }, { required: ['meetup'] }] };
    assert.deepEqual(said(either, {}), [': Your schema asks for one of these fields: `event` or `meetup`.']);
  });

  it('of fields that may not be there', () => {
    const schema = { properties: { title: true, old: false }, additionalProperties: false };
    assert.deepEqual(said(schema, { title: 'x', old: 1, other: 2 }), [
      'old#: Your schema does not know the field `old`.',
      'other#: Your schema does not know the field `other`.',
    ]);
    assert.deepEqual(said({ propertyNames: { pattern: '^[a-z]+$' } }, { Ab: 1, cd: 2 }), [
      'Ab#: Your schema does not allow a field of the name `Ab`.',
    ]);
    assert.deepEqual(said({ unevaluatedProperties: false }, { a: 1 }), [
      'a#: Your schema does not know the field `a`.',
    ]);
  });

  it('of the second of two items that are the same', () => {
    assert.deepEqual(said({ properties: { tags: { uniqueItems: true } } }, { tags: ['a', 'b', 'a'] }), [
      'tags/2: Your schema does not allow the same item twice.',
    ]);
  });

  it('not of times as YAML writes them', () => {
    const schema = { properties: { date: { format: 'date-time' } } };
    for (const date of [
      '2019-07-23 10:00:00 +0200',
      '2019-07-23 10:00',
      '2019-07-23T10:00:00Z',
      '2019-07-23 10:00:00',
    ]) {
      assert.deepEqual(said(schema, { date }), [], date);
    }
  });

  it('with the value that a missing field must or may have', () => {
    const schema = schemaOf({
      required: ['layout', 'kind', 'level'],
      properties: { layout: { const: 'report' }, kind: { $ref: '#/$defs/kind' }, level: { default: 1 } },
      $defs: { kind: { enum: ['talk'] } },
    });
    assert.deepEqual(
      schema.check({}).map(({ missing }) => missing),
      [
        { name: 'layout', value: 'report', only: true },
        { name: 'kind', value: 'talk', only: true },
        { name: 'level', value: 1, only: false },
      ],
    );
  });
});

describe('checking against a schema', () => {
  it('takes no long time for long texts', () => {
    const schema = schemaOf({ properties: { a: { pattern: '(?:\\s+)+$|^(\\w*)*x$', minLength: 1e7 } } });
    const started = performance.now();
    assert.deepEqual(schema.check({ a: `${' '.repeat(1_000_000)}x` }), []);
    assert.ok(performance.now() - started < 2000);
    assert.deepEqual(said({ properties: { a: { maxLength: 160 } } }, { a: 'x'.repeat(2000) }), [
      'a: Your schema allows at most 160 characters here.',
    ]);
  });

  it('never throws, whatever the schema and the fields', () => {
    fc.assert(
      fc.property(fc.json(), fc.object({ withNullPrototype: true }), (text, fields) => {
        readSchema(text).schema?.check(fields as Data);
      }),
    );
    const keyword = fc.constantFrom('type', 'properties', 'items', 'enum', 'const', 'required', 'anyOf', 'oneOf', 'not', '$ref', '$id', 'if', 'then', 'contains', 'format', 'minLength', 'dependencies', 'dependentRequired', 'propertyNames', 'additionalProperties', 'multipleOf', 'uniqueItems', '$schema', '$anchor'); // prettier-ignore
    const { schema } = fc.letrec((tie) => ({
      schema: fc.oneof({ maxDepth: 4 }, fc.boolean(), fc.dictionary(keyword, tie('value'), { maxKeys: 4 })),
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('string', 'array', '#', '#/items', 1, null),
        fc.array(tie('schema'), { maxLength: 3 }),
        tie('schema'),
      ),
    }));
    fc.assert(
      fc.property(schema, fc.object({ withNullPrototype: true, key: keyword }), (value, fields) => {
        readSchema(JSON.stringify(value)).schema?.check(fields as Data);
      }),
    );
  });
});
