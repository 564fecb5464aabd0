import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import type { FieldSchema } from '../../../src/core/rules/rule';
import { readSchema } from '../../../src/core/schema';
import { assertFinding, check, codes, post } from '../support';

function schemaOf(value: unknown): FieldSchema {
  const { schema } = readSchema(JSON.stringify(value));
  assert.ok(schema);
  return schema;
}

/** What is said of a text, as `place: message`. */
function said(text: string, value: unknown, generator: 'jekyll' | 'hugo' = 'jekyll'): string[] {
  return check(generator, text, { schema: schemaOf(value) })
    .filter(({ code }) => code === 'schema')
    .map(({ range, message }) => `${text.slice(range.start, range.end)}: ${formatMessage(message)}`);
}

describe('schema', () => {
  const event = { required: ['event'], properties: { event: { const: 'JavaZone' } } };

  it('tells a missing field at the fence, and adds the only value that is allowed', () => {
    const message = 'Your schema asks for the field `event`.';
    assertFinding(
      'jekyll',
      'schema',
      '⟦---⟧\r\n# Mine.\r\ntitle: Day\r\n---\r\nText.\r\n',
      {
        severity: 'warning',
        message,
        fixed: '---\r\n# Mine.\r\nevent: JavaZone\r\ntitle: Day\r\n---\r\nText.\r\n',
      },
      { schema: schemaOf(event) },
    );
    assertFinding(
      'hugo',
      'schema',
      '⟦{⟧"title": "Day", "date": "2019-07-23"}\n',
      {
        severity: 'warning',
        message,
        fixed: '{"event": "JavaZone", "title": "Day", "date": "2019-07-23"}\n',
      },
      { schema: schemaOf(event) },
    );
  });

  it('applies by itself only what the generator gives no meaning to', () => {
    const venue = { required: ['venue'], properties: { venue: { enum: ['Oslo'] } } };
    const own = check('jekyll', post('title: Day'), { schema: schemaOf(venue) });
    assert.deepEqual(
      own.flatMap(({ fixes }) => fixes.map(({ preferred }) => preferred)),
      [true],
    );
    const known = { required: ['draft'], properties: { draft: { const: true } } };
    const hidden = check('hugo', post('title: Day\ndate: 2019-07-23'), { schema: schemaOf(known) });
    assert.deepEqual(
      hidden.flatMap(({ fixes }) => fixes.map(({ preferred }) => preferred)),
      [false],
    );
  });

  it('tells a value at the value, and offers those that are allowed, nearest first', () => {
    const schema = schemaOf({
      properties: { talk: { properties: { level: { enum: ['Advanced', 'beginner', 3] } } } },
    });
    const text = post("title: Day\ntalk:\n  level: ⟦'begginer'⟧ # hm");
    const fixed = post("title: Day\ntalk:\n  level: 'beginner' # hm");
    const message = 'Your schema allows `Advanced`, `beginner` or `3` here.';
    assertFinding('jekyll', 'schema', text, { severity: 'warning', message, fixed }, { schema });
    const [finding] = check('jekyll', post('title: Day\ntalk: { level: advanced }'), { schema });
    assert.deepEqual(
      finding?.fixes.map(({ preferred }) => preferred),
      [true, false, false],
    );
  });

  it('tells a field that the schema does not know at its name, an item at the item', () => {
    const schema = {
      properties: { title: true, tags: { items: { pattern: '^[a-z]+$' }, maxItems: 2 } },
      additionalProperties: false,
    };
    assert.deepEqual(said(post('title: Day\ntags:\n- aws\n- Cloud\nold : 1'), schema), [
      'Cloud: Your schema wants text here that matches `^[a-z]+$`.',
      'old: Your schema does not know the field `old`.',
    ]);
    assert.deepEqual(said(post('title: Day\ntags:\n- a\n- b\n- c'), schema), [
      'tags: Your schema allows at most 2 items here.',
    ]);
  });

  it('checks values as the generator types them', () => {
    const schema = { properties: { draft: { type: 'boolean' }, date: { type: 'string', format: 'date' } } };
    const text = post('title: Day\ndate: 2019-07-23\ndraft: no');
    assert.deepEqual(said(text, { properties: { ...schema.properties } }), []);
    assert.deepEqual(said(text, schema, 'hugo'), ['no: Your schema wants `true` or `false` here, not text.']);
  });

  it('takes names as the generator does', () => {
    const schema = { required: ['title', 'eventName'], properties: { eventName: { type: 'string' } } };
    const text = post('Title: Day\ndate: 2019-07-23\neventName: x');
    assert.deepEqual(said(text, schema, 'hugo'), []);
    assert.deepEqual(said(text, schema), ['---: Your schema asks for the field `title`.']);
  });

  it('knows what YAML merges into the fields', () => {
    const text = post('title: Day\nbase: &base\n  event: JavaZone\n<<: *base');
    assert.deepEqual(said(text, event), []);
    assert.deepEqual(
      said(text, {
        ...event,
        additionalProperties: false,
        properties: { event: true, title: true, base: true },
      }),
      [],
    );
  });

  it('says nothing where the front matter cannot be read, and little in a draft', () => {
    for (const text of [
      'No front matter.\n',
      '---\ntitle: "Day\n---\n',
      '---\n- a\n---\n',
      '---\ntitle: Day\n',
    ]) {
      assert.ok(!codes(check('jekyll', text, { schema: schemaOf(event) })).includes('schema'), text);
    }
    const findings = check('hugo', post('title: Day\ndate: 2019-07-23\ndraft: true'), {
      schema: schemaOf(event),
    });
    assert.deepEqual(
      findings.map(({ code, severity }) => `${code} ${severity}`),
      ['schema info'],
    );
  });

  it('vouches for names that are near to known ones', () => {
    const text = post('title: Day\nautor: Ann');
    assert.deepEqual(codes(check('jekyll', text)), ['misspelt-field']);
    assert.deepEqual(codes(check('jekyll', text, { schema: schemaOf({ properties: { autor: true } }) })), []);
  });

  it('says nothing without a schema', () => {
    assert.deepEqual(codes(check('jekyll', post('title: Day'))), []);
  });
});
