import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Listed } from '../../../src/cli/listed';
import { call, callWith, Scratch } from './support';

describe('`tags` on the command line', () => {
  let scratch: Scratch;
  let posts: string;
  const listed = async (...args: string[]) =>
    JSON.parse((await call('tags', '--format', 'json', ...args)).out) as Listed;
  const post = (name: string, header: string) =>
    scratch.write(`blog/_posts/${name}.md`, `---\n${header}\n---\nText.\n`);

  beforeEach(() => {
    scratch = new Scratch();
    posts = scratch.path('blog/_posts');
    scratch.write('blog/_config.yml', 'timezone: UTC\n');
    post('2019-07-01-a', 'tags: [aws, Cloud, "data science"]\ncategories: Conf');
    post('2020-07-02-b', 'tags: aws cloud aws');
    post('2021-07-03-c', 'tags:\n  - aws\n  - cloud\nkeywords: one, two words');
  });
  afterEach(() => {
    scratch.remove();
  });

  it('gives all tags, the most used first, each with its files in the order of their paths', async () => {
    const [a = '', b = '', c = ''] = ['2019-07-01-a', '2020-07-02-b', '2021-07-03-c'].map(
      (name) => `${posts}/${name}.md`,
    );
    assert.deepEqual(await listed(posts), {
      tags: [
        { name: 'aws', count: 3, files: [a, b, c] },
        { name: 'cloud', count: 2, files: [b, c] },
        { name: 'Cloud', count: 1, files: [a] },
        { name: 'data science', count: 1, files: [a] },
      ],
      nearDuplicates: [{ names: ['cloud', 'Cloud'], suggestion: 'cloud' }],
    });
    const inTurn = await listed(c, posts);
    assert.deepEqual(inTurn.tags[0]?.files, [c, a, b], 'as given');
  });

  it('gives categories and keywords, too', async () => {
    const namesOf = async (taxonomy: string) =>
      (await listed(posts, '--taxonomy', taxonomy)).tags.map(({ name }) => name);
    assert.deepEqual(await namesOf('categories'), ['Conf']);
    assert.deepEqual(await namesOf('keywords'), ['one', 'two words']);
  });

  it('reads each report as its own site’s generator does', async () => {
    scratch.write('site/hugo.toml', '');
    scratch.write('site/content/posts/a.md', '+++\ntags = ["big data", "Big-Data", "aws"]\n+++\n');
    scratch.write('site/content/posts/b.md', '---\ntags: one tag\ntag: ignored\n---\n');
    const names = (await listed(scratch.path('site'))).tags.map(({ name }) => name);
    assert.deepEqual(names, ['aws', 'big data', 'one tag']);
    const jekyll = (await listed(scratch.path('site'), '--generator', 'jekyll')).tags;
    assert.deepEqual(jekyll.map(({ name }) => name), ['ignored']); // prettier-ignore
  });

  it('is drawn for people: aligned counts, and near-duplicates with the one to keep', async () => {
    for (let day = 10; day < 20; day++) {
      post(`2022-07-${String(day)}-d`, 'tags: [cloud]');
    }
    const { code, out, err } = await call('tags', posts);
    assert.equal(
      out,
      '12  cloud\n 3  aws\n 1  Cloud\n 1  data science\n' +
        '\nThe same tags in another spelling, and the one to keep:\n  Cloud (1) → cloud\n',
    );
    assert.deepEqual([code, err], [0, '']);
    const coloured = (await callWith({ colour: true }, 'tags', posts)).out;
    assert.ok(coloured.includes('\u001b[1m12\u001b[0m  cloud\n'), coloured);
  });

  it('says so where there is none', async () => {
    const empty = scratch.write('none.md', '---\ntitle: T\n---\n');
    assert.deepEqual(await call('tags', empty), { code: 0, out: 'No report has a tag.\n', err: '' });
    assert.deepEqual(await listed(empty), { tags: [], nearDuplicates: [] });
  });

  it('draws nothing that a terminal obeys', async () => {
    post('2023-07-01-e', 'tags: ["a\\e[2Jb"]');
    const { out } = await call('tags', posts);
    assert.match(out, /a \[2Jb/);
    assert.ok(!out.includes('\u001b'));
  });

  it('names what cannot be read, does the rest, and ends with 2', async () => {
    const { code, out, err } = await call('tags', scratch.path('none'), posts);
    assert.equal(code, 2);
    assert.match(out, /^3 {2}aws\n/);
    assert.equal(err, `${scratch.path('none')}: there is no such file or folder\n`);
  });

  it('keeps its exit code where the reader has had enough', async function () {
    this.timeout(20_000);
    const header = `tags:\n${Array.from({ length: 20_000 }, (_, i) => `  - tag ${String(i)}`).join('\n')}`;
    post('2023-07-02-many', header);
    const child = spawn(process.execPath, [join('dist', 'cli.js'), 'tags', posts, '--format', 'json']);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number];
    assert.deepEqual([code, err], [0, '']);
  });
});
