import { describe, expect, it } from 'vitest';
import { type Version, outdated } from '../../src/platform/versions';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 20, 12);

/** A version for each hour back from now. */
const hourly = (count: number): Version[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ key: String(i), path: 'a.lift.md', text: String(i), why: 'saved' as const },
    at: NOW - (i + 1) * HOUR,
  }));

describe('outdated()', () => {
  it('lets the newest stay, with the one to come twenty', () => {
    expect(outdated(hourly(19), NOW)).toEqual([]);
  });

  it('lets the last of each day stay for two weeks', () => {
    const versions = hourly(24 * 30);
    const gone = new Set(outdated(versions, NOW));
    const left = versions.filter((version) => !gone.has(version));
    expect(left.slice(0, 19)).toEqual(versions.slice(0, 19));
    const older = left.slice(19).map(({ at }) => new Date(at).toISOString().slice(0, 13));
    expect(older[0]).toBe('2026-03-18T23');
    expect(older.at(-1)).toBe('2026-03-06T23');
    expect(older).toHaveLength(13);
  });
});
