import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import { Report } from '../../../src/core/report/report';
import { checkReport } from '../../../src/core/rules';
import { assertFinding, check, codes, NOW, post, read } from '../support';

describe('build-stops', () => {
  const header = 'title: Hello\ndate: 2019-07-23';

  it('tells of a tag that Liquid does not know, in code too', () => {
    assertFinding('jekyll', 'build-stops', post(header, 'One `⟦{% youtube a %}⟧`.\n\nTwo.\n'), {
      severity: 'error',
      message: 'Jekyll will stop the build of the whole site: Liquid knows no tag `youtube`.',
    });
  });

  it('tells of a shortcode that Hugo does not know', () => {
    const found = check('hugo', post(header, 'One {{< notice >}}.\n'));
    assert.deepEqual(codes(found), ['build-stops']);
    assert.match(formatMessage(found[0]?.message ?? { template: '', args: [] }), /no shortcode notice/);
  });

  it('tells of bytes that are not UTF-8, where they are', () => {
    const { site } = read('jekyll', '');
    const text = post(header, 'Caf\ufffd.\n');
    const at = text.indexOf('\ufffd');
    const range = { start: at, end: at + 1 };
    const report = new Report(text, '_posts/2019-07-23-report.md', site.generator, { invalidUtf8: range });
    const forecast = site.generator.forecast(report, site, NOW);
    const found = checkReport({ report, site, forecast, now: NOW });
    assert.deepEqual(
      found.map(({ code, range: place }) => [code, place]),
      [['build-stops', range]],
    );
  });

  it('is silent where tags are escaped or known, and where another rule tells the cause', () => {
    assert.deepEqual(check('jekyll', post(header, '{% raw %}{% youtube %}{% endraw %}\n')), []);
    assert.deepEqual(check('hugo', post(header, '{{</* notice */>}} {{< figure src="a.png" >}}\n')), []);
    assert.deepEqual(codes(check('hugo', post('title: a: b'))), ['syntax-error']);
    assert.deepEqual(codes(check('jekyll', post('title: Hello\ndate: soon'))), ['invalid-date']);
  });
});
