import { type JointMoments, jointMoments, mergeJoint } from '../../src/stats/joint-moments';
import { ownRegression } from '../../src/stats/own-regression';
import { type Moments, merge, moments } from '../../src/stats/moments';
import type { Proportion } from '../../src/stats/proportion';
import { fewCarriers } from '../../src/stats/ratio';
import { type Random, binomial, normal } from './draws';

/** Users of two arms that can be drawn again and again, and the truth about their difference. */
export interface Population<Arm> {
  readonly name: string;
  /** Share of users who do anything, in control and treatment. */
  readonly active: readonly [number, number];
  /** Treatment minus control, and that over control. */
  readonly difference: number;
  readonly lift: number;
  control(next: Random, n: number): Arm;
  treatment(next: Random, n: number): Arm;
  /** Whether an arm has what a comparison needs. */
  isEnough?(arm: Arm): boolean;
}

const BUYERS = 0.03;
const MEAN_ORDER = Math.exp(3.5);
const CONVERSION = 0.02;

/** Of those who bought before the test, who are 5 %, 40 % buy again, for amounts like the earlier ones. */
const EARLIER_BUYERS = 0.05;
const REPEAT_BUYERS = 0.4;
const LIKENESS = 0.8;

/** Arms with fewer users in the denominator are not compared. */
const FEWEST_DENOMINATORS = 30;

/** Of 100 users 3 buy, for an amount whose logarithm is Normal(3, 1); the others count 0. */
export const revenue = sameArms('revenue', BUYERS, (next, n) => spending(next, n, BUYERS, 1));

/** Revenue under a treatment that brings more buyers, or makes them pay more. */
export function revenueWith(moreBuyers: number, moreEach: number): Population<Moments> {
  const before = BUYERS * MEAN_ORDER;
  const after = before * (1 + moreBuyers) * (1 + moreEach);
  const share = BUYERS * (1 + moreBuyers);
  return {
    name: moreBuyers > 0 ? `buyers +${100 * moreBuyers} %` : `order value +${100 * moreEach} %`,
    active: [BUYERS, share],
    difference: after - before,
    lift: after / before - 1,
    control: revenue.control,
    treatment: (next, n) => spending(next, n, share, 1 + moreEach),
  };
}

export const conversion = sameArms('2 % converts', CONVERSION, (next, n) =>
  converted(next, n, CONVERSION),
);

/** Conversion under a treatment that adds `more` of it. */
export function conversionWith(more: number): Population<Proportion> {
  const share = CONVERSION * (1 + more);
  return {
    name: `2 % converts +${100 * more} %`,
    active: [CONVERSION, share],
    difference: share - CONVERSION,
    lift: more,
    control: conversion.control,
    treatment: (next, n) => converted(next, n, share),
  };
}

/** Revenue beside the revenue before the test. */
export const revenueWithHistory = sameArms('revenue, with history', BUYERS, (next, n) =>
  withHistory(next, n, order),
);

/** Whether somebody bought, beside whether they had bought before the test. */
export const buyingWithHistory = sameArms('3 % buy, with history', BUYERS, (next, n) =>
  withHistory(next, n, () => 1),
);

/** Two columns, revenue and orders, of which a buyer makes 1.5 on average. */
export interface Orders {
  readonly sums: JointMoments;
  readonly buyers: number;
  readonly carriers: number | null;
}

/** Revenue per order, a ratio in which only buyers have a denominator. */
export const revenuePerOrder = perOrder('revenue per order', 1);

/** The same where orders differ little: the logarithm of an amount is Normal(3, 0.3). */
export const evenRevenuePerOrder = perOrder('even revenue per order', 0.3);

function perOrder(name: string, spread: number): Population<Orders> {
  const isEnough = ({ buyers }: Orders) => buyers >= FEWEST_DENOMINATORS;
  return { ...sameArms(name, BUYERS, (next, n) => orders(next, n, spread)), isEnough };
}

function sameArms<Arm>(
  name: string,
  active: number,
  draw: (next: Random, n: number) => Arm,
): Population<Arm> {
  return {
    name,
    active: [active, active],
    difference: 0,
    lift: 0,
    control: draw,
    treatment: draw,
  };
}

function converted(next: Random, n: number, share: number): Proportion {
  return { n, successes: binomial(next, n, share) };
}

function spending(next: Random, n: number, share: number, scale: number): Moments {
  const buyers = binomial(next, n, share);
  const paid = Float64Array.from({ length: buyers }, () => scale * order(normal(next)));
  return merge(moments(paid), { n: n - buyers, mean: 0, m2: 0 });
}

function withHistory(next: Random, n: number, amount: (z: number) => number): JointMoments {
  const earlier = binomial(next, n, EARLIER_BUYERS);
  const repeat = binomial(next, earlier, REPEAT_BUYERS);
  const others = (BUYERS - EARLIER_BUYERS * REPEAT_BUYERS) / (1 - EARLIER_BUYERS);
  const active = earlier + binomial(next, n - earlier, others);
  // In full, idle users too: each has a residual of the arm's own regression.
  const during = new Float64Array(n);
  const before = new Float64Array(n);
  for (let i = 0; i < active; ++i) {
    const z = normal(next);
    if (i < earlier) before[i] = amount(z);
    if (i >= repeat && i < earlier) continue;
    during[i] = amount(LIKENESS * z + Math.sqrt(1 - LIKENESS ** 2) * normal(next));
  }
  return ownRegression([during, before]);
}

function orders(next: Random, n: number, spread: number): Orders {
  const buyers = binomial(next, n, BUYERS);
  const paid = new Float64Array(buyers);
  const made = new Float64Array(buyers);
  for (let i = 0; i < buyers; ++i) {
    do {
      paid[i]! += order(spread * normal(next));
      ++made[i]!;
    } while (next() < 1 / 3);
  }
  return { sums: withIdle([paid, made], n), buyers, carriers: fewCarriers(made) };
}

/** Two columns of those who did something, filled up to `n` users with zeros. */
function withIdle(columns: readonly Float64Array[], n: number): JointMoments {
  const nothing = {
    means: [0, 0],
    products: [
      [0, 0],
      [0, 0],
    ],
  };
  return mergeJoint(jointMoments(columns), { n: n - columns[0]!.length, ...nothing });
}

function order(z: number): number {
  return Math.exp(3 + z);
}
