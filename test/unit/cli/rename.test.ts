import { applyPatch, parsePatch } from 'diff';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replaceFile } from '../../../src/cli/replaceFile';
import type { Renamed } from '../../../src/cli/runRename';
import { applyEdits, Lines } from '../../../src/core/text';
import { call, callWith, Scratch } from './support';

/** Reports that use `aws` in all kinds of ways, and one that does not. */
const REPORTS: Readonly<Record<string, string>> = {
  'blog/_posts/2019-07-01-flow.md': '---\ntitle: "A"\ntags: [aws, "cloud"] # two\n---\n\nText on aws.\n',
  'blog/_posts/2019-07-02-block.md': '---\ntags:\n  - ops\n  - "aws"\ntitle: B\n---\nText.\n',
  'blog/_posts/2019-07-03-words.md': '---\ntitle: C\ntags: cloud aws\n---\n',
  'blog/_posts/2019-07-04-crlf.md': '---\r\ntitle: D\r\ntags: [aws]\r\n---\r\nText.\r\n',
  'blog/_posts/2019-07-05-bom no end é.md': '\ufeff---\ntags: [aws]\n---',
  'blog/_posts/2019-07-06-other.md': '---\ntags: [cloud, awsome]\n---\nText.\n',
  'site/content/posts/toml.md': '+++\ntitle = "E"\ntags = ["ops", "aws"]\n+++\nText.\n',
  'site/content/posts/json.md': '{\n  "tags": ["aws"],\n  "title": "F"\n}\nText.\n',
};

describe('`tags rename` on the command line', () => {
  let scratch: Scratch;
  const all = () => Object.keys(REPORTS).map((path) => scratch.read(path));
  const blog = () => scratch.path('blog');

  beforeEach(() => {
    scratch = new Scratch();
    scratch.write('blog/_config.yml', 'timezone: UTC\n');
    scratch.write('site/hugo.toml', '');
    for (const [path, text] of Object.entries(REPORTS)) {
      scratch.write(path, text);
    }
  });
  afterEach(() => {
    scratch.remove();
  });

  /** What the files are after `--write`, and then as they were before. */
  async function textsAfterWriting(from: string, to: string): Promise<string[]> {
    const { code } = await call('tags', 'rename', from, to, scratch.folder, '--write');
    assert.equal(code, 0);
    const texts = all();
    for (const [path, text] of Object.entries(REPORTS)) {
      scratch.write(path, text);
    }
    return texts;
  }

  it('names the page of the tag, which keeps its place, and reports that cannot be read', async () => {
    scratch.write('site/content/tags/AWS/_index.md', '---\ntitle: The cloud\n---\nText.\n');
    scratch.write('site/content/tags/ops/_index.md', '---\ntitle: Ops\n---\nText.\n');
    scratch.write('site/content/posts/unread.md', '---\ntitle: A\ntags: [aws\n---\nText.\n');
    scratch.write('site/content/posts/mended.md', '---\ntitle: A: b\ntags: [aws]\n---\nText.\n');
    const { err } = await call('tags', 'rename', 'aws', 'lambda', scratch.path('site'), '--write');
    assert.match(err, /tags\/AWS\/_index\.md: it is the page of `aws`: move it, too/);
    assert.doesNotMatch(err, /ops\/_index/);
    assert.match(err, /unread\.md: its front matter cannot be read/);
    assert.equal(
      scratch.read('site/content/posts/mended.md'),
      '---\ntitle: A: b\ntags: [lambda]\n---\nText.\n',
    );
  });

  it('changes nothing but the tag in the files, and tells which they are', async () => {
    const { code, out, err } = await call('tags', 'rename', 'aws', 'lambda', blog(), '--write');
    assert.deepEqual(all(), [
      '---\ntitle: "A"\ntags: [lambda, "cloud"] # two\n---\n\nText on aws.\n',
      '---\ntags:\n  - ops\n  - "lambda"\ntitle: B\n---\nText.\n',
      '---\ntitle: C\ntags: cloud lambda\n---\n',
      '---\r\ntitle: D\r\ntags: [lambda]\r\n---\r\nText.\r\n',
      '\ufeff---\ntags: [lambda]\n---',
      REPORTS['blog/_posts/2019-07-06-other.md'],
      REPORTS['site/content/posts/toml.md'],
      REPORTS['site/content/posts/json.md'],
    ]);
    assert.equal(code, 0);
    const names = Object.keys(REPORTS).slice(0, 5);
    assert.equal(out, names.map((name) => `${scratch.folder}/${name}\n`).join(''));
    assert.equal(err, '5 reports changed.\n');
  });

  for (const to of ['lambda', 'data science', 'C#', 'cloud']) {
    it(`shows the change to \`${to}\` as a diff that comes to the same as \`--write\``, async () => {
      const before = all();
      const { code, out, err } = await call('tags', 'rename', 'aws', to, scratch.folder);
      assert.deepEqual(all(), before, 'nothing is changed yet');
      assert.equal(code, 0);
      assert.ok(err.endsWith('7 reports would change. With `--write` they do.\n'), err);
      const patches = parsePatch(out);
      assert.equal(patches.length, 7);
      const patched = Object.entries(REPORTS).map(([path, text]) => {
        const patch = patches.find(({ oldFileName }) => oldFileName?.endsWith(path));
        // What is said of files that end without a line end must be right.
        return patch ? applyPatch(text, patch, { autoConvertLineEndings: false }) : text;
      });
      assert.deepEqual(patched, await textsAfterWriting('aws', to));
    });
  }

  for (const [command, ...args] of [
    ['git', 'apply', '-'],
    // Windows has none of its own.
    ...(process.platform === 'win32' ? [] : [['patch', '-p1', '--binary', '-s']]),
  ]) {
    it(`gives a diff that \`${[command, ...args].join(' ')}\` takes in the same folder`, async function () {
      this.timeout(20_000);
      execFileSync('git', ['init', '-q', scratch.folder]);
      for (const folder of ['blog', 'site/content']) {
        const cwd = scratch.path(folder);
        const rename = [resolve('dist/cli.js'), 'tags', 'rename', 'aws', 'data science'];
        const run = spawnSync(process.execPath, rename, { cwd, encoding: 'utf8' });
        assert.equal(run.status, 0, run.stderr);
        execFileSync(command ?? '', args, { cwd, input: run.stdout });
      }
      const patched = all();
      for (const [path, text] of Object.entries(REPORTS)) {
        scratch.write(path, text);
      }
      assert.deepEqual(patched, await textsAfterWriting('aws', 'data science'));
    });
  }

  it('gives the edits as JSON', async () => {
    const { code, out } = await call('tags', 'rename', 'aws', 'C#', blog(), '--format', 'json');
    assert.equal(code, 0);
    const renamed = JSON.parse(out) as Renamed[];
    assert.deepEqual(renamed[0], {
      file: `${blog()}/_posts/2019-07-01-flow.md`,
      edits: [
        {
          range: { start: { line: 2, character: 7 }, end: { line: 2, character: 10 } },
          newText: 'C#',
        },
      ],
    });
    const texts = renamed.map(({ file, edits }) => {
      const text = readFileSync(file, 'utf8');
      const lines = new Lines(text);
      const offsets = edits.map(({ range: { start, end }, newText }) => ({
        range: { start: lines.offsetAt(start), end: lines.offsetAt(end) },
        newText,
      }));
      return applyEdits(text, offsets);
    });
    assert.deepEqual(texts, (await textsAfterWriting('aws', 'C#')).slice(0, 5));
  });

  it('lists what it changed as JSON, too', async () => {
    const args = ['tags', 'rename', 'ops', 'devops', scratch.folder, '--format', 'json'];
    const { out } = await call(...args);
    const written = await call(...args, '--write');
    assert.equal(written.out, out);
    assert.equal((JSON.parse(out) as Renamed[]).length, 2);
    assert.deepEqual(await call(...args), {
      code: 1,
      out: '[]\n',
      err: 'No report has the tag `ops`.\n',
    });
  });

  it('says that two tags become one', async () => {
    const { code, err } = await call('tags', 'rename', 'aws', 'cloud', blog(), '--write');
    assert.equal(code, 0);
    assert.equal(
      err,
      '`cloud` is in use already (3 reports): the two tags become one.\n5 reports changed.\n',
    );
    assert.equal(
      scratch.read('blog/_posts/2019-07-01-flow.md'),
      '---\ntitle: "A"\ntags: ["cloud"] # two\n---\n\nText on aws.\n',
    );
  });

  it('takes another spelling of one tag for no merge', async () => {
    const { err } = await call('tags', 'rename', 'aws', 'AWS', scratch.path('site'), '--write');
    assert.equal(err, '2 reports changed.\n');
    assert.match(scratch.read('site/content/posts/toml.md'), /\["ops", "AWS"\]/);
  });

  it('ends with 1 where no report has the tag, and names other spellings', async () => {
    assert.deepEqual(await call('tags', 'rename', 'azure', 'cloud', blog()), {
      code: 1,
      out: '',
      err: 'No report has the tag `azure`.\n',
    });
    const { err } = await call('tags', 'rename', 'Cloud', 'sky', blog());
    assert.equal(err, 'No report has the tag `Cloud`. There is `cloud`.\n');
    const other = await call('tags', 'rename', 'aws', 'sky', blog(), '--taxonomy', 'categories');
    assert.deepEqual([other.code, other.err], [1, 'No report has the category `aws`.\n']);
  });

  it('names the report that cannot change, does the rest, and ends with 2', async () => {
    const odd = '---\nx: &x aws\ntags: [*x, cloud]\n---\n';
    const file = scratch.write('blog/_posts/2020-07-01-odd.md', odd);
    const { code, err } = await call('tags', 'rename', 'aws', 'lambda', blog(), '--write');
    assert.equal(code, 2);
    assert.match(err, /^[^\n]*2020-07-01-odd\.md: .+\n5 reports changed\.\n$/);
    assert.equal(readFileSync(file, 'utf8'), odd);
  });

  it('leaves a file alone whose bytes are not all text', async () => {
    const bytes = Buffer.concat([Buffer.from('---\ntags: [aws]\n---\nCaf'), Buffer.from([0xe9, 0x0a])]);
    const file = scratch.write('latin.md', bytes);
    const { code, out, err } = await call('tags', 'rename', 'aws', 'lambda', file, '--write');
    assert.deepEqual([code, out], [2, '']);
    assert.ok(err.startsWith(`${file}: not all of its bytes are UTF-8, so it stays as it is\n`), err);
    assert.deepEqual(readFileSync(file), bytes);
  });

  it('names files that are read-only, and links, and does the rest', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const locked = scratch.path('blog/_posts/2019-07-01-flow.md');
    chmodSync(locked, 0o444);
    const link = scratch.path('link.md');
    symlinkSync(scratch.path('blog/_posts/2019-07-02-block.md'), link);
    const { code, out, err } = await call('tags', 'rename', 'aws', 'lambda', link, blog(), '--write');
    assert.equal(code, 2);
    assert.equal(
      err,
      `${link}: it is a link: name the file that it leads to\n${locked}: it is read-only\n4 reports changed.\n`,
    );
    assert.ok(!out.includes('flow.md'));
    assert.equal(readFileSync(locked, 'utf8'), REPORTS['blog/_posts/2019-07-01-flow.md']);
    assert.match(scratch.read('blog/_posts/2019-07-02-block.md'), /lambda/);
  });

  it('keeps a file’s mode, and leaves nothing beside it', async () => {
    const file = scratch.path('blog/_posts/2019-07-01-flow.md');
    chmodSync(file, 0o640);
    const names = readdirSync(scratch.path('blog/_posts'));
    await call('tags', 'rename', 'aws', 'lambda', file, '--write');
    assert.match(readFileSync(file, 'utf8'), /lambda/);
    assert.deepEqual(readdirSync(scratch.path('blog/_posts')), names);
    if (process.platform !== 'win32') {
      assert.equal(statSync(file).mode & 0o777, 0o640);
    }
  });

  it('leaves a file alone that was changed meanwhile', () => {
    const file = scratch.write('a.md', 'mine');
    assert.equal(replaceFile(file, 'old', 'new'), 'it has been changed meanwhile');
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.equal(replaceFile(scratch.path('b.md'), 'old', 'new'), 'there is no such file or folder');
    assert.deepEqual(readdirSync(scratch.folder).filter((name) => name.endsWith('.tmp')), []); // prettier-ignore
  });

  it('prints what the README shows', async () => {
    const shown = /```diff\n([^]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1];
    const { out } = await call('tags', 'rename', 'Data-Science', 'data science', 'examples/jekyll');
    assert.equal(out, shown);
  });

  it('draws the diff in colours, and nothing that a terminal obeys', async () => {
    const file = scratch.write('odd.md', '---\ntitle: "\u0007"\ntags: [aws]\n---\n');
    const { out } = await callWith({ colour: true, terminal: true }, 'tags', 'rename', 'aws', 'b', file);
    assert.ok(!out.includes('\u0007'));
    assert.ok(out.includes('\u001b[31m-tags: [aws]\u001b[0m\n\u001b[32m+tags: [b]\u001b[0m\n'), out);
  });

  it('takes names that begin with a hyphen', async () => {
    const file = scratch.write('dash.md', '---\ntags: ["-x"]\n---\n');
    const { code } = await call('tags', 'rename', '--write', '--', '-x', '--y', file);
    assert.equal(code, 0);
    assert.equal(scratch.read('dash.md'), '---\ntags: ["--y"]\n---\n');
  });

  it('finds reports in the current folder where none is given', function () {
    this.timeout(20_000);
    const args = [resolve('dist/cli.js'), 'tags', 'rename', 'aws', 'b', '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: blog(), encoding: 'utf8' });
    const files = (JSON.parse(stdout) as Renamed[]).map(({ file }) => file);
    assert.equal(files[0], '_posts/2019-07-01-flow.md');
    assert.equal(join(...files), join(...files.toSorted()));
  });
});
