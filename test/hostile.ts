/**
 * Texts that are made to take a reader's time, by what they are made of.
 * @param size about how many characters each has
 */
export function hostileTexts(size: number): readonly (readonly [name: string, text: string])[] {
  /** A piece again and again, up to the size or a share of it. */
  const again = (piece: string, share = 1) => piece.repeat(Math.ceil((size * share) / piece.length));
  /** Numbered pieces, one after the other; so many in a million characters. */
  const numbered = (count: number, piece: (number: number) => string) =>
    Array.from({ length: Math.ceil((count * size) / 1_000_000) }, (_, number) => piece(number)).join('');
  const letters = 'abcdefghij';

  /** Ten lines that stand for 9¹⁰ values. */
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, at) => `${letters[at + 1] ?? ''}: &${letters[at + 1] ?? ''} [${`*${letters[at] ?? ''},`.repeat(9)}]\n`).join('')}`;

  const bodies: Readonly<Record<string, string>> = {
    brackets: again('['),
    'images that never close': again('!['),
    'links in links': again('[a](', 0.2),
    links: again('[a](b) '),
    stars: again('*'),
    'stars that open': again('*a '),
    'stars that close nothing': again('**a*'),
    underscores: again('_a'),
    backticks: again('`'),
    'runs of backticks': numbered(1400, (length) => `${'`'.repeat(length + 1)} `),
    'angle brackets': again('<'),
    'tags that never close': again('<a '),
    'comments that never close': again('<!--'),
    'closing tags': again('</div>'),
    'blocks of HTML': again('<div>\n\n'),
    'quotes in quotes': again('> '),
    'lists in lists': again('- '),
    'a numbered list': again('1. a\n', 0.5),
    'indented lists': numbered(1000, (depth) => `${' '.repeat(depth * 2)}- a\n`),
    'a table of bars': `${again('|', 0.5)}\n${again('|-', 0.5)}\n`,
    'a long table': `|a|b|\n|-|-|\n${again('|a|b|\n', 0.3)}`,
    footnotes: again('[^1]'),
    'definitions of footnotes': again('[^1]: a\n\n'),
    'footnotes and their definitions': `${numbered(10_000, (n) => `[^${String(n)}] `)}\n\n${numbered(10_000, (n) => `[^${String(n)}]: a\n`)}`,
    abbreviations: `a b\n\n${numbered(5000, (n) => `*[A${String(n)}]: b\n`)}\n${again('A1 A2 ', 0.1)}`,
    'link definitions': `a\n\n${again('[a]: b\n')}`,
    entities: again('&#1;'),
    backslashes: again('\\'),
    addresses: again('www.a.'),
    'at signs': again('a@'),
    tildes: again('~~a'),
    colons: again('a\n: b\n', 0.3),
    'attribute lists': again('{: .a}\n'),
    'open attribute lists': again('{:'),
    formulas: again('$$'),
    'Liquid that never closes': again('{%'),
    'Liquid blocks that stay open': again('{% if a %}'),
    'Liquid blocks one in the other': again('{% for a in b %}', 0.5) + again('{% endfor %}', 0.5),
    'raw Liquid that stays open': again('{% raw %}'),
    'Liquid comments that stay open': again('{% comment %}'),
    'Liquid that grows': `{% assign a = "xx" %}${'{% assign a = a | append: a %}'.repeat(60)}{{ a }}`,
    'Liquid that captures itself': `{% capture a %}xx{% endcapture %}${'{% capture a %}{{a}}{{a}}{% endcapture %}'.repeat(60)}{{ a }}`,
    'Liquid that squares': `{% assign a = 9999999999 %}${'{% assign a = a | times: a %}'.repeat(60)}{{ a }}`,
    'Liquid that grows in a loop': `{% assign a = "xx" %}{% for i in (1..9999) %}{% assign a = a | append: a | upcase %}{% endfor %}`,
    'outputs that never close': again('{{'),
    'shortcodes that never close': again('{{<'),
    shortcodes: again('{{< a >}}'),
    'shortcodes with open quotes': again('{{% a "'),
    'commented shortcodes': again('{{</*'),
    separators: again('<!--more-->'),
    'blank lines': again('\n'),
    'carriage returns': again('a\r', 0.5),
    tabs: again('\t'),
    words: again('word '),
    'one word': again('a'),
    headings: again('## Talk by A\n', 0.13),
    'a heading of brackets': `## ${again('[')}`,
    'underlined headings': again('a\n=\n', 0.2),
    fences: again('```\n', 0.5),
    'quotation marks': again('"'),
    dots: again('.'),
    dashes: again('-'),
    'Chinese characters': again('会', 0.5),
    sentences: again('A. '),
    'take-aways': `## Takeaways\n${again('- **a**: b\n', 0.11)}`,
    'a heading with many speakers': `## ${again('by ')}`,
    'lone surrogates': again('\ud800', 0.5),
    zeros: again('\0'),
  };

  const headers: Readonly<Record<string, string>> = {
    brackets: `x: ${again('[')}`,
    braces: `x: ${again('{')}`,
    'dashes in a row': again('- '),
    'question marks': again('? '),
    levels: numbered(1500, (depth) => `${' '.repeat(depth)}a:\n`),
    'an endless list': `tags: [${again('a, ')}`,
    'list lines that never close': `tags: [${again('- a\n', 0.1)}`,
    anchors: again('&a '),
    aliases: `x: [${again('*a,')}]`,
    'quotation marks': `x: ${again('"')}`,
    apostrophes: `x: ${again("'")}`,
    backslashes: `x: "${again('\\')}`,
    'a block of text': `x: |\n${again(' a\n', 0.5)}`,
    comments: again('#\n'),
    fields: numbered(30_000, (n) => `a${String(n)}: 1\n`),
    'one field again and again': again('a: 1\n', 0.15),
    'empty fields': again('a:\n'),
    commas: `x: [${again(',')}]`,
    'blank lines': again('\n'),
    blanks: again(' '),
    text: again('text\n'),
    'values continued at column 0': again('title: "a\nb"\n', 0.2),
    'brackets that close at column 0': again('tags: [\na\n]\n', 0.2),
    'a title of a million letters': `title: ${again('a')}`,
    'a title of numbers': `title: ${again('1_')}`,
    'a date of dashes': `date: ${again('2019-')}`,
    'a date of digits': `date: ${again('1')}`,
    'a date of months': `date: "${again('jan')}"`,
    'a date of colons': `date: "${again('1:')}"`,
    'a date of blanks': `date: "${again(' ')}x"`,
    'a separator of half a million letters': `excerpt_separator: ${again('a', 0.5)}`,
    'tags in a string': `tags: ${again('a ')}`,
    'a permalink of titles': `permalink: ${again('/:title', 0.01)}\nslug: ${again('a', 0.01)}`,
    'aliases of a long text': `a: &a ${again('x', 0.4)}\ntitle: [${again('*a,', 0.02)}]`,
    'an alias bomb': `${bomb}title: Hello`,
    ...Object.fromEntries(
      [
        'title',
        'date',
        'tags',
        'categories',
        'published',
        'excerpt',
        'excerpt_separator',
        'permalink',
        'summary',
        '<<',
      ].map((field) => [`an alias bomb in ${field}`, `${bomb}${field}: *j`]),
    ),
  };

  const toml: Readonly<Record<string, string>> = {
    brackets: `x = ${again('[')}`,
    'quotation marks': `x = ${again('"')}`,
    tables: numbered(10_000, (n) => `[a${String(n)}]\n`),
    'lists of tables': again('[[a]]\n', 0.06),
    'dotted keys': `[${again('a.', 0.02)}b]`,
    fields: numbered(20_000, (n) => `a${String(n)} = 1\n`),
    'a list': `x = [${again('1,', 0.08)}]`,
    'a text that never ends': `x = """${again('a\n')}`,
  };

  const files: Readonly<Record<string, string>> = {
    'a million dashes': again('-'),
    'a million plus signs': again('+'),
    'a million blanks': `${again(' ')}x`,
    'blank lines before the front matter': `${again('\n')}---\na: 1\n---\n`,
    'comments before the front matter': `${again('<!-- x -->\n')}---\na: 1\n---\n`,
    'fences with blanks': again('--- \n'),
    'byte order marks': `${again('\ufeff', 0.3)}---\na: 1\n---\n`,
    'JSON maps in maps': again('{"a":'),
    'JSON lists in lists': `{"a":${again('[')}`,
    'a JSON string that never ends': `{"a":"${again('\\"')}`,
    'a JSON list': `{"tags":[${again('"a",', 0.2)}"b"]}\n`,
    'org mode keywords': again('#+title: a\n'),
  };

  return [
    ...Object.entries(bodies).map(
      ([name, body]) => [`body: ${name}`, `---\ntitle: Hello\n---\n${body}\n`] as const,
    ),
    ...Object.entries(headers).map(
      ([name, header]) => [`YAML: ${name}`, `---\n${header}\n---\n${again('a', 0.5)}b\n`] as const,
    ),
    ...Object.entries(toml).map(
      ([name, header]) => [`TOML: ${name}`, `+++\n${header}\n+++\nText.\n`] as const,
    ),
    ...Object.entries(files).map(([name, text]) => [`file: ${name}`, text] as const),
  ];
}
