import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PATH_ROLES, attributionOf, creditBy, pathsOf } from './attribution-of';
import { madePaths } from './made-paths';

interface Reference {
  readonly paths: number;
  readonly conversions: number;
  readonly value: number;
  readonly orders: readonly {
    readonly order: number;
    readonly removalEffects: Readonly<Record<string, number>>;
    readonly conversions: Readonly<Record<string, number>>;
    readonly value: Readonly<Record<string, number>>;
  }[];
}

const reference = JSON.parse(readFileSync('tests/reference/attribution.json', 'utf8')) as Reference;

describe('Markov attribution of ten thousand paths', () => {
  const { result } = attributionOf(madePaths(reference.paths), PATH_ROLES, {
    models: [{ markov: 1 }, { markov: 2 }, { markov: 3 }],
  });

  it('counts the conversions that the reference has', () => {
    expect(result.journeys.converted).toBe(reference.conversions);
    expect(result.journeys.null).toBe(reference.paths - reference.conversions);
  });

  it.each(reference.orders)('agrees with numpy to 1e-9 for order $order', (expected) => {
    const model = result.models.find(({ name }) => name === `markov-${expected.order}`)!;
    expect(model.order).toBe(expected.order);
    for (const { channel, removalEffect, conversions, value } of model.channels.slice(0, -1)) {
      expect(Math.abs(removalEffect! / expected.removalEffects[channel]! - 1)).toBeLessThan(1e-9);
      expect(Math.abs(conversions.estimate! / expected.conversions[channel]! - 1)).toBeLessThan(
        1e-9,
      );
      expect(Math.abs(value!.estimate! / expected.value[channel]! - 1)).toBeLessThan(1e-9);
    }
  });
});

describe('Markov attribution of published cases', () => {
  it('gives Bryl’s three paths .2, .4 and .4 by effects of 1/2, 1 and 1', () => {
    const { result } = pathsOf(
      `c1 > c2 > c3 | 1 0 0
       c1           | 0 1 0
       c2 > c3      | 0 1 0`,
      { models: ['markov', 'last'] },
    );
    const effects = result.models[0]!.channels.map(({ channel, removalEffect }) => [
      channel,
      removalEffect,
    ]);
    expect(Object.fromEntries(effects)).toEqual({ c1: 0.5, c2: 1, c3: 1, '(no touch)': null });
    expect(creditBy(result, 'markov')).toEqual({ c1: 0.2, c2: 0.4, c3: 0.4 });
    expect(creditBy(result, 'last')).toEqual({ c3: 1 });
  });

  it('gives Puzyrov’s four paths effects of 3/4 and 1/2', () => {
    const { result } = pathsOf(
      `ads        | 2 1 0
       mail       | 1 0 0
       ads > mail | 1 0 0`,
      { models: ['markov'] },
    );
    const [ads, mail] = result.models[0]!.channels;
    expect(ads!.channel).toBe('ads');
    expect(ads!.removalEffect).toBeCloseTo(0.75, 12);
    expect(mail!.removalEffect).toBeCloseTo(0.5, 12);
  });
});
