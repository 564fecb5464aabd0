import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { rules } from '../../../src/core/rules';
import { applyEdits } from '../../../src/core/text';
import type { OtherReports } from '../../../src/core/index/otherReports';
import { check, codes, othersOf } from '../support';
import type { Circumstances } from '../support';
import { examplesOf, PAGES, pageOf } from './pages';
import type { Example } from './pages';

describe('the pages of the rules', () => {
  for (const rule of rules) {
    it(`${rule.code}: shows what is found, and what the fix makes of it`, () => {
      let found: { example: Example; generator: GeneratorName } | undefined;
      let count = 0;
      const texts: Record<string, string> = {};
      let others: OtherReports | undefined;
      for (const example of examplesOf(pageOf(rule))) {
        const { kind, text, message } = example;
        if (kind === 'other') {
          texts[example.circumstances.path ?? ''] = text;
          continue;
        }
        if (kind !== 'fixed' && kind !== 'by-hand') {
          others = othersOf(kind, texts);
        }
        const circumstances: Circumstances = { ...example.circumstances, ...(others && { others }) };
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
          const before = { ...found.example.circumstances, ...(others && { others }) };
          const [finding] = check(found.generator, found.example.text, before);
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
    const index = readFileSync(join(PAGES, 'README.md'), 'utf8');
    const rows = [...index.matchAll(/^\| \[([\w-]+)\]\(([\w-]+)\.md\) \|[^|]+\| (\w+)/gm)];
    assert.deepEqual(
      rows.map(([, code, file, severity]) => [code, file, severity]),
      rules.map(({ code, severity }) => [code, code, severity]),
    );
  });
});
