import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AbsorbingChain, expectedRewards } from '../../src/stats/absorbing-chain';

/** A chain from the chances of each state to move to the others; what they lack to 1 leaves. */
function chainOf(rows: readonly (readonly number[])[]): AbsorbingChain {
  const moves = rows.map((row, from) =>
    row.map((chance, to) => ({ to, chance })).filter(({ to, chance }) => chance > 0 && to !== from),
  );
  const offsets = [0];
  for (const own of moves) offsets.push(offsets.at(-1)! + own.length);
  return {
    offsets: Uint32Array.from(offsets),
    targets: Uint32Array.from(moves.flat(), ({ to }) => to),
    chances: Float64Array.from(moves.flat(), ({ chance }) => chance),
  };
}

function rewards(
  rows: readonly (readonly number[])[],
  reward: readonly number[],
  removed: readonly number[] | null = null,
): number[] {
  const search = { values: new Float64Array(reward.length), tolerance: 1e-15 };
  const mask = removed && Uint8Array.from(removed);
  return [...expectedRewards(chainOf(rows), Float64Array.from(reward), mask, search)];
}

describe('expected rewards', () => {
  it('are the chance of ruin of a gambler who starts with 1, 2 or 3 of 4', () => {
    const rows = [
      [0, 0.5, 0],
      [0.5, 0, 0.5],
      [0, 0.5, 0],
    ];
    const win = rewards(rows, [0, 0, 0.5]);
    [0.25, 0.5, 0.75].forEach((chance, i) => expect(win[i]).toBeCloseTo(chance, 14));
  });

  it('are 0 in a removed state, and lost on the way to it', () => {
    const rows = [
      [0, 0.5, 0.25],
      [0, 0, 0.5],
      [0, 0, 0],
    ];
    expect(rewards(rows, [0.25, 0.5, 1])).toEqual([1, 1, 1]);
    expect(rewards(rows, [0.25, 0.5, 1], [0, 1, 0])).toEqual([0.5, 0, 1]);
  });

  it('come out alike by elimination and by sweeps', () => {
    const anyRow = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 40, maxLength: 40 }), (weights) => {
        const scaled = (size: number) =>
          weights.slice(0, size).map((row, from) => {
            const own = row.slice(0, size).map((weight, to) => (to === from ? 0 : weight));
            const sum = own.reduce((a, b) => a + b, 0) + 0.05 * size;
            return own.map((weight) => weight / sum);
          });
        // Many states are solved by sweeps: 20 real ones and as many copies that nobody enters.
        const few = scaled(20);
        const many = [...few, ...few].map((row) => [...row, ...row.map(() => 0)]);
        const reward = few.map((row) => 1 - row.reduce((a, b) => a + b, 0));
        const direct = rewards(
          few,
          reward.map((each) => each / 3),
        );
        const swept = rewards(
          many,
          [...reward, ...reward].map((each) => each / 3),
        );
        direct.forEach((value, i) => expect(swept[i]).toBeCloseTo(value, 12));
        direct.forEach((value) => expect(value).toBeCloseTo(1 / 3, 10));
      }),
      { numRuns: 20 },
    );
  });
});
