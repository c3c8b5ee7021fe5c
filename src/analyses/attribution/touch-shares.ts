import type { Rule } from './model-spec';

/** A rule that only looks at the order of touches. */
export type OrderRule = Exclude<Rule, { readonly kind: 'time-decay' | 'markov' | 'shapley-rate' }>;

/**
 * What each step of a path gets of its conversion, written into `shares`. They add up to 1, except
 * with participation, which gives every channel the whole conversion once.
 *
 * @param direct  number of the channel that last-non-direct passes over; −1 for none
 */
export function touchShares(
  rule: OrderRule,
  path: Int32Array,
  direct: number,
  shares: Float64Array,
): void {
  const n = path.length;
  shares.fill(0, 0, n);
  switch (rule.kind) {
    case 'first':
      shares[0] = 1;
      return;
    case 'last':
      shares[n - 1] = 1;
      return;
    case 'last-non-direct':
      shares[lastOther(path, direct)] = 1;
      return;
    case 'linear':
      shares.fill(1 / n, 0, n);
      return;
    case 'position':
      positionShares(rule, n, shares);
      return;
    case 'participation':
    case 'shapley':
      distinctShares(path, rule.kind === 'shapley', shares);
  }
}

/** The last step on another channel; the last of all where there is none. */
function lastOther(path: Int32Array, direct: number): number {
  for (let i = path.length - 1; i >= 0; --i) if (path[i] !== direct) return i;
  return path.length - 1;
}

function positionShares(
  { weights: [first, middle, last], twoTouch }: Extract<Rule, { kind: 'position' }>,
  n: number,
  shares: Float64Array,
): void {
  if (n === 1) shares[0] = 1;
  else if (n === 2) shares.set(twoTouch);
  else {
    shares.fill(middle / (n - 2), 1, n - 1);
    shares[0] = first;
    shares[n - 1] = last;
  }
}

/** 1 for the first step on each channel; divided by the number of channels where they share. */
function distinctShares(path: Int32Array, isShared: boolean, shares: Float64Array): void {
  let distinct = 0;
  for (let i = 0; i < path.length; ++i) {
    if (path.indexOf(path[i]!) !== i) continue;
    shares[i] = 1;
    ++distinct;
  }
  if (isShared) for (let i = 0; i < path.length; ++i) shares[i]! /= distinct;
}
