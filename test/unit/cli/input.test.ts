import assert from 'node:assert/strict';
import type { Checked } from '../../../src/cli/checked';
import type { Shown } from '../../../src/cli/show';
import { generators } from '../../../src/core/generators';
import { call, callOn, callWith, Scratch } from './support';

const BROKEN = '---\ntitle: a: b\n---\nText.\n';

describe('what the command line reads', () => {
  let scratch: Scratch;
  beforeEach(() => {
    scratch = new Scratch();
    scratch.write('blog/_config.yml', 'timezone: UTC\n');
    scratch.write('blog/_posts/2019-07-23-good.md', '---\ntitle: Hello\n---\nText.\n');
  });
  afterEach(() => {
    scratch.remove();
  });

  it('takes a report from standard input, in the place of a file that need not be there', async () => {
    const path = scratch.path('blog/_posts/2019-07-25-new.md');
    const { code, out } = await callOn(BROKEN, 'show', '-', '--stdin-path', path, '--format', 'json');
    const [shown] = JSON.parse(out) as Shown[];
    assert.deepEqual(
      [code, shown?.file, shown?.generator.name, shown?.forecast.outcome],
      [0, path, 'jekyll', 'bare'],
    );
    const alone = await callOn(BROKEN, 'check', '-', '--format', 'json');
    const [checked] = JSON.parse(alone.out) as Checked[];
    assert.deepEqual([alone.code, checked?.file, checked?.generator.name], [1, '-', 'generic']);
    const tags = await callOn('---\ntags: [aws]\n---\n', 'tags', '-');
    assert.equal(tags.out, '1  aws\n');
  });

  it('prints the fixed text of standard input, and what is left beside it', async () => {
    const { code, out, err } = await callOn(BROKEN, 'check', '-', '--fix');
    assert.deepEqual([code, out], [0, '---\ntitle: "a: b"\n---\nText.\n']);
    assert.match(err, /^- fixed syntax-error\n/);
    assert.match(err, /\nFixed 1 finding in 1 report\./);
    const good = '\ufeff---\r\ntitle: Hello\r\ndate: 2019-07-23\r\n---\r\nText.';
    assert.equal((await callOn(good, 'check', '-', '--fix')).out, good);
    const latin = Buffer.concat([Buffer.from(BROKEN), Buffer.from([0xe9])]);
    const refused = await callOn(latin, 'check', '-', '--fix');
    assert.deepEqual([refused.code, refused.out], [2, '']);
    assert.match(refused.err, /^-: not all of its bytes are UTF-8, so its text cannot be printed\n/);
  });

  it('says of a file that is no Markdown that it is none', async () => {
    const file = scratch.write('talk.txt', BROKEN);
    for (const command of ['show', 'check', 'tags']) {
      const { code, err } = await call(command, file);
      assert.equal(code, 2);
      assert.ok(err.startsWith(`${file}: it is no Markdown file: the names of those end in \`.md\`, `), err);
    }
  });

  const folders: [name: string, files: readonly string[], reason: string][] = [
    ['an empty folder', [], 'there is no file in it'],
    ['pictures', ['a.png', 'b/c.png'], 'there is no Markdown file in it'],
    [
      'Markdown without front matter',
      ['a.md', 'b.md'],
      'none of its 2 Markdown files has front matter, and no site was found around them',
    ],
    [
      'one file without front matter, and what is left out',
      ['a.md', 'node_modules/b.md'],
      'its one Markdown file has no front matter, and no site was found around it; not looked into: node_modules',
    ],
    [
      'a site’s other files',
      ['_config.yml', 'docs/a.md', 'docs/b.md'],
      'none of its 2 Markdown files lies where Jekyll looks for reports',
    ],
    [
      'what a generator makes',
      ['public/index.md', 'vendor/b.md'],
      'there is no Markdown file in it; not looked into: public, vendor',
    ],
  ];
  for (const [name, files, reason] of folders) {
    it(`tells why it finds no report: ${name}`, async () => {
      scratch.write('other/keep.md', '---\ntitle: T\n---\n');
      scratch.makeFolder('empty');
      files.forEach((file) => scratch.write(`empty/${file}`, '# Text\n'));
      const folder = scratch.path('empty');
      const { code, out, err } = await call('check', folder);
      assert.deepEqual(
        [code, out, err],
        [0, '0 reports checked: nothing found\n', `0 reports found below ${folder}: ${reason}.\n`],
      );
      assert.equal((await call('show', '--format', 'json', scratch.path('other'), folder)).err, err);
    });
  }

  it('names paths without `./`', async () => {
    for (const path of ['./examples/jekyll/_posts', '././examples/jekyll']) {
      const { out } = await call('tags', path, '--format', 'json');
      const { tags } = JSON.parse(out) as { tags: { files: string[] }[] };
      assert.ok(tags[0]?.files[0]?.startsWith('examples/jekyll/_'), tags[0]?.files[0]);
    }
    assert.match((await call('show', './nowhere.md')).err, /^nowhere\.md: there is no such file/);
  });

  it('writes out what a terminal would obey in the names of files, and leaves it in JSON', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const name = 'a\u001b[2J\n\u202egnp.md';
    const file = scratch.write(name, BROKEN);
    for (const args of [['show'], ['check'], ['check', '--fix']]) {
      const { out, err } = await callWith({ terminal: true }, ...args, file);
      assert.ok(out.includes('a\\x1b[2J\\x0a\\u202egnp.md'), out);
      assert.ok(['\u001b', '\u202e'].every((character) => !(out + err).includes(character)));
    }
    assert.match((await call('show', `${file}x`)).err, /a\\x1b\[2J\\x0a\\u202egnp\.mdx: there is no such/);
    const [shown] = JSON.parse((await call('show', file, '--format', 'json')).out) as Shown[];
    assert.equal(shown?.file, file);
  });

  it('goes on after a report that it fails on, names it, and ends with 2', async () => {
    const forecast = generators.generic.forecast.bind(generators.generic);
    const bad = scratch.write('notes/b.md', '---\ntitle: b\n---\n');
    for (const name of ['a', 'c']) {
      scratch.write(`notes/${name}.md`, '---\ntitle: T\ntags: [aws]\n---\n');
    }
    Object.assign(generators.generic, {
      forecast: (...args: Parameters<typeof forecast>) => {
        if (args[0].text.includes('title: b')) {
          throw new RangeError('Maximum call stack size exceeded');
        }
        return forecast(...args);
      },
    });
    try {
      const runs: [args: string[], all: (out: string) => number][] = [
        [['show', '--format', 'json'], (out) => (JSON.parse(out) as Shown[]).length],
        [['show'], (out) => out.split('published').length - 1],
        [['check', '--format', 'json'], (out) => (JSON.parse(out) as Checked[]).length],
        [['check', '--fix', '--format', 'json'], (out) => (JSON.parse(out) as Checked[]).length],
        [['tags'], (out) => Number(/^(\d) {2}aws\n$/.exec(out)?.[1])],
        [['tags', 'rename', 'aws', 'cloud', '--write'], (out) => out.split('.md').length - 1],
      ];
      for (const [args, all] of runs) {
        const { code, out, err } = await call(...args, scratch.path('notes'));
        assert.equal(all(out), 2, args.join(' '));
        assert.equal(code, 2);
        const why =
          'this program fails on it, which is a fault of the program (Maximum call stack size exceeded)';
        assert.ok(err.startsWith(`${bad}: ${why}\n`), err);
      }
    } finally {
      Object.assign(generators.generic, { forecast });
    }
  });
});
