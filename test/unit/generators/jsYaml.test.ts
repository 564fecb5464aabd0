import assert from 'node:assert/strict';
import { readWithGrayMatter } from '../../../src/core/frontMatter/grayMatter';
import { jsYaml } from '../../../src/core/generators/generic/jsYaml';

/** What gray-matter makes of an unquoted value. */
function grayMatter(text: string): unknown {
  const reading = readWithGrayMatter(`---\nx: ${text}\n---\n`);
  assert.equal(reading.kind, 'read', text);
  return (reading as { readonly data: { readonly x: unknown } }).data.x;
}

describe('the typing of gray-matter’s YAML', () => {
  it('is that of js-yaml itself', () => {
    const texts = [
      '', '~', 'null', 'Null', 'nULL', 'true', 'False', 'FALSE', 'tRUE', 'yes', 'no', 'y', 'on', 'Hello', '1,000',
      '0', '-0', '+1', '42', '042', '08', '0x1F', '0X1F', '-0x1f', '0b11', '0b12', '0o17', '1_000', '1__0', '_1', '1_', '-_7', '0x_f', '0_7',
      '12:30', '1:5', '1:60', '190:20:30', '-1:30', '00:30', '0:30', '1:_18',
      '1.10', '1.', '.5', '-.5', '+.5', '1e3', '1E+3', '1.5e-3', '4e_8', '1.0.0', '190:20:30.15', '6:4_.', '.inf', '-.INF', '+.Inf', '.iNF', '.nan', '.NaN', '.', '-', '.e3', '1_.5',
      '2019-07-23', '2019-7-3', '2019-07-23 10:00', '2019-07-23 10:00:00', '2019-07-23T10:00:00Z', '2019-07-23t1:00:00.5 +2', '2019-07-23 10:00:00 -07:30', '2019-07-23x',
      '12345678901234567890', '1e400', '9007199254740993',
    ].filter((text) => text !== '-'); // prettier-ignore
    for (const text of texts) {
      const read = grayMatter(text);
      const { type, value } = jsYaml(text);
      assert.deepEqual(
        type === 'date' ? 'date' : (value ?? null),
        read instanceof Date ? 'date' : (read ?? null),
        text,
      );
    }
  });
});
