import * as beta from './beta';
import { cumulativeWeights, gaussLegendre } from './gauss-legendre';
import { type Proportion, failures, pooled, rate } from './proportion';

/** What two rates look like after the data, from beta priors. */
export interface BetaOutcome {
  /** The chance that the treatment's rate is the higher. */
  readonly chanceToWin: number;
  /** What choosing the treatment loses on average: E max(control − treatment, 0), as a rate. */
  readonly expectedLoss: number;
}

/** The parameters of a beta prior: [1, 1] is uniform, [0.5, 0.5] is Jeffreys'. */
export type BetaPrior = readonly [number, number];

/**
 * The exact Bayesian comparison of two rates with independent beta posteriors, by quadrature to
 * about 1e-11.
 *
 * The integrals run over θ with rate = sin²θ, on which densities are smooth at both ends, in pieces
 * that end 1, 3 and 10 standard deviations around both means; the pieces are halved until nothing
 * changes.
 */
export function betaOutcome(
  control: Proportion,
  treatment: Proportion,
  prior: BetaPrior = [1, 1],
): BetaOutcome {
  // Near 1 a rate loses the digits of its distance from 1, so failures are compared instead.
  if (rate(pooled(control, treatment)) > 0.5) {
    const [a, b] = prior;
    return outcome(belief(failures(treatment), [b, a]), belief(failures(control), [b, a]));
  }
  return outcome(belief(control, prior), belief(treatment, prior));
}

interface Beta {
  readonly a: number;
  readonly b: number;
}

function belief({ n, successes }: Proportion, [a, b]: BetaPrior): Beta {
  return { a: a + successes, b: b + n - successes };
}

function outcome(control: Beta, treatment: Beta): BetaOutcome {
  const ends = pieceEnds(control, treatment);
  let before = integrals(control, treatment, ends, 1);
  for (let parts = 2; ; parts *= 2) {
    const now = integrals(control, treatment, ends, parts);
    const isSettled =
      close(now.chanceToWin, before.chanceToWin) && close(now.expectedLoss, before.expectedLoss);
    if (isSettled || parts >= 64) return now;
    before = now;
  }
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-11 * Math.abs(a) + 1e-30;
}

/** Ends of the pieces in θ, ascending from 0 to π/2. */
function pieceEnds(...beliefs: readonly Beta[]): number[] {
  const ends = beliefs.flatMap(({ a, b }) => {
    const mean = a / (a + b);
    const sd = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
    return [-10, -3, -1, 0, 1, 3, 10].map((k) => mean + k * sd);
  });
  const inside = ends.filter((u) => u > 0 && u < 1).map((u) => Math.asin(Math.sqrt(u)));
  return [0, ...inside.sort((x, y) => x - y), Math.PI / 2];
}

const RULE = gaussLegendre(20);
const CUMULATIVE = cumulativeWeights(RULE);

/** Both beliefs on one piece: their mass per node before weighting, and du per node. */
interface Piece {
  readonly control: Float64Array;
  readonly treatment: Float64Array;
  readonly step: Float64Array;
}

/** Both integrals with each piece cut into `parts`; from the densities alone, which are cheap. */
function integrals(c: Beta, t: Beta, ends: readonly number[], parts: number): BetaOutcome {
  const pieces = ends.slice(1).flatMap((end, i) => {
    const half = (end - ends[i]!) / parts / 2;
    return Array.from({ length: parts }, (_, k) =>
      pieceAt(c, t, ends[i]! + (2 * k + 1) * half, half),
    );
  });
  const above = massesAbove(pieces);
  let chanceToWin = 0;
  let expectedLoss = 0;
  let controlBelow = 0;
  let treatmentBelow = 0;
  for (const [p, { control, treatment, step }] of pieces.entries()) {
    const controlMass = dot(RULE.weights, control);
    for (const [i, weight] of RULE.weights.entries()) {
      const inside = dot(CUMULATIVE[i]!, control);
      const beyond = above[p]! + controlMass - inside;
      chanceToWin += weight * (controlBelow + inside) * treatment[i]!;
      expectedLoss +=
        weight * (treatmentBelow + dot(CUMULATIVE[i]!, treatment)) * beyond * step[i]!;
    }
    controlBelow += controlMass;
    treatmentBelow += dot(RULE.weights, treatment);
  }
  // Weights of inner integrals are partly negative, so what is nearly 0 may come out below it.
  return { chanceToWin: Math.min(1, chanceToWin), expectedLoss: Math.max(0, expectedLoss) };
}

function pieceAt(c: Beta, t: Beta, middle: number, half: number): Piece {
  const theta = RULE.nodes.map((node) => middle + half * node);
  const step = theta.map((angle) => half * Math.sin(2 * angle));
  const mass = ({ a, b }: Beta) =>
    theta.map((angle, i) => step[i]! * beta.density(Math.sin(angle) ** 2, a, b));
  return { control: mass(c), treatment: mass(t), step };
}

/** For each piece the mass of the control in the pieces after it, summed from the far end. */
function massesAbove(pieces: readonly Piece[]): number[] {
  const above = new Array<number>(pieces.length).fill(0);
  for (let p = pieces.length - 2; p >= 0; --p) {
    above[p] = above[p + 1]! + dot(RULE.weights, pieces[p + 1]!.control);
  }
  return above;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i]! * b[i]!;
  return sum;
}
