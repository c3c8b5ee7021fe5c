import { describe, expect, it } from 'vitest';
import { moments } from '../../src/stats/moments';
import { type Stratum, postStratified } from '../../src/stats/post-stratification';
import { welch } from '../../src/stats/welch';

const stratum = (control: number[], treatment: number[]): Stratum => ({
  control: moments(control),
  treatment: moments(treatment),
});

const small = stratum([1, 2, 3], [2, 3, 4]);
const large = stratum([10, 11, 12, 13], [14, 15, 13, 14, 16]);

describe('postStratified(strata)', () => {
  it('weighs the differences by size: 1 on 6 users and 2.9 on 9', () => {
    const { comparison, strata } = postStratified([small, large]);
    expect(comparison.difference.estimate).toBeCloseTo((6 * 1 + 9 * 2.9) / 15, 12);
    expect(strata).toBe(2);
  });

  it('has the variance of Miratrix, Sekhon and Yu', () => {
    const share = [6 / 15, 9 / 15];
    const within = share[0]! ** 2 * (1 / 3 + 1 / 3) + share[1]! ** 2 * (5 / 3 / 4 + 1.3 / 5);
    const between = (share[0]! * share[1]! * (2.9 - 1) ** 2) / 15;
    expect(postStratified([small, large]).comparison.error).toBeCloseTo(
      Math.sqrt(within + between),
      12,
    );
  });

  it('is the plain difference when there is one stratum', () => {
    const { comparison } = postStratified([large]);
    const plain = welch(large.control, large.treatment);
    expect(comparison.difference.estimate).toBeCloseTo(plain.difference.estimate, 12);
    expect(comparison.error).toBeCloseTo(plain.error, 12);
  });

  it('does not depend on the order of the strata', () => {
    expect(postStratified([small, large])).toEqual(postStratified([large, small]));
  });

  it('puts a stratum that cannot stand alone into the largest', () => {
    const lonely = stratum([5], [7, 8]);
    const constant = stratum([4, 4], [6, 7]);
    const { strata, comparison } = postStratified([small, lonely, large, constant]);
    expect(strata).toBe(2);
    const joined = stratum([10, 11, 12, 13, 5, 4, 4], [14, 15, 13, 14, 16, 7, 8, 6, 7]);
    expect(comparison.p).toBeCloseTo(postStratified([small, joined]).comparison.p, 12);
  });

  it('removes the noise that the strata explain', () => {
    const all = welch(moments([1, 2, 3, 10, 11, 12, 13]), moments([2, 3, 4, 14, 15, 13, 14, 16]));
    expect(postStratified([small, large]).comparison.error).toBeLessThan(all.error);
  });

  it('refuses arms of one user and arms that do not vary', () => {
    expect(() => postStratified([stratum([1], [2, 3])])).toThrow('too-few-users');
    expect(() => postStratified([])).toThrow('too-few-users');
    expect(() => postStratified([stratum([1, 1], [2, 2])])).toThrow('constant-arms');
    expect(() => postStratified([stratum([1, 1], [1, 1])])).toThrow('same-value');
  });
});
