import { describe, expect, it } from 'vitest';
import { experiment } from '../../src/analyses/experiment/experiment';
import { splitWithinCheck } from '../../src/analyses/experiment/split-within';
import type { Check } from '../../src/analyses/experiment/result';
import { english } from '../../src/locale/english';
import { findingSentence } from '../../src/locale/language';
import { story } from '../events/story';
import { EVENT_ROLES, experimentOf } from './run';

const ARMS = [
  { name: 'A', code: 0, share: 0.5 },
  { name: 'B', code: 1, share: 0.5 },
];

type Within = Extract<Check, { name: 'split-within' }>;

function within(days: Readonly<Record<string, readonly [number, number]>>): Within | null {
  const traffic = Object.entries(days).flatMap(([date, [a, b]]) => [
    { date, arm: 'A', users: a },
    { date, arm: 'B', users: b },
  ]);
  return splitWithinCheck(ARMS, traffic, []) as Within | null;
}

describe('the split of each day', () => {
  it('fails on the one day where it is off, though the whole fits', () => {
    const check = within({
      '2026-03-01': [500, 500],
      '2026-03-02': [560, 440],
      '2026-03-03': [440, 560],
      '2026-03-04': [500, 500],
    })!;
    expect(check.status).toBe('warn');
    expect(check.furthest).toMatchObject({ value: '2026-03-02', expected: [500, 500] });
    // χ² = 14.4 with one degree of freedom, times four days.
    expect(check.furthest.p).toBeCloseTo(0.000147802, 9);
    expect(check.furthest.pAdjusted).toBeCloseTo(4 * 0.000147802, 8);
  });

  it('pays for the number of days', () => {
    const even = Array.from({ length: 10 }, (_, i) => [`2026-02-1${i}`, [500, 500]] as const);
    const check = within({ ...Object.fromEntries(even), '2026-03-02': [560, 440] })!;
    expect(check).toMatchObject({ status: 'pass', tests: 11 });
  });

  it('leaves out days with fewer than five planned users in an arm', () => {
    expect(within({ '2026-03-01': [9, 0] })).toBeNull();
  });
});

describe('the split of each group', () => {
  const rows = Array.from({ length: 1200 }, (_, i) => {
    const country = i % 3 === 0 ? 'DE' : 'FR';
    // All of DE from one arm in four, made up for elsewhere.
    const arm = country === 'DE' ? (i % 12 === 0 ? 'A' : 'B') : i % 8 < 5 ? 'A' : 'B';
    return `u${i} ${i % 9} see ${arm} ${country}`;
  });
  const { result, params } = experimentOf(
    story(`user:text at:time event:text arm:text country:text\n${rows.join('\n')}\nu1 20 buy - FR`),
    EVENT_ROLES,
    {
      exposure: { event: 'see', variant: 'arm' },
      control: 'A',
      split: { A: 1, B: 1 },
      metrics: [{ name: 'bought', type: 'proportion', event: 'buy' }],
      segments: ['country'],
    },
  );

  it('is told with the group, its users and its planned users', () => {
    const check = result.checks.find(({ name }) => name === 'split-within') as Within;
    expect(check).toMatchObject({
      status: 'warn',
      furthest: { of: 'country', value: 'DE', observed: [100, 300], expected: [200, 200] },
    });
    const said = experiment.findings(result, params).map((each) => findingSentence(each, english));
    expect(said).toContain('Split off in country “DE”');
    expect(said).toContainEqual(
      expect.stringContaining('A 100 (planned 200) and B 300 (planned 200)'),
    );
  });
});
