import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ltv } from '../../src/analyses/ltv/ltv';
import type { LtvResult, ValueCell } from '../../src/analyses/ltv/result';
import type { Dataset } from '../../src/data/dataset';
import { block } from '../../src/events/event-index';
import { english } from '../../src/locale/english';
import { findingSentence } from '../../src/locale/language';
import { story } from '../events/story';
import { outcomeOf } from './run';
import { dice } from './shop';

const PURCHASE = { event: 'buy', value: 'amount' };

function ltvOf(dataset: Dataset, given: object = {}): LtvResult {
  return outcomeOf(ltv, dataset, { purchase: PURCHASE, period: 'week', periods: 4, ...given })
    .result;
}

function shop(text: string): Dataset {
  return story(`user:text at:time event:text amount:number\n${text}`);
}

/** Three weeks from Monday, 2 March 2026, to the end of the 22nd. */
const THREE_WEEKS = shop(`
  ann 0 buy 10
  bob 1 buy 30
  ann 8 buy 5
  cat 9 buy 7
  ann 15 buy 20
  cat 16 buy -2
  dan 20.99 visit -`);

const cells = (list: readonly ValueCell[]) => list.map(({ of, total }) => [of, total]);

describe('the value of a customer', () => {
  it('adds up what customers brought, by the calendar, and counts only who has been there so long', () => {
    const { cohorts, overall, customers, purchases, negative } = ltvOf(THREE_WEEKS);
    expect([customers, purchases, negative]).toEqual([3, 6, 1]);
    expect(cohorts.map(({ cohort, customers }) => [cohort, customers])).toEqual([
      ['2026-03-02', 2],
      ['2026-03-09', 1],
    ]);
    expect(cells(cohorts[0]!.cells)).toEqual([
      [2, 40],
      [2, 45],
      [2, 65],
      [0, null],
    ]);
    expect(cells(cohorts[1]!.cells)).toEqual([
      [1, 7],
      [1, 5],
      [0, null],
      [0, null],
    ]);
    expect(cells(overall)).toEqual([
      [3, 47],
      [3, 50],
      [2, 65],
      [0, null],
    ]);
    expect(overall[2]!.value).toBe(32.5);
    expect(overall[3]).toMatchObject({ mature: false, problem: { code: 'not-there-so-long' } });
  });

  it('counts from each start where windows of 24 hours are asked for', () => {
    const { overall } = ltvOf(THREE_WEEKS, { windows: '24h' });
    // Ann has had three weeks, Bob two, Cat one.
    expect(cells(overall)).toEqual([
      [3, 47],
      [2, 45],
      [1, 35],
      [0, null],
    ]);
    expect(overall[2]).toMatchObject({ value: 35, low: null, problem: { code: 'one-customer' } });
  });

  it('counts those who never bought where a sign-up makes the customer', () => {
    const data = shop(`
      ann 0 join -
      bob 0 join -
      cat 0 buy 99
      ann 1 buy 10
      bob 2 visit -
      dan 3 buy 5
      dan 4 join -
      dan 13.99 buy 1`);
    const { customers, overall, before, withoutStart } = ltvOf(data, { start: { event: 'join' } });
    // Cat never signed up; Dan's first purchase was before.
    expect([customers, before, withoutStart]).toEqual([3, 1, 1]);
    expect(cells(overall).slice(0, 2)).toEqual([
      [3, 10],
      [3, 11],
    ]);
  });

  it('takes every purchase as 1 without a column of values', () => {
    const { overall, total } = ltvOf(THREE_WEEKS, { purchase: { event: 'buy' } });
    expect(total).toBe(6);
    expect(cells(overall)[1]).toEqual([3, 5]);
  });

  it('selects customers by their start', () => {
    const range = { from: '2026-03-09', to: '2026-03-16' };
    expect(ltvOf(THREE_WEEKS, { range }).cohorts.map(({ cohort }) => cohort)).toEqual([
      '2026-03-09',
    ]);
  });

  it('has bands no narrower than the intervals', () => {
    for (const { low, high, bandLow, bandHigh } of ltvOf(THREE_WEEKS).overall) {
      if (low === null) continue;
      expect(bandLow!).toBeLessThanOrEqual(low + 1e-9);
      expect(bandHigh!).toBeGreaterThanOrEqual(high! - 1e-9);
    }
  });

  it('agrees with counting one customer after the other', () => {
    const row = fc.record({
      user: fc.integer({ min: 0, max: 5 }),
      day: fc.integer({ min: 0, max: 40 }),
      amount: fc.integer({ min: -5, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const lines = rows.map(({ user, day, amount }) => `u${user} ${day}.5 buy ${amount}`);
        const { overall } = ltvOf(shop([...lines, 'end 41.99 visit -'].join('\n')));
        const weekOf = (day: number) => Math.floor(day / 7);
        overall.forEach(({ offset, of, total }) => {
          let [count, sum] = [0, 0];
          for (let user = 0; user < 6; ++user) {
            const mine = rows.filter((each) => each.user === user);
            if (mine.length === 0) continue;
            const first = weekOf(Math.min(...mine.map(({ day }) => day)));
            if (first + offset >= 6) continue;
            ++count;
            for (const { day, amount } of mine) if (weekOf(day) - first <= offset) sum += amount;
          }
          expect([of, total ?? 0]).toEqual([count, sum]);
        });
      }),
      { numRuns: 60 },
    );
  });
});

/** People with a rate of their own who may leave after each purchase, over a year. */
function people(count: number): Dataset {
  const random = dice(5);
  const lines: string[] = [];
  for (let user = 0; user < count; ++user) {
    const rate = (0.2 + 2 * random() ** 3) / 14;
    const leave = random() ** 2;
    const basket = 10 + 60 * random() ** 2;
    let day = Math.floor(random() * 120);
    do {
      lines.push(`u${user} ${day} buy ${Math.round(basket * (0.5 + random()))}`);
      day += Math.ceil(-Math.log(random() + 1e-9) / rate);
    } while (day < 364 && random() > leave);
  }
  return shop([...lines, 'end 363.99 visit -'].join('\n'));
}

describe('the model of customers', () => {
  const given = { period: 'month', periods: 6, horizon: '26w' };
  const { input, params, result } = outcomeOf(ltv, people(1500), { purchase: PURCHASE, ...given });

  it('is tried on what it has not seen, and foretells it', () => {
    const { holdout, model } = result;
    expect(holdout).toMatchObject({ from: '2026-08-31', days: 182 });
    expect(holdout!.model).toMatchObject({ through: '2026-08-30', name: 'bg-nbd' });
    expect(model).toMatchObject({ through: '2027-02-28', customers: 1500 });
    expect(Math.abs(holdout!.error!)).toBeLessThan(0.2);
    expect(holdout!.meanError!).toBeLessThan(holdout!.naiveError!);
    const sum = (key: 'actual' | 'expected' | 'customers') =>
      holdout!.byRepeats.reduce((total, row) => total + row[key]!, 0);
    expect(sum('actual')).toBe(holdout!.actual);
    expect(sum('expected')).toBeCloseTo(holdout!.expected!, 6);
    expect(sum('customers')).toBe(holdout!.model!.customers);
    expect(holdout!.tracking.at(-1)!.date).toBe('2027-02-28');
  });

  it('does not look into the part that is held out', () => {
    // The same people, and other things bought in the last half.
    const before = people(1500);
    const changed = shop(
      [...Array(200).keys()].map((user) => `u${user} 300 buy 5`).join('\n') +
        '\nend 363.99 visit -',
    );
    const both: Dataset = {
      ...before,
      rows: before.rows + changed.rows,
      columns: before.columns.map((column, i) => joined(column, changed.columns[i]!)),
    };
    const other = ltvOf(both, given);
    expect(other.holdout!.model).toEqual(result.holdout!.model);
    expect(other.holdout!.actual).not.toBe(result.holdout!.actual);
  });

  it('says that its totals have no interval, and how far off the held-out total was', () => {
    const said = ltv.findings(result, params).map((each) => findingSentence(each, english));
    const off = english.numbers.lift(result.holdout!.error!, 0);
    expect(said.join(' ')).toMatch(/within 182 days, worth .* That total has no interval/);
    expect(said.join(' ')).toContain(`held out its total was ${off} off`);
  });

  it('adds up: the cells of the forecast are all customers, their purchases and their value', () => {
    const { forecast } = result;
    const sum = (key: 'customers' | 'purchases' | 'value') =>
      forecast!.cells.reduce((total, cell) => total + cell[key]!, 0);
    expect(sum('customers')).toBe(1500);
    expect(sum('purchases')).toBeCloseTo(forecast!.purchases!, 6);
    expect(forecast!.value!).toBeGreaterThan(0);
    expect(sum('value')).toBeCloseTo(forecast!.value!, 4);
    forecast!.cells.forEach((cell, i) => {
      const path = `forecast.cells[${i}]`;
      expect(ltv.members!(input, params, path)).toHaveLength(cell.customers);
    });
  });

  it('is worth less where waiting costs, and in proportion to the margin', () => {
    const half = ltvOf(people(1500), { ...given, margin: 0.5 }).forecast!;
    const later = ltvOf(people(1500), { ...given, discount: 0.5 }).forecast!;
    expect(half.value!).toBeCloseTo(result.forecast!.value! / 2, 4);
    expect(later.value!).toBeLessThan(result.forecast!.value!);
    expect(later.value!).toBeGreaterThan(result.forecast!.value! / 1.5);
    expect(later.purchases).toBe(result.forecast!.purchases);
  });

  it('is the same whether blocks of users are counted apart', () => {
    const { events } = input;
    const parts = [0, 400, 401, events.users].slice(0, -1).map((from, i, all) => {
      const to = all[i + 1] ?? events.users;
      return ltv.aggregate({ ...input, events: block(events, from, to) }, params);
    });
    const whole = parts.reduce((a, b) => ltv.merge(a, b));
    expect(ltv.infer(whole, params, input.scope)).toEqual(result);
  });

  it('lists the customers behind a cohort and an age', () => {
    const [first] = result.cohorts;
    const count = (path: string) => ltv.members!(input, params, path).length;
    expect(count(`cohorts["${first!.cohort}"]`)).toBe(first!.customers);
    expect(count(`cohorts["${first!.cohort}"].cells[3]`)).toBe(first!.cells[3]!.of);
    expect(count('overall[5]')).toBe(result.overall[5]!.of);
    expect(count('total')).toBe(0);
  });

  it('shows the working of a value and of a number of the model', () => {
    expect(ltv.working(result, 'overall[1]')).toMatchObject({ value: result.overall[1]!.value });
    const r = result.model!.parameters[0]!;
    expect(ltv.working(result, 'model.parameters.r')).toMatchObject({ value: r.estimate });
    expect(ltv.working(result, 'customers')).toBeNull();
  });
});

function joined(
  a: Dataset['columns'][number],
  b: Dataset['columns'][number],
): Dataset['columns'][number] {
  if (a.kind === 'text' && b.kind === 'text') {
    const values = [...new Set([...a.values, ...b.values])];
    const code = (column: typeof a, each: number) => values.indexOf(column.values[each]!);
    const codes = [...[...a.codes].map((c) => code(a, c)), ...[...b.codes].map((c) => code(b, c))];
    return { ...a, values, codes: Int32Array.from(codes) };
  }
  if (a.kind === 'text' || b.kind === 'text' || a.kind === 'flag' || b.kind === 'flag') return a;
  return { ...a, values: Float64Array.from([...a.values, ...b.values]) };
}

describe('bad input', () => {
  const say = (result: LtvResult) =>
    ltv
      .findings(result, ltv.params.parse({ source: 'x', purchase: PURCHASE }))
      .map((each) => findingSentence(each, english));

  it('says that nobody bought', () => {
    const act = () => ltvOf(shop('ann 0 buy 3\nann 1.99 visit -'), { where: { event: 'visit' } });
    expect(act).toThrowError(
      expect.objectContaining({ code: 'no-purchases', args: { event: 'buy' } }),
    );
  });

  it('says that one customer stands for nobody else', () => {
    const result = ltvOf(shop('ann 0 buy 3\nann 20.99 visit -'));
    expect(result.overall[0]).toMatchObject({ value: 3, low: null });
    expect(say(result).join(' ')).toMatch(/one customer says nothing about others/);
    expect(result.model).toMatchObject({
      parameters: [],
      problem: { code: 'too-few-repeats', args: { repeaters: 0, customers: 1 } },
    });
  });

  it('says that all values are equal', () => {
    const rows = [...Array(60).keys()].flatMap((user) =>
      [0, 3 + (user % 7), 20 + (user % 11)].map((day) => `u${user} ${day} buy 10`),
    );
    const { spending } = ltvOf(shop([...rows, 'end 69.99 visit -'].join('\n')));
    expect(spending).toMatchObject({ mean: null, problem: { code: 'same-spending' } });
  });

  it('says that values are below 0, and that they are missing', () => {
    const result = ltvOf(shop('ann 0 buy -3\nbob 0 buy -\nbob 20.99 visit -'));
    expect(result).toMatchObject({ negative: 1, missing: 1, total: -3 });
    expect(say(result).join(' ')).toMatch(/1 purchase below 0.*|1 purchase without a value/);
  });

  it('says that some dates lie far behind all others', () => {
    const rows = [...Array(150).keys()].map((user) => `u${user} ${user % 20} buy 10`);
    const result = ltvOf(shop([...rows, 'late 900.99 buy 10'].join('\n')), { model: 'none' });
    expect(result.doubtful).toEqual({ purchases: 1, from: '2028-08-18', after: '2026-03-21' });
    expect(say(result).join(' ')).toMatch(/check the dates/);
    // A row of the future that is left out itself still moves the end of the data.
    const moved = ltvOf(shop([...rows, 'late 900 buy 10'].join('\n')), { model: 'none' });
    expect(moved.doubtful).toEqual({ purchases: 0, from: '2028-08-17', after: '2026-03-21' });
  });
});
