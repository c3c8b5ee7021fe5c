import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribution } from '../../src/analyses/attribution/attribution';
import type { AttributionResult } from '../../src/analyses/attribution/result';
import { block } from '../../src/events/event-index';
import { creditBy, storyOf } from './attribution-of';
import { dice } from './shop';

/** One row of an invented stream, in days. */
interface Row {
  readonly user: string;
  readonly at: number;
  readonly channel: string | null;
  readonly amount: number;
}

/** Streams on half days, so that ties and edges of the look-back are frequent. */
function stream(seed: number, users: number): Row[] {
  const random = dice(seed);
  const rows: Row[] = [];
  for (let user = 0; user < users; ++user) {
    const length = Math.floor(9 * random());
    for (let i = 0; i < length; ++i) {
      const isTouch = random() < 0.7;
      rows.push({
        user: `u${user}`,
        at: Math.floor(24 * random()) / 2,
        channel: isTouch ? 'abcd'[Math.floor(4 * random() ** 1.4)]! : null,
        amount: Math.floor(50 * random()),
      });
    }
  }
  return rows;
}

function written(rows: readonly Row[]): string {
  return rows
    .map(({ user, at, channel, amount }) =>
      channel === null ? `${user} ${at} buy - ${amount}` : `${user} ${at} visit ${channel} -`,
    )
    .join('\n');
}

interface Journey {
  readonly path: readonly string[];
  readonly converted: boolean;
}

const LOOKBACK = 3;
const END = 14;

/** The journeys by their definition, conversion by conversion. */
function naiveJourneys(rows: readonly Row[], reset: boolean): Journey[] {
  return [...new Set(rows.map(({ user }) => user))].flatMap((user): Journey[] => {
    const own = rows.filter((row) => row.user === user);
    const ordered = own.map((row, i) => ({ ...row, i })).sort((a, b) => a.at - b.at || a.i - b.i);
    const touches = ordered.filter(({ channel }) => channel !== null);
    const buys = ordered.filter(({ channel }) => channel === null);
    const between = (from: number, to: number, after: number) =>
      touches
        .filter(({ at }) => at >= from && at <= to && at > after)
        .map(({ channel }) => channel!);
    const converted = buys.map(({ at }) => {
      const before = Math.max(-1, ...buys.filter((buy) => buy.at < at).map((buy) => buy.at));
      const path = between(at - LOOKBACK, at, reset ? before : -1);
      return { path: collapsed(path), converted: true };
    });
    const last = Math.max(-1, ...buys.map(({ at }) => at));
    const latest = Math.max(-1, ...touches.map(({ at }) => at));
    if (latest <= last || latest + LOOKBACK > END) return converted;
    const path = between(latest - LOOKBACK, latest, last);
    return [...converted, { path: collapsed(path), converted: false }];
  });
}

function collapsed(path: readonly string[]): string[] {
  return path.filter((channel, i) => channel !== path[i - 1]);
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Chance to convert, by letting the moves of all journeys flow until nothing is left. */
function naiveChance(journeys: readonly Journey[], order: number, removed: string | null): number {
  const moves = new Map<string, Map<string, number>>();
  const add = (from: string, to: string) => {
    const row = moves.get(from) ?? new Map<string, number>();
    moves.set(from, row.set(to, (row.get(to) ?? 0) + 1));
  };
  for (const { path, converted } of journeys) {
    const width = Math.min(order, path.length);
    const states = path
      .slice(width - 1)
      .map((_, i) => path.slice(i, i + width).join())
      .filter((state, i, all) => state !== all[i - 1]);
    ['start', ...states].forEach((state, i) => {
      const next = states[i];
      add(state, next ?? (converted ? 'WON' : 'LOST'));
    });
  }
  let now = new Map([['start', 1]]);
  let won = 0;
  for (let step = 0; step < 3000 && now.size > 0; ++step) {
    const then = new Map<string, number>();
    for (const [state, mass] of now) {
      const row = moves.get(state)!;
      const all = [...row.values()].reduce((a, b) => a + b, 0);
      for (const [to, count] of row) {
        const part = (mass * count) / all;
        if (to === 'WON') won += part;
        else if (to !== 'LOST' && !(removed && to.split(',').includes(removed)) && part > 1e-18) {
          then.set(to, (then.get(to) ?? 0) + part);
        }
      }
    }
    now = then;
  }
  return won;
}

function naiveMarkov(journeys: readonly Journey[], order: number): Record<string, number> {
  const touched = journeys.filter(({ path }) => path.length > 0);
  const channels = [...new Set(touched.flatMap(({ path }) => path))];
  const whole = naiveChance(touched, order, null);
  return Object.fromEntries(
    channels.map((channel) => [channel, 1 - naiveChance(touched, order, channel) / whole]),
  );
}

/** Shapley values by all orders in which the channels may come. */
function naiveShapley(journeys: readonly Journey[], isRate: boolean): Record<string, number> {
  const touched = journeys.filter(({ path }) => path.length > 0);
  const channels = [...new Set(touched.flatMap(({ path }) => path))].sort();
  const worth = (coalition: readonly string[]): number => {
    const inside = touched.filter(({ path }) => path.every((step) => coalition.includes(step)));
    const won = inside.filter(({ converted }) => converted).length;
    return isRate ? (inside.length === 0 ? 0 : won / inside.length) : won;
  };
  const orders = permutations(channels);
  const values = Object.fromEntries(channels.map((channel) => [channel, 0]));
  for (const order of orders) {
    order.forEach((channel, i) => {
      const before = order.slice(0, i);
      values[channel]! += (worth([...before, channel]) - worth(before)) / orders.length;
    });
  }
  return values;
}

function permutations(list: readonly string[]): string[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((each) =>
    permutations(list.filter((other) => other !== each)).map((rest) => [each, ...rest]),
  );
}

const SETTING = { lookback: `${LOOKBACK}d`, completeThrough: '2026-03-15' };

describe.each([true, false])('random streams, reset %s', (reset) => {
  const rows = stream(11, 700);
  const journeys = naiveJourneys(rows, reset);
  const { result } = storyOf(written(rows), {
    ...SETTING,
    reset,
    models: ['first', 'last', { markov: 1 }, { markov: 2 }, 'shapley', { shapley: 'rate' }],
  });

  it('have the journeys that a search conversion by conversion finds', () => {
    const won = journeys.filter(({ converted }) => converted);
    expect(result.journeys.converted).toBe(won.length);
    expect(result.journeys.withoutTouch).toBe(won.filter(({ path }) => path.length === 0).length);
    expect(result.journeys.null).toBe(journeys.length - won.length);
    const counts = counted(won.map(({ path }) => path.join()));
    for (const { path, conversions } of result.paths) {
      expect(conversions).toBe(counts[path.join()] ?? 0);
    }
  });

  it('have the first and last touches that the search finds', () => {
    const touched = journeys.filter(({ path, converted }) => converted && path.length > 0);
    const { '(no touch)': _, ...first } = creditBy(result, 'first');
    expect(first).toEqual(counted(touched.map(({ path }) => path[0]!)));
    const { '(no touch)': __, ...last } = creditBy(result, 'last');
    expect(last).toEqual(counted(touched.map(({ path }) => path.at(-1)!)));
  });

  it.each([1, 2])('lose by removal in order %i what deleting and solving anew says', (order) => {
    const model = result.models.find(({ name }) => name === `markov-${order}`)!;
    const expected = naiveMarkov(journeys, order);
    for (const { channel, removalEffect } of model.channels.slice(0, -1)) {
      expect(removalEffect).toBeCloseTo(expected[channel]!, 9);
    }
  });

  it('have Shapley values that are the even split over distinct channels', () => {
    const expected = naiveShapley(journeys, false);
    const { '(no touch)': _, ...credit } = creditBy(result, 'shapley');
    for (const [channel, value] of Object.entries(expected)) {
      expect(credit[channel]).toBeCloseTo(value, 9);
    }
  });

  it('have Shapley values of rates that all orders give, scaled to the conversions', () => {
    const expected = naiveShapley(journeys, true);
    const sum = Object.values(expected).reduce((a, b) => a + b, 0);
    const touched = result.journeys.converted - result.journeys.withoutTouch;
    const credit = creditBy(result, 'shapley-rate');
    for (const [channel, value] of Object.entries(expected)) {
      expect(credit[channel]).toBeCloseTo((touched * value) / sum, 8);
    }
  });
});

const MODELS = [
  ...['first', 'last', 'last-non-direct', 'linear', 'u', 'j', 'inverse-j', 'time-decay'],
  ...[{ position: [3, 1, 0] }, { markov: 1 }, { markov: 2 }, { markov: 3 }],
  ...['shapley', { shapley: 'rate' }],
];

const anyRow = fc.record({
  user: fc.constantFrom('ann', 'bob', 'cy', 'dan'),
  at: fc.integer({ min: 0, max: 20 }).map((half) => half / 2),
  channel: fc.constantFrom('a', 'b', 'c', 'direct', null),
  amount: fc.integer({ min: 0, max: 9 }),
});

const anyRows = fc
  .array(anyRow, { minLength: 1, maxLength: 40 })
  .filter((rows) => rows.some(({ channel }) => channel === null))
  .filter((rows) => rows.some(({ channel }) => channel !== null));

const anySetting = fc.record({
  reset: fc.boolean(),
  path: fc.constantFrom('as-is', 'collapsed', 'unique', 'frequency'),
  conversions: fc.constantFrom('all', 'first', 'last'),
  lookback: fc.constantFrom('1d', '3d', '30d'),
});

describe('laws', () => {
  it('credit of every model adds up to the conversions and to their value', () => {
    fc.assert(
      fc.property(anyRows, anySetting, (rows, setting) => {
        const { result } = storyOf(written(rows), { ...setting, models: MODELS });
        const bought = result.paths.reduce((sum, { value }) => sum + value!, 0);
        for (const { channels } of result.models) {
          const sum = (of: (channel: (typeof channels)[number]) => number) =>
            channels.reduce((total, channel) => total + of(channel), 0);
          expect(sum(({ conversions }) => conversions.estimate!)).toBeCloseTo(
            result.journeys.converted,
            8,
          );
          expect(channels.at(-1)!.conversions.estimate).toBe(result.journeys.withoutTouch);
          if (channels.some(({ value }) => value!.estimate === null)) continue;
          const total = bought + channels.at(-1)!.value!.estimate!;
          expect(sum(({ value }) => value!.estimate!)).toBeCloseTo(total, 8);
        }
      }),
    );
  });

  it('participation gives no channel less than any rule of order does', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const models = ['participation', 'first', 'linear', 'u', 'time-decay', 'shapley'];
        const { result } = storyOf(written(rows), { models });
        const [most, ...others] = result.models;
        others.forEach(({ channels }) =>
          channels.forEach(({ conversions }, i) =>
            expect(conversions.estimate!).toBeLessThanOrEqual(
              most!.channels[i]!.conversions.estimate! + 1e-9,
            ),
          ),
        );
      }),
    );
  });

  it('removal effects lie between 0 and 1', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { result } = storyOf(written(rows), { models: [{ markov: 1 }, { markov: 2 }] });
        for (const { removalEffect } of result.models.flatMap(({ channels }) => channels)) {
          if (removalEffect === null) continue;
          expect(removalEffect).toBeGreaterThanOrEqual(-1e-12);
          expect(removalEffect).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('users may be cut into shards anywhere: merged, they are the whole, replicates included', () => {
    fc.assert(
      fc.property(anyRows, anySetting, fc.integer({ min: 0, max: 4 }), (rows, setting, cut) => {
        const { input, params, result } = storyOf(written(rows), {
          ...setting,
          bootstrap: 7,
          models: ['u', 'time-decay', 'markov', 'shapley'],
        });
        const { users } = input.events;
        const at = Math.min(cut, users);
        const part = (from: number, to: number) =>
          attribution.aggregate({ ...input, events: block(input.events, from, to) }, params);
        const merged = attribution.merge(part(0, at), part(at, users));
        expect(attribution.infer(merged, params, input.scope)).toEqual(result);
      }),
      { numRuns: 60 },
    );
  });

  it('the order of users and of files does not matter to the estimates', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const named = (lines: readonly Row[]): Record<string, unknown> =>
          credits(storyOf(written(lines), { models: MODELS, path: 'collapsed' }).result);
        // Rows of one instant keep their order in the file, so only whole users change places.
        const users = [...new Set(rows.map(({ user }) => user))].reverse();
        const turned = users.flatMap((user) => rows.filter((row) => row.user === user));
        expect(named(turned)).toEqual(named(rows));
      }),
      { numRuns: 60 },
    );
  });
});

function credits({ models, journeys }: AttributionResult): Record<string, unknown> {
  return {
    journeys,
    models: models.map(({ name, channels }) => [
      name,
      channels.map(({ channel, conversions }) => [channel, round(conversions.estimate!)]).sort(),
    ]),
  };
}

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}
