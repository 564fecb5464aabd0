import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import { assertFinding, check, codes, post } from '../support';

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

  it('leaves bytes that are not UTF-8 to another rule', () => {
    const text = post(header, 'Caf\ufffd.\n');
    assert.deepEqual(codes(check('jekyll', text, { isUtf8: false })), ['encoding']);
  });

  it('is silent where tags are escaped or known, and where another rule tells the cause', () => {
    assert.deepEqual(check('jekyll', post(header, '{% raw %}{% youtube %}{% endraw %}\n')), []);
    assert.deepEqual(check('hugo', post(header, '{{</* notice */>}} {{< figure src="a.png" >}}\n')), []);
    assert.deepEqual(codes(check('hugo', post('title: a: b'))), ['syntax-error']);
    assert.deepEqual(codes(check('jekyll', post('title: Hello\ndate: soon'))), ['invalid-date']);
  });
});
