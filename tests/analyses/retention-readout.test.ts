import { describe, expect, it } from 'vitest';
import { retention } from '../../src/analyses/retention/retention';
import { english } from '../../src/locale/english';
import { findingSentence, problemSentence } from '../../src/locale/language';
import { Problem } from '../../src/base/problem';
import { asText } from '../../src/events/as-text';
import { story } from '../events/story';
import { retentionOf } from './retention-run';

const HEAD = 'user:text at:time event:text plan:text amount:number';
const VISIT = { start: { event: 'signup' }, return: { event: 'visit' } };
const people = (
  count: number,
  prefix: string,
  week: number,
  weeks: readonly number[],
  plan = 'A',
) =>
  Array.from({ length: count }, (_, i) =>
    [
      `${prefix}${i} ${7 * week} signup ${plan} -`,
      ...weeks.map((each) => `${prefix}${i} ${7 * (week + each)} visit - 2`),
    ].join('\n'),
  ).join('\n');
const data = (...rows: string[]) =>
  story(`${HEAD}\nnobody -1 visit - -\n${rows.join('\n')}\nend 27.99 end - -`);

type Readout = Pick<ReturnType<typeof retentionOf>, 'result' | 'params'>;

function said({ result, params }: Readout): string[] {
  return retention.findings(result, params).map((each) => findingSentence(each, english));
}

function refusal(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what is said', () => {
  it('is how many came back first and last, with their intervals', () => {
    const read = retentionOf(data(people(40, 'a', 0, [1]), people(60, 'b', 0, [2])), {
      ...VISIT,
      periods: 3,
    });
    expect(said(read)).toContain(
      'Of 100 users with “signup”, 40.0 % (30.9 to 49.8) came back in week 1; of 100, 60.0 % (50.2 to 69.1) in week 2.',
    );
  });

  it('names the rule in force', () => {
    const given = {
      ...VISIT,
      periods: 3,
      mode: 'on-or-after',
      minimum: 2,
      cohorts: 'recurring',
      windows: '24h',
    };
    expect(said(retentionOf(data(people(1, 'a', 0, [1])), given))).toContain(
      'Rule: a user is in the cohort of every week with “signup”; back means at least 2 times “visit” in that week or later, through week 2 for all cohorts; windows of 7 × 24 hours from each start on. The overall row counts all users whose periods are over.',
    );
  });

  it('is which group differs from the control, and where most', () => {
    const rows = data(
      people(60, 'a', 0, [1], 'A'),
      people(50, 'b', 0, [], 'B'),
      people(10, 'c', 0, [1], 'B'),
    );
    const read = retentionOf(rows, { ...VISIT, periods: 3, breakdown: 'plan', control: 'A' });
    expect(said(read).find((each) => each.startsWith('B '))).toMatch(
      /^B brings fewer users back than A: −83\.3 pp \(.*\) in week 1\.$/,
    );
    expect(said(read)).toContain(
      'Nothing here says that users were divided by “plan” at random. If they were not, a difference is no effect. Give the planned split to have it checked.',
    );
  });

  it('is which group comes back most where none is the control', () => {
    const rows = data(people(10, 'a', 0, [2], 'A'), people(10, 'b', 0, [], 'B'));
    const read = retentionOf(rows, { ...VISIT, periods: 3, breakdown: 'plan' });
    expect(said(read)).toContain(
      'In week 2 100.0 % of A came back, the most of all groups, and 0.0 % of B, the fewest.',
    );
  });

  const warned = (rows: string, given: object) => {
    const { result, params } = retentionOf(data(rows), { ...VISIT, periods: 3, ...given });
    return retention
      .findings(result, params)
      .filter(({ level, tone }) => level === 'warning' || (level === 'check' && tone !== 'neutral'))
      .map(({ code }) => code);
  };

  it('warns of small cohorts, of a horizon without end, and of a broken split', () => {
    expect(warned(people(29, 'a', 0, []), {})).toEqual(['retention.small']);
    expect(warned(people(30, 'a', 0, []), {})).toEqual([]);
    expect(warned(people(30, 'a', 0, []), { mode: 'on-or-after', horizon: null })).toEqual([
      'retention.unlimited',
    ]);
    const uneven = `${people(90, 'a', 0, [], 'A')}\n${people(30, 'b', 0, [], 'B')}`;
    const split = { breakdown: 'plan', control: 'A', split: { A: 0.5, B: 0.5 } };
    expect(warned(uneven, split)).toEqual(['retention.split-off', 'retention.split-explained']);
  });

  it('warns of a cohort that the beginning of the data cuts', () => {
    const read = retentionOf(story(`${HEAD}\n${people(30, 'a', 0, [1])}\nend 27.99 end - -`), {
      ...VISIT,
      periods: 2,
    });
    expect(said(read)).toContain(
      'The data begin within the cohort of 2026-03-02 (30 users): some of them may have started before.',
    );
    const again = retentionOf(data(people(30, 'a', 0, [1])), {
      ...VISIT,
      periods: 2,
      cohorts: 'recurring',
    });
    expect(said(again).join()).not.toContain('may have started before');
  });

  it('warns of days without events, where days usually have some', () => {
    const full = (days: readonly number[]) =>
      days
        .map((day) =>
          Array.from({ length: 20 }, (_, i) => `u${day}_${i} ${day} signup - -`).join('\n'),
        )
        .join('\n');
    const given = { start: { event: 'signup' }, period: 'day', periods: 2 };
    const gaps = (days: readonly number[]) =>
      retentionOf(story(`${HEAD}\n${full(days)}`), given).result.covered.emptyDays;
    expect(gaps([0, 1, 2, 5, 6])).toBe(2);
    expect(gaps([0, 1, 2, 3])).toBe(0);
    expect(
      retentionOf(data(people(1, 'a', 0, [1])), { ...VISIT, periods: 2 }).result.covered.emptyDays,
    ).toBe(0);
  });

  it('counts returns without an amount', () => {
    const rows = data('ann 0 signup A -', 'ann 8 visit - -', 'ann 9 visit - 3', 'bob 0 signup A -');
    const read = retentionOf(rows, { ...VISIT, value: 'amount', periods: 2 });
    expect(said(read)).toContain('One return has no “amount” and adds nothing.');
  });

  it('says so when nothing is known yet', () => {
    const read = retentionOf(data('ann 26 signup A -', 'bob 26 visit - -'), {
      ...VISIT,
      periods: 2,
    });
    expect(said(read)).toContain(
      '1 users have “signup”; the data end before any of their periods is over.',
    );
  });
});

describe('bad input', () => {
  const rows = data(people(3, 'a', 0, [1]));

  it('an event that is not there is answered with the nearest one', () => {
    const problem = refusal(() => retentionOf(rows, { start: { event: 'sign-up' } }));
    expect(problem).toMatchObject({
      code: 'not-in-data',
      at: { path: 'start.event' },
      args: { near: 'signup' },
    });
    const other = refusal(() => retentionOf(rows, { ...VISIT, return: { event: 'visits' } }));
    expect(other).toMatchObject({ at: { path: 'return.event' }, args: { near: 'visit' } });
  });

  it.each([
    [{ breakdown: 'plans' }, 'not-in-data', 'breakdown'],
    [{ value: 'amounts' }, 'not-in-data', 'value'],
    [{ value: 'plan' }, 'wrong-type', 'value'],
    [{ breakdown: 'plan', control: 'C' }, 'not-in-data', 'control'],
    [{ control: 'A' }, 'missing-key', 'breakdown'],
    [{ mode: 'brackets' }, 'missing-key', 'brackets'],
    [{ mode: 'on-or-after', periods: 4, horizon: 2 }, 'horizon-too-short', 'horizon'],
    [{ start: { event: 'signup', where: { plan: 'Z' } } }, 'nobody-started', 'start'],
    [{ range: { from: '2025-01-01', to: '2025-02-01' } }, 'nobody-started', 'range'],
    [
      {
        breakdown: 'amount',
        period: 'hour',
        cohorts: 'recurring',
        start: { event: '*' },
        periods: 1000,
      },
      'too-many-cells',
      'period',
    ],
  ])('%j is refused: %s at %s', (given, code, path) => {
    const many = `${people(3, 'a', 0, [1])}\n${Array.from({ length: 60 }, (_, i) => `x${i} ${i / 5} visit - ${i % 9}`).join('\n')}`;
    const problem = refusal(() => retentionOf(data(many), { ...VISIT, ...given }));
    expect(problem).toMatchObject({ code, at: { path } });
    expect(problemSentence(problem, english).message).not.toMatch(/undefined|null/);
  });

  it('a table with one row per user has no starts', () => {
    const units = story('user:text plan:text\nann A');
    const problem = refusal(() => retentionOf(units, VISIT, { user: 'user' }));
    expect(problem.code).toBe('needs-events');
  });

  it.each([{ periods: 0 }, { brackets: [] }, { brackets: [0] }, { minimum: 0 }, { mode: 'off' }])(
    '%j is no parameter',
    (given) => {
      expect(retention.params.safeParse({ source: 'x', ...VISIT, ...given }).success).toBe(false);
    },
  );
});

describe('the users behind a number', () => {
  const rows = data(
    'ann 0 signup A -',
    'ann 7 visit - -',
    'bob 0 signup B -',
    'cat 7 signup A -',
    'cat 14 visit - -',
    'dan 7 signup B -',
  );
  const { input, params } = retentionOf(rows, { ...VISIT, periods: 3, breakdown: 'plan' });
  const behind = (path: string) => {
    const { values, codes } = asText(input.events.ids!);
    return Array.from(retention.members!(input, params, path), (user) => values[codes[user]!]);
  };

  it.each([
    ['groups.A', ['ann', 'cat']],
    ['groups.A.rows["2026-03-02"]', ['ann']],
    ['groups.A.rows["2026-03-02"].cells[1].rate', ['ann']],
    ['groups.A.overall[1].users', ['ann', 'cat']],
    ['groups.B.overall[1].of', ['bob', 'dan']],
    ['groups.B.overall[1].rate', []],
    ['groups.A.overall[2].of', ['ann', 'cat']],
    ['groups.C', []],
    ['rule', []],
  ])('%s', (path, users) => {
    expect(behind(path)).toEqual(users);
  });
});

describe('working', () => {
  const rows = data(people(40, 'a', 0, [1], 'A'), people(60, 'b', 0, [2], 'B'));
  const { result } = retentionOf(rows, { ...VISIT, periods: 3, breakdown: 'plan', control: 'A' });

  it('shows how each number of the tables came about', () => {
    const paths = retention.tables(result, english).flatMap(({ columns, rows: lines }) =>
      lines.flatMap((line) =>
        columns.flatMap(({ path }) => {
          if (path === undefined || path === '' || path === 'of') return [];
          return [`${line.path}${path.startsWith('[') ? '' : '.'}${path}`];
        }),
      ),
    );
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      const found = retention.working(result, path);
      expect(found, path).not.toBeNull();
      for (const { value } of found!.figures) expect(value, path).toEqual(expect.anything());
    }
  });

  it('has none for counts', () => {
    expect(retention.working(result, 'groups.A.overall[1].users')).toBeNull();
  });
});

describe('charts', () => {
  const rows = data(people(40, 'a', 0, [1], 'A'), people(20, 'b', 1, [1], 'A'));
  const { result } = retentionOf(rows, { ...VISIT, periods: 4 });
  const chart = retention.charts(result, english).find(({ name }) => name === 'cohorts')!;
  const cells = (
    chart.spec as unknown as {
      data: { values: { row: string; column: string; kind: string; text: string }[] };
    }
  ).data.values;

  it('write every number and hatch what is not known, so that nothing is said by colour alone', () => {
    const of = (row: string) =>
      cells.filter((cell) => cell.row === row).map(({ kind, text }) => `${kind} ${text}`);
    expect(of('2026-03-02')).toEqual([
      'plain 40',
      'plain 100 %',
      'tinted 100 %',
      'tinted 0.0 %',
      'tinted 0.0 %',
    ]);
    // The cohort of fewer than 30 users is in brackets, its last week not over.
    expect(of('2026-03-09')).toEqual([
      'plain 20',
      'plain 100 %',
      'tinted (100 %)',
      'tinted (0.0 %)',
      'unknown ',
    ]);
  });
});
