import assert from 'node:assert/strict';
import fc from 'fast-check';
import { invalidUtf8 } from '../../src/core/utf8';
import { runs } from './runs';

describe('bytes that are not UTF-8', () => {
  it('are found where the decoder replaces them', () => {
    assert.deepEqual(invalidUtf8(Buffer.from('title: Caf\xe9\n', 'latin1')), { start: 10, end: 11 });
    assert.deepEqual(invalidUtf8(Buffer.concat([Buffer.from('é😀'), Buffer.from([0xff])])), {
      start: 3,
      end: 4,
    });
    assert.deepEqual(invalidUtf8(Buffer.from([0xe2, 0x82])), { start: 0, end: 1 });
  });

  it('are not seen in text, even in one that holds the replacement character', () => {
    assert.equal(invalidUtf8(Buffer.from('\ufeffé 漢 😀 \ufffd\n')), undefined);
    assert.equal(invalidUtf8(new Uint8Array()), undefined);
  });

  it('agree with the decoder for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const decoder = new TextDecoder('utf-8', { fatal: true });
        let isValid = true;
        try {
          decoder.decode(bytes);
        } catch {
          isValid = false;
        }
        const found = invalidUtf8(bytes);
        assert.equal(found === undefined, isValid);
        if (found) {
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
          assert.equal(text.slice(found.start, found.end), '\ufffd');
        }
      }),
      runs(2000),
    );
  });
});
