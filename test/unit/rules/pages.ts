import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import type { Rule } from '../../../src/core/rules/rule';
import { readSchema } from '../../../src/core/schema';
import { readVocabulary } from '../../../src/core/terms/vocabulary';
import type { Circumstances } from '../support';

/**
 * An example of a page, as its fenced block says: ```` ```markdown jekyll ```` shows what is found, with what is said of it in
 * the quote that follows; `markdown fixed` what the first fix makes of it; `markdown by-hand` what the writer makes of it;
 * `markdown other` is another report of the site, `json schema` the user's schema, and `json vocabulary` the user's tags (with `only`
 * where there are to be no others), for what follows it.
 */
export interface Example {
  readonly kind: GeneratorName | 'fixed' | 'by-hand' | 'other';
  readonly text: string;
  readonly circumstances: Circumstances;
  /** What is said of it; null where the page does not tell. */
  readonly message: string | null;
}

/** Where the rules' pages are. */
export const PAGES = join(process.cwd(), 'docs', 'rules');

export function pageOf({ code }: Rule): string {
  const file = join(PAGES, `${code}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export function examplesOf(page: string): Example[] {
  const schemas = [...page.matchAll(/^```json schema\n(.*?)^```\n/gms)].map(({ 1: text = '', index }) => {
    const { schema } = readSchema(text);
    assert.ok(schema, text);
    return { schema, index };
  });
  const vocabularies = [...page.matchAll(/^```json vocabulary( only)?\n(.*?)^```\n/gms)].map(
    ({ 1: only, 2: text = '', index }) => ({
      vocabulary: readVocabulary(JSON.parse(text), only !== undefined),
      index,
    }),
  );
  return [...page.matchAll(/^```markdown ([^\n]+)\n(.*?)^```\n(?:\n> ([^\n]+)\n)?/gms)].map(
    ({ 1: info = '', 2: text = '', 3: message, index }): Example => {
      const schema = schemas.findLast((earlier) => earlier.index < index)?.schema;
      const vocabulary = vocabularies.findLast((earlier) => earlier.index < index)?.vocabulary;
      const [kind = '', ...words] = info.split(' ');
      const isKnown = kind in generators || ['fixed', 'by-hand', 'other'].includes(kind);
      assert.ok(isKnown, `unknown example "${info}"`);
      const { zone, encoding, ...rest } = Object.fromEntries(words.map((word) => word.split('='))) as Record<
        string,
        string
      >;
      return {
        kind: kind as Example['kind'],
        text,
        circumstances: {
          ...rest,
          ...(zone === undefined ? {} : { config: { timeZone: zone } }),
          ...(encoding === undefined ? {} : { isUtf8: false }),
          ...(schema && { schema }),
          ...(vocabulary && { vocabulary }),
        },
        message: message ?? null,
      };
    },
  );
}
