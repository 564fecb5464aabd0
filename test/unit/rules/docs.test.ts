import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { rules } from '../../../src/core/rules';
import type { Rule } from '../../../src/core/rules/rule';
import { readSchema } from '../../../src/core/schema';
import { applyEdits } from '../../../src/core/text';
import { check, codes } from '../support';
import type { Circumstances } from '../support';

/**
 * An example of a page, as its fenced block says: ```` ```markdown jekyll ```` shows what is found, with what is said of it in
 * the quote that follows; `markdown fixed` what the first fix makes of it; `markdown by-hand` what the writer makes of it. A
 * block of `json schema` is the user's schema for what follows it.
 */
interface Example {
  readonly kind: GeneratorName | 'fixed' | 'by-hand';
  readonly text: string;
  readonly circumstances: Circumstances;
  /** What is said of it; null where the page does not tell. */
  readonly message: string | null;
}

const folder = join(process.cwd(), 'docs', 'rules');

function pageOf({ code }: Rule): string {
  const file = join(folder, `${code}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function examplesOf(page: string): Example[] {
  const schemas = [...page.matchAll(/^```json schema\n(.*?)^```\n/gms)].map(({ 1: text = '', index }) => {
    const { schema } = readSchema(text);
    assert.ok(schema, text);
    return { schema, index };
  });
  return [...page.matchAll(/^```markdown ([^\n]+)\n(.*?)^```\n(?:\n> ([^\n]+)\n)?/gms)].map(
    ({ 1: info = '', 2: text = '', 3: message, index }): Example => {
      const [kind = '', ...words] = info.split(' ');
      const schema = schemas.findLast((earlier) => earlier.index < index)?.schema;
      assert.ok(kind in generators || kind === 'fixed' || kind === 'by-hand', `unknown example "${info}"`);
      return {
        kind: kind as Example['kind'],
        text,
        circumstances: {
          ...(Object.fromEntries(words.map((word) => word.split('='))) as Circumstances),
          ...(schema && { schema }),
        },
        message: message ?? null,
      };
    },
  );
}

describe('the pages of the rules', () => {
  for (const rule of rules) {
    it(`${rule.code}: shows what is found, and what the fix makes of it`, () => {
      let found: { example: Example; generator: GeneratorName } | undefined;
      let count = 0;
      for (const example of examplesOf(pageOf(rule))) {
        const { kind, text, circumstances, message } = example;
        if (kind !== 'fixed' && kind !== 'by-hand') {
          const findings = check(kind, text, circumstances);
          assert.deepEqual(codes(findings), [rule.code], text);
          if (message !== null) {
            assert.equal(findings[0] && formatMessage(findings[0].message), message);
          }
          found = { example, generator: kind };
          count++;
          continue;
        }
        assert.ok(found, `nothing is found before this: ${text}`);
        if (kind === 'fixed') {
          const [finding] = check(found.generator, found.example.text, found.example.circumstances);
          const [fix] = finding?.fixes ?? [];
          assert.equal(fix && applyEdits(found.example.text, fix.edits), text);
        }
        assert.deepEqual(codes(check(found.generator, text, circumstances)), [], text);
        found = undefined;
      }
      assert.ok(count > 0, 'the page shows no example');
      assert.equal(found, undefined, 'the last example is not mended');
    });

    it(`${rule.code}: tells its severity and how to switch it off`, () => {
      const page = pageOf(rule);
      assert.match(page, new RegExp(`^# ${rule.code}: \\S`));
      assert.ok(page.includes(`Usual severity: **${rule.severity}**`), `its severity is ${rule.severity}`);
      assert.ok(page.includes(`"conferenceNotes.rules": { "${rule.code}": "off" }`));
    });
  }

  it('stand in the index with their severities', () => {
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    const rows = [...index.matchAll(/^\| \[([\w-]+)\]\(([\w-]+)\.md\) \|[^|]+\| (\w+)/gm)];
    assert.deepEqual(
      rows.map(([, code, file, severity]) => [code, file, severity]),
      rules.map(({ code, severity }) => [code, code, severity]),
    );
  });
});
