import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculator } from '../../src/analyses/calculator/calculator';
import { pastedArms } from '../../src/analyses/calculator/pasted-arms';
import { experiment } from '../../src/analyses/experiment/experiment';
import type { TestResult, TestsResult } from '../../src/analyses/experiment/finished/tests-result';
import { withFinishedTests } from '../../src/analyses/experiment/finished/with-finished-tests';
import type { ExperimentResult } from '../../src/analyses/experiment/result';
import { inputOf } from '../../src/analyses/input-of';
import type { Dataset } from '../../src/data/dataset';
import { NOBODY, buildIndex } from '../../src/events/build-index';
import type { Roles } from '../../src/events/roles';
import { english } from '../../src/locale/english';
import { type Language, findingSentence } from '../../src/locale/language';
import { numbersFor } from '../../src/locale/numbers';
import { chinese } from '../../src/locale/zh-cn/chinese';
import cookieCats from '../reference/golden-cookie-cats.json';
import upworthy from '../reference/finished-tests.json';
import { readShared, sharedData } from '../data/reading';
import { story } from '../events/story';
import { expectClose } from '../stats/expect-close';
import { resultInBlocks } from './run';

const anyExperiment = withFinishedTests(experiment);
const ONE: Roles = { variant: 'variant', users: 'users', conversions: 'conversions' };
const MANY: Roles = { ...ONE, test: 'test' };
const AROUND = {
  timezone: 'UTC',
  weekStart: 'monday',
  population: null,
  columnUnits: {},
  tables: new Map(),
} as const;

function setup(dataset: Dataset, roles: Roles, given: object) {
  const params = anyExperiment.params.parse({ source: 'counts', ...given });
  const input = inputOf(buildIndex(dataset, {}), params, { ...AROUND, roles });
  return { params, input };
}

function resultOf(dataset: Dataset, roles: Roles, given: object = {}) {
  const { params, input } = setup(dataset, roles, given);
  return anyExperiment.infer(anyExperiment.aggregate(input, params), params, input.scope);
}

const oneOf = (rows: string, given: object = {}) =>
  resultOf(counts(rows), ONE, given) as ExperimentResult;
const listOf = (rows: string, given: object = {}) =>
  resultOf(counts(rows, 'test:text '), MANY, given) as TestsResult;

function counts(rows: string, test = ''): Dataset {
  return story(`${test}variant:text users:number conversions:number\n${rows}`);
}

/** The only comparison of a result. */
const only = ({ metrics }: ExperimentResult) => metrics[0]!.comparisons[0]!;

function readable(test: TestResult | undefined): Extract<TestResult, { control: string }> {
  if (!test || 'problem' in test) throw new Error(`no result: ${JSON.stringify(test)}`);
  return test;
}

describe('the counts of one test', () => {
  it.each(['retention_1', 'retention_7'] as const)('give the golden numbers: %s', (name) => {
    const { control, treatment, z, p, mee_ci, koopman_lift_ci } = cookieCats[name];
    const result = oneOf(`
      gate_30 ${control.n} ${control.conversions}
      gate_40 ${treatment.n} ${treatment.conversions}
    `);
    const { statistic, difference, lift, p: found } = only(result);
    expectClose(statistic!, z);
    expectClose(found!, p);
    expectClose(difference.low!, mee_ci[0]!);
    expectClose(difference.high!, mee_ci[1]!);
    expectClose(lift.low!, koopman_lift_ci[0]!);
    expectClose(lift.high!, koopman_lift_ci[1]!);
    const [arm] = result.metrics[0]!.arms;
    expectClose(arm!.low!, control.wilson[0]!);
    expect(arm).toMatchObject({ users: control.n, total: control.conversions });
    expect(result.metrics[0]!.name).toBe('conversions');
    const srm = result.checks.find((check) => check.name === 'srm')!;
    expectClose(srm.statistic!, cookieCats.srm_50_50.chi2);
    expectClose(srm.p!, cookieCats.srm_50_50.p);
  });

  it('are the result of the same people one by one, but for what counts do not know', () => {
    const people = story(
      `arm:text did:number\n${'A 1\n'.repeat(150)}${'A 0\n'.repeat(350)}${'B 1\n'.repeat(190)}${'B 0\n'.repeat(310)}`,
    );
    const params = experiment.params.parse({
      source: 'people',
      variant: 'arm',
      control: 'A',
      metrics: [{ name: 'conversions', type: 'proportion', column: 'did' }],
    });
    const input = inputOf(buildIndex(people, {}), params, AROUND);
    const ofPeople = experiment.infer(experiment.aggregate(input, params), params, input.scope);
    const { metrics, verdict, arms } = oneOf('A 500 150\nB 500 190');
    const [expected] = ofPeople.metrics;
    expect(expected!.comparisons[0]).toMatchObject(metrics[0]!.comparisons[0]!);
    expect(metrics[0]!.arms).toEqual(expected!.arms);
    expect(verdict).toEqual(ofPeople.verdict);
    expect(arms).toEqual(ofPeople.arms);
  });

  it('take the first arm as the control unless another is named', () => {
    const rows = 'old 1000 100\nnew 1000 140';
    expect(oneOf(rows).control).toBe('old');
    const turned = oneOf(rows, { control: 'new' });
    expect(only(turned).difference.estimate).toBeCloseTo(-0.04, 12);
    expect(() => oneOf(rows, { control: 'nwe' })).toThrow('not-in-data');
  });

  it('add up where an arm has several rows, in whatever order', () => {
    const whole = oneOf('A 300 30\nB 320 50');
    expect(oneOf('A 100 10\nB 120 30\nA 200 20\nB 200 20')).toEqual(whole);
  });

  it('correct several arms against the control by Holm', () => {
    const { metrics } = oneOf('A 1000 100\nB 1000 140\nC 1000 130');
    const [b, c] = metrics[0]!.comparisons;
    expectClose(b!.pAdjusted!, Math.min(1, 2 * b!.p!));
    expectClose(c!.pAdjusted!, Math.max(c!.p!, 2 * b!.p!));
  });

  it('scream where an arm has no conversions at all', () => {
    const result = oneOf('A 10000 200\nB 10000 0');
    expect(only(result).p).toBeLessThan(1e-40);
    expect(result.verdict.decision).toBe('do-not-ship');
  });

  it('take a direction, a target and a planned split', () => {
    const metric = { name: 'complaints', type: 'proportion', direction: 'down', target: 0.5 };
    const result = oneOf('A 1000 140\nB 1000 100', { metrics: [metric], split: { A: 1, B: 1 } });
    expect(only(result).state).toBe('better');
    expect(result.metrics[0]!.name).toBe('complaints');
    expect(result.checks[0]).toMatchObject({ name: 'srm', assumed: false });
  });

  it.each([
    ['A 100 110\nB 100 20', {}, 'not-counts'],
    ['A 100 10.5\nB 100 20', {}, 'not-counts'],
    ['A - 10\nB 100 20', {}, 'not-counts'],
    ['A 100 10', {}, 'one-arm'],
    ['A 100 10\nB 100 20', { exposure: { event: 'x', variant: 'y' } }, 'needs-users'],
    ['A 100 10\nB 100 20', { segments: ['country'] }, 'needs-users'],
    ['A 100 10\nB 100 20', { plannedEnd: '2026-03-01' }, 'needs-users'],
    [
      'A 100 10\nB 100 20',
      { metrics: [{ name: 'm', type: 'mean', column: 'x' }] },
      'counts-have-one-metric',
    ],
  ])('%j with %j are refused: %s', (rows, given, code) => {
    expect(() => oneOf(rows, given)).toThrow(code);
  });
});

describe('an experiment on users', () => {
  it('still has to name its control and its metrics', () => {
    const people = story('user:text arm:text did:number\nu A 1\nv B 0');
    const roles = { user: 'user' };
    const given = { variant: 'arm', metrics: [{ name: 'm', type: 'proportion', column: 'did' }] };
    expect(() => resultOf(people, roles, given)).toThrow('missing-key');
    expect(() => resultOf(people, roles, { variant: 'arm', control: 'A' })).toThrow('missing-key');
  });
});

/** Three tests: a clear winner, one that is hardly there, and one with a broken split. */
const THREE = `
  button A 1000 100
  button B 1000 160
  title  A 1000 100
  title  B 1000 121
  price  A 2000 100
  price  B 1000 90
`;

describe('a table of tests', () => {
  const list = listOf(THREE);
  const named = (name: string) => readable(list.tests.find((test) => test.name === name));

  it('decides on each test, and on none whose split is broken', () => {
    expect(list.tests.map(({ name }) => name)).toEqual(['button', 'title', 'price']);
    expect(named('button').verdict.decision).toBe('ship');
    expect(named('title').verdict.decision).toBe('inconclusive');
    expect(named('price').verdict).toMatchObject({
      decision: 'not-trusted',
      rule: 'split-does-not-match',
    });
    expect(list.decisions).toMatchObject({ ship: 1, inconclusive: 1, 'not-trusted': 1 });
    expect(list).toMatchObject({ comparisons: 3, correction: 'bh' });
  });

  it('corrects all comparisons together: the smallest of three p three times, the next by 3/2', () => {
    const p = (name: string) => only(named(name)).p!;
    const [first, second, third] = [p('price'), p('button'), p('title')].sort((a, b) => a - b);
    expectClose(only(named('title')).pAdjusted!, third!);
    expectClose(
      Math.min(only(named('price')).pAdjusted!, only(named('button')).pAdjusted!),
      Math.min(3 * first!, (3 / 2) * second!, third!),
    );
  });

  it('has for each test the numbers it has alone, corrections apart', () => {
    for (const name of ['button', 'title', 'price']) {
      const alone = resultOf(counts(THREE, 'test:text '), MANY, { where: { test: name } });
      const { p, difference, test } = only(alone as ExperimentResult);
      expect(only(named(name))).toMatchObject({ p, test });
      expectClose(only(named(name)).difference.estimate!, difference.estimate!);
      expect(named(name).checks[0]).toEqual((alone as ExperimentResult).checks[0]);
    }
  });

  it('leaves the others readable when one cannot be read', () => {
    const { tests, decisions } = listOf(`${THREE}\n bad A 10 11\n bad B 10 1\n lone A 500 20`);
    expect(decisions.unreadable).toBe(2);
    expect(tests.at(-2)).toMatchObject({ name: 'bad', problem: { code: 'not-counts' } });
    expect(tests.at(-1)).toMatchObject({ name: 'lone', problem: { code: 'one-arm' } });
    expect(tests[0]).toEqual(list.tests[0]);
  });

  it('shows its working for every number of the list', () => {
    const path = 'tests.button.metrics.conversions.comparisons.B';
    expect(anyExperiment.working(list, `${path}.p`)!.value).toBe(only(named('button')).p);
    expect(anyExperiment.working(list, 'tests.nothing.metrics.conversions')).toBeNull();
  });

  it('says what was found, and how many chance alone would have given', () => {
    const { params } = setup(counts(THREE, 'test:text '), MANY, {});
    const said = anyExperiment
      .findings(list, params)
      .map((finding) => findingSentence(finding, english));
    expect(said).toContain('1 of 3 splits do not match the plan');
    expect(said).toContain(
      'Of 3 tests, 1 has an arm that is better than its control; 0 have one that is worse and none that is better.',
    );
    expect(said).toContain(
      '3 comparisons: 2 have p below 0.05, where chance alone would give about 0. Corrected so that at most 5 % of what is found is false (Benjamini–Hochberg), 2 stand.',
    );
  });

  it.each([english, { locale: 'zh-CN', ...chinese, numbers: numbersFor('zh-CN') } as Language])(
    'speaks whole sentences and fills its tables in $locale',
    (language) => {
      const broken = listOf(`${THREE}\n bad A 10 11\n bad B 10 1`, { correction: 'holm' });
      const { params } = setup(counts(THREE, 'test:text '), MANY, {});
      for (const finding of anyExperiment.findings(broken, params)) {
        expect(findingSentence(finding, language)).not.toMatch(/undefined|null|NaN|\[object/);
      }
      const tables = anyExperiment.tables(broken, language);
      expect(tables.map(({ name }) => name)).toEqual(['tests', 'unreadable']);
      for (const { columns, rows } of tables) {
        for (const row of rows) {
          for (const { key, caption } of columns) {
            expect(row).toHaveProperty([key]);
            if (caption !== undefined) expect(row).toHaveProperty([caption]);
          }
        }
      }
      expect(anyExperiment.charts(broken, language)).toHaveLength(1);
    },
  );

  it('never contradicts itself, and finds less than without a correction', () => {
    const arm = fc.tuple(fc.integer({ min: 100, max: 5000 }), fc.integer({ min: 0, max: 100 }));
    const tests = fc.array(fc.array(arm, { minLength: 2, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    });
    const correction = fc.constantFrom('bh', 'holm', 'bonferroni', 'none');
    fc.assert(
      fc.property(tests, correction, (tests, correction) => {
        const rows = tests.flatMap((arms, t) =>
          arms.map(([users, conversions], a) => `t${t} a${a} ${users} ${conversions}`),
        );
        for (const test of listOf(rows.join('\n'), { correction }).tests) {
          for (const each of readable(test).metrics[0]!.comparisons) {
            if (each.p === null) continue;
            const { low, high } = each.difference;
            const isClear = low! > 0 || high! < 0;
            expect(isClear).toBe(each.pAdjusted! < 0.05);
            expect(each.pAdjusted!).toBeGreaterThanOrEqual(each.p * (1 - 1e-12));
            if (each.state !== 'not-enough') expect(each.state !== 'unclear').toBe(isClear);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same however its rows are cut into blocks', async () => {
    const rows = Array.from({ length: 70_000 }, (_, row) => {
      const test = `t${row % 900}`;
      return `${test} ${row % 1800 < 900 ? 'A' : 'B'} ${40 + (row % 7)} ${row % 11}`;
    });
    const { params, input } = setup(counts(rows.join('\n'), 'test:text '), MANY, {});
    const whole = anyExperiment.infer(anyExperiment.aggregate(input, params), params, input.scope);
    expect(await resultInBlocks(anyExperiment as never, input, params)).toEqual(whole);
  });
});

const HEADLINES = 'upworthy/upworthy_clean.parquet';

describe.skipIf(!sharedData())('4,873 headline tests', () => {
  it('agree with scipy and statsmodels, all comparisons corrected together', async () => {
    const roles = {
      test: 'clickability_test_id',
      variant: 'index',
      users: 'impressions',
      conversions: 'clicks',
    };
    const list = resultOf(await readShared(HEADLINES), roles) as TestsResult;
    const all = list.tests.map(readable);
    const comparisons = all.flatMap(({ metrics }) => metrics[0]!.comparisons);
    const splits = all.filter(({ checks }) => checks[0]!.status === 'fail');
    expect({
      tests: all.length,
      comparisons: list.comparisons,
      below: comparisons.filter(({ p }) => p !== null && p < 0.05).length,
      found: comparisons.filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted < 0.05).length,
      splitsOff: splits.length,
    }).toEqual({
      tests: upworthy.tests,
      comparisons: upworthy.comparisons,
      below: upworthy.below,
      found: upworthy.found,
      splitsOff: upworthy.splitsOff,
    });
    for (const expected of upworthy.kept) {
      const test = all.find(({ name }) => name === expected.name)!;
      expect(test.control).toBe(expected.control);
      const srm = test.checks[0]!;
      expectClose((srm as { p: number }).p, expected.splitP, 1e-8);
      for (const { arm, difference, p, pAdjusted } of expected.comparisons) {
        const found = test.metrics[0]!.comparisons.find((each) => each.arm === arm)!;
        if (p === undefined) continue;
        expectClose(found.difference.estimate!, difference, 1e-9);
        expectClose(found.p!, p, 1e-8);
        expectClose(found.pAdjusted!, pAdjusted!, 1e-8);
      }
    }
  });
});

function calculated(given: object): ExperimentResult {
  const params = calculator.params.parse(given);
  const input = inputOf(NOBODY, params as never, AROUND);
  return calculator.infer(calculator.aggregate(input, params), params, input.scope);
}

describe('the calculator', () => {
  it('gives the golden numbers for four numbers', () => {
    const { control, treatment, z, p, mee_ci, koopman_lift_ci } = cookieCats.retention_7;
    const arms = `${control.n} ${control.conversions}\n${treatment.n} ${treatment.conversions}`;
    const { statistic, difference, lift, p: found, arm } = only(calculated({ arms }));
    expect(arm).toBe('B');
    expectClose(statistic!, z);
    expectClose(found!, p);
    expectClose(difference.low!, mee_ci[0]!);
    expectClose(lift.high!, koopman_lift_ci[1]!);
  });

  it('is the same for typed and for pasted arms, and for a table of them', () => {
    const typed = [
      { name: 'A', users: 1000, conversions: 100 },
      { name: 'B', users: 1020, conversions: 140 },
      { name: 'C', users: 990, conversions: 120 },
    ];
    const expected = calculated({ arms: typed });
    expect(calculated({ arms: 'A 1000 100\nB 1,020 140\nC 990 120' })).toEqual(expected);
    expect(oneOf('A 1000 100\nB 1020 140\nC 990 120')).toEqual(expected);
  });

  it('takes what an experiment takes', () => {
    const arms = 'new 500 80\nold 500 100';
    const result = calculated({ arms, control: 'old', metric: 'churn', direction: 'down' });
    expect(result.control).toBe('old');
    expect(result.metrics[0]!.name).toBe('churn');
    expect(only(result).difference.estimate).toBeCloseTo(-0.04, 12);
    expect(only(calculated({ arms, looks: 'always-valid' })).deciding).toBe('always-valid');
  });
});

describe('pastedArms(text)', () => {
  const two = [
    { name: 'control', users: 24_102, conversions: 1211 },
    { name: 'new page', users: 24_118, conversions: 1341 },
  ];

  it.each([
    ['spaces', 'control 24102 1211\nnew page 24118 1341'],
    ['tabs and thousands', 'control\t24,102\t1,211\r\nnew page\t24,118\t1,341\r\n'],
    ['semicolons and points', 'control; 24.102; 1.211\nnew page; 24.118; 1.341'],
    ['a Markdown table', '| control | 24102 | 1211 |\n| new page | 24118 | 1341 |'],
    [
      'a line of titles',
      'variant\tusers\tconversions\ncontrol\t24102\t1211\nnew page\t24118\t1341',
    ],
  ])('reads %s', (_, text) => {
    expect(pastedArms(text)).toEqual(two);
  });

  it('reads commas between plain numbers', () => {
    expect(pastedArms('control,24102,1211\nnew page,24118,1341')[0]).toEqual(two[0]);
    expect(pastedArms('control, 24102, 1211\nB, 24118, 1341')[0]).toEqual(two[0]);
  });

  it('names arms without names', () => {
    const named = pastedArms('24102 1211 24118 1341').map(({ name }) => name);
    expect(named).toEqual(['A', 'B']);
  });

  it.each([
    ['control 24102 1211x', 'treat1 24118 1341\ntreat2 24118 1300'],
    ['control 1211/24102', 'treat1 24118 1341\ntreat2 24118 1300'],
    ['a 1000 10%', 'b 1000 120\nc 1000 130'],
  ])('names a first line that was to be an arm: %j', (first, others) => {
    expect(() => pastedArms(`${first}\n${others}`)).toThrow(
      expect.objectContaining({ code: 'not-arms', args: { found: first } }),
    );
  });

  it.each(['arm users conversions', 'Test 1\tusers\tconversions'])('passes over %j', (titles) => {
    expect(pastedArms(`${titles}\ncontrol 24102 1211\nnew page 24118 1341`)).toEqual(two);
  });

  it.each(['control 24102 1211', 'control 24102 1211\nnew', 'a b\nc d', ''])(
    'refuses %j',
    (text) => {
      expect(() => pastedArms(text)).toThrow('not-arms');
    },
  );
});

describe('a long list on its way to the page', () => {
  const rows = Array.from({ length: 400 }, (_, i) =>
    i === 7 ? 't7 A 10 20\nt7 B 10 1' : `t${i} A 1000 100\nt${i} B 1000 ${100 + ((i * 7) % 60)}`,
  );
  const { params, input } = setup(counts(rows.join('\n'), 'test:text '), MANY, {});
  const whole = anyExperiment.infer(anyExperiment.aggregate(input, params), params, input.scope);
  const paged = anyExperiment.toPage!(whole) as TestsResult;
  const said = (result: typeof whole) =>
    anyExperiment
      .findings(result, params)
      .map((each) => findingSentence(each, english))
      .filter((sentence) => !sentence.includes('stay behind'));

  it('keeps the tests of its table and those that cannot be read, and counts the others', () => {
    expect(paged.tests).toHaveLength(201);
    expect(paged.tests.map(({ name }) => name)).toContain('t7');
    expect(paged.omitted).toMatchObject({ tests: 199, corrected: 0 });
    expect(JSON.stringify(paged).length).toBeLessThan(JSON.stringify(whole).length * 0.6);
  });

  it('says the same of all, and shows the same', () => {
    expect(said(paged)).toEqual(said(whole));
    expect(anyExperiment.tables(paged, english)).toEqual(anyExperiment.tables(whole, english));
    expect(anyExperiment.charts(paged, english)).toEqual(anyExperiment.charts(whole, english));
  });

  it('says that some stay behind', () => {
    const codes = anyExperiment.findings(paged, params).map(({ code }) => code);
    expect(codes).toContain('tests.omitted');
    expect(anyExperiment.findings(whole, params).map(({ code }) => code)).not.toContain(
      'tests.omitted',
    );
  });

  it('leaves a short list as it is', () => {
    const short = listOf('a A 100 10\na B 100 12\nb A 100 10\nb B 100 20');
    expect(anyExperiment.toPage!(short)).toBe(short);
  });
});
