import { describe, expect, it } from 'vitest';
import { experiment } from '../../src/analyses/experiment/experiment';
import { type Language, findingSentence, loadLanguage } from '../../src/locale/language';
import { story } from '../events/story';
import { expectClose } from '../stats/expect-close';
import { EVENT_ROLES, experimentOf } from './run';

const PER_ARM = 1000;

/** A thousand users in each arm on the first ten days, 100 of whom buy in A and 129 in B. */
const close = story(
  [
    'user:text at:time event:text arm:text',
    ...Array.from({ length: 2 * PER_ARM }, (_, i) => {
      const [arm, k] = [i % 2, i >> 1];
      const seen = `u${i} ${(10 * i) / (2 * PER_ARM)} see ${'AB'[arm]}`;
      return k < [100, 129][arm]! ? `${seen}\nu${i} 10 buy -` : seen;
    }),
    'end 30 other -',
  ].join('\n'),
);

const BASE = {
  exposure: { event: 'see', variant: 'arm' },
  control: 'A',
  split: { A: 1, B: 1 },
  minimumDays: 0,
  plannedEnd: '2026-03-20',
  metrics: [{ name: 'bought', type: 'proportion', event: 'buy' }],
};

function read(given: object) {
  const { result, params } = experimentOf(close, EVENT_ROLES, { ...BASE, ...given });
  const said = experiment.findings(result, params);
  return { result, said, of: result.metrics[0]!.comparisons[0]! };
}

describe('alpha under hybrid looks', async () => {
  const [english, chinese] = [await loadLanguage('en'), await loadLanguage('zh-CN')];
  const over = { completeThrough: '2026-03-25' };
  const running = { completeThrough: '2026-03-18' };

  it('is halved for the planned end: what alpha alone would call clear is not', () => {
    const hybrid = read({ ...over, looks: 'hybrid' });
    const once = read({ ...over, looks: 'fixed' });
    // scipy.stats.chi2_contingency([[100, 900], [129, 871]], correction=False)
    expectClose(hybrid.of.p!, 0.04169943951185791, 1e-9);
    expect(once.of).toMatchObject({ p: hybrid.of.p, state: 'better', level: 0.95 });
    expect(hybrid.of).toMatchObject({ state: 'unclear', level: 0.975 });
    expect(hybrid.of.difference.low).toBeLessThan(0);
    expect(hybrid.result).toMatchObject({ alpha: 0.05, alphaOfHalf: 0.025 });
    expect(once.result).toMatchObject({ alpha: 0.05, alphaOfHalf: 0.05 });
    expect(hybrid.result.verdict.decision).toBe('inconclusive');
    expect(once.result.verdict.decision).toBe('ship');
  });

  it('makes both halves those of tests at half of it', () => {
    const { of: late } = read({ ...over, looks: 'hybrid' });
    const { of: fixed } = read({ ...over, looks: 'fixed', alpha: 0.025 });
    const [a, b] = [late, fixed].map(({ p, level, difference, lift, state }) => {
      return { p, level, difference, lift, state };
    });
    expect(a).toEqual(b);
    const { of: early } = read({ ...running, looks: 'hybrid' });
    const { of: always } = read({ ...running, looks: 'always-valid', alpha: 0.025 });
    expect(early.deciding).toBe('always-valid');
    expect(early.difference).toEqual(always.difference);
    expect([early.p, early.level]).toEqual([always.p, always.level]);
    expect(early.fixed).toMatchObject({ level: 0.975, p: late.p });
  });

  it('is told in both languages, with the half that decides', () => {
    const said = (given: object, language: Language) =>
      read(given)
        .said.filter(({ code }) => code === 'experiment.alpha-halved')
        .map((finding) => findingSentence(finding, language));
    expect(said({ ...over, looks: 'hybrid' }, english)).toEqual([
      'Looking while the test runs and once more at its planned end shares alpha (0.05): half for each. The one test of the planned end decides now; a difference is clear when its p is below 0.025, and intervals have 97.5 % where p is not adjusted.',
    ]);
    expect(said({ ...running, looks: 'hybrid' }, chinese)).toEqual([
      '运行中随时查看与计划结束时的一次查看平分 alpha（0.05），各用一半。计划结束之前由允许随时查看的检验作判断；p 低于 0.025 才算有明确差异，未校正的区间为 97.5 % 区间。',
    ]);
    expect(said({ ...over, looks: 'fixed' }, english)).toEqual([]);
    expect(said({ ...running, looks: 'always-valid' }, english)).toEqual([]);
  });

  it('stands in the working of what has a level', () => {
    const { result } = read({ ...over, looks: 'hybrid' });
    const figures = (path: string) =>
      Object.fromEntries(
        experiment.working(result, path)!.figures.map(({ symbol, value }) => [symbol, value]),
      );
    // Wilson's limits of 100 of 1,000 with z = scipy.stats.norm.isf(0.0125).
    const ofArm = figures('metrics.bought.arms.A.value');
    expectClose(Number(ofArm['97.5 % low']), 0.08069487118014229, 1e-9);
    expectClose(Number(ofArm['97.5 % high']), 0.12330414715672425, 1e-9);
    const paths = ['comparisons.B.pAdjusted', 'comparisons.B.alternatives.newcombe.difference'];
    for (const path of paths)
      expect(figures(`metrics.bought.${path}`)).toMatchObject({ 'α/2': 0.025 });
    const once = read({ ...over, looks: 'fixed' }).result;
    const { formula } = experiment.working(once, 'metrics.bought.comparisons.B.pAdjusted')!;
    expect(formula).toBe('level = 1 − α · p / p adjusted');
  });

  it('stands in the heading of every column of intervals, and beside those of another level', () => {
    const metrics = [
      { name: 'bought', type: 'proportion', event: 'buy' },
      { name: 'again', type: 'count', event: 'buy', role: 'goal' },
    ];
    const { result } = read({ ...over, looks: 'hybrid', metrics });
    const tables = experiment.tables(result, english);
    const ofIntervals = tables.flatMap(({ columns }) =>
      columns.filter(({ caption }) => caption?.endsWith('Range') && caption !== 'daysRange'),
    );
    expect(ofIntervals.length).toBeGreaterThan(3);
    for (const { title } of ofIntervals) expect(title).toMatch(/ \(97\.5 %\)$/);
    const [results] = tables;
    const levels = result.metrics.map(({ comparisons }) => comparisons[0]!.level);
    expect(Math.max(...levels)).toBeGreaterThan(0.98);
    for (const [i, row] of results!.rows.entries()) {
      const isOther = levels[i]! > 0.9751;
      expect(String(row['liftRange']).includes(' at 98.75 %')).toBe(isOther);
    }
  });
});
