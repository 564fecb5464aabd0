import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { checkReport } from '../../../src/core/rules';
import type { Finding } from '../../../src/core/rules/rule';
import type { Range } from '../../../src/core/text';
import { keyOf, quieten } from '../../../src/features/diagnostics/quiet';
import type { Typing } from '../../../src/features/diagnostics/quiet';
import { NOW, read } from '../support';

/** What a writer sees who types a report letter by letter, without a pause: each letter is checked, which is the worst case. */
class Desk {
  #shown: ReadonlySet<string> = new Set();
  visible: readonly Finding[] = [];

  constructor(
    readonly generator: GeneratorName,
    public text: string,
    public cursor: number,
  ) {}

  type(letter: string): void {
    // What is shown moves along with the text.
    this.visible = this.visible.map((finding) => ({
      ...finding,
      range: this.#moved(finding.range, letter.length),
    }));
    const start = this.#lineStart(this.cursor);
    this.text = this.text.slice(0, this.cursor) + letter + this.text.slice(this.cursor);
    this.cursor += letter.length;
    // The lines that the change touches, as the editor tells them.
    this.#check({ start, end: this.#lineEnd(this.cursor) });
  }

  /** A pause, or a step to another line. */
  settle(): void {
    this.#check(null);
  }

  get line(): Range {
    return { start: this.#lineStart(this.cursor), end: this.#lineEnd(this.cursor) };
  }

  #check(edited: Range | null): void {
    const { report, site, forecast } = read(this.generator, this.text);
    const findings = checkReport({ report, site, forecast, now: NOW });
    const body = report.fence.kind === 'closed' ? report.body : (edited?.end ?? 0) + 1;
    const typing: Typing | null = edited && {
      edited,
      header: edited.start < body ? { start: 0, end: body } : null,
    };
    const { now, isHalfWritten } = quieten(findings, this.text, typing, this.#shown);
    if (isHalfWritten) {
      return;
    }
    this.visible = now;
    this.#shown = new Set(this.visible.map((finding) => keyOf(finding, this.text)));
  }

  #moved({ start, end }: Range, by: number): Range {
    return {
      start: start < this.cursor ? start : start + by,
      end: end <= this.cursor ? end : end + by,
    };
  }

  #lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  #lineEnd(offset: number): number {
    const lf = this.text.indexOf('\n', offset);
    return lf < 0 ? this.text.length : lf;
  }
}

/** How a finding is recognised from one letter to the next: by its rule, and by where it is counted from the nearer end. */
function placeOf({ code, range }: Finding, { text, cursor }: Desk): string {
  return range.start < cursor
    ? `${code} ${String(range.start)}`
    : `${code} -${String(text.length - range.start)}`;
}

/** Types a text and asserts that the line at the cursor stays clean, and that nothing goes and comes back. */
function typeAll(desk: Desk, typed: string): void {
  const gone = new Set<string>();
  let before = new Set(desk.visible.map((finding) => placeOf(finding, desk)));
  for (const letter of typed) {
    desk.type(letter);
    const { start, end } = desk.line;
    assert.deepEqual(
      desk.visible.filter(({ range }) => range.start <= end && start <= range.end).map(({ code }) => code),
      [],
      `on the line that is being written: ${JSON.stringify(desk.text.slice(start, desk.cursor))}`,
    );
    const now = new Set(desk.visible.map((finding) => placeOf(finding, desk)));
    assert.deepEqual(
      [...now].filter((place) => gone.has(place)),
      [],
      `comes back after ${JSON.stringify(desk.text.slice(0, desk.cursor).slice(-40))}`,
    );
    [...before].filter((place) => !now.has(place)).forEach((place) => gone.add(place));
    before = now;
  }
}

const BODY = `Two days in Tampere.

More than that.

## Takeaways

- Nobody runs one cluster any more.
- Costs are a matter of looking.

## Small clusters by Ife Adeyemi

They moved their work to the nights.

{% highlight sh %}
make
{% endhighlight %}

\`\`\`sh
make
\`\`\`

## Upgrades by Pekka Lahtinen

See the [list](https://example.org/list).
`;

const REPORTS: readonly [name: string, generator: GeneratorName, header: string][] = [
  [
    'YAML for Jekyll',
    'jekyll',
    '---\nlayout: post\ntitle: "Nordic: Cloud Days"\ndate: 2019-07-23 10:00:00 +0200\nauthor: Maren Oltmanns\ntags:\n  - cloud\n  - "data: big"\n' +
      'categories: [notes, trips]\nexcerpt_separator: <!--more-->\npublished: true\n---\n\n',
  ],
  [
    'YAML with a slip in each line',
    'jekyll',
    '---\ntitel: Nordic: Cloud Days\ndate: 2019-02-30\ntitle: "Nordic\ntags: aws, cloud\ntags: [aws, cloud\ndraft: true\npublished: "false"\nexcerpt-separator: <!--more-->\n---\n',
  ],
  [
    'TOML for Hugo',
    'hugo',
    '+++\ntitle = "Nordic Cloud Days"\ndate = 2019-07-23T10:00:00+02:00\ndraft = false\ntags = ["cloud", "data science"]\nsummary = """\nTwo days.\n"""\n+++\n\n',
  ],
  [
    'JSON for Hugo',
    'hugo',
    '{\n  "title": "Nordic Cloud Days",\n  "date": "2019-07-23T10:00:00+02:00",\n  "tags": ["cloud", "data science"],\n  "draft": false\n}\n\n',
  ],
  ['YAML for other tools', 'generic', '---\ntitle: Nordic Cloud Days\ndate: 2019-07-23\ntags: [cloud, data]\n---\n\n'],
]; // prettier-ignore

/** Liquid is none in Hugo, and what is typed for it there is text. */
function bodyFor(generator: GeneratorName): string {
  return generator === 'jekyll' ? BODY : BODY.replaceAll(/\{%.*?%\}\n/g, '');
}

describe('nothing flickers while a report is typed letter by letter', () => {
  for (const [name, generator, header] of REPORTS) {
    it(name, function () {
      this.timeout(20_000);
      typeAll(new Desk(generator, '', 0), header + bodyFor(generator));
    });

    it(`${name}: front matter above a text that stands`, function () {
      this.timeout(20_000);
      const desk = new Desk(generator, `${bodyFor(generator)}\n## Key take-aways\n`, 0);
      desk.settle();
      typeAll(desk, header);
    });
  }
});
