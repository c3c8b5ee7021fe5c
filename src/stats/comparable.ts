import { Problem } from '../base/problem';

/**
 * Checks that each arm has the two users without which nothing is known of its noise.
 *
 * @throws {Problem} `too-few-users`
 */
export function requireTwoUsers(...arms: readonly { readonly n: number }[]): void {
  for (const { n } of arms) if (n < 2) throw new Problem('too-few-users', { users: n });
}

/** The problem of two arms in which everybody has the arm's mean. */
export function noVariation(control: number, treatment: number): Problem {
  return control === treatment
    ? new Problem('same-value', { value: control })
    : new Problem('constant-arms', { control, treatment });
}

/** Fourth powers of amounts, summed over any number of users, stay below 1.8e308. */
export const LARGEST = 1e70;

/**
 * Checks that squared variances of the values do not overflow.
 *
 * @throws {Problem} `values-too-large` when a value is not finite, or beyond ±1e70
 */
export function requireComputable(values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; ++i) {
    if (!(Math.abs(values[i]!) <= LARGEST)) throw new Problem('values-too-large');
  }
}
