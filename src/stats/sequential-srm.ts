import jStat from 'jstat';
import { Problem } from '../base/problem';

/** How strongly the prior holds to the planned split: as if so many users had been seen. */
const PRIOR_USERS = 100;

/**
 * The p-value of "users are divided as planned" that may be looked at all the time: 1 over the odds
 * of a Dirichlet mixture against the plan. Slower to alarm than the chi-square test; for monitoring,
 * not for the verdict.
 *
 * @param observed  users per arm
 * @param weights   planned shares on any scale; arms of weight 0 are left out
 * @throws {Problem} `too-few-arms` when fewer than two arms have weight
 * @see Lindon, M. & Malek, A. (2022). Anytime-valid inference for multinomial count data. NeurIPS.
 */
export function sequentialSrmP(observed: readonly number[], weights: readonly number[]): number {
  const arms = observed.map((_, i) => i).filter((i) => weights[i]! > 0);
  if (arms.length < 2) throw new Problem('too-few-arms', { arms: arms.length });
  const weight = arms.reduce((sum, i) => sum + weights[i]!, 0);
  let logOdds = 0;
  let priors = 0;
  let users = 0;
  for (const i of arms) {
    const share = weights[i]! / weight;
    const prior = PRIOR_USERS * share;
    logOdds += jStat.gammaln(prior + observed[i]!) - jStat.gammaln(prior);
    logOdds -= observed[i]! * Math.log(share);
    priors += prior;
    users += observed[i]!;
  }
  logOdds -= jStat.gammaln(priors + users) - jStat.gammaln(priors);
  return Math.min(1, Math.exp(-logOdds));
}
