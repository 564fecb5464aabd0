import assert from 'node:assert/strict';
import { MemoryDisk } from '../../../standIn/disk';
import { host } from '../../../standIn/vscode';
import { contents, freshContents, openIndex, post, postPath, STORAGE } from './support';

const KEPT = `${STORAGE}/readings`;

describe('the second start in a workspace', () => {
  let disk: MemoryDisk;

  beforeEach(async () => {
    disk = new MemoryDisk();
    disk.write('/blog/_config.yml', 'title: Notes\n');
    for (let number = 0; number < 40; number++) {
      disk.write(postPath(number), post('all', `tag ${String(number % 7)}`));
    }
    host.open(disk, '/blog');
    await start();
  });

  /** Opens the workspace, and tells which reports were read and what is known then. */
  async function start(version = '1') {
    disk.reads.length = 0;
    const { index, dispose } = openIndex(version);
    await index.settled();
    const known = contents(index);
    dispose();
    return { read: disk.reads.filter((path) => path.endsWith('.md')), known };
  }

  async function assertRead(paths: readonly string[], version?: string): Promise<void> {
    const { read, known } = await start(version);
    assert.deepEqual([...read].sort(), [...paths].sort());
    assert.deepEqual(known, await freshContents());
  }

  const all = () => disk.below('/blog/_posts');

  it('reads no report, and knows the same', async () => {
    await assertRead([]);
  });

  it('reads what was changed or created, and forgets what is gone', async () => {
    disk.write(postPath(3), post('changed'));
    disk.write(postPath(50), post('created'));
    disk.remove(postPath(7));
    await assertRead([postPath(3), postPath(50)]);
  });

  it('reads what is open and was not saved', async () => {
    const document = host.openDocument(postPath(2), post('typed'));
    document.isDirty = true;
    assert.equal(
      (await start()).known.tags.some(([name]) => name === 'typed'),
      true,
    );
    document.close();
    await assertRead([]);
  });

  it('reads all where the configuration says something else', async () => {
    disk.write('/blog/_config.yml', 'permalink: /:title/\n');
    await assertRead(all());
    await assertRead([]);
  });

  it('reads all where the extension is another one', async () => {
    await assertRead(all(), '2');
  });

  for (const [what, text] of [
    ['cut', (kept: string) => kept.slice(0, kept.length / 2)],
    ['empty', () => ''],
    ['no text of ours', () => '{"lists":[[1]],"rows":null}\n[]\nnull'],
    ['changed', (kept: string) => kept.replace('tag 1', 'tag 9')],
  ] as const) {
    it(`reads all where what was kept is ${what}`, async () => {
      disk.write(KEPT, text(new TextDecoder().decode(await disk.readFile(KEPT))));
      await assertRead(all());
      await assertRead([]);
      assert.deepEqual(host.messages, []);
    });
  }

  it('reads again what is dated in time to come, or by the clock', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const passing = [`/blog/_posts/${tomorrow}-soon.md`, '/blog/_posts/2019-02-02-no-year.md'];
    disk.write(passing[0] ?? '', post('soon'));
    disk.write(passing[1] ?? '', '---\ndate: July 23\ntags: [all]\n---\n');
    await start();
    await assertRead(passing);
  });

  it('reads what belongs to a page or section that has changed', async () => {
    disk = new MemoryDisk();
    disk.write('/blog/hugo.toml', 'title = "Notes"\n');
    const section = '/blog/content/talks/_index.md';
    const talk = '/blog/content/talks/a.md';
    disk.write(section, '---\ntitle: Talks\n---\n');
    disk.write(talk, '---\ntitle: A\ndate: 2020-01-01\ntags: [a]\n---\n');
    disk.write('/blog/content/posts/b.md', '---\ntitle: B\ndate: 2020-01-01\ntags: [b]\n---\n');
    host.open(disk, '/blog');
    await start();
    await assertRead([]);
    disk.write(section, '---\ncascade:\n  tags: [inherited]\n---\n');
    const { read } = await start();
    assert.ok(read.includes(talk) && !read.includes('/blog/content/posts/b.md'));
    disk.remove(section);
    assert.deepEqual((await start()).read, [talk]);
  });

  it('reads the bundles of a section that has changed, whichever is looked at first', async () => {
    disk = new MemoryDisk();
    disk.write('/blog/hugo.toml', 'title = "Notes"\n');
    const section = '/blog/content/talks/_index.md';
    const bundle = '/blog/content/talks/a/index.md';
    disk.write(section, '---\ncascade:\n  tags: [old]\n---\n');
    disk.write(bundle, '---\ntitle: A\ndate: 2020-01-01\n---\n');
    host.open(disk, '/blog');
    await start();
    disk.write(section, '---\ncascade:\n  tags: [new]\n---\n');
    disk.slow.add(section);
    assert.ok((await start()).read.includes(bundle));
    // Nothing but the bundles tells of the folder any more.
    disk.remove(section);
    const { read, known } = await start();
    assert.deepEqual(read, [bundle]);
    assert.deepEqual(known, await freshContents());
  });

  it('reads all after the index was rebuilt in between', async () => {
    const { index, dispose } = openIndex();
    await index.ready();
    disk.reads.length = 0;
    await index.rebuild();
    assert.equal(disk.reads.filter((path) => path.endsWith('.md')).length, 40);
    assert.deepEqual(contents(index), await freshContents());
    dispose();
    await assertRead(all());
  });
});
