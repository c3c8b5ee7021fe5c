import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/data/sha256';

function reference(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('sha256()', () => {
  it('equals the digest of node:crypto, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
        const digest = sha256();
        for (const piece of pieces) digest.update(piece);
        expect(digest.digest()).toBe(reference(Buffer.concat(pieces)));
      }),
    );
  });

  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 100_000])(
    'equals the digest of node:crypto at %i bytes, where the padding changes shape',
    (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, i) => i * 7);
      const digest = sha256();
      digest.update(bytes);
      expect(digest.digest()).toBe(reference(bytes));
    },
  );
});
