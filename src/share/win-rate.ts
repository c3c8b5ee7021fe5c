import type { Recorded } from './decision-log';

/** How often a team's experiments won. */
export interface WinRate {
  /** Experiments that were shipped. */
  readonly wins: number;
  /** Those with a decision that stands: neither kept running nor distrusted. */
  readonly of: number;
}

/** Decisions that end an experiment. */
const FINAL: readonly string[] = ['ship', 'do-not-ship', 'no-effect', 'inconclusive'];

/**
 * The win rate after each decision, in their order. An experiment that was decided about several
 * times counts once, as it was decided last.
 */
export function runningWinRate(decisions: readonly Recorded[]): readonly WinRate[] {
  const standing = new Map<string, string>();
  return decisions.map(({ file, cell, decision }) => {
    standing.set(`${file}#${cell}`, decision);
    const final = [...standing.values()].filter((each) => FINAL.includes(each));
    return { wins: final.filter((each) => each === 'ship').length, of: final.length };
  });
}
