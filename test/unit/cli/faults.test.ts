import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  openSync,
  readdirSync,
  readFileSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { replaceFile } from '../../../src/cli/replaceFile';
import type { Checked } from '../../../src/cli/checked';
import { call, Scratch } from './support';

const CLI = resolve('dist/cli.js');
const BROKEN = `---\ntitle: a: b\n---\n${'Text of a day that nobody wants to lose.\n'.repeat(50)}`;
const MENDED = BROKEN.replace('a: b', '"a: b"');

/** Only a hang takes that long, in milliseconds. */
const HANG = 60_000;

/** The system's own words for a disk that is full. */
function full(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
}

describe('what the command line writes', () => {
  let scratch: Scratch;
  const names = () => readdirSync(scratch.path('notes')).sort();
  const fill = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      scratch.write(`notes/${String(at).padStart(3, '0')}.md`, BROKEN),
    );

  beforeEach(() => {
    scratch = new Scratch();
  });
  afterEach(() => {
    scratch.remove();
  });

  /** Each report is wholly the old or wholly the new one; tells how many are new. */
  function assertWhole(): number {
    const texts = names()
      .filter((name) => name.endsWith('.md'))
      .map((name) => scratch.read(`notes/${name}`));
    assert.deepEqual([...new Set(texts.filter((text) => text !== BROKEN && text !== MENDED))], []);
    return texts.filter((text) => text === MENDED).length;
  }

  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
    it(`is whole after ${signal} in the moment of writing`, async function () {
      this.timeout(HANG);
      if (process.platform === 'win32') {
        this.skip();
      }
      const files = fill(150);
      for (const events of [1, 2, 3, 40]) {
        const ended = await endedBy(signal, events);
        // It may have been done by then.
        assert.ok(ended === signal || ended === null, String(ended));
        assertWhole();
        if (signal !== 'SIGKILL') {
          assert.deepEqual(
            names().filter((name) => !name.endsWith('.md')),
            [],
          );
        }
        files.forEach((file) => {
          writeFileSync(file, BROKEN);
        });
      }
    });
  }

  /** Fixes the notes, and ends that with a signal after so many changes in the folder. */
  function endedBy(signal: NodeJS.Signals, events: number): Promise<NodeJS.Signals | null> {
    const child = spawn(process.execPath, [CLI, 'check', '--fix', scratch.path('notes')], {
      stdio: 'ignore',
    });
    let seen = 0;
    const watcher = watch(scratch.path('notes'), () => {
      if (++seen === events) {
        child.kill(signal);
      }
    });
    return new Promise((done) => {
      child.on('exit', (_code, by) => {
        watcher.close();
        done(by);
      });
    });
  }

  it('is left as it was by a disk that fills up, with nothing beside it', () => {
    const [file = ''] = fill(1);
    const reason = replaceFile(file, BROKEN, MENDED, (path, text) => {
      writeFileSync(path, text.slice(0, 40));
      throw full();
    });
    assert.equal(reason, 'there is no space left on the disk');
    assert.equal(readFileSync(file, 'utf8'), BROKEN);
    assert.deepEqual(names(), ['000.md']);
  });

  it('is left as it was on a disk that is really full', async function () {
    this.timeout(HANG);
    scratch.makeFolder('notes');
    const disk = scratch.path('notes');
    const mounted =
      process.platform === 'linux' &&
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'none', disk]).status === 0;
    if (!mounted) {
      // To mount a small disk takes root's rights.
      this.skip();
    }
    try {
      const files = fill(40);
      // Up to the last byte.
      assert.throws(() => {
        for (;;) {
          appendFileSync(scratch.path('notes/filler'), Buffer.alloc(4096));
        }
      });
      const { code, err } = await call('check', '--fix', disk);
      assert.equal(code, 2);
      assert.match(err, /000\.md: there is no space left on the disk\n/);
      assert.equal(assertWhole(), 0);
      assert.deepEqual(names(), [...files.map((file) => file.slice(-6)), 'filler']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('is never a text over one that was saved meanwhile', () => {
    const [file = ''] = fill(1);
    const saved = `${BROKEN}A paragraph.\n`;
    const reason = replaceFile(file, BROKEN, MENDED, (path, text) => {
      writeFileSync(path, text);
      writeFileSync(file, saved);
    });
    assert.equal(reason, 'it has been changed meanwhile');
    assert.equal(readFileSync(file, 'utf8'), saved);
    assert.deepEqual(names(), ['000.md']);
  });

  it('loses no paragraph that another program adds while it runs', async function () {
    this.timeout(HANG);
    const files = fill(150);
    const writer = spawn(
      process.execPath,
      [
        '-e',
        `const fs = require('node:fs');
         const files = ${JSON.stringify(files)};
         process.stdout.write('ready');
         for (const file of files.reverse()) {
           const before = fs.readFileSync(file, 'utf8');
           fs.writeFileSync(file + '.saved', before + 'A paragraph.\\n');
           fs.renameSync(file + '.saved', file);
         }`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const left = new Promise((done) => writer.on('exit', done));
    await new Promise((ready) => writer.stdout.once('data', ready));
    const fixing = spawnSync(process.execPath, [CLI, 'check', '--fix', scratch.path('notes')], {
      encoding: 'utf8',
    });
    await left;
    assert.ok(fixing.status === 0 || fixing.status === 2, fixing.stderr);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      assert.ok(text.endsWith('lose.\nA paragraph.\n'), file);
      assert.ok(text.startsWith(BROKEN) || text.startsWith(MENDED), file);
    }
  });

  it('leaves read-only files alone, also to the superuser, and names them', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const [locked = '', free = ''] = fill(2);
    chmodSync(locked, 0o444);
    const { code, out, err } = await call('check', '--fix', scratch.path('notes'));
    assert.deepEqual([code, err], [2, `${locked}: it is read-only\n`]);
    assert.deepEqual([readFileSync(locked, 'utf8'), readFileSync(free, 'utf8')], [BROKEN, MENDED]);
    assert.match(out, /000\.md left as it is: it is read-only\n/);
    assert.match(out, /001\.md fixed syntax-error\n/);
    assert.match(out, /\nFixed 1 finding in 1 report\. Left: .*1 in files that were left as they are\.\n$/);
  });

  it('is put in place also where the name is as long as a name may be', async () => {
    const name = `${'n'.repeat(252)}.md`;
    const file = scratch.write(`notes/${name}`, BROKEN);
    assert.equal((await call('check', '--fix', file)).code, 0);
    assert.equal(readFileSync(file, 'utf8'), MENDED);
    const tagged = scratch.write(`notes/${name}`, '---\ntags: [aws]\n---\n');
    assert.equal((await call('tags', 'rename', 'aws', 'cloud', tagged, '--write')).code, 0);
    assert.equal(readFileSync(file, 'utf8'), '---\ntags: [cloud]\n---\n');
    assert.deepEqual(names(), [name]);
  });

  it('is told of: what was fixed, and why the rest was not', async () => {
    scratch.write('blog/_config.yml', 'timezone: UTC\n');
    scratch.write('blog/_posts/2019-07-23-a.md', BROKEN);
    scratch.write(
      'blog/_posts/2019-07-24-b.md',
      '---\ntitle: "B"\ntags: [a, a]\n---\n## Big by Ann Onym\n\n## Key takeaways\n',
    );
    const { out } = await call('check', '--fix', scratch.path('blog'));
    assert.match(out, /2019-07-23-a\.md fixed syntax-error\n/);
    assert.match(out, /2019-07-24-b\.md fixed tag-values\n/);
    assert.match(out, /\nFixed 2 findings in 2 reports\. Left: /);
    scratch.write('blog/_posts/2019-07-23-a.md', BROKEN);
    const json = await call(
      'check',
      '--fix',
      scratch.path('blog/_posts/2019-07-23-a.md'),
      '--format',
      'json',
    );
    const [checked] = JSON.parse(json.out) as Checked[];
    assert.deepEqual(checked?.fixed, {
      findings: [
        {
          code: 'syntax-error',
          message: 'Jekyll will publish this post without title or tags: the colon in `title` needs quotes.',
          line: 1,
        },
      ],
      left: null,
    });
    assert.match(json.err, /^Fixed 1 finding in 1 report\./);
    const again = await call('check', scratch.path('blog/_posts/2019-07-23-a.md'), '--format', 'json');
    assert.equal((JSON.parse(again.out) as Checked[])[0]?.fixed, null);
  });

  it('ends in a word and 2 where the output is full', function () {
    this.timeout(HANG);
    if (process.platform !== 'linux') {
      this.skip();
    }
    const output = openSync('/dev/full', 'w');
    for (const args of [['show', 'examples'], ['check', 'examples', '--format', 'json'], ['--help']]) {
      const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], {
        stdio: ['ignore', output, 'pipe'],
        encoding: 'utf8',
      });
      assert.deepEqual(
        [status, stderr],
        [2, 'The output cannot be written: there is no space left on the disk.\n'],
      );
    }
  });

  it('goes on without a word where nobody reads on', function () {
    this.timeout(HANG);
    if (process.platform === 'win32') {
      this.skip();
    }
    const shell = (line: string) =>
      spawnSync('sh', ['-c', line], {
        encoding: 'utf8',
        env: { ...process.env, CLI, NODE: process.execPath },
      });
    fill(150);
    const notes = scratch.path('notes');
    const status = scratch.path('status');
    const shown = shell(`("$NODE" "$CLI" show "${notes}"; echo $? > "${status}") | head -n 1`);
    assert.equal(shown.stderr, '');
    assert.ok(shown.stdout.startsWith(notes));
    assert.equal(readFileSync(status, 'utf8').trim(), '0');
    const fixed = shell(`"$NODE" "$CLI" check --fix "${notes}" | head -n 1`);
    assert.equal(fixed.stderr, '');
    assert.equal(assertWhole(), 150);
  });
});
