import { type Urn, density, support } from './hypergeometric';
import type { Proportion } from './proportion';

/** Two tables whose chances differ by less than this share count as equally likely. */
const TIE = 1e-7;

/**
 * Fisher's exact two-sided p of two rates: the chance, given the margins, of the observed table or
 * one no likelier. Conservative; shown for information where counts are too small for the score test.
 *
 * @see Fisher, R. A. (1935). The logic of inductive inference. JRSS 98(1), 39–82.
 */
export function fisherP(control: Proportion, treatment: Proportion): number {
  const urn: Urn = {
    n: control.n + treatment.n,
    successes: control.successes + treatment.successes,
    draws: treatment.n,
  };
  const limit = density(treatment.successes, urn) * (1 + TIE);
  const [least, most] = support(urn);
  const mode = Math.floor(((urn.draws + 1) * (urn.successes + 1)) / (urn.n + 2));
  const left = lastUpTo(limit, urn, mode, least - 1);
  const right = lastUpTo(limit, urn, mode, most + 1);
  if (left === mode || right === mode) return 1;
  return Math.min(1, tail(urn, left, -1) + tail(urn, right, 1));
}

/** The count nearest to the mode, on the side of `end`, whose chance is at most `limit`; `end` if none is. */
function lastUpTo(limit: number, urn: Urn, mode: number, end: number): number {
  let near = mode;
  let far = end;
  if (density(mode, urn) <= limit) return mode;
  while (Math.abs(far - near) > 1) {
    const middle = Math.trunc((near + far) / 2);
    if (density(middle, urn) <= limit) far = middle;
    else near = middle;
  }
  return far;
}

/** The sum of the chances from `start` outward; they fall quickly, so it ends when they no longer count. */
function tail(urn: Urn, start: number, step: 1 | -1): number {
  let sum = 0;
  for (let k = start; ; k += step) {
    const term = density(k, urn);
    if (term <= sum * Number.EPSILON) return sum + term;
    sum += term;
  }
}
