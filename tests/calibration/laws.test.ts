import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/analyses/experiment/result';
import { random } from './draws';
import { contradictions, proof } from './laws';
import { randomTable } from './random-table';
import { readoutOf } from './readout';

describe('p, intervals, states and verdict', () => {
  it('never contradict one another in random tables', () => {
    const { comparisons, clear, withoutLift, contradictions } = proof(3000, 1);
    expect(contradictions).toEqual([]);
    expect(clear).toBeGreaterThan(comparisons / 5);
    expect(clear).toBeLessThan(comparisons / 2);
    expect(withoutLift).toBeGreaterThan(comparisons / 20);
  });

  it('would be caught if they did', () => {
    const readout = readoutOf(randomTable(random('table 59')), () => 0.05);
    const metric = readout.metrics[0]!;
    const clear = metric.comparisons[0]!;
    expect(clear.state).toBe('better');
    expect(contradictions(readout)).toEqual([]);

    const unclear = { estimate: 1, low: -1, high: 3 };
    const wrongs: Partial<Comparison>[] = [
      { pAdjusted: 0.06 },
      { difference: unclear },
      { lift: unclear },
      { state: 'unclear' },
    ];
    for (const wrong of wrongs) {
      const metrics = [{ ...metric, comparisons: [{ ...clear, ...wrong }] }];
      expect(contradictions({ ...readout, metrics })).not.toEqual([]);
    }
    const arms = readout.verdict.arms.map((arm) => ({ ...arm, decision: 'inconclusive' as const }));
    const verdict = { ...readout.verdict, arms };
    expect(contradictions({ ...readout, verdict })).not.toEqual([]);
  });
});
