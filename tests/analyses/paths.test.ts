import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/analyses/paths/paths';
import type { PathsResult } from '../../src/analyses/paths/result';
import type { Dataset } from '../../src/data/dataset';
import { english } from '../../src/locale/english';
import { block } from '../../src/events/event-index';
import { scoreTest } from '../../src/stats/score-test';
import { wilson } from '../../src/stats/wilson';
import { DAY, START, story } from '../events/story';
import { outcomeOf } from './run';

/** Rows `user minute event [platform] [amount]`, minutes from Monday, 2 March 2026, midnight UTC. */
function people(text: string): Dataset {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([user, minute, event, platform = '-', amount = '-']) => {
      return `${user} ${Number(minute) / 1440} ${event} ${platform} ${amount}`;
    });
  return story(`user:text at:time event:text platform:text amount:number\n${rows.join('\n')}`);
}

function pathsOf(dataset: Dataset, given: object = {}): PathsResult {
  return outcomeOf(paths, dataset, { completeThrough: '2026-03-31', ...given }).result;
}

const listed = ({ sequences }: PathsResult) =>
  Object.fromEntries(sequences.map(({ name, paths }) => [name, paths]));

const SHOP = `
  ann 0 home
  ann 1 view
  ann 2 view
  ann 3 cart
  ann 4 pay
  ann 5 home
  bob 0 view
  bob 1 cart
  bob 2 view
  bob 3 cart
  bob 4 help
  cat 0 home
  cat 1 view
  cat 2 cart
  cat 3 pay
  dan 0 home
  eve 0 home
  eve 1 view`;

describe('paths between two events', () => {
  const between = { from: { event: 'view' }, to: { event: 'pay' } };

  it('go from the first start to the first goal after it', () => {
    const result = pathsOf(people(SHOP), between);
    expect(listed(result)).toEqual({
      'view > cart > pay': 2,
      'view > cart > view > cart > help > (end)': 1,
      'view > (end)': 1,
    });
    expect(result).toMatchObject({ paths: 4, users: 4, open: 0, direction: 'forward' });
    expect(result.reached).toMatchObject({ paths: 2, of: 4, rate: 0.5 });
    expect(result.sequences.map(({ reached }) => reached)).toEqual([true, false, false]);
    expect(result.sequences[0]!.path).toEqual(['view', 'cart', 'pay']);
  });

  it('keep repeats in a row where that is asked for', () => {
    expect(listed(pathsOf(people(SHOP), { ...between, collapse: false }))).toMatchObject({
      'view > view > cart > pay': 1,
      'view > cart > pay': 1,
    });
  });

  it('leave out hidden events', () => {
    expect(listed(pathsOf(people(SHOP), { ...between, hide: ['cart'] }))).toEqual({
      'view > pay': 2,
      'view > help > (end)': 1,
      'view > (end)': 1,
    });
  });

  it('are cut after so many steps, and still say whether they reached the goal', () => {
    const data = people(`${SHOP}
      bob 5 pay`);
    const { matrix, ...result } = pathsOf(data, { ...between, steps: 2 });
    expect(listed(result as PathsResult)).toEqual({
      'view > cart > pay': 2,
      'view > cart > … > pay': 1,
      'view > (end)': 1,
    });
    expect(result.reached).toMatchObject({ paths: 3 });
    expect(matrix.map(({ name, steps }) => [name, ...steps.map(({ paths }) => paths)])).toEqual([
      ['view', 4, 0],
      ['cart', 0, 3],
      ['(end)', 0, 1],
    ]);
  });

  it('end when the window does, the last instant included', () => {
    const window = (minutes: number) =>
      listed(pathsOf(people(SHOP), { ...between, window: `${minutes}m` }));
    expect(window(2)).toEqual({
      'view > cart > pay': 1,
      'view > cart > (end)': 1,
      'view > cart > view > (end)': 1,
      'view > (end)': 1,
    });
    expect(window(3)['view > cart > pay']).toBe(2);
  });

  it('are open while their window reaches beyond the data', () => {
    const open = (completeThrough: string) => {
      const result = pathsOf(people(SHOP), { ...between, window: '1h', completeThrough });
      return [result.paths, result.open];
    };
    // Ann and Eve start at 00:01, Cat too, Bob at 00:00.
    expect(open('2026-03-02T01:01')).toEqual([4, 0]);
    expect(open('2026-03-02T01:00')).toEqual([1, 3]);
  });

  it('start inside the range; what follows may lie behind it', () => {
    const range = { from: '2026-03-02T00:02', to: '2026-03-02T00:03' };
    expect(listed(pathsOf(people(SHOP), { ...between, range }))).toEqual({
      'view > cart > pay': 1,
      'view > cart > help > (end)': 1,
    });
  });

  it('read what rows hold', () => {
    const data = people(`
      ann 0 view web
      ann 1 cart web 5
      ann 2 cart web 50
      ann 3 pay web`);
    const to = { event: 'cart', where: { amount: { '>=': 10 } } };
    expect(listed(pathsOf(data, { from: { event: 'view' }, to }))).toEqual({
      'view > cart > cart': 1,
    });
  });

  it('take any of several events as the goal', () => {
    const result = pathsOf(people(SHOP), {
      from: { event: 'view' },
      to: { event: ['pay', 'help'] },
    });
    expect(result.reached).toMatchObject({ paths: 3, of: 4 });
  });
});

describe('paths after an event, before one, and from the beginning', () => {
  it('follow what comes after', () => {
    const { sequences, reached } = pathsOf(people(SHOP), { from: { event: 'cart' }, steps: 3 });
    expect(sequences.map(({ name, paths }) => [name, paths])).toEqual([
      ['cart > pay > (end)', 1],
      ['cart > pay > home > (end)', 1],
      ['cart > view > cart > …', 1],
    ]);
    expect(reached).toBeNull();
    expect(sequences[0]!.reached).toBeNull();
  });

  it('follow backwards what came before', () => {
    const result = pathsOf(people(SHOP), { to: { event: 'cart' }, steps: 3 });
    expect(result.direction).toBe('backward');
    expect(listed(result)).toEqual({
      '(start) > home > view > cart': 2,
      '(start) > view > cart': 1,
    });
    expect(
      result.matrix.map(({ name, steps }) => [
        name,
        ...steps.map(({ step, paths }) => [step, paths]),
      ]),
    ).toEqual([
      ['cart', [-2, 0], [-1, 0], [0, 3]],
      ['view', [-2, 0], [-1, 3], [0, 0]],
      ['home', [-2, 2], [-1, 0], [0, 0]],
      ['(start)', [-2, 1], [-1, 0], [0, 0]],
    ]);
    expect(result.flow).toEqual([
      { step: -2, from: 'home', to: 'view', paths: 2 },
      { step: -2, from: '(start)', to: 'view', paths: 1 },
      { step: -1, from: 'view', to: 'cart', paths: 3 },
    ]);
  });

  it('look back no farther than the window', () => {
    expect(listed(pathsOf(people(SHOP), { to: { event: 'pay' }, window: '1m' }))).toEqual({
      '(start) > cart > pay': 2,
    });
  });

  it('begin with the first event of each user', () => {
    expect(listed(pathsOf(people(SHOP), { steps: 2 }))).toEqual({
      'home > view > …': 2,
      'view > cart > …': 1,
      'home > (end)': 1,
      'home > view > (end)': 1,
    });
  });
});

describe('paths of sessions', () => {
  const visits = `
    ann 0 home
    ann 10 view
    ann 100 home
    ann 110 view
    ann 200 home
    bob 0 home
    cat 40 home
    cat 50 view`;

  it('are one per session', () => {
    const result = pathsOf(people(visits), { count: 'sessions' });
    expect(result).toMatchObject({ count: 'sessions', paths: 5, users: 3 });
    expect(result.sequences.map(({ name, paths, users }) => [name, paths, users])).toEqual([
      ['home > view > (end)', 3, 2],
      ['home > (end)', 2, 2],
    ]);
  });

  it('are open until the session is over', () => {
    const until = (completeThrough: string) => {
      const { paths, open } = pathsOf(people(visits), { count: 'sessions', completeThrough });
      return [paths, open];
    };
    // Cat's last event is at 00:50: her session may go on until 01:20.
    expect(until('2026-03-02T01:20')).toEqual([3, 0]);
    expect(until('2026-03-02T01:19')).toEqual([2, 1]);
  });

  it('have intervals whose units are users', () => {
    const lines: string[] = [];
    // Twenty users with five sessions, all alike within a user.
    for (let user = 0; user < 20; ++user) {
      for (let session = 0; session < 5; ++session) {
        lines.push(`u${user} ${session * 100} home`);
        if (user < 10) lines.push(`u${user} ${session * 100 + 1} view`);
      }
    }
    const { sequences } = pathsOf(people(lines.join('\n')), { count: 'sessions' });
    const [first] = sequences;
    expect(first).toMatchObject({ paths: 50, of: 100, rate: 0.5, users: 10 });
    // Alike sessions say no more than 19 users would: 20 less the one that the mean takes.
    const alike = wilson({ n: 19, successes: 9.5 });
    expect(first!.low).toBeCloseTo(alike.low, 12);
    expect(first!.high).toBeCloseTo(alike.high, 12);
  });

  it('have Wilson’s interval where each user has one path', () => {
    const { sequences } = pathsOf(people(SHOP), { from: { event: 'view' }, to: { event: 'pay' } });
    const { low, high } = wilson({ n: 4, successes: 2 });
    expect(sequences[0]).toMatchObject({ paths: 2, of: 4, rate: 0.5, low, high });
  });
});

describe('the flow', () => {
  it('counts how paths go from step to step', () => {
    const { flow } = pathsOf(people(SHOP), {
      ...{ from: { event: 'view' }, to: { event: 'pay' }, steps: 3 },
    });
    expect(flow).toEqual([
      { step: 1, from: 'view', to: 'cart', paths: 3 },
      { step: 1, from: 'view', to: '(end)', paths: 1 },
      { step: 2, from: 'cart', to: 'pay', paths: 2 },
      { step: 2, from: 'cart', to: 'view', paths: 1 },
    ]);
  });

  it('puts rare events together, but never the goal', () => {
    const lines = Array.from({ length: 20 }, (_, i) => {
      const rare = i === 0 ? `u${i} 1 help\nu${i} 2 call\nu${i} 3 pay` : `u${i} 1 cart`;
      return `u${i} 0 view\n${rare}`;
    });
    const { matrix, flow } = pathsOf(people(lines.join('\n')), {
      ...{ from: { event: 'view' }, to: { event: 'pay' }, minShare: 0.1, steps: 4 },
    });
    expect(matrix.map(({ name }) => name)).toEqual(['view', 'cart', 'pay', '(other)', '(end)']);
    expect(flow).toContainEqual({ step: 2, from: '(other)', to: '(other)', paths: 1 });
    expect(flow).toContainEqual({ step: 3, from: '(other)', to: 'pay', paths: 1 });
  });
});

describe('differences between groups', () => {
  /** 100 users of web, of whom 60 pay, and 100 of app, of whom 30 do. */
  const lines = ['web', 'app'].flatMap((platform, p) =>
    Array.from({ length: 100 }, (_, i) => {
      const user = `${platform}${i}`;
      const pays = i < [60, 30][p]!;
      return `${user} 0 view ${platform}${pays ? `\n${user} 1 pay ${platform}` : ''}`;
    }),
  );
  const given = { from: { event: 'view' }, to: { event: 'pay' }, breakdown: 'platform' };
  const result = pathsOf(people(lines.join('\n')), { ...given, control: 'web' });

  it('are those of the score test, corrected for false discoveries', () => {
    expect(result.groups).toMatchObject([
      { name: 'web', paths: 100, reached: { paths: 60, of: 100 } },
      { name: 'app', paths: 100, reached: { paths: 30, of: 100 } },
    ]);
    const [ended, paid] = result.comparisons;
    const test = scoreTest({ n: 100, successes: 60 }, { n: 100, successes: 30 });
    expect(paid).toMatchObject({
      ...{ name: 'view > pay', group: 'app', p: test.p },
      control: { paths: 60, of: 100, rate: 0.6 },
      treatment: { paths: 30, of: 100, rate: 0.3 },
    });
    expect(paid!.difference.estimate).toBeCloseTo(-0.3, 12);
    // Both p-values are equal: the larger of two equal ones is not multiplied.
    expect(paid!.pAdjusted).toBeCloseTo(test.p, 12);
    expect(ended!.difference.estimate).toBeCloseTo(0.3, 12);
  });

  it('take the largest group as control when none is named so', () => {
    const { groups } = pathsOf(people(lines.slice(0, 150).join('\n')), given);
    expect(groups.map(({ name }) => name)).toEqual(['web', 'app']);
  });

  it('are not tested where there is too little', () => {
    const { comparisons } = pathsOf(people(SHOP), { ...given, breakdown: 'event' });
    expect(comparisons).toEqual([]);
    const few = pathsOf(people([...lines.slice(0, 5), ...lines.slice(100, 105)].join('\n')), given);
    expect(few.comparisons[0]).toMatchObject({
      ...{ p: null, pAdjusted: null },
      problem: { code: 'too-rare-to-compare' },
    });
  });

  it('refuse a control that is no group, and a column that divides nothing', () => {
    expect(() => pathsOf(people(lines.join('\n')), { ...given, control: 'wep' })).toThrow(
      expect.objectContaining({
        code: 'no-such-group',
        args: { name: 'wep', known: ['app', 'web'], near: 'web' },
        at: { path: 'control' },
      }) as Error,
    );
    const many = Array.from({ length: 1_001 }, (_, i) => `u${i} 0 view p${i}`).join('\n');
    expect(() => pathsOf(people(many), { breakdown: 'platform' })).toThrow('too-many-groups');
  });
});

describe('the users behind a number', () => {
  const given = { from: { event: 'view' }, to: { event: 'pay' }, completeThrough: '2026-03-31' };
  const { input, params, result } = outcomeOf(paths, people(SHOP), given);
  const who = (path: string) =>
    Array.from(
      paths.members!(input, params, path),
      (user) => ['ann', 'bob', 'cat', 'dan', 'eve'][user],
    );

  it('are those who went that way', () => {
    expect(who('sequences["view > cart > pay"].paths')).toEqual(['ann', 'cat']);
    expect(who('sequences[0]')).toEqual(['ann', 'cat']);
    expect(who('sequences["view > (end)"]')).toEqual(['eve']);
    expect(who('reached')).toEqual(['ann', 'cat']);
    expect(who('sequences[9]')).toEqual([]);
    expect(who('flow[0]')).toEqual([]);
  });

  it('are as many as the result says', () => {
    for (const { name, users } of result.sequences) {
      expect(who(`sequences[${JSON.stringify(name)}]`)).toHaveLength(users);
    }
  });

  it('are those of a group', () => {
    const data = people(`
      ann 0 view web
      ann 1 pay web
      bob 0 view app
      cat 0 view web`);
    const { input, params } = outcomeOf(paths, data, { ...given, breakdown: 'platform' });
    expect([...paths.members!(input, params, 'groups.web')]).toEqual([0, 2]);
    expect([...paths.members!(input, params, 'groups.web.reached')]).toEqual([0]);
  });
});

describe('bad input', () => {
  const failing = (given: object) => expect(() => pathsOf(people(SHOP), given));

  it('names an event that is not there and the nearest that is', () => {
    for (const [given, path] of [
      [{ from: { event: 'vew' } }, 'from.event'],
      [{ to: { event: 'vew' } }, 'to.event'],
      [{ hide: ['cart', 'vew'] }, 'hide[1]'],
    ] as const) {
      failing(given).toThrow(
        expect.objectContaining({
          code: 'not-in-data',
          args: expect.objectContaining({ near: 'view' }) as unknown,
          at: { path },
        }) as Error,
      );
    }
  });

  it('says when there is no path, or none that is over', () => {
    const range = { from: '2026-03-05', to: '2026-03-06' };
    failing({ range }).toThrow('no-paths');
    failing({ from: { event: 'view' }, window: '9w' }).toThrow(
      expect.objectContaining({ code: 'no-paths', args: { event: 'view', open: 4 } }) as Error,
    );
  });

  it('refuses a window and a session of no time', () => {
    failing({ window: '0s' }).toThrow(
      expect.objectContaining({ code: 'window-is-zero', at: { path: 'window' } }) as Error,
    );
    failing({ count: 'sessions', sessions: { gap: '0m' } }).toThrow(
      expect.objectContaining({ code: 'window-is-zero', at: { path: 'sessions.gap' } }) as Error,
    );
  });

  it('refuses fewer than two steps, and a table without events', () => {
    expect(paths.params.safeParse({ source: 's', steps: 1 }).success).toBe(false);
    expect(paths.params.safeParse({ source: 's', steps: 13 }).success).toBe(false);
    const units = story('user:text amount:number\nann 1');
    expect(() => outcomeOf(paths, units, {}, { roles: { user: 'user' } })).toThrow('needs-events');
  });
});

describe('the working of a number', () => {
  it('ends in the number that the tables show', () => {
    for (const given of [
      { from: { event: 'view' }, to: { event: 'pay' }, breakdown: 'platform' },
      { count: 'sessions', steps: 2 },
    ]) {
      const lines = Array.from({ length: 40 }, (_, i) => {
        const platform = i % 2 === 0 ? 'web' : 'app';
        const more = i % 3 === 0 ? `\nu${i} 1 pay ${platform}` : '';
        return `u${i} 0 view ${platform}${more}\nu${i} 90 view ${platform}`;
      });
      const result = pathsOf(people(lines.join('\n')), given);
      let shown = 0;
      for (const { columns, rows } of paths.tables(result, english)) {
        for (const row of rows) {
          for (const { key, path, format } of columns) {
            if (path === undefined || format === 'count') continue;
            const value = row[key];
            const found = paths.working(result, `${String(row['path'])}.${path}`);
            expect(found?.value ?? null).toBe(value);
            ++shown;
          }
        }
      }
      expect(shown).toBeGreaterThan(5);
    }
  });
});

interface Row {
  readonly user: number;
  readonly minute: number;
  readonly event: string;
}

const streams = fc.array(
  fc.record({
    user: fc.integer({ min: 0, max: 5 }),
    minute: fc.integer({ min: 0, max: 300 }),
    event: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  { minLength: 1, maxLength: 60 },
);

const settings = fc.record(
  {
    from: fc.constantFrom({ event: 'a' }, { event: ['a', 'b'] }),
    to: fc.constantFrom({ event: 'c' }, { event: ['c', 'd'] }, { event: 'a' }),
    count: fc.constantFrom<'users' | 'sessions'>('users', 'sessions'),
    window: fc.constantFrom('20m', '2h', null),
    steps: fc.integer({ min: 2, max: 5 }),
    collapse: fc.boolean(),
  },
  { requiredKeys: ['count', 'window', 'steps', 'collapse'] },
);

/** A user with every event, so that none is unknown. */
const ZED: readonly Row[] = ['a', 'b', 'c', 'd'].map((event, i) => {
  return { user: 9, minute: 3000 * i, event };
});

type Setting = typeof settings extends fc.Arbitrary<infer T> ? T : never;

function streamOf(rows: readonly Row[]): Dataset {
  const lines = [...rows, ...ZED].map(({ user, minute, event }) => `u${user} ${minute} ${event}`);
  return people(lines.join('\n'));
}

/** Paths spelled out on lists: units, then the slice between the anchors, then the text. */
function direct(rows: readonly Row[], { from, to, count, window, steps, collapse }: Setting) {
  const all = [...rows, ...ZED];
  const names: string[] = [];
  const isIn = (filter: { event: string | readonly string[] } | undefined, event: string) =>
    filter !== undefined && [filter.event].flat().includes(event);
  const limit = window === null ? Infinity : window === '20m' ? 20 : 120;
  for (const user of new Set(all.map((row) => row.user))) {
    const own = all.filter((row) => row.user === user).sort((a, b) => a.minute - b.minute);
    const units: Row[][] = [];
    for (const row of own) {
      const last = units.at(-1)?.at(-1);
      const isSame = last && (count === 'users' || row.minute - last.minute <= 30);
      if (isSame) units.at(-1)!.push(row);
      else units.push([row]);
    }
    for (const unit of units) {
      const isBack = !from && to !== undefined;
      const anchor = isBack
        ? unit.findIndex(({ event }) => isIn(to, event))
        : unit.findIndex(({ event }) => !from || isIn(from, event));
      if (anchor < 0) continue;
      const rest = isBack ? unit.slice(0, anchor).reverse() : unit.slice(anchor + 1);
      const near = rest.filter(({ minute }) => Math.abs(minute - unit[anchor]!.minute) <= limit);
      const goal = isBack ? -1 : near.findIndex(({ event }) => isIn(to, event));
      const between = (goal < 0 ? near : near.slice(0, goal)).map(({ event }) => event);
      const events = [unit[anchor]!.event, ...between].filter(
        (event, i, list) => !collapse || i === 0 || event !== list[i - 1],
      );
      const kept = events.slice(0, steps);
      const isCut = events.length > steps;
      const parts =
        goal >= 0
          ? [...kept, ...(isCut ? ['…'] : []), near[goal]!.event]
          : [...kept, isCut ? '…' : isBack ? '(start)' : '(end)'];
      names.push((isBack ? parts.reverse() : parts).join(' > '));
    }
  }
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('the paths of any stream', () => {
  it('are those that lists spell out', () => {
    fc.assert(
      fc.property(streams, settings, (rows, setting) => {
        const result = pathsOf(streamOf(rows), { ...setting, top: 100 });
        expect(listed(result)).toEqual(direct(rows, setting));
      }),
      { numRuns: 300 },
    );
  });

  it('are at one place at each step, and as many leave a place as stay in or go on', () => {
    fc.assert(
      fc.property(streams, settings, fc.constantFrom(0, 0.2), (rows, setting, minShare) => {
        const result = pathsOf(streamOf(rows), { ...setting, minShare });
        const { matrix, flow, direction } = result;
        const steps = matrix[0]!.steps.map(({ step }) => step);
        for (const [i, step] of steps.entries()) {
          const sum = matrix.reduce((total, row) => total + row.steps[i]!.paths, 0);
          expect(sum).toBe(result.paths);
          if (direction === 'backward' || i === 0) continue;
          for (const { name, steps: cells } of matrix) {
            const into = flow.filter((each) => each.step === step - 1 && each.to === name);
            const came = into.reduce((total, { paths }) => total + paths, 0);
            const before = name === '(end)' ? cells[i - 1]!.paths : 0;
            if (name !== '(done)') expect(came).toBe(cells[i]!.paths - before);
          }
        }
      }),
    );
  });

  it('are all in the list or in the rest', () => {
    fc.assert(
      fc.property(streams, settings, fc.integer({ min: 1, max: 4 }), (rows, setting, top) => {
        const { sequences, rest, paths } = pathsOf(streamOf(rows), { ...setting, top });
        const shown = sequences.reduce((sum, each) => sum + each.paths, 0);
        expect(shown + rest.paths).toBe(paths);
      }),
    );
  });

  it('are the same however the users are cut into blocks', () => {
    fc.assert(
      fc.property(streams, settings, fc.nat(7), fc.nat(7), (rows, setting, a, b) => {
        const given = { ...setting, completeThrough: '2026-03-31', breakdown: 'event' };
        const { input, params, result } = outcomeOf(paths, streamOf(rows), given);
        const { users } = input.events;
        const cuts = [0, Math.min(a, b, users), Math.min(Math.max(a, b), users), users];
        const parts = cuts
          .slice(1)
          .map((to, i) =>
            paths.aggregate({ ...input, events: block(input.events, cuts[i]!, to) }, params),
          );
        const whole = parts.reduce((x, y) => paths.merge(x, y));
        expect(paths.infer(whole, params, input.scope)).toEqual(result);
      }),
    );
  });

  it('stay the same when all times move by whole days', () => {
    fc.assert(
      fc.property(streams, settings, fc.integer({ min: 1, max: 400 }), (rows, setting, days) => {
        const [now, later] = [0, days].map((by) =>
          pathsOf(movedStream(rows, by), {
            ...setting,
            completeThrough: new Date(START + (by + 29) * DAY).toISOString(),
          }),
        );
        expect(later).toEqual(now);
      }),
      { numRuns: 50 },
    );
  });
});

function movedStream(rows: readonly Row[], days: number): Dataset {
  const data = streamOf(rows);
  const columns = data.columns.map((column) =>
    column.kind === 'time'
      ? { ...column, values: column.values.map((ms) => ms + days * DAY) }
      : column,
  );
  return { ...data, columns };
}
