import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/json';
import { changedSources, movedFigures } from '../../src/notebook/moved';
import { formatPath } from '../../src/notebook/path';
import type { Snapshot } from '../../src/notebook/snapshot';

function snapshot(result: Json, sha256 = 'f00d'): Snapshot {
  return {
    engine: '1',
    at: '2026-03-01T00:00:00Z',
    sources: { events: { sha256, rows: 3 } },
    cells: { ab: { params: '', result } },
  };
}

const moved = (was: Json, is: Json) =>
  movedFigures(snapshot(was), snapshot(is)).map(({ path, was, is }) => [formatPath(path), was, is]);

describe('movedFigures()', () => {
  it('names each figure by the path that prose would use', () => {
    const was = { metrics: [{ name: 'buy', p: 0.01, arms: [{ arm: 'b', users: 10 }] }] };
    const is = { metrics: [{ name: 'buy', p: 0.02, arms: [{ arm: 'b', users: 12 }] }] };
    expect(moved(was, is)).toEqual([
      ['ab.metrics.buy.p', 0.01, 0.02],
      ['ab.metrics.buy.arms.b.users', 10, 12],
    ]);
  });

  it('does not see what differs by rounding', () => {
    expect(moved({ p: 0.1 + 0.2 }, { p: 0.3 })).toEqual([]);
    expect(moved({ p: 1 }, { p: 1 + 1e-8 })).toHaveLength(1);
  });

  it('sees what came, went, or became nothing', () => {
    expect(moved({ a: 1, b: [1, 2] }, { b: [1], c: 'x' })).toEqual([
      ['ab.a', 1, null],
      ['ab.b[1]', 2, null],
      ['ab.c', null, 'x'],
    ]);
  });

  it('finds nothing between a result and itself, and the same either way round', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(moved(a as Json, a as Json)).toEqual([]);
        expect(moved(a as Json, b as Json).length).toBe(moved(b as Json, a as Json).length);
      }),
    );
  });
});

it('changedSources() names the sources with other data', () => {
  expect(changedSources(snapshot(1), snapshot(1))).toEqual([]);
  expect(changedSources(snapshot(1), snapshot(1, 'beef'))).toEqual(['events']);
  expect(changedSources(snapshot(1), { ...snapshot(1), sources: {} })).toEqual(['events']);
});
