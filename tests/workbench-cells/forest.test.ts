import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forestAxis, pointOn, spanOn } from '../../src/share/forest';

const interval = (low: number, high: number) => ({ estimate: (low + high) / 2, low, high });

describe('forestAxis', () => {
  it('puts zero in the middle of changes and ends on a round number', () => {
    const rows = [interval(0.026, 0.1935), interval(-0.024, 0.084)];
    expect(forestAxis(rows, 'lift')).toEqual({ from: -0.2, to: 0.2, ticks: [-0.2, 0, 0.2] });
  });

  it('starts rates at zero', () => {
    expect(forestAxis([interval(0.04, 0.09)], 'rate')).toEqual({
      ...{ from: 0, to: 0.1 },
      ticks: [0, 0.05, 0.1],
    });
  });

  it('is set by the inner intervals: outer ones may be cut', () => {
    const row = { ...interval(-0.01, 0.02), outerLow: -0.3, outerHigh: 0.4 };
    expect(forestAxis([row], 'lift')).toMatchObject({ to: 0.02 });
  });

  it('does not let one wild row squeeze the others', () => {
    const rows = [interval(-0.02, 0.05), interval(0.01, 0.06), interval(-0.04, 0.03)];
    const axis = forestAxis([...rows, interval(-9, 40)], 'lift')!;
    expect(axis.to).toBeLessThanOrEqual(0.25);
  });

  it('is not there when no row has an interval', () => {
    expect(forestAxis([], 'lift')).toBeNull();
    expect(forestAxis([{ estimate: 1, low: null, high: null }], 'lift')).toBeNull();
    expect(forestAxis([interval(0, 0)], 'lift')).toBeNull();
  });

  it('scales with its numbers', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (high) => {
        const { to } = forestAxis([interval(0, high)], 'number')!;
        expect(to).toBeGreaterThanOrEqual(high * (1 - 1e-6));
        expect(to).toBeLessThanOrEqual(high * 2.5 * (1 + 1e-6));
      }),
    );
  });
});

describe('spanOn', () => {
  const axis = forestAxis([interval(-0.2, 0.2)], 'lift')!;

  it('places both ends as fractions of the axis', () => {
    expect(spanOn(axis, -0.1, 0)).toEqual({
      ...{ from: 0.25, to: 0.5 },
      ...{ cutLow: false, cutHigh: false },
    });
  });

  it('cuts at the edge and says which end was cut', () => {
    expect(spanOn(axis, -3, 0)).toEqual({ from: 0, to: 0.5, cutLow: true, cutHigh: false });
    expect(spanOn(axis, 0.3, 0.4)).toMatchObject({ from: 1, to: 1, cutHigh: true });
  });

  it('draws nothing for an interval that could not be computed', () => {
    expect(spanOn(axis, null, 0.1)).toBeNull();
    expect(spanOn(axis, undefined, undefined)).toBeNull();
  });
});

describe('pointOn', () => {
  const axis = forestAxis([interval(-0.2, 0.2)], 'lift')!;

  it('places a point inside, and none outside', () => {
    expect(pointOn(axis, 0)).toBe(0.5);
    expect(pointOn(axis, 0.3)).toBeNull();
    expect(pointOn(axis, null)).toBeNull();
  });
});
