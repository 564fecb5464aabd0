import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { intendedHeaderOf } from '../../../src/core/terms/renameUnread';
import { renameTerm } from '../../../src/core/terms/renameTerm';
import { applyEdits } from '../../../src/core/text';
import { read } from '../support';

/** What becomes of a report, or why nothing does. */
function renamed(text: string, generator: GeneratorName = 'jekyll'): string {
  const { report, site } = read(generator, intendedHeaderOf(text) ?? text);
  const { edits, problem } = renameTerm(report, site, 'tags', ['old'], 'new one');
  return problem ? formatMessage(problem) : edits.length > 0 ? applyEdits(text, edits) : 'nothing';
}

const UNREAD = 'its front matter cannot be read';

describe('renaming a term in front matter that cannot be read', () => {
  const changed: [name: string, before: string, after: string, generator?: GeneratorName][] = [
    [
      'changes the field where another one is broken',
      '---\ntitle: A: b\ntags: [x, old] # why\ndate: 2024-01-01\n---\nold\n',
      '---\ntitle: A: b\ntags: [x, new one] # why\ndate: 2024-01-01\n---\nold\n',
    ],
    [
      'changes a list with dashes at the edge',
      '---\ntitle: "A\ntags:\n- x\n- old\ndate: 2024-01-01\n---\n',
      '---\ntitle: "A\ntags:\n- x\n- new one\ndate: 2024-01-01\n---\n',
    ],
    [
      'changes it where the closing fence is missing',
      '---\ntitle: A\ntags: [x, old]\n\nText of old: things.\n',
      '---\ntitle: A\ntags: [x, new one]\n\nText of old: things.\n',
      'hugo',
    ],
    [
      'changes it in TOML',
      '+++\ntitle = A\ntags = [\n  "x",\n  "old",\n]\ndraft = true\n+++\n',
      '+++\ntitle = A\ntags = [\n  "x",\n  "new one",\n]\ndraft = true\n+++\n',
      'hugo',
    ],
  ];
  for (const [name, before, after, generator] of changed) {
    it(name, () => {
      assert.equal(renamed(before, generator), after);
    });
  }

  const refused: [name: string, text: string, generator?: GeneratorName][] = [
    ['refuses where the field itself is broken', '---\ntitle: A\ntags: [x, old\ndate: 2024-01-01\n---\n'],
    ['refuses where the field stands twice', '---\ntitle: A: b\ntags: [old]\ntags: [x, old]\n---\n'],
    ['refuses where the field stands too deep', '---\ntitle: A: b\n  tags: [old]\n---\n'],
    ['refuses what is text to the generator', '\n---\ntitle: A\ntags: [old]\n---\n'],
    ['refuses what has no end, where that makes it text', '---\ntitle: A\ntags: [old]\n\nText.\n'],
    ['refuses JSON', '{\n  "title": A,\n  "tags": ["old"]\n}\n', 'hugo'],
  ];
  for (const [name, text, generator] of refused) {
    it(name, () => {
      assert.equal(renamed(text, generator), UNREAD);
    });
  }

  it('passes over what does not name the term', () => {
    for (const text of [
      '---\ntitle: old: b\ntags: [x, older]\n---\nold\n',
      '---\ntitle: A: b\ncategories: [old]\n---\n',
      '---\ntitle: A: b\n---\ntags: [old]\n',
      'tags: [old]\n',
      '<!--\n---\ntags: [old]\n---\n-->\n',
    ]) {
      assert.equal(renamed(text), 'nothing');
    }
  });
});
