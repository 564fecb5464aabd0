import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { github, sarif } from '../../../src/cli/machine';
import { Progress } from '../../../src/cli/progress';
import type { Checked } from '../../../src/cli/checked';
import type { Shown } from '../../../src/cli/show';
import { call, packageVersion, Scratch } from './support';

const GOOD =
  '---\ntitle: "Hello"\ntags: [aws, cloud]\ncategories: Conf\n---\nIntro.\n\n## Takeaways\n\n* **One**\n* Two\n\n## Big by Ann Onym\n\n[Slides](https://e.example/s)\n';
const BROKEN = '---\ntitle: Day 1: keynotes\n---\nText.\n';

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text?: string };
  readonly defaultConfiguration: { readonly level: string };
}

/** A finding in a file. */
const at = (file: string): Checked => ({
  file,
  generator: { name: 'generic', version: null },
  findings: [
    {
      code: 'syntax-error',
      severity: 'error',
      message: 'It is wrong.',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      fixes: [],
    },
  ],
  fixed: null,
});

describe('the command line', () => {
  let scratch: Scratch;
  let folder: string;
  const write = (path: string, text: string | Buffer) => scratch.write(path, text);
  const shown = async (...args: string[]) =>
    JSON.parse((await call('show', '--format', 'json', ...args)).out) as Shown[];
  const checked = async (...args: string[]) =>
    JSON.parse((await call('check', '--format', 'json', ...args)).out) as Checked[];

  beforeEach(() => {
    scratch = new Scratch();
    folder = scratch.folder;
    write('blog/_config.yml', 'timezone: UTC\n');
    write('blog/Gemfile.lock', 'GEM\n  specs:\n    jekyll (4.3.2)\n');
    write('blog/_posts/2019-07-23-good.md', GOOD);
    write('blog/_posts/2019-07-24-broken.md', BROKEN);
    write('blog/about.md', '---\ntitle: a: b\n---\n');
    write('blog/node_modules/x/_posts/2019-07-23-other.md', BROKEN);
    write('plain.md', '# No report\n');
  });
  afterEach(() => {
    scratch.remove();
  });

  it('shows everything about a report, each key always', async () => {
    const [good] = await shown(join(folder, 'blog/_posts/2019-07-23-good.md'));
    assert.deepEqual(good, {
      file: join(folder, 'blog/_posts/2019-07-23-good.md'),
      generator: { name: 'jekyll', version: '4.3.2' },
      forecast: {
        outcome: 'published',
        reason: null,
        title: 'Hello',
        date: '2019-07-23T00:00:00Z',
        tags: ['aws', 'cloud'],
        categories: ['Conf'],
        url: '/conf/2019/07/23/good.html',
        terms: null,
      },
      excerpt: {
        from: 'first-block',
        markdown: 'Intro.',
        html: '<p>Intro.</p>\n',
        text: 'Intro.',
        wholePost: false,
        truncated: true,
        certain: true,
      },
      takeaways: [
        {
          markdown: '**One**',
          html: '<strong>One</strong>',
          text: 'One',
          range: { start: { line: 9, character: 0 }, end: { line: 9, character: 9 } },
        },
        {
          markdown: 'Two',
          html: 'Two',
          text: 'Two',
          range: { start: { line: 10, character: 0 }, end: { line: 10, character: 5 } },
        },
      ],
      talks: [
        {
          title: 'Big',
          speakers: ['Ann Onym'],
          links: [{ title: 'Slides', url: 'https://e.example/s', kind: 'slides' }],
          range: { start: { line: 12, character: 0 }, end: { line: 12, character: 18 } },
        },
      ],
    });
  });

  it('takes the reports of a folder, sorted, and nothing else', async () => {
    const blog = join(folder, 'blog');
    assert.deepEqual(
      (await shown(blog)).map(({ file }) => file),
      [`${blog}/_posts/2019-07-23-good.md`, `${blog}/_posts/2019-07-24-broken.md`],
    );
  });

  it('takes a report that is named twice once', async () => {
    const blog = join(folder, 'blog');
    const good = `${blog}/_posts/2019-07-23-good.md`;
    const files = (await shown(good, blog, `${blog}/../blog/_posts`)).map(({ file }) => file);
    assert.deepEqual(files, [good, `${blog}/_posts/2019-07-24-broken.md`]);
  });

  it('sorts a folder by the paths of its files', async () => {
    for (const path of ['a.md', 'a/z.md', 'a-b/y.md']) {
      write(`notes/${path}`, GOOD);
    }
    const notes = join(folder, 'notes');
    assert.deepEqual(
      (await shown(`${notes}//`)).map(({ file }) => file),
      [`${notes}/a-b/y.md`, `${notes}/a.md`, `${notes}/a/z.md`],
    );
  });

  it('takes `public` and `vendor` for what tools make at a site’s root only', async () => {
    write('site/hugo.toml', '');
    const made = ['node_modules', 'public', 'vendor', '_site'];
    for (const name of made) {
      write(`notes/${name}/a.md`, GOOD);
      write(`site/content/${name}/a.md`, GOOD);
    }
    write('blog/public/notes.md', GOOD);
    const site = join(folder, 'site');
    assert.deepEqual(
      (await shown(site)).map(({ file }) => file),
      [`${site}/content/_site/a.md`, `${site}/content/public/a.md`, `${site}/content/vendor/a.md`],
    );
    assert.deepEqual(await shown(join(folder, 'notes')), []);
  });

  it('lets options win over what is detected', async () => {
    const file = join(folder, 'blog/_posts/2019-07-23-good.md');
    const [hugo] = await shown(file, '--generator', 'hugo', '--generator-version', '0.131.0');
    assert.deepEqual(hugo?.generator, { name: 'hugo', version: '0.131.0' });
    assert.equal(hugo.excerpt?.markdown, null);
    assert.deepEqual(hugo.forecast.terms, ['aws', 'cloud']);
    const [generic] = await shown(file, '--generator', 'generic', '--generator-version', '3');
    assert.deepEqual(generic?.generator, { name: 'generic', version: null });
    const [early] = await shown(file, '--now', '2019-07-22T00:00:00Z');
    assert.equal(early?.forecast.outcome, 'hidden');
    const [berlin] = await shown(file, '--time-zone', 'Europe/Berlin');
    assert.equal(berlin?.forecast.date, '2019-07-22T22:00:00Z');
  });

  it('gives nothing for what is not built', async () => {
    const bare = (await shown(join(folder, 'blog/_posts/2019-07-24-broken.md')))[0];
    assert.deepEqual(
      [bare?.forecast.outcome, bare?.forecast.title, bare?.forecast.categories, bare?.excerpt?.from],
      ['bare', null, [], 'none'],
    );
    const stopped = (await shown(join(folder, 'blog/_posts/2019-07-24-broken.md'), '--generator', 'hugo'))[0];
    assert.deepEqual(
      [stopped?.forecast.outcome, stopped?.forecast.tags, stopped?.excerpt],
      ['build-error', null, null],
    );
  });

  it('checks, and its exit code goes by the level', async () => {
    const blog = join(folder, 'blog');
    const [good, broken] = await checked(blog);
    assert.deepEqual(good?.findings, []);
    assert.deepEqual(broken?.findings, [
      {
        code: 'syntax-error',
        severity: 'error',
        message: 'Jekyll will publish this post without title or tags: the colon in `title` needs quotes.',
        range: { start: { line: 1, character: 7 }, end: { line: 1, character: 22 } },
        fixes: [
          {
            title: 'Quote the value: "Day 1: keynotes"',
            kind: 'quickfix',
            preferred: true,
            edits: [
              {
                range: { start: { line: 1, character: 7 }, end: { line: 1, character: 22 } },
                newText: '"Day 1: keynotes"',
              },
            ],
            rename: null,
          },
        ],
      },
    ]);
    assert.equal((await call('check', blog)).code, 1);
    assert.equal((await call('check', join(blog, '_posts/2019-07-23-good.md'))).code, 0);
    const draft = write('blog/_posts/2019-07-25-draft.md', '---\ntitle: Hello\ndraft: true\n---\nText.\n');
    assert.equal((await call('check', draft)).code, 0);
    assert.equal((await call('check', draft, '--fail-on', 'warning')).code, 1);
  });

  it('mends what can be mended safely, and leaves other files alone', async () => {
    const file = write('blog/_posts/2019-07-26-crlf.md', '\ufeff---\r\ntitle: a: b\r\n---\r\nText.\r\n');
    assert.equal((await call('check', file, '--fix')).code, 0);
    assert.equal(readFileSync(file, 'utf8'), '\ufeff---\r\ntitle: "a: b"\r\n---\r\nText.\r\n');
  });

  it('mends no file whose bytes are not all text', async () => {
    const bytes = Buffer.concat([Buffer.from('---\ntitle: a: b\n---\nCaf'), Buffer.from([0xe9, 0x0a])]);
    const file = write('latin.md', bytes);
    for (const generator of ['generic', 'hugo', 'jekyll']) {
      assert.equal((await call('check', file, '--fix', '--generator', generator)).code, 1);
      assert.deepEqual(readFileSync(file), bytes);
    }
  });

  it('checks against a JSON Schema, and mends by it', async () => {
    const schema = write(
      's.json',
      '{ "required": ["venue"], "properties": { "venue": { "const": "Oslo" } } }',
    );
    const file = write('blog/_posts/2019-07-25-day.md', '---\ntitle: Day\n---\nText.\n');
    const [found] = await checked(file, '--schema', schema);
    assert.deepEqual(
      found?.findings.map(({ code, message }) => `${code}: ${message}`),
      ['schema: Your schema asks for the field `venue`.'],
    );
    await call('check', file, '--schema', schema, '--fix');
    assert.equal(readFileSync(file, 'utf8'), '---\nvenue: Oslo\ntitle: Day\n---\nText.\n');
    for (const [path, reason] of [
      [write('bad.json', '{'), 'it is no JSON: CloseBraceExpected in line 1, column 2'],
      [join(folder, 'none.json'), 'there is no such file or folder'],
    ]) {
      const { code, err } = await call('check', file, '--schema', path ?? '');
      assert.equal(code, 2);
      assert.ok(err.startsWith(`The schema \`${path ?? ''}\` cannot be used: ${reason ?? ''}.`), err);
    }
    assert.equal((await call('show', file, '--schema', schema)).code, 2);
  });

  it('checks against a vocabulary of tags, and mends by it', async () => {
    const vocabulary = write('v.json', '{ "amazon web services": ["aws"], "cloud": [], /* more */ }');
    const file = write(
      'blog/_posts/2019-07-25-day.md',
      '---\ntitle: Day\ntags: [aws, Cloud, bread]\n---\nText.\n',
    );
    const messages = async (...args: string[]) =>
      (await checked(file, '--vocabulary', vocabulary, ...args))[0]?.findings
        .filter(({ code }) => code === 'tag-vocabulary')
        .map(({ message }) => message);
    const others = [
      'Your vocabulary has `amazon web services` for this tag.',
      'Your vocabulary has `cloud` for this tag.',
    ];
    assert.deepEqual(await messages(), others);
    assert.deepEqual(await messages('--only-vocabulary'), [
      ...others,
      'Your vocabulary does not have the tag `bread`.',
    ]);
    await call('check', file, '--vocabulary', vocabulary, '--fix');
    assert.match(readFileSync(file, 'utf8'), /\ntags: \[amazon web services, cloud, bread\]\n/);
    const hint = 'it names no tag; write `{ "data science": ["DS"], "aws": [] }`';
    for (const [path, reason] of [
      [write('bad.json', '{'), 'it is no JSON: CloseBraceExpected in line 1, column 2'],
      [write('list.json', '["aws"]'), hint],
      [write('empty.json', '{}'), hint],
      [join(folder, 'none.json'), 'there is no such file or folder'],
    ]) {
      const { code, err } = await call('check', file, '--vocabulary', path ?? '');
      assert.equal(code, 2);
      assert.ok(err.startsWith(`The vocabulary \`${path ?? ''}\` cannot be used: ${reason ?? ''}.`), err);
    }
  });

  it('names what cannot be written, and does the rest', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const locked = write('locked.md', BROKEN);
    chmodSync(locked, 0o444);
    const free = write('free.md', BROKEN);
    const { code, err } = await call('check', locked, free, '--fix');
    assert.equal(code, 2);
    assert.match(err, /^.*locked\.md: it is read-only\n/);
    assert.doesNotMatch(readFileSync(free, 'utf8'), /title: Day/);
  });

  it('reads Hugo’s YAML alike, whichever way its lines end', async () => {
    write('site/hugo.toml', '');
    for (const front of [
      'y: !a\ntitle: Hello\n',
      'title: T\ntags:\n\u00a0\u00a0- aws\n',
      '\t\ntitle: T\n',
      'x: ?\ntitle: T\n',
      'title:\nT\ntags:\n- a\n',
    ]) {
      const text = `---\n${front}---\nText.\n`;
      const [lf] = await shown(write('site/content/posts/a.md', text));
      const [crlf] = await shown(write('site/content/posts/a.md', text.replaceAll('\n', '\r\n')));
      assert.equal(lf?.forecast.outcome, 'published', front);
      assert.deepEqual(crlf?.forecast, lf.forecast, front);
    }
  });

  it('counts columns without a byte order mark', async () => {
    const file = write('blog/_posts/2019-07-27-bom.md', '\ufeff\n---\ntitle: Hello\n---\nText.\n');
    const [report] = await checked(file);
    assert.deepEqual(report?.findings[0]?.range.start, { line: 1, character: 0 });
  });

  it('names what cannot be read, does the rest, and ends with 2', async () => {
    const result = await call('show', '--format', 'json', join(folder, 'missing.md'), join(folder, 'blog'));
    assert.equal(result.code, 2);
    assert.match(result.err, /missing\.md: there is no such file or folder/);
    assert.equal((JSON.parse(result.out) as unknown[]).length, 2);
  });

  it('does not wait at a pipe', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const pipe = join(folder, 'pipe.md');
    execFileSync('mkfifo', [pipe, join(folder, 'hugo.toml')]);
    const { code, err } = await call('show', pipe);
    assert.equal(code, 2);
    assert.match(err, /pipe\.md: it is neither a file nor a folder/);
    assert.equal((await call('check', folder, '--fail-on', 'error')).code, 1);
  });

  it('speaks GitHub’s and the scanners’ languages', async () => {
    const file = join(folder, 'blog/_posts/2019-07-24-broken.md');
    assert.match(
      (await call('check', file, '--format', 'github')).out,
      /^::error file=.*broken\.md,line=2,endLine=2,col=8,endColumn=23,title=syntax-error::Jekyll will publish/,
    );
    const log = JSON.parse((await call('check', file, '--format', 'sarif')).out) as {
      runs: {
        results: { ruleId: string }[];
        tool: { driver: { version: string; rules: SarifRule[] } };
      }[];
    };
    assert.equal(log.runs[0]?.results[0]?.ruleId, 'syntax-error');
    const { rules, version } = log.runs[0].tool.driver;
    assert.equal(version, packageVersion());
    assert.deepEqual(rules[0], {
      id: 'syntax-error',
      name: 'SyntaxError',
      shortDescription: { text: 'Front matter that the generator cannot read' },
      help: {
        text: 'Front matter that the generator cannot read. See docs/rules/syntax-error.md of Conference Notes.',
      },
      defaultConfiguration: { level: 'error' },
    });
    assert.ok(rules.every(({ shortDescription: { text } }) => text !== undefined));
    assert.equal(rules.find(({ id }) => id === 'missing-takeaways')?.defaultConfiguration.level, 'note');
    assert.match(github([at('./a,b.md')]), /^::error file=a%2Cb\.md,/);
    assert.match(sarif([at('./c#?é/d e.md')]), /"uri": "c%23%3F%C3%A9\/d%20e\.md"/);
    assert.match(sarif([at('/c/d.md')]), /"uri": "file:\/\/\/c\/d\.md"/);
  });

  it('draws the place for people, and sums up', async () => {
    const { out } = await call('check', join(folder, 'blog'));
    assert.match(out, /2 \| title: Day 1: keynotes\n {2}\| {8}\^{15}\n/);
    assert.match(out, /2 reports checked: 1 error\n$/);
    assert.match((await call('show', join(folder, 'blog'))).out, /published\n {2}title {6}Hello/);
  });

  it('draws the place in a long line, and nothing that a terminal obeys', async () => {
    const file = write('long.md', `---\ntitle: "${'a'.repeat(500)}\u001b[2J" b\n---\n`);
    const { out } = await call('check', file);
    const [, , line, marks] = out.split('\n');
    assert.ok(!out.includes('\u001b'));
    assert.equal(marks?.length, line?.length);
    const far = write('far.md', `---\ntags: [${'a, '.repeat(100)}@b]\n---\n`);
    assert.match((await call('check', far)).out, /\n2 \| .{40}@b\]\n {2}\| {41}\^+\n/);
  });

  it('tells how far a long run is, and takes the line away at its end', () => {
    const lines: string[] = [];
    let time = 0;
    const progress = new Progress(
      (line) => lines.push(line),
      () => time,
    );
    for (const at of [0, 500, 999, 1000, 1050, 1100]) {
      time = at;
      progress.next(`posts/${'a'.repeat(at)}.md`);
    }
    progress.clear();
    assert.deepEqual(lines, [`4 reports: …${'a'.repeat(56)}.md`, `6 reports: …${'a'.repeat(56)}.md`, '']);
    const short: string[] = [];
    const quick = new Progress(
      (line) => short.push(line),
      () => 0,
    );
    quick.next('a.md');
    quick.clear();
    assert.deepEqual(short, []);
  });
});
