import { describe, expect, it } from 'vitest';
import { lateRows } from '../../src/events/late-rows';

const DAY = 86_400_000;

/** 300 rows, one every 8 hours over 100 days, and further ones on the given days. */
function timesWith(...days: readonly number[]): number[] {
  const usual = Array.from({ length: 300 }, (_, i) => (i / 3) * DAY);
  return [...usual, ...days.map((day) => day * DAY)];
}

function found(...days: readonly number[]) {
  const time = timesWith(...days);
  return lateRows(time, Math.max(...time));
}

describe('rows long after all others', () => {
  it('are found behind a silence of more than 60 days', () => {
    const last = (299 / 3) * DAY;
    expect(found(400)).toEqual({ rows: 1, from: 400 * DAY, after: last });
    expect(found(161)).toEqual({ rows: 1, from: 161 * DAY, after: last });
    expect(found(159)).toBeNull();
    expect(found(400, 410, 900)).toMatchObject({ rows: 1, from: 900 * DAY, after: 410 * DAY });
    expect(found(400, 410)).toMatchObject({ rows: 2, from: 400 * DAY, after: last });
  });

  it('are found centuries later too', () => {
    expect(found(100_000)).toMatchObject({ rows: 1, from: 100_000 * DAY });
  });

  it('are nothing odd when they are more than one in a hundred', () => {
    expect(found(400, 401, 402, 403, 404)).toBeNull();
    expect(found()).toBeNull();
    expect(lateRows([], -Infinity)).toBeNull();
  });
});
