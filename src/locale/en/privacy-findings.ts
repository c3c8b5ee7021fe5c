import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

/** What a shared result says of the groups it leaves out, in English. */
export const privacyFindings = {
  'groups-withheld': ({ groups, least }, n) =>
    `${groups === 1 ? 'One group' : `${n.int(Number(groups))} groups`} of fewer than ${n.int(Number(least))} users ${groups === 1 ? 'is' : 'are'} left out.`,
} satisfies Record<string, (args: FindingArgs, n: Numbers) => string>;
