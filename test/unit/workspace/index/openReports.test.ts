import assert from 'node:assert/strict';
import { MemoryDisk } from '../../../standIn/disk';
import { host } from '../../../standIn/vscode';
import { contents, freshContents, openIndex, post, postPath } from './support';

describe('the index, with reports open in folders that come and go', () => {
  let disk: MemoryDisk;
  let opened: ReturnType<typeof openIndex>;

  beforeEach(async () => {
    disk = new MemoryDisk();
    disk.write('/blog/_config.yml', '');
    for (let number = 0; number < 10; number++) {
      disk.write(postPath(number), post('all', `tag ${String(number)}`));
    }
    host.open(disk, '/blog');
    opened = openIndex();
    await opened.index.ready();
  });

  afterEach(() => {
    opened.dispose();
  });

  const count = (name: string) => opened.index.of('tags').countOf(name);

  async function assertRight(): Promise<void> {
    await opened.index.settled();
    assert.deepEqual(contents(opened.index), await freshContents());
  }

  it('forgets them with a folder that is deleted', async () => {
    host.openDocument(postPath(3), post('all', 'tag 3'));
    disk.remove('/blog/_posts');
    host.tell('delete', '/blog/_posts');
    await assertRight();
    assert.deepEqual([count('all'), opened.index.fileCount], [0, 0]);
  });

  it('counts them once when their folder is moved', async () => {
    host.openDocument(postPath(3), post('all', 'tag 3'));
    disk.move('/blog/_posts', '/blog/old.name/_posts');
    host.tell('delete', '/blog/_posts');
    host.tell('create', '/blog/old.name');
    await assertRight();
    assert.deepEqual([count('all'), count('tag 3')], [10, 1]);
  });

  it('keeps one with changes, which is about to be saved again, until they are dropped', async () => {
    const document = host.openDocument(postPath(3), post('all', 'tag 3'));
    document.edit(post('all', 'new'));
    disk.remove('/blog/_posts');
    host.tell('delete', '/blog/_posts');
    await opened.index.settled();
    assert.deepEqual([count('all'), count('new')], [1, 1]);
    document.close();
    await assertRight();
    assert.equal(count('all'), 0);
  });

  it('reads those of a site anew that was moved into the place of another', async () => {
    disk.write('/blog/site/config.toml', 'title = "A"');
    disk.write('/blog/site/content/posts/a.md', '---\ntitle: A\ntags: one two\n---\n');
    disk.write('/blog/other/_config.yml', '');
    disk.write('/blog/other/content/posts/a.md', '---\ntitle: A\ntags: one two\n---\n');
    disk.write('/blog/other/_posts/2020-01-01-a.md', '---\ntitle: A\ntags: three four\n---\n');
    host.tell('create', '/blog/site', '/blog/other');
    await opened.index.settled();
    disk.remove('/blog/site');
    disk.move('/blog/other', '/blog/site');
    host.tell('delete', '/blog/other', '/blog/site');
    host.tell('create', '/blog/site');
    await assertRight();
    assert.deepEqual([count('one two'), count('three')], [0, 1]);
  });
});
