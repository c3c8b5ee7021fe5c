import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

/** What a shared result says of the groups it leaves out, in English. */
export const privacyFindings = {
  'groups-withheld': ({ groups, least, besides }, n) => {
    const larger = Number(besides ?? 0);
    const told = groups === 1 ? 'it' : 'they';
    const more =
      larger === 0
        ? ''
        : `, and ${larger === 1 ? 'a larger one' : `${n.int(larger)} larger ones`}, or ${told} could be told from the rest`;
    return `${groups === 1 ? 'One group' : `${n.int(Number(groups))} groups`} of fewer than ${n.int(Number(least))} users ${groups === 1 ? 'is' : 'are'} left out${more}.`;
  },
} satisfies Record<string, (args: FindingArgs, n: Numbers) => string>;
