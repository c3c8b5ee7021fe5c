import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RfmResult } from '../../src/analyses/rfm/result';
import { rfm } from '../../src/analyses/rfm/rfm';
import { SEGMENTS, cellOf, scoresOf, segmentMap } from '../../src/analyses/rfm/segment-map';
import type { Dataset } from '../../src/data/dataset';
import { sampleQuantile } from '../../src/stats/sample-quantile';
import { DAY, START, story } from '../events/story';
import { cdnow, isPublicDataMissing } from './public-data';
import { outcomeOf } from './run';
import { shop } from './shop';

const PURCHASE = { purchase: { event: 'buy', value: 'amount' } };

function rfmOf(dataset: Dataset, given: object = {}): RfmResult {
  return outcomeOf(rfm, dataset, { ...PURCHASE, ...given }).result;
}

function rowsOf(text: string): Dataset {
  return story(`user:text at:time event:text amount:number\n${text}`);
}

/** Over ten days: five customers, one of whom sends something back, and one who only looks. */
const STORY = `
  ann 0 buy 10
  ann 4 buy 10
  ann 4.5 buy 10
  ann 9 buy 10
  bob 9.1 buy 5
  cid 0.2 buy 90
  cid 3 buy 80
  dot 2 buy 20
  dot 8 buy -15
  eve 5 buy -
  fay 9 look -
  fay 10 look -`;

const THROUGH = { completeThrough: '2026-03-11' };

describe('the map of segments', () => {
  it('names every one of the 125 cells', () => {
    const { names, ofCell } = segmentMap(SEGMENTS);
    expect(names).toEqual(SEGMENTS.map(({ name }) => name));
    expect(new Set(ofCell).size).toBe(names.length);
    for (const code of ofCell) expect(names[code]).toBeDefined();
  });

  it('reads a cell as the scores it was made from', () => {
    for (let cell = 0; cell < 125; ++cell) {
      const { recency, frequency, monetary } = scoresOf(cell);
      expect(cellOf(recency, frequency, monetary)).toBe(cell);
    }
  });

  it.each([
    ['555', 'champions'],
    ['345', 'loyal'],
    ['455', 'champions'],
    ['433', 'potential-loyalists'],
    ['512', 'new'],
    ['411', 'promising'],
    ['323', 'need-attention'],
    ['311', 'about-to-sleep'],
    ['155', 'cannot-lose'],
    ['255', 'at-risk'],
    ['133', 'at-risk'],
    ['222', 'hibernating'],
    ['111', 'lost'],
  ])('calls %s %s', (scores, name) => {
    const [r, f, m] = [...scores].map(Number);
    const { names, ofCell } = segmentMap(SEGMENTS);
    expect(names[ofCell[cellOf(r!, f!, m!)]!]).toBe(name);
  });

  it('has a place for cells that no rule of the author fits', () => {
    const { names, ofCell } = segmentMap([{ name: 'vip', recency: [5, 5], fm: [5, 5] }]);
    expect(names).toEqual(['vip', '(other)']);
    expect(ofCell.filter((code) => code === 0)).toHaveLength(1);
  });
});

describe('an RFM', () => {
  it('is counted by hand: days since, days with a purchase, and what is left after refunds', () => {
    const result = rfmOf(rowsOf(STORY), {
      ...THROUGH,
      cuts: { recency: [1, 2, 5, 8], frequency: [1, 2, 3, 4], monetary: [5, 10, 40, 100] },
    });
    expect(result).toMatchObject({
      ...{ reference: '2026-03-11', customers: 5, of: 6, purchases: 9, refunds: 1, missing: 1 },
      value: 40 + 5 + 170 + 5 + 0,
    });
    // ann: 1 day ago, 3 days, 40. bob: 1, 1, 5. cid: 7 days, 2 days, 170. dot: 8 days, 1, 5. eve: 5, 1, 0.
    const found = Object.fromEntries(result.cells.map(({ name, users }) => [name, users]));
    expect(found).toEqual({ '533': 1, '511': 1, '225': 1, '211': 1, '311': 1 });
  });

  it('has the mean of purchases as value where it is asked for', () => {
    const { segments } = rfmOf(rowsOf('a 0 buy 10\n a 1 buy 20\n b 0 buy 7\n b 3 buy 9'), {
      ...THROUGH,
      monetary: 'mean',
    });
    expect(segments.reduce((sum, { value }) => sum + value, 0)).toBe(15 + 8);
  });

  it('looks back so far and no further', () => {
    const { customers, value } = rfmOf(rowsOf(STORY), { ...THROUGH, lookback: '5d' });
    // From 7 March on: ann's last, bob's and eve's; dot only sends back.
    expect({ customers, value }).toEqual({ customers: 3, value: 15 });
  });

  it('gives each fifth a score where all values differ, and a score to all who have one value', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `u${i} ${i} buy ${(i * 7) % 20}`);
    const { scores } = rfmOf(rowsOf(rows.join('\n')), { completeThrough: '2026-03-31' });
    const users = (name: string) =>
      scores.find((each) => each.name === name)!.levels.map((l) => l.users);
    expect(users('monetary')).toEqual([4, 4, 4, 4, 4]);
    expect(users('frequency')).toEqual([20, 0, 0, 0, 0]);
    expect(scores[1]!.tie).toMatchObject({ value: 1, users: 20, share: 1 });
  });

  it('scores equal values equally and larger ones never lower, as quintiles of all say', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(amounts, (all) => {
        const { input, params, result } = outcomeOf(
          rfm,
          rowsOf(all.map((each, i) => `u${i} ${i % 4} buy ${each}`).join('\n')),
          { ...PURCHASE, completeThrough: '2026-03-20' },
        );
        const cuts = [0.2, 0.4, 0.6, 0.8].map((level) => sampleQuantile(all, level));
        const score = (value: number) => 1 + cuts.filter((cut) => cut < value).length;
        for (const { score: level, users } of result.scores[2]!.levels) {
          expect(users).toBe(all.filter((each) => score(each) === level).length);
          const members = rfm.members!(input, params, `scores.monetary.levels[${level - 1}]`);
          expect([...members].map((user) => score(all[user]!))).toEqual(Array(users).fill(level));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('accounts for everybody in segments, cells and scores, each with those members', () => {
    const { input, params, result } = outcomeOf(rfm, shop(500), PURCHASE);
    const { segments, cells, scores, customers, value } = result;
    const sum = (all: readonly { users: number }[]) =>
      all.reduce((total, { users }) => total + users, 0);
    expect(sum(segments)).toBe(customers);
    expect(sum(cells)).toBe(customers);
    for (const { levels } of scores) expect(sum(levels)).toBe(customers);
    expect(segments.reduce((total, each) => total + each.value, 0)).toBeCloseTo(value, 8);
    for (const { name, users } of segments) {
      expect(rfm.members!(input, params, `segments["${name}"]`)).toHaveLength(users);
    }
    for (const { name, users } of cells.slice(0, 5)) {
      expect(rfm.members!(input, params, `cells["${name}"]`)).toHaveLength(users);
    }
  });
});

describe('moves between two dates', () => {
  it('are counted by hand with fixed cut points', () => {
    const given = {
      ...THROUGH,
      previous: '2026-03-06',
      cuts: { recency: [2, 3, 4, 6], frequency: [1, 2, 3, 4], monetary: [5, 15, 30, 100] },
      segments: [
        { name: 'lately', recency: [4, 5], fm: [1, 5] },
        { name: 'before', recency: [1, 3], fm: [1, 5] },
      ],
    };
    const { input, params, result } = outcomeOf(rfm, rowsOf(STORY), { ...PURCHASE, ...given });
    // By 6 March ann had bought 1 day before its end, cid 2, dot 3 days; bob and eve not yet.
    expect(result.migration).toMatchObject({
      ...{ previous: '2026-03-06', customers: 3, cutsMoved: false },
      kept: { users: 1, of: 3 },
    });
    const rows = result.migration!.rows.map(({ name, users, of }) => [name, users, of]);
    expect(rows).toEqual([
      ['lately > lately', 1, 3],
      ['lately > before', 2, 3],
      ['(new) > lately', 1, 2],
      ['(new) > before', 1, 2],
    ]);
    const moved = rfm.members!(input, params, 'migration.rows["lately > before"]');
    // In the order of the file: ann, bob, cid, dot, eve, fay.
    expect([...moved]).toEqual([2, 3]);
  });

  it('end where the scores of today are and begin where those of the earlier date were', () => {
    const previous = '2026-03-10';
    const now = rfmOf(shop(500), { previous });
    const then = rfmOf(shop(500), { completeThrough: previous });
    const { rows } = now.migration!;
    for (const { name, users } of now.segments) {
      const into = rows.filter(({ to }) => to === name).reduce((sum, each) => sum + each.users, 0);
      expect(into).toBe(users);
    }
    for (const { name, users } of then.segments) {
      const from = rows
        .filter((each) => each.from === name)
        .reduce((sum, each) => sum + each.users, 0);
      expect(from).toBe(users);
    }
    expect(now.migration!.customers).toBe(then.customers);
  });

  it('do not know what comes after the earlier date', () => {
    const given = { previous: '2026-03-10', completeThrough: '2026-03-18' };
    const before = rfmOf(shop(300), given).migration!;
    const later = rfmOf(shop(300), { ...given, completeThrough: '2026-03-25' }).migration!;
    const starts = (rows: typeof before.rows) =>
      Object.fromEntries(
        rows.filter(({ from }) => from !== '(new)').map(({ from, of }) => [from, of]),
      );
    expect(starts(later.rows)).toEqual(starts(before.rows));
  });
});

describe('what is wrong with the data of an RFM', () => {
  const code = (text: string, given: object = {}): unknown => {
    try {
      return rfmOf(rowsOf(text), given).customers;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const said = (text: string, given: object = {}) => {
    const { result, params } = outcomeOf(rfm, rowsOf(text), { ...PURCHASE, ...given });
    return rfm.findings(result, params).map((each) => each.code);
  };

  it('is said in one problem where nothing can be said', () => {
    const two = 'a 0 buy 1\n b 1 buy 2\n c 2 look -';
    expect(code(two, { where: { event: 'look' } })).toBe('no-purchases');
    expect(code(two, { purchase: { event: 'bought' } })).toBe('not-in-data');
    expect(code('a 0 buy 1\n a 1 buy 2')).toBe('one-user');
    expect(code('a 0 buy -1\n b 1 buy -2')).toBe('only-refunds');
    expect(code(two, { previous: '2026-05-01' })).toBe('previous-not-before');
    expect(code(two, { previous: '2026-01-01' })).toBe('no-purchases-before');
    expect(code(two, { cuts: { recency: [4, 3, 2, 1] } })).toBe('cuts-not-ascending');
  });

  it('is a warning where all are equal, or a date lies far in the future', () => {
    expect(said('a 0 buy 1\n b 0 buy 1\n c 2 look -')).toContain('rfm.same');
    const many = Array.from({ length: 200 }, (_, i) => `u${i} ${i % 30} buy ${i}`).join('\n');
    expect(said(many)).not.toContain('rfm.stray');
    expect(said(`${many}\nu200 20000 buy 5\n u201 20001 look -`)).toContain('rfm.stray');
    expect(said(`${many}\nu200 20000 look -`)).toContain('rfm.stray');
  });

  it('does not become a part of nothing', () => {
    const { segments } = rfmOf(
      rowsOf('a 0 buy 1\n a 1 buy -3\n b 0 buy 1\n b 2 buy -1\n c 3 look -'),
    );
    for (const { part, problem } of segments) {
      expect(part).toBeNull();
      expect(problem).toBeDefined();
    }
  });
});

const missing = isPublicDataMissing();

describe.skipIf(missing)('the RFM of CDNOW', () => {
  interface Golden {
    readonly rfm: {
      readonly thresholds: Record<'R' | 'F' | 'M', readonly number[]>;
      readonly score_counts: Record<'R' | 'F' | 'M', Record<string, number>>;
      readonly n_codes: number;
      readonly top_codes: Record<string, number>;
    };
  }

  it('has the cut points, scores and cells of the reference', () => {
    const text = readFileSync('../shared/golden/cdnow.json', 'utf8');
    const golden = (JSON.parse(text) as Golden).rfm;
    const { scores, cells, reference } = rfmOf(cdnow());
    expect(reference).toBe(new Date(Date.UTC(1998, 5, 30)).toISOString().slice(0, 10));
    for (const [i, key] of (['R', 'F', 'M'] as const).entries()) {
      scores[i]!.cuts.forEach((cut, at) => expect(cut).toBeCloseTo(golden.thresholds[key][at]!, 9));
      const counts = scores[i]!.levels.map(({ score, users }) => [String(score), users]);
      expect(Object.fromEntries(counts)).toEqual(golden.score_counts[key]);
    }
    expect(cells).toHaveLength(golden.n_codes);
    for (const [name, users] of Object.entries(golden.top_codes)) {
      expect(cells.find((cell) => cell.name === name)?.users).toBe(users);
    }
  });
});

it('counts days on the calendar of the zone', () => {
  const late = START + 22.5 * 3_600_000;
  expect(new Date(late).toISOString()).toBe('2026-03-02T22:30:00.000Z');
  const at = (late - START) / DAY;
  // In Berlin 22:30 UTC and 23:30 UTC are two days: 23:30 and 00:30.
  const dataset = rowsOf(`a ${at} buy 1\n a ${at + 1 / 24} buy 1\n b 0 buy 1\n c 3.99 look -`);
  const inBerlin = rfmOf(dataset, { timezone: 'Europe/Berlin', cuts: { frequency: [1, 2, 3, 4] } });
  expect(inBerlin.scores[1]!.levels[1]!.users).toBe(1);
  const inUtc = rfmOf(dataset, { timezone: 'UTC', cuts: { frequency: [1, 2, 3, 4] } });
  expect(inUtc.scores[1]!.levels[1]!.users).toBe(0);
});
