import { alwaysValidP, mixtureScale } from '../../src/stats/always-valid';
import { type Estimate, difference, meanEstimate, rateEstimate } from '../../src/stats/estimate';
import { type Spending, looksAt, sequentialBounds } from '../../src/stats/group-sequential';
import { type Moments, NO_DATA, merge } from '../../src/stats/moments';
import * as normal from '../../src/stats/normal';
import { type Proportion, pooled } from '../../src/stats/proportion';
import { scoreTest } from '../../src/stats/score-test';
import { welch } from '../../src/stats/welch';
import { random } from './draws';
import { ALPHA } from './methods';
import { type Population, conversion, revenue } from './populations';
import { type Share, orElse } from './simulate';

/** What looking every day came to. */
export interface Peeking {
  readonly population: string;
  /** New users per arm and day. */
  readonly daily: number;
  /** Experiments that some look called different, by how they were looked at. */
  readonly fixed: Share;
  readonly alwaysValid: Share;
  readonly hybrid: Share;
  /** At the looks of a plan only. */
  readonly obrienFleming: Share;
  readonly pocock: Share;
}

/** What it takes to look at a metric while users arrive. */
interface Looks<Arm> {
  readonly nobody: Arm;
  joined(a: Arm, b: Arm): Arm;
  estimate(arm: Arm): Estimate;
  /** The p of the fixed test. */
  fixedP(control: Arm, treatment: Arm): number;
}

const PLANNED_DAYS = 14;
const LAST_DAY = 2 * PLANNED_DAYS;
/** The days of a plan of looks. */
const LOOK_DAYS = [4, 7, 11, PLANNED_DAYS];
/** Nothing is said of smaller arms. */
const FEWEST_USERS = 100;

export function peekingAtRevenue(daily: number, runs: number): Peeking {
  return peeking(revenue, REVENUE_LOOKS, daily, runs);
}

export function peekingAtConversion(daily: number, runs: number): Peeking {
  return peeking(conversion, CONVERSION_LOOKS, daily, runs);
}

const REVENUE_LOOKS: Looks<Moments> = {
  nobody: NO_DATA,
  joined: merge,
  estimate: meanEstimate,
  fixedP: (control, treatment) => welch(control, treatment).p,
};

const CONVERSION_LOOKS: Looks<Proportion> = {
  nobody: { n: 0, successes: 0 },
  joined: pooled,
  estimate: rateEstimate,
  fixedP: (control, treatment) => scoreTest(control, treatment).p,
};

/**
 * Experiments without an effect that are looked at every day to twice their planned length. The
 * hybrid spends half of alpha on looks at any time and half on the fixed test of the planned end; a
 * plan of looks all of it on its four.
 */
function peeking<Arm extends { readonly n: number }>(
  population: Population<Arm>,
  looks: Looks<Arm>,
  daily: number,
  runs: number,
): Peeking {
  const next = random(`peeking at ${population.name}, ${daily} users a day`);
  let [fixed, alwaysValid, hybrid, obrienFleming, pocock] = [0, 0, 0, 0, 0];
  for (let run = 0; run < runs; ++run) {
    const called = {
      fixed: false,
      alwaysValid: false,
      hybrid: false,
      obrienFleming: false,
      pocock: false,
    };
    let [control, treatment] = [looks.nobody, looks.nobody];
    for (let day = 1; day <= LAST_DAY; ++day) {
      control = looks.joined(control, population.control(next, daily));
      treatment = looks.joined(treatment, population.treatment(next, daily));
      if (control.n < FEWEST_USERS) continue;
      const fixedP = orElse(1, () => looks.fixedP(control, treatment));
      const gap = difference(looks.estimate(control), looks.estimate(treatment));
      const n = control.n + treatment.n;
      called.fixed ||= fixedP < ALPHA;
      called.alwaysValid ||= isAlwaysClear(gap, n, ALPHA);
      called.hybrid ||= isAlwaysClear(gap, n, ALPHA / 2);
      if (day === PLANNED_DAYS) called.hybrid ||= fixedP < ALPHA / 2;
      called.obrienFleming ||= fixedP < (LEVELS.obrienFleming.get(day) ?? 0);
      called.pocock ||= fixedP < (LEVELS.pocock.get(day) ?? 0);
    }
    fixed += Number(called.fixed);
    alwaysValid += Number(called.alwaysValid);
    hybrid += Number(called.hybrid);
    obrienFleming += Number(called.obrienFleming);
    pocock += Number(called.pocock);
  }
  const share = (count: number): Share => ({ count, of: runs });
  return {
    population: population.name,
    daily,
    fixed: share(fixed),
    alwaysValid: share(alwaysValid),
    hybrid: share(hybrid),
    obrienFleming: share(obrienFleming),
    pocock: share(pocock),
  };
}

/** By day, the level of a single look's test that a plan leaves for it. */
function levelsOf(plan: Spending): ReadonlyMap<number, number> {
  const looks = looksAt(LOOK_DAYS.map((day) => day / PLANNED_DAYS));
  const bounds = sequentialBounds(looks, ALPHA, plan);
  return new Map(LOOK_DAYS.map((day, i) => [day, normal.twoSidedP(bounds[i]!)]));
}

const LEVELS = { obrienFleming: levelsOf('obrien-fleming'), pocock: levelsOf('pocock') };

function isAlwaysClear({ value, error }: Estimate, n: number, alpha: number): boolean {
  return error > 0 && alwaysValidP(value / error, n, mixtureScale(alpha)) < alpha;
}
