import { Problem } from '../base/problem';
import * as chiSquare from './chi-square';
import type { Estimate } from './estimate';

/** How far the effects of several segments differ by more than chance. */
export interface Heterogeneity {
  /** Cochran's Q. */
  readonly q: number;
  readonly df: number;
  readonly p: number;
  /** Share of the variation between segments that is not chance, from 0 to 1. */
  readonly i2: number;
  /** Variance of the true effects (DerSimonian–Laird), in squared units of the effect. */
  readonly tau2: number;
  /** The common effect, weighted by precision. */
  readonly common: Estimate;
  /** Each segment's effect drawn towards the common one, as far as chance explains its distance. */
  readonly shrunken: readonly Estimate[];
}

/**
 * Asks whether effects in separate segments are one effect.
 *
 * @param effects  one for each segment, in any order; errors > 0
 * @throws {Problem} `too-few-groups` when there are fewer than two
 * @see Cochran, W. G. (1954). The combination of estimates from different experiments. Biometrics
 *   10(1), 101–129.
 * @see DerSimonian, R. & Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical
 *   Trials 7(3), 177–188.
 */
export function heterogeneity(effects: readonly Estimate[]): Heterogeneity {
  if (effects.length < 2) throw new Problem('too-few-groups', { groups: effects.length });
  const weights = effects.map(({ error }) => 1 / error ** 2);
  const total = sum(weights);
  const mean = sum(effects.map(({ value }, i) => weights[i]! * value)) / total;
  const q = sum(effects.map(({ value }, i) => weights[i]! * (value - mean) ** 2));
  const df = effects.length - 1;
  const scale = total - sum(weights.map((w) => w ** 2)) / total;
  const tau2 = Math.max(0, (q - df) / scale);
  return {
    q,
    df,
    p: chiSquare.upperTail(q, df),
    i2: q > df ? (q - df) / q : 0,
    tau2,
    common: { value: mean, error: Math.sqrt(1 / total) },
    shrunken: shrunkenTo(effects, tau2),
  };
}

/** Empirical-Bayes estimates around the random-effects mean. */
function shrunkenTo(effects: readonly Estimate[], tau2: number): Estimate[] {
  const weights = effects.map(({ error }) => 1 / (error ** 2 + tau2));
  const mean = sum(effects.map(({ value }, i) => weights[i]! * value)) / sum(weights);
  return effects.map(({ value, error }, i) => {
    const kept = tau2 * weights[i]!;
    return { value: mean + kept * (value - mean), error: Math.sqrt(kept) * error };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
