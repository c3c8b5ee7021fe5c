import { describe, expect, it } from 'vitest';
import { funnel } from '../../src/analyses/funnel/funnel';
import { partOf } from '../../src/analyses/funnel/aggregate';
import { COUNTED, OPEN } from '../../src/analyses/funnel/journeys';
import { inputOf } from '../../src/analyses/input-of';
import { buildIndex } from '../../src/events/build-index';
import { DAY, START, story } from '../events/story';
import {
  type Outcome,
  type Row,
  type Rules,
  attemptsOf,
  daysOf,
  furthestOfAll,
  outcomeOf,
} from './funnel-twins';
import { ALONE, EVENT_ROLES } from './run';
import { dice } from './shop';

/** Streams per run: users of one data set, which all go through the funnel at once. */
const USERS = 500;
const HOUR = DAY / 24;

type Dice = () => number;

function pick<T>(random: Dice, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}

/** Up to twelve events of few kinds close together, so that ties and repeats are common. */
function stream(random: Dice): Row[] {
  const span = pick(random, [4, 12, 40]);
  const rows = Array.from({ length: 1 + Math.floor(random() * 12) }, () => ({
    at: Math.floor(random() * span),
    event: pick(random, ['A', 'A', 'B', 'B', 'C', 'C', 'D', 'X', 'Z']),
    key: pick(random, ['p', 'p', 'q', null]),
  }));
  return rows.sort((a, b) => a.at - b.at);
}

const STEPS = [['A'], ['B'], ['C'], ['D'], ['A', 'B'], ['B', 'C']];

function anyRules(random: Dice, order: Rules['order']): Rules {
  const count = 2 + Math.floor(random() * 3);
  const steps = Array.from({ length: count }, (_, i) =>
    random() < 0.5 ? STEPS[i]! : pick(random, STEPS),
  );
  const isUnordered = order === 'unordered';
  const optional = isUnordered
    ? []
    : Array.from({ length: count - 2 }, (_, i) => i + 1).filter(() => random() < 0.3);
  const exclusions = pick(random, [0, 0, 1, 2]);
  const exclude = Array.from({ length: exclusions }, (_, i) => {
    const from = isUnordered ? 1 : 1 + Math.floor(random() * (count - 1));
    const to = isUnordered ? count : from + 1 + Math.floor(random() * (count - from));
    const rule = isUnordered ? 'block' : pick(random, ['block', 'remove'] as const);
    return { event: i === 0 ? 'X' : 'D', from, to, rule };
  });
  return {
    order,
    steps,
    optional,
    exclude,
    entry: pick(random, ['any', 'any', 'first']),
    window: pick(random, [2, 6, 20, Infinity]),
    grace: order === 'ordered' ? pick(random, [0, 0, 1]) : 0,
    hold: random() < 0.3,
    end: pick(random, [18, 48, 100]),
  };
}

/** The same rules as parameters. */
function paramsOf(rules: Rules, count: 'users' | 'totals') {
  return funnel.params.parse({
    source: 'story',
    steps: rules.steps.map((event, i) => ({
      event,
      ...(rules.optional.includes(i) ? { optional: true } : {}),
    })),
    count,
    order: rules.order,
    entry: rules.entry,
    window: rules.window === Infinity ? null : `${rules.window}h`,
    tieGrace: `${rules.grace}h`,
    exclude: rules.exclude,
    hold: rules.hold ? ['key'] : [],
    completeThrough: new Date(START + rules.end * HOUR).toISOString(),
    drivers: null,
  });
}

/** What the analysis makes of the streams, each a user. */
function counted(
  streams: readonly (readonly Row[])[],
  rules: Rules,
  count: 'users' | 'totals' = 'users',
) {
  const lines = streams.flatMap((rows, user) =>
    rows.map(({ at, event, key }) => `u${user} ${at / 24} ${event} ${key ?? '-'}`),
  );
  // A last user with every event, far away, so that no name is missing from the data.
  const names = ['A', 'B', 'C', 'D', 'X', 'Z'].map((event) => `last -90 ${event} -`);
  const params = paramsOf(rules, count);
  const text = `user:text at:time event:text key:text\n${[...lines, ...names].join('\n')}`;
  const input = inputOf(buildIndex(story(text), EVENT_ROLES), params, ALONE);
  const { journeys, trend } = partOf(input, params);
  const steps = rules.steps.length;
  const found: Outcome[][] = streams.map(() => []);
  journeys.user.forEach((user, i) => {
    const code = journeys.state[i];
    const times = Array.from(journeys.times.subarray(i * steps, (i + 1) * steps), (time) =>
      Number.isNaN(time) ? null : Math.round((time - START) / HOUR),
    );
    const state = code === OPEN ? 'open' : code === COUNTED ? 'counted' : 'removed';
    found[user]?.push({ state, times });
  });
  return { found, trend };
}

/** What it makes of each user. */
function outcomes(streams: readonly (readonly Row[])[], rules: Rules): Outcome[] {
  return counted(streams, rules).found.map(([only]) => only ?? { state: 'none', times: [] });
}

describe.each(['ordered', 'strict', 'unordered'] as const)('the %s funnel', (order) => {
  it('agrees with trying every entry, on 20,000 random streams', () => {
    const random = dice({ ordered: 11, strict: 12, unordered: 13 }[order]);
    const states = new Map<string, number>();
    for (let run = 0; run < 20_000 / USERS; ++run) {
      const streams = Array.from({ length: USERS }, () => stream(random));
      const rules = anyRules(random, order);
      const found = outcomes(streams, rules);
      streams.forEach((rows, user) => {
        const expected = outcomeOf(rows, rules);
        const about = JSON.stringify({ rows, rules });
        expect(found[user]!.state, about).toBe(expected.state);
        expect(found[user]!.times, about).toEqual(expected.times);
        states.set(expected.state, (states.get(expected.state) ?? 0) + 1);
      });
    }
    // Every state was seen often, else the agreement would say little.
    const wanted = ['none', 'open', 'counted', ...(order === 'unordered' ? [] : ['removed'])];
    for (const state of wanted) expect(states.get(state), state).toBeGreaterThan(200);
  });
});

describe.each(['ordered', 'strict', 'unordered'] as const)('the %s funnel', (order) => {
  it('agrees with following one attempt after another', () => {
    const random = dice({ ordered: 31, strict: 32, unordered: 33 }[order]);
    let several = 0;
    for (let run = 0; run < 12; ++run) {
      const streams = Array.from({ length: USERS }, () => stream(random));
      const rules = anyRules(random, order);
      const { found } = counted(streams, rules, 'totals');
      const inOrder = (attempts: readonly Outcome[]) =>
        attempts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      streams.forEach((rows, user) => {
        const expected = attemptsOf(rows, rules);
        const about = JSON.stringify({ rows, rules });
        expect(inOrder(found[user]!), about).toEqual(inOrder(expected));
        if (expected.length > 1) ++several;
      });
    }
    expect(several).toBeGreaterThan(500);
  });

  it('counts each user once for every day of entry', () => {
    const random = dice({ ordered: 41, strict: 42, unordered: 43 }[order]);
    for (let run = 0; run < 12; ++run) {
      const streams = Array.from({ length: USERS }, () => stream(random));
      const rules = anyRules(random, order);
      const { trend } = counted(streams, rules);
      const expected = [0, 1].map(() => [0, 0]);
      for (const rows of streams) {
        for (const [day, converted] of daysOf(rows, rules)) {
          ++expected[day]![0]!;
          if (converted) ++expected[day]![1]!;
        }
      }
      const actual = [0, 1].map((day) => {
        const place = trend.starts.indexOf(START + day * DAY);
        return place < 0 ? [0, 0] : [trend.entered[place], trend.converted[place]];
      });
      expect(actual, JSON.stringify(rules)).toEqual(expected);
    }
  });
});

describe.each(['ordered', 'strict'] as const)('the %s funnel', (order) => {
  it('gets as far as any choice of rows could, rows that suit several steps included', () => {
    const random = dice(order === 'ordered' ? 21 : 22);
    let furthest = 0;
    for (let run = 0; run < 12; ++run) {
      const streams = Array.from({ length: USERS }, () => stream(random).slice(0, 9));
      const steps = pick(random, [
        [['A'], ['B'], ['C']],
        [['A'], ['B', 'C'], ['D']],
        [['B'], ['A']],
        [['A', 'D'], ['B'], ['C']],
        [['A'], ['B', 'C'], ['C']],
        [
          ['A', 'B'],
          ['B', 'C'],
          ['B', 'C', 'A'],
        ],
      ]);
      const rules: Rules = {
        ...anyRules(random, order),
        ...{ steps, optional: [], exclude: [], entry: 'any', grace: 0, hold: false },
      };
      outcomes(streams, rules).forEach(({ state, times }, user) => {
        const reached = state === 'counted' ? times.filter((time) => time !== null).length : 0;
        expect(reached, JSON.stringify({ rows: streams[user], rules })).toBe(
          furthestOfAll(streams[user]!, rules),
        );
        furthest = Math.max(furthest, reached);
      });
    }
    expect(furthest).toBe(3);
  });
});
