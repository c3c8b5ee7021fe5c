import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { counted } from './counted';

/** What any analysis says of the data it was given, in English. */
export const dataFindings = {
  'doubtful-rows': ({ rows, from, after }, n) =>
    `${counted(rows, 'row', n)} from ${String(from)} on, after no row at all since ${String(after)}: check the dates, or set where the data end`,
  'unfinished-day': ({ rows, day }, n) =>
    `${counted(rows, 'row', n)} of ${String(day)} left out: in the data that day has not ended. To count all of it, set where the data end`,
} satisfies Record<string, (args: FindingArgs, n: Numbers) => string>;
