import type { BuyingModel } from './bg-nbd';
import { gaussHypergeometric } from './gauss-hypergeometric';

/** So near to a = 1 the formulas are 0/0; what they tend to lies between the values beside it. */
const NEAR_ONE = 1e-5;

/** Purchases after the first that a new customer is expected to make within `time`. */
export function expectedPurchases(model: BuyingModel, time: number): number {
  return besideOne(model, (beside) => {
    const { name, r, alpha, a, b } = beside;
    const first = name === 'mbg-nbd' ? 1 : 0;
    const share = (alpha / (alpha + time)) ** r;
    const f = gaussHypergeometric(r, b + first, a + b + first - 1, time / (alpha + time));
    const stays = first === 1 ? b : a + b - 1;
    return (stays / (a - 1)) * (1 - share * f);
  });
}

/** A customer: purchases after the first, when the last was and how long ago the first. */
export interface BuyingHistory {
  readonly repeats: number;
  readonly last: number;
  readonly age: number;
}

/** How likely it is that the customer has not left. In the BG/NBD 1 for whoever bought once. */
export function chanceThere(model: BuyingModel, { repeats, last, age }: BuyingHistory): number {
  const { name, r, alpha, a, b } = model;
  const chances = repeats + (name === 'mbg-nbd' ? 1 : 0);
  if (chances === 0) return 1;
  const odds = (a / (b + chances - 1)) * ((alpha + age) / (alpha + last)) ** (r + repeats);
  return 1 / (1 + odds);
}

/** Purchases that the customer is expected to make in the `time` from now on. */
export function expectedFurther(model: BuyingModel, history: BuyingHistory, time: number): number {
  return besideOne(model, (beside) => {
    const { name, r, alpha, a, b } = beside;
    const { repeats, age } = history;
    const first = name === 'mbg-nbd' ? 1 : 0;
    const all = a + b + repeats + first - 1;
    const z = time / (alpha + age + time);
    const share = ((alpha + age) / (alpha + age + time)) ** (r + repeats);
    const f = gaussHypergeometric(r + repeats, b + repeats + first, all, z);
    return (all / (a - 1)) * (1 - share * f) * chanceThere(beside, history);
  });
}

function besideOne(model: BuyingModel, value: (model: BuyingModel) => number): number {
  if (Math.abs(model.a - 1) > NEAR_ONE) return value(model);
  const at = (a: number) => value({ ...model, a });
  return (at(1 - 2 * NEAR_ONE) + at(1 + 2 * NEAR_ONE)) / 2;
}
