import assert from 'node:assert/strict';
import { codeSpan } from '../../../src/core/markdown/codeSpan';

describe('what stands in a field is shown as code', () => {
  for (const [text, shown] of [
    ['a', '`a`'],
    ['<b>[x](command:y)</b> $(zap)', '`<b>[x](command:y)</b> $(zap)`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a``b`c', '```a``b`c```'],
    ['a\n\nb', '`a b`'],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(codeSpan(text), shown);
    });
  }
});
