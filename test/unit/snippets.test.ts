import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { parseDocument } from 'yaml';

interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

interface RawSnippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
  };
}

const root = process.cwd();
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

const snippets: readonly Snippet[] = manifest.contributes.snippets.flatMap(({ path }) => {
  const raw = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, RawSnippet>;
  return Object.entries(raw).map(([name, { prefix, description, body, include = [], exclude = [] }]) => ({
    name,
    prefix,
    description,
    body: body.join('\n'),
    include,
    exclude,
  }));
});

/**
 * What VS Code's own Markdown snippets are called. A prefix that ends with one of them is no better than one that equals it:
 * Tab then asks which of the two is meant.
 */
const builtIn = [
  ...['bold', 'italic', 'quote', 'code', 'fenced codeblock', 'link', 'image', 'strikethrough'],
  ...['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'],
  ...['unordered list', 'ordered list', 'horizontal rule', 'inline math', 'fenced math'],
];

const required = [
  ...['report-jekyll', 'report-hugo', 'report-hugo-toml'],
  ...['report-front-matter-jekyll', 'report-front-matter-hugo', 'report-front-matter-hugo-toml'],
  ...['note-takeaways', 'note-takeaway', 'note-talk', 'note-technology', 'note-quote-by', 'note-more'],
];

/** The moment at which the snippets are expanded: days and hours below ten, to show that the zeros are kept. */
const moment: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '05',
  CURRENT_DATE: '07',
  CURRENT_HOUR: '09',
  CURRENT_MINUTE: '03',
  CURRENT_SECOND: '00',
  CURRENT_TIMEZONE_OFFSET: '+02:00',
};

/** A variable with a transform: its name, pattern, format and flags. */
const transformed = /\$\{([A-Z_]+)\/((?:[^/\\]|\\.)*)\/((?:\$\{[^}]*\}|[^/])*)\/([gm]*)\}/g;

/** `$n`, `${n:+if}`, `${n:-else}` and `${n:?if:else}` in a transform's format: all of its syntax that the snippets use. */
const group = /\$(\d)|\$\{(\d):([+-])([^}]*)\}|\$\{(\d):\?([^:}]*):([^}]*)\}/g;

function formatted(format: string, groups: readonly (string | undefined)[]): string {
  return format.replace(
    group,
    (
      _,
      bare?: string,
      one?: string,
      sign?: string,
      text?: string,
      two?: string,
      met?: string,
      unmet?: string,
    ) => {
      const value = groups.at(Number(bare ?? one ?? two)) ?? '';
      if (two !== undefined) {
        return (value ? met : unmet) ?? '';
      }
      const isMet = value !== '';
      return isMet === (sign === '+') && text !== undefined ? text : value;
    },
  );
}

/** As VS Code does it: where the pattern is found nowhere, a format with an `else` stands for the whole. */
function transform(value: string, pattern: string, format: string, flags: string): string {
  if (!new RegExp(pattern, flags).test(value) && /\$\{\d:[-?]/.test(format)) {
    return formatted(format, []);
  }
  return value.replace(new RegExp(pattern, flags), (...args) =>
    formatted(format, args.slice(0, -2) as (string | undefined)[]),
  );
}

/** What a snippet meets. */
interface Place {
  readonly selection?: string;
  /** The file's name without its extension. */
  readonly file?: string;
  /** What is typed at a tab stop that holds nothing. */
  readonly typed?: string;
}

/**
 * Expands a snippet as VS Code does when nothing is typed at the tab stops that hold something: defaults, first choices,
 * and variables. Innermost first, so that what is nested is done before what holds it. The integration tests have VS
 * Code do it.
 */
function expand(body: string, { selection = '', file = 'notes', typed = '' }: Place = {}): string {
  const variables: Readonly<Record<string, string>> = {
    ...moment,
    TM_SELECTED_TEXT: selection,
    TM_FILENAME_BASE: file,
  };
  const value = (name: string): string => {
    const found = variables[name];
    assert.ok(found !== undefined, `unknown variable ${name}`);
    return found;
  };
  let text = body.replace(transformed, (_, name: string, pattern: string, format: string, flags: string) =>
    transform(value(name), pattern, format, flags),
  );
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{([A-Z_]+)\}|\$([A-Z_]+)/g, (_, braced?: string, bare?: string) =>
        value(braced ?? bare ?? ''),
      )
      .replace(/\$\{([A-Z_]+):([^${}]*)\}/g, (_, name: string, fallback: string) => value(name) || fallback)
      .replace(/\$\{\d+:([^${}]*)\}/g, '$1')
      .replace(/\$0/g, '')
      .replace(/\$[1-9]/g, typed);
  }
  assert.ok(!/\$[{\dA-Z]/.test(text), `left unexpanded: ${text}`);
  return text;
}

/** The tab stops in the order in which they stand in the text. */
function tabStops(body: string): number[] {
  return [...body.replace(transformed, '').matchAll(/\$(?:\{(\d+)[:|}]|(\d+))/g)].map(([, braced, bare]) =>
    Number(braced ?? bare),
  );
}

function snippet(prefix: string): Snippet {
  const found = snippets.find((candidate) => candidate.prefix === prefix);
  assert.ok(found, `no snippet ${prefix}`);
  return found;
}

/** The front matter and the body of an expanded snippet. */
function split(text: string, fence: string): { header: string; body: string } {
  const [before, header, body, ...more] = text.split(`${fence}\n`);
  assert.deepEqual([before, more], ['', []], 'starts with the fence, and has two of them');
  assert.ok(header !== undefined && body !== undefined);
  return { header, body };
}

/** Reads a YAML header with no error and no warning, in the YAML that the generator reads. */
function readYaml(header: string, version: '1.1' | '1.2'): Record<string, unknown> {
  const document = parseDocument(header, { version, schema: version === '1.1' ? 'yaml-1.1' : 'core' });
  assert.deepEqual([...document.errors, ...document.warnings], []);
  return document.toJS() as Record<string, unknown>;
}

const sections = ['## Key take-aways', '## Talks', '### Talk title by Speaker Name', '## Technologies'];

describe('snippets', () => {
  it('are contributed for Markdown only', () => {
    assert.ok(manifest.contributes.snippets.length > 0);
    for (const { language, path } of manifest.contributes.snippets) {
      assert.equal(language, 'markdown');
      assert.ok(existsSync(join(root, path)), path);
    }
  });

  it('have the documented prefixes, each once for every file, and none that ends with another', () => {
    const prefixes = snippets.filter(({ include }) => include.length === 0).map(({ prefix }) => prefix);
    assert.deepEqual(prefixes.sort(), [...required].sort());
    assert.equal(new Set(snippets.map(({ name }) => name)).size, snippets.length);
    for (const { prefix } of snippets) {
      assert.deepEqual(
        required.filter((other) => prefix.endsWith(other)),
        [prefix],
      );
    }
  });

  it('come in two forms where they write a date, which differ in nothing but that and the files that they are for', () => {
    const dated = snippets.filter(({ include }) => include.length > 0);
    assert.deepEqual(
      dated.map(({ prefix }) => prefix),
      required.filter((prefix) => prefix.startsWith('report-')),
    );
    for (const { prefix, name, description, body, include } of dated) {
      const usual = snippet(prefix);
      assert.deepEqual([usual.exclude, usual.include], [include, []]);
      assert.deepEqual([`${usual.name}, dated by the file name`, usual.description], [name, description]);
      const undated = (text: string) => text.replace(/^(date(?:: | = )).*$/m, '$1');
      assert.equal(undated(body), undated(usual.body));
      assert.match(expand(body, { file: '2024-02-29-harbour' }), /^date(?:: | = )2024-02-29$/m);
      assert.match(expand(body, { file: '2024-02-29' }), /^date(?:: | = )2024-02-29$/m);
    }
  });

  it('have prefixes that are neither VS Code’s own nor words of a note', () => {
    for (const { prefix } of snippets) {
      assert.ok(!builtIn.some((theirs) => prefix.endsWith(theirs)), prefix);
      assert.match(prefix, /^(?:report|note)-[a-z-]+$/);
    }
  });

  it('have names and descriptions in sentence case', () => {
    for (const { name, description } of snippets) {
      assert.match(name, /^[A-Z][a-z]+(?:-[a-z]+)?(?: (?:[a-z]+(?:-[a-z]+)?|Jekyll|Hugo|\(TOML\)),?)*$/);
      assert.match(description, /^[A-Z].*[^.]$/);
    }
  });

  for (const { name, body } of snippets) {
    describe(name, () => {
      it('has its tab stops in reading order, and the last one once', () => {
        const stops = tabStops(body);
        assert.equal(stops.filter((stop) => stop === 0).length, 1);
        assert.equal(stops.at(-1), 0);
        assert.deepEqual(
          stops.slice(0, -1),
          stops.slice(0, -1).map((_, index) => index + 1),
        );
      });

      it('expands to text with no blank at a line’s end', () => {
        assert.doesNotMatch(expand(body, { typed: 'x' }), /[ \t]$/m);
      });

      it('asks for the title first where it starts a report', () => {
        const [, first] = /\$\{1:([^$}]*)/.exec(body) ?? [];
        assert.equal(first === 'Conference notes ', /^(?:---|\+\+\+)\n/.test(body));
      });
    });
  }

  for (const prefix of ['report-jekyll', 'report-front-matter-jekyll']) {
    it(`${prefix} expands to front matter that Jekyll reads`, () => {
      const { header, body } = split(expand(snippet(prefix).body), '---');
      assert.deepEqual(readYaml(header, '1.1'), {
        layout: 'post',
        title: 'Conference notes 2026',
        date: new Date('2026-05-07'),
        tags: ['conference'],
        excerpt_separator: '<!--more-->',
      });
      // Jekyll accepts no other form of a day.
      assert.match(header, /^date: 2026-05-07$/m);
      assert.match(body, /^\n/);
    });
  }

  for (const prefix of ['report-hugo', 'report-front-matter-hugo']) {
    it(`${prefix} expands to front matter that Hugo reads, old and new`, () => {
      const { header } = split(expand(snippet(prefix).body), '---');
      for (const version of ['1.1', '1.2'] as const) {
        const { date, ...rest } = readYaml(header, version);
        assert.deepEqual(rest, { title: 'Conference notes 2026', draft: true, tags: ['conference'] });
        assert.equal(new Date(date as string | Date).toISOString(), '2026-05-07T07:03:00.000Z');
      }
    });
  }

  for (const prefix of ['report-hugo-toml', 'report-front-matter-hugo-toml']) {
    it(`${prefix} expands to front matter that Hugo reads`, () => {
      const { header } = split(expand(snippet(prefix).body), '+++');
      assert.deepEqual(getStaticTOMLValue(parseTOML(header, { tomlVersion: '1.0' })), {
        title: 'Conference notes 2026',
        date: new Date('2026-05-07T07:03:00Z'),
        draft: true,
        tags: ['conference'],
      });
    });
  }

  for (const prefix of ['report-jekyll', 'report-hugo', 'report-hugo-toml']) {
    it(`${prefix} has a paragraph as its excerpt, then the sections of a report`, () => {
      const { body } = split(expand(snippet(prefix).body), prefix.endsWith('toml') ? '+++' : '---');
      const [excerpt, rest, ...more] = body.split('<!--more-->');
      assert.deepEqual(more, []);
      assert.match(excerpt ?? '', /^\n[A-Z][^\n]+\.\n\n$/);
      assert.deepEqual(
        (rest ?? '').split('\n').filter((line) => line.startsWith('#')),
        sections,
      );
    });
  }

  it('keep a title with a colon readable, since it is quoted', () => {
    for (const { prefix, body } of snippets.filter(({ prefix }) => prefix.startsWith('report-'))) {
      assert.match(expand(body), /^title(?:: | = )"[^"\n]*"$/m, prefix);
    }
  });

  it('quote every selected line', () => {
    const { body } = snippet('note-quote-by');
    const quote = (selection: string) => expand(body, { selection });
    assert.equal(quote('Ship it.'), '> Ship it.\n>\n> — Speaker Name\n');
    assert.equal(quote('Ship it.\nThen look.\n'), '> Ship it.\n> Then look.\n>\n> — Speaker Name\n');
    assert.equal(quote('Ship it.\n\n- Look'), '> Ship it.\n>\n> - Look\n>\n> — Speaker Name\n');
    assert.equal(expand(body, { typed: 'So.' }), '> So.\n>\n> — Speaker Name\n');
  });

  it('make take-aways and technologies of the selected lines', () => {
    const takeaway = (selection: string) => expand(snippet('note-takeaway').body, { selection });
    assert.equal(takeaway('Measure first'), '- **Measure first**: why it matters\n');
    assert.equal(takeaway('- Measure first\n'), '- **Measure first**: why it matters\n');
    assert.equal(
      takeaway('  - Measure first\n\n  - 7. May\n'),
      '- **Measure first**\n- **7. May**: why it matters\n',
    );
    assert.equal(takeaway(' \n'), '- ****: why it matters\n');
    const technology = expand(snippet('note-technology').body, { selection: 'SQLite' });
    assert.match(technology, /^- \*\*SQLite\*\* \(try it\): /);
  });

  it('keep what is selected below a talk, in the take-aways, and behind a report', () => {
    const selection = '- One\n- Two';
    for (const { prefix, body } of snippets) {
      const text = expand(body, { selection });
      assert.ok(text.replaceAll(/^> |\*\*/gm, '').includes(selection), prefix);
    }
    assert.doesNotMatch(expand(snippet('note-talk').body, { selection }), /main point/);
    assert.doesNotMatch(expand(snippet('note-takeaways').body, { selection }), /What to/);
    assert.match(expand(snippet('report-hugo').body, { selection }), /\n\n## Notes\n\n- One\n- Two\n$/);
  });

  it('name the separator exactly as the generators look for it', () => {
    assert.equal(expand(snippet('note-more').body), '<!--more-->\n');
  });
});
