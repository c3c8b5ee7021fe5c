import { describe, expect, it } from 'vitest';
import { logRank } from '../../src/stats/log-rank';
import { meeInterval } from '../../src/stats/mee';
import { corrected } from '../../src/stats/multiple-testing';
import { scoreTest } from '../../src/stats/score-test';
import { srm } from '../../src/stats/srm';
import { wilson } from '../../src/stats/wilson';
import reference from '../reference/retention-users.json';
import { story } from '../events/story';
import { expectClose } from '../stats/expect-close';
import { retentionOf } from './retention-run';
import { dice } from './shop';

const HEAD = 'user:text at:time event:text plan:text amount:number';
const VISIT = { start: { event: 'signup' }, return: { event: 'visit' } };

/** Users of two plans over eight weeks; those of B come back more often. */
function twoPlans(users: number, chances = { A: 0.3, B: 0.45 }) {
  const random = dice(5);
  const lines = Array.from({ length: users }, (_, user) => {
    const plan = random() < 0.5 ? 'A' : 'B';
    const start = Math.floor(random() * 14);
    const rows = [`u${user} ${start} signup ${plan} -`];
    for (let week = 1; week < 6; ++week) {
      if (random() < chances[plan])
        rows.push(`u${user} ${start + 7 * week} visit - ${Math.ceil(random() * 90)}`);
    }
    return rows.join('\n');
  });
  return story(`${HEAD}\n${lines.join('\n')}\nend 55.99 end - -`);
}

const plans = twoPlans(400);

/** The people of the reference file, who have their days of the week. */
const habits = story(
  `${HEAD}\n${reference.active
    .flatMap((weeks, user) =>
      weeks.flatMap((is, week) =>
        is === 1 ? [`u${user} ${7 * week + (user % 7)} visit - -`] : [],
      ),
    )
    .join('\n')}\nend 55.99 end - -`,
);
const again = { start: { event: 'visit' }, return: { event: 'visit' }, cohorts: 'recurring' };
const compared = { ...VISIT, breakdown: 'plan', control: 'A', periods: 5 };

describe('the overall row', () => {
  it('has errors that allow for users in several cohorts, as statsmodels', () => {
    const [group] = retentionOf(habits, { ...again, periods: 6 }).result.groups;
    for (const { offset, of, users, rate, error } of reference.overall) {
      const cell = group!.overall[offset]!;
      expect(cell).toMatchObject({ of, users });
      expectClose('rate' in cell ? cell.rate! : NaN, rate);
      expectClose(cell.error!, error);
    }
  });

  it('is Wilson’s where each user is in one cohort', () => {
    const { result } = retentionOf(plans, { ...VISIT, periods: 5 });
    for (const cell of result.groups[0]!.overall.slice(1)) {
      const { low, high } = wilson({ n: cell.of, successes: cell.users! });
      expectClose(cell.low!, low);
      expectClose(cell.high!, high);
    }
  });

  it('has wider intervals where people have habits than if every start were another person’s', () => {
    const { result } = retentionOf(habits, { ...again, periods: 6 });
    for (const offset of [1, 2]) {
      const cell = result.groups[0]!.overall[offset]!;
      const naive = wilson({ n: cell.of, successes: cell.users! });
      expect(cell.low!).toBeLessThan(naive.low);
      expect(cell.high!).toBeGreaterThan(naive.high);
    }
  });
});

describe('comparisons', () => {
  const { result } = retentionOf(plans, compared);
  const cell = (name: string, offset: number) =>
    result.groups.find((group) => group.name === name)!.overall[offset]!;
  const share = (name: string, offset: number) => {
    const { of, users } = cell(name, offset);
    return { n: of, successes: users! };
  };

  it('are the score test of each offset, corrected over all of them', () => {
    const tests = [1, 2, 3, 4].map((offset) => scoreTest(share('A', offset), share('B', offset)));
    const holm = corrected(
      tests.map(({ p }) => p),
      'holm',
    );
    expect(result.comparisons.map(({ group, offset }) => [group, offset])).toEqual(
      [1, 2, 3, 4].map((offset) => ['B', offset]),
    );
    result.comparisons.forEach((each, i) => {
      expect(each.statistic).toBe(tests[i]!.statistic);
      expect(each.p).toBe(tests[i]!.p);
      expect(each.pAdjusted).toBe(holm[i]!.p);
      const { low, high } = meeInterval(share('A', i + 1), share('B', i + 1), 1 - each.level);
      expectClose(each.difference.low!, low);
      expectClose(each.difference.high!, high);
    });
  });

  it('have an interval that excludes 0 exactly when the corrected p is below 0.05', () => {
    for (const { difference, pAdjusted } of result.comparisons) {
      expect(difference.low! > 0 || difference.high! < 0).toBe(pAdjusted! < 0.05);
    }
  });

  it('have a band at least as wide as the interval of one offset', () => {
    result.comparisons.forEach(({ band }, i) => {
      const one = meeInterval(share('A', i + 1), share('B', i + 1));
      expect(band.low!).toBeLessThanOrEqual(one.low);
      expect(band.high!).toBeGreaterThanOrEqual(one.high);
    });
  });

  it('turn around when the control is the other group', () => {
    const other = retentionOf(plans, { ...compared, control: 'B' }).result;
    other.comparisons.forEach(({ difference, p }, i) => {
      expectClose(difference.estimate!, -result.comparisons[i]!.difference.estimate!);
      expectClose(difference.low!, -result.comparisons[i]!.difference.high!, 1e-6);
      expectClose(p!, result.comparisons[i]!.p!);
    });
    expectClose(other.logRank[0]!.p!, result.logRank[0]!.p!);
  });

  it('take the group called “control” where none is named, else the largest', () => {
    const named = story(
      `${HEAD}\nann 0 signup new -\nbob 0 signup new -\ncat 0 signup control -\nend 20.99 visit - -`,
    );
    const rule = (dataset: typeof named) =>
      retentionOf(dataset, { ...VISIT, breakdown: 'plan', periods: 2 }).result.rule;
    expect(rule(named).control).toBe('control');
    const sizes = retentionOf(plans, { ...VISIT, breakdown: 'plan', periods: 2 }).result.groups;
    expect(rule(plans).control).toBe(sizes.toSorted((a, b) => b.users - a.users)[0]!.name);
  });

  it('say why there is none where nobody or everybody returned', () => {
    const silent = story(
      `${HEAD}\nann 0 signup A -\nbob 0 signup B -\ncat 1 signup A -\ndan 1 signup B -\nend 20.99 visit - -`,
    );
    const [first] = retentionOf(silent, { ...compared, periods: 2 }).result.comparisons;
    expect(first).toMatchObject({
      p: null,
      difference: { estimate: null, problem: { code: 'same-value' } },
    });
  });

  it('of recurring cohorts count a user in both groups once, with what they do to the difference', () => {
    // Ann and Bob change the plan in week 1 and do in each what they did before: her difference is 0.
    const rows = `
      ann 0 signup A -
      ann 7 signup B -
      ann 14 signup B -
      bob 0 signup A -
      bob 8 signup B -
      cat 0 signup A -
      dan 0 signup B -
      dan 7 signup B -
      end 20.99 end - -`;
    const given = { start: { event: 'signup' }, return: { event: 'signup' }, cohorts: 'recurring' };
    const { result: recurring } = retentionOf(story(`${HEAD}${rows}`), {
      ...given,
      ...{ breakdown: 'plan', control: 'A', periods: 2 },
    });
    // Offset 1: A is ann, bob, cat of week 0: 2 of 3. B is dan of week 0, ann, bob and dan of week 1: 2 of 4.
    const [a, b] = [2 / 3, 2 / 4];
    const pushes = [
      (1 - b) / 4 - (1 - a) / 3, // ann: back in both
      (0 - b) / 4 - (1 - a) / 3, // bob: not again from week 1
      -(0 - a) / 3, // cat
      (1 - b + 0 - b) / 4, // dan: back from week 0, not from week 1
    ];
    const error = Math.sqrt(pushes.reduce((sum, push) => sum + push ** 2, 0));
    expectClose(recurring.comparisons[0]!.statistic!, (b - a) / error);
  });

  it('of amounts are the difference of means over its error', () => {
    const { result: amounts } = retentionOf(plans, {
      ...compared,
      value: 'amount',
      periods: 2,
      mode: 'on',
    });
    const [, each] = amounts.comparisons;
    const [b, a] = ['B', 'A'].map(
      (name) => amounts.groups.find((group) => group.name === name)!.overall[1]!,
    );
    expect(each!.offset).toBe(1);
    const value = 'value' in b! && 'value' in a! ? b.value! - a.value! : NaN;
    expectClose(each!.difference.estimate!, value);
    expectClose(each!.statistic!, value / Math.hypot(a!.error!, b!.error!));
  });
});

describe('the log-rank test', () => {
  it('takes a user to leave after the last return, if a whole period without any is over', () => {
    // Four weeks are over for all. Last returns: ann 1, bob 3 (still there), cat 0, dan 2.
    const rows = `
      ann 0 signup A -
      ann 7 visit - -
      bob 0 signup A -
      bob 21 visit - -
      cat 0 signup B -
      dan 0 signup B -
      dan 14 visit - -
      end 27.99 end - -`;
    const { result } = retentionOf(story(`${HEAD}${rows}`), { ...compared, periods: 3 });
    const expected = logRank([
      { times: [1, 3], happened: [1, 0] },
      { times: [0, 2], happened: [1, 1] },
    ]);
    expect(result.logRank).toEqual([
      { group: 'B', statistic: expected.statistic, df: 1, p: expected.p, pAdjusted: expected.p },
    ]);
  });
});

describe('the split', () => {
  it('is checked where it is given', () => {
    const { result } = retentionOf(plans, { ...compared, split: { A: 0.9, B: 0.1 } });
    const observed = result.groups.map(({ users }) => users);
    const weights = result.groups.map(({ name }) => (name === 'A' ? 0.9 : name === 'B' ? 0.1 : 0));
    expect(result.split).toMatchObject({ status: 'fail', p: srm(observed, weights).p, observed });
    expect(retentionOf(plans, compared).result.split).toBeUndefined();
  });
});
