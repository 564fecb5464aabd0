import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryDisk } from '../../../standIn/disk';
import { listenerCount } from '../../../standIn/events';
import { host } from '../../../standIn/vscode';
import { contents, freshContents, openIndex, post, postPath } from './support';

const key = (path: string) => vscode.Uri.file(path).toString();

describe('the index of a workspace', () => {
  let disk: MemoryDisk;
  let opened: ReturnType<typeof openIndex>;

  beforeEach(() => {
    disk = new MemoryDisk();
    disk.write('/blog/_config.yml', 'title: Notes\n');
    for (let number = 0; number < 40; number++) {
      disk.write(postPath(number), post('all', `tag ${String(number % 7)}`));
    }
    host.open(disk, '/blog');
    opened = openIndex();
  });

  afterEach(() => {
    opened.dispose();
  });

  const count = (name: string) => opened.index.of('tags').countOf(name);

  /** What the index says is what a fresh one says, and nothing was said to the user. */
  async function assertRight(): Promise<void> {
    await opened.index.settled();
    assert.deepEqual(contents(opened.index), await freshContents());
    assert.deepEqual(host.messages, []);
  }

  it('reads nothing before it is asked to', async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.deepEqual(disk.reads, []);
    assert.equal(opened.index.isReady, false);
  });

  it('reads all reports, but for those in folders that are built or foreign', async () => {
    disk.write('/blog/_site/2019/a.md', post('built'));
    disk.write('/blog/node_modules/x/readme.md', post('foreign'));
    disk.write('/blog/vendor/x/readme.md', post('foreign'));
    await opened.index.ready();
    assert.equal(count('all'), 40);
    assert.equal(count('built') + count('foreign'), 0);
  });

  it('leaves out what git ignores, but for drafts, and follows what it is told to', async () => {
    const copies = ['/blog/build/2019/a.md', '/blog/_posts/2020-01-01-private.md', '/blog/_drafts/b.md'];
    copies.forEach((path) => {
      disk.write(path, post('ignored'));
    });
    disk.write('/blog/.gitignore', '# made\n/build/\n_drafts\n*private.md\n!keep.md\n');
    await opened.index.ready();
    assert.deepEqual([count('all'), count('ignored')], [40, 1]);
    disk.write('/blog/build/2019/c.md', post('ignored'));
    host.tell('create', '/blog/build/2019/c.md');
    await opened.index.settled();
    assert.equal(count('ignored'), 1);
    disk.write('/blog/.gitignore', '_posts\n');
    host.tell('change', '/blog/.gitignore');
    await opened.index.settled();
    assert.deepEqual([count('all'), count('ignored')], [0, 3]);
    disk.remove('/blog/.gitignore');
    host.tell('delete', '/blog/.gitignore');
    await assertRight();
    assert.deepEqual([count('all'), count('ignored')], [40, 4]);
  });

  it('looks for nothing in folders that do not have it', async () => {
    disk = new MemoryDisk();
    disk.write('/blog/hugo.toml', 'title = "Notes"\n');
    for (let number = 0; number < 20; number++) {
      disk.write(`/blog/content/posts/${String(number)}/index.md`, post('bundle'));
    }
    host.open(disk, '/blog');
    await opened.index.ready();
    assert.equal(count('bundle'), 20);
    const missed = disk.reads.filter((path) => disk.below(path).length === 0);
    assert.deepEqual(
      missed.filter((path) => path.startsWith('/blog/content/')),
      [],
    );
  });

  it('reads what an open document says, not what is on disk', async () => {
    const document = host.openDocument(postPath(1), post('all', 'typed'));
    await opened.index.ready();
    assert.equal(count('typed'), 1);
    document.edit(post('all', 'retyped'));
    await opened.index.settled();
    assert.deepEqual([count('typed'), count('retyped')], [0, 1]);
    document.close();
    await assertRight();
  });

  it('knows what has just changed, for whoever must not miss it', async () => {
    await opened.index.ready();
    disk.write(postPath(1), post('all', 'just now'));
    host.tell('change', postPath(1));
    await opened.index.ready();
    assert.equal(count('just now'), 0, 'a file that changes is left to rest');
    await opened.index.upToDate();
    assert.equal(count('just now'), 1);
  });

  it('is right after a thousand files have changed at once', async () => {
    await opened.index.ready();
    const paths = Array.from({ length: 1000 }, (_, number) => postPath(number));
    paths.forEach((path, number) => {
      disk.write(path, post('new', `tag ${String(number % 11)}`));
    });
    const gone = paths.filter((_path, number) => number % 10 === 0);
    gone.forEach((path) => {
      disk.remove(path);
    });
    host.tell('change', ...paths.slice(0, 40));
    host.tell('create', ...paths.slice(40));
    host.tell('delete', ...gone);
    await opened.index.settled();
    assert.equal(count('new'), 900);
    await assertRight();
  });

  it('is right where files are deleted and changed while they are being read', async () => {
    let reads = 0;
    disk.beforeRead = () => {
      reads++;
      if (reads === 5) {
        disk.remove(postPath(30));
        host.tell('delete', postPath(30));
        disk.write(postPath(31), post('changed'));
        disk.write(postPath(0), post('changed'));
        host.tell('change', postPath(31), postPath(0));
        disk.write(postPath(99), post('created'));
        host.tell('create', postPath(99));
      }
    };
    await opened.index.settled();
    disk.beforeRead = undefined;
    assert.deepEqual([count('changed'), count('created')], [2, 1]);
    await assertRight();
  });

  it('leaves out what may not be read, and says so in the log alone', async () => {
    disk.denied.add(postPath(3));
    await opened.index.ready();
    assert.equal(count('all'), 39);
    assert.equal(opened.log.warnings.length, 1);
    disk.denied.clear();
    host.tell('change', postPath(3));
    await assertRight();
    assert.equal(count('all'), 40);
  });

  it('follows folders that are moved, deleted and unpacked', async () => {
    await opened.index.ready();
    disk.move('/blog/_posts', '/blog/old/_posts');
    host.tell('delete', '/blog/_posts');
    host.tell('create', '/blog/old');
    await assertRight();
    assert.deepEqual(opened.index.of('tags').filesOf('all').length, 40);
    assert.equal(opened.index.factsOf(key(postPath(1))), null);
    disk.move('/blog/old/_posts', '/blog/_posts');
    host.tellRenamed('/blog/old/_posts', '/blog/_posts');
    await assertRight();
    assert.equal(opened.index.factsOf(key(postPath(1)))?.title, 'all and tag 1');
    disk.remove('/blog/_posts');
    host.tell('delete', '/blog/_posts');
    await assertRight();
    assert.equal(opened.index.fileCount, 0);
  });

  it('reads all anew when another generator is chosen, also in the middle of reading', async () => {
    disk.write(postPath(1), '---\ntitle: A\ntags: one two\n---\n');
    let reads = 0;
    disk.beforeRead = () => {
      reads++;
      if (reads === 10) {
        host.configure('conferenceNotes.generator', 'hugo');
      }
    };
    await opened.index.settled();
    assert.deepEqual([count('one'), count('one two')], [0, 1]);
    host.configure('conferenceNotes.generator', 'jekyll');
    await opened.index.settled();
    assert.deepEqual([count('one'), count('one two')], [1, 0]);
    await assertRight();
  });

  it('takes settings of the wrong kind for none', async () => {
    host.configure('conferenceNotes.generator', 'Jekyll');
    host.configure('conferenceNotes.generatorVersion', 4);
    host.configure('conferenceNotes.takeawayHeadings', 'Learned');
    await opened.index.ready();
    assert.equal(count('all'), 40);
    await assertRight();
  });

  it('follows the folders of the workspace', async () => {
    disk.write('/more/_config.yml', '');
    disk.write('/more/_posts/2020-01-01-a.md', post('more'));
    await opened.index.ready();
    host.setFolders('/blog', '/more');
    await opened.index.settled();
    assert.deepEqual([count('more'), count('all')], [1, 40]);
    host.setFolders('/more');
    await opened.index.settled();
    assert.deepEqual([count('more'), count('all')], [1, 0]);
    await assertRight();
  });

  it('bears reports of any kind', async () => {
    const many = Array.from({ length: 10_000 }, (_, number) => `m${String(number)}`);
    disk.write(postPath(1), post(...many));
    disk.write(postPath(9), post(...many, ...many));
    disk.write(postPath(2), post('x'.repeat(10_000)));
    disk.write(postPath(3), '---\ntags: [[a, [b, [c]]], {d: e}, null, 2019, yes]\n---\n');
    disk.write(postPath(4), '---\ntags: [unclosed\n');
    disk.write(postPath(5), '---\ntags: &a [*a]\n---\n');
    disk.write(postPath(6), `---\ntags: ${'['.repeat(5000)}\n---\n`);
    disk.write(postPath(7), '\u0000\ufffd'.repeat(1000));
    disk.write(postPath(8), `---\ntags: [far]\n${'# x\n'.repeat(20_000)}---\n`);
    await opened.index.ready();
    assert.deepEqual([count('m9999'), count('x'.repeat(10_000)), count('far')], [2, 1, 1]);
    await assertRight();
  });

  it('tells of many changes once', async () => {
    await opened.index.ready();
    let told = 0;
    const listener = opened.index.onDidChange(() => told++);
    for (let number = 0; number < 40; number++) {
      disk.write(postPath(number), post('other'));
    }
    host.tell('change', ...Array.from({ length: 40 }, (_, number) => postPath(number)));
    await opened.index.settled();
    host.tell('change', postPath(1));
    await opened.index.settled();
    listener.dispose();
    assert.equal(told, 1);
  });

  it('leaves no listener, no watcher and no timer behind', async () => {
    opened.dispose();
    // The test's own time limit is a timer, too: it begins once the test waits.
    await new Promise((resolve) => setImmediate(resolve));
    const before = { listeners: listenerCount(), watchers: host.watcherCount, timers: timers() };
    const ready = openIndex();
    await ready.index.ready();
    host.tell('change', postPath(1));
    host.tell('create', '/blog/new');
    ready.dispose();
    const busy = openIndex();
    busy.index.start();
    await new Promise((resolve) => setImmediate(resolve));
    busy.dispose();
    // What is being read cannot be stopped, and what turns are taken with is closed in the next ones.
    for (let turn = 0; turn < 1000 && timers() > before.timers; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.deepEqual({ listeners: listenerCount(), watchers: host.watcherCount, timers: timers() }, before);
  });
});

/** How many timers and the like would keep the process alive. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'MessagePort')
    .length;
}
