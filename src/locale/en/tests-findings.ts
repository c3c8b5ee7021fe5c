import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

type Say = (args: FindingArgs, n: Numbers) => string;

/** What a list of finished tests says, in English. */
export const testsFindings = {
  'tests.all-split': () => 'Every split matches its plan',
  'tests.some-split-off': ({ tests, of }, n) =>
    `${n.int(Number(tests))} of ${n.int(Number(of))} splits do not match the plan`,
  'tests.some-too-few': ({ tests, of }, n) =>
    `Not enough data in ${n.int(Number(tests))} of ${n.int(Number(of))} tests`,
  'tests.some-unreadable': ({ tests, of }, n) =>
    `${n.int(Number(tests))} of ${n.int(Number(of))} tests cannot be read`,
  'tests.found': ({ tests, winners, losers }, n) =>
    `Of ${n.int(Number(tests))} tests, ${n.int(Number(winners))} ${winners === 1 ? 'has' : 'have'} an arm that is better than its control; ${n.int(Number(losers))} ${losers === 1 ? 'has' : 'have'} one that is worse and none that is better.`,
  'tests.corrected': ({ comparisons, alpha, correction, plain, corrected }, n) =>
    `${n.int(Number(comparisons))} comparisons: ${n.int(Number(plain))} have p below ${n.p(Number(alpha))}, where chance alone would give about ${n.int(Math.round(Number(comparisons) * Number(alpha)))}. ${kept(correction, Number(alpha), n)} ${n.int(Number(corrected))} stand.`,
  'tests.split-explained': ({ tests, isAssumed }, n) =>
    `${tests === 1 ? '1 test' : `${n.int(Number(tests))} tests`} cannot be trusted: users are not divided as planned (p < 0.001)${isAssumed === true ? ', or were not meant to be divided equally' : ''}. What they show counts as no win.`,
  'tests.omitted': ({ tests, of }, n) =>
    `The page holds the tests of the clearest comparisons; ${n.int(Number(tests))} of ${n.int(Number(of))} stay behind and are counted in what is said above. The command line (run --json) gives them all.`,
} satisfies Record<string, Say>;

function kept(correction: FindingArgs[string] | undefined, alpha: number, n: Numbers): string {
  switch (correction) {
    case 'bh':
      return `Corrected so that at most ${n.pct(alpha, 0)} of what is found is false (Benjamini–Hochberg),`;
    case 'none':
      return 'Nothing is corrected:';
    default:
      return `Corrected so that anything at all is found falsely with a chance of ${n.pct(alpha, 0)} at most,`;
  }
}
