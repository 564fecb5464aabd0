import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { checkReport } from '../../../src/core/rules';
import { check, codes, NOW, post, read } from '../support';

/** The findings where nobody says which version builds the site: codes, severities and messages. */
function checkGuessed(name: GeneratorName, text: string): string[] {
  const { report, site } = read(name, text);
  const guessed = { ...site, isVersionGuessed: true };
  const forecast = generators[name].forecast(report, guessed, NOW);
  return checkReport({ report, site: guessed, forecast, now: NOW }).map(
    ({ code, severity, message }) => `${code}, ${severity}: ${formatMessage(message)}`,
  );
}

describe('findings where the version is not known', () => {
  const header = 'title: Hello\ndate: 2019-07-23';

  it('warn of what only some versions stop at, and say so', () => {
    assert.deepEqual(checkGuessed('hugo', post(`${header}\n_build:\n  list: never`)), [
      'build-stops, warning: Hugo will stop the build of the whole site: its field _build is now named build. Other versions of Hugo may not; the site does not say which builds it, so 0.169.0 is assumed.',
    ]);
  });

  it('stay errors where all versions stop', () => {
    assert.deepEqual(checkGuessed('hugo', post(header, '{{< nothing >}}\n')), [
      'build-stops, error: Hugo will stop the build of the whole site: there is no shortcode nothing.',
    ]);
    assert.match(checkGuessed('jekyll', post('title: Hello\ndate: soon'))[0] ?? '', /^invalid-date, error/);
  });

  it('are errors where the version is known', () => {
    const [found] = check('hugo', post(`${header}\n_build:\n  list: never`));
    assert.equal(found?.severity, 'error');
  });
});

describe('findings on what the generator passes over', () => {
  it('tell the reason, and of nothing that would stop a build', () => {
    const found = check('jekyll', post('title:\ndate:'), { path: '_posts/defaults.md' });
    assert.deepEqual(codes(found), ['file-name']);
  });
});

describe('a page of Hugo’s without a date', () => {
  it('needs none where its weight gives it a place', () => {
    assert.deepEqual(codes(check('hugo', post('title: Hello'))), ['missing-date']);
    assert.deepEqual(check('hugo', post('title: Hello\nweight: 3')), []);
    assert.deepEqual(codes(check('hugo', post('title: Hello\nweight:'))), ['missing-date']);
  });
});
