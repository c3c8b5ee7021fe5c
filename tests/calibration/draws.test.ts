import { describe, expect, it } from 'vitest';
import { moments, variance } from '../../src/stats/moments';
import { binomial, normal, random } from './draws';

const drawn = (name: string, draw: (next: () => number) => number) => {
  const next = random(name);
  return moments(Float64Array.from({ length: 50_000 }, () => draw(next)));
};

describe('draws', () => {
  it('are the same for the same name and others for another', () => {
    const three = (name: string) => {
      const next = random(name);
      return [next(), next(), next()];
    };
    expect(three('a')).toEqual(three('a'));
    expect(three('a')).not.toEqual(three('b'));
  });

  it('have mean and variance of the distribution they are from', () => {
    const z = drawn('normal', normal);
    expect(Math.abs(z.mean)).toBeLessThan(4 / Math.sqrt(z.n));
    expect(Math.abs(variance(z) - 1)).toBeLessThan(4 * Math.sqrt(2 / z.n));
    const buyers = drawn('binomial', (next) => binomial(next, 1000, 0.03));
    expect(Math.abs(buyers.mean - 30)).toBeLessThan(4 * Math.sqrt(29.1 / buyers.n));
    expect(Math.abs(variance(buyers) - 29.1)).toBeLessThan(4 * 29.1 * Math.sqrt(2 / buyers.n));
  });

  it('count nobody when nobody does it, and never more than there are', () => {
    const next = random('edges');
    expect(binomial(next, 10, 0)).toBe(0);
    for (let i = 0; i < 1000; ++i) expect(binomial(next, 3, 0.9)).toBeLessThanOrEqual(3);
  });
});
