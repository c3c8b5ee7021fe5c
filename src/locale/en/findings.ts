import type { FindingArgs } from '../finding';
import type { Numbers } from '../numbers';

/** Every sentence an analysis can say about its result, in English. */
export const findings = {} satisfies Record<string, (args: FindingArgs, n: Numbers) => string>;
