import assert from 'node:assert/strict';
import { OPTIONS } from '../../../src/cli/parse';
import { call, packageVersion } from './support';

describe('the usage of the command line', () => {
  const cases: [args: string[], message: string][] = [
    [[], 'Say `show`, `check` or `tags`.'],
    [['fly'], 'There is no command `fly`.\n'],
    [['show', '--format', 'sarif'], '--format is one of pretty, json, not `sarif`.'],
    [['check', '--format', 'xml'], '--format is one of pretty, json, github, sarif, not `xml`.'],
    [['tags', '--format', 'github'], '--format is one of pretty, json, not `github`.'],
    [['check', '--fail-on', 'never'], '--fail-on is one of error, warning, info, not `never`.'],
    [['show', '--now', 'soon'], '--now takes a date such as 2026-11-22T12:00:00Z, not `soon`.'],
    [['show', '--now', '1'], '--now takes a date such as 2026-11-22T12:00:00Z, not `1`.'],
    [['check', '--generator', 'make'], '--generator is one of jekyll, hugo, generic, not `make`.'],
    [['show', '--generator-version', ''], '`` is no version: write numbers with dots.'],
    [['show', '--time-zone', 'Mars/Base'], 'There is no time zone `Mars/Base`.'],
    [['show', '--colour'], 'There is no option `--colour`.\n'],
    [['show', '--formt=json'], 'There is no option `--formt`. Did you mean `--format`?\n'],
    [['check', '-fix'], 'There is no option `-fix`. Did you mean `--fix`?\n'],
    [['check', '--Fix'], 'There is no option `--Fix`. Did you mean `--fix`?\n'],
    [['chekc'], 'There is no command `chekc`. Did you mean `check`?\n'],
    [['check', '--format'], '`--format` needs a value; one that begins with a hyphen is written `--format=-…`.\n'],
    [['check', '--schema', '--fix'], '`--schema` needs a value; one that begins with a hyphen is written `--schema=-…`.\n'],
    [['check', '--fix=yes'], '`--fix` takes no value.\n'],
    [['check', '-', 'a.md'], '`-`, standard input, stands alone: name no other path.'],
    [['check', '--stdin-path', 'a.md'], '`--stdin-path` goes with `-`, standard input, in place of paths.'],
    [['check', '-', '--fix', '--format', 'json'], 'With `-`, `--fix` prints the fixed text: `--format` has no place there.'],
    [['tags', 'rename', 'a', 'b', '-'], '`tags rename` changes files: `-`, standard input, is none.'],
    [['show', '--fix'], '`--fix` goes with `check`.'],
    [['tags', '--fail-on', 'error'], '`--fail-on` goes with `check`.'],
    [['tags', 'rename', 'a', 'b', '--schema', 's.json'], '`--schema` goes with `check`.'],
    [['tags', '--vocabulary', 'v.json'], '`--vocabulary` goes with `check`.'],
    [['check', '--only-vocabulary'], '`--only-vocabulary` goes with `--vocabulary`.'],
    [['check', '--taxonomy', 'tags'], '`--taxonomy` goes with `tags` and `tags rename`.'],
    [['tags', '--write'], '`--write` goes with `tags rename`.'],
    [['tags', '--taxonomy', 'speakers'], '--taxonomy is one of tags, categories, keywords, not `speakers`.'],
    [['tags', 'rename'], '`tags rename` takes a tag and its new name. For the tags below a folder `rename`, write `./rename`.'],
    [['tags', 'rename', 'a'], '`tags rename` takes a tag and its new name. For the tags below a folder `rename`, write `./rename`.'],
    [['tags', 'rename', ' ', 'a'], 'The old name is one line of text.'],
    [['tags', 'rename', 'a', ''], 'Write a name.'],
    [['tags', 'rename', 'a', 'b\nc'], 'A name is one line of visible characters.'],
    [['tags', 'rename', 'a', 'b,'], 'A name does not end with a comma or semicolon.'],
    [['tags', 'rename', 'a\rb', 'c'], 'The old name is one line of text.'],
    [['tags', 'rename', 'a', ' a '], '`a` is the name that the tag has.'],
  ]; // prettier-ignore
  for (const [args, message] of cases) {
    it(`explains what is wrong with ${JSON.stringify(args.join(' '))}`, async () => {
      const { code, out, err } = await call(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.ok(err.startsWith(message), err);
      assert.match(err, /\n\nUsage: conference-notes/);
    });
  }

  it('tells its version', async () => {
    const said = { code: 0, out: `conference-notes ${packageVersion()}\n`, err: '' };
    assert.deepEqual(await call('--version'), said);
    assert.deepEqual(await call('check', '--version'), said);
  });

  it('names every option in its help', async () => {
    const { out } = await call('--help');
    const { err } = await call('check', '--nothing-of-the-kind');
    assert.ok(err.endsWith(out));
    for (const option of Object.keys(OPTIONS)) {
      assert.ok(out.includes(`  --${option}`), option);
    }
  });

  it('helps with every command, however it is asked', async () => {
    for (const args of [['--help'], ['-h'], ['tags', '--help'], ['tags', 'rename', '--help']]) {
      const { code, out, err } = await call(...args);
      assert.equal(code, 0);
      assert.match(out, /^Usage: [^]*tags rename OLD NEW/);
      assert.equal(err, '');
    }
  });
});
