import { attribution } from './attribution/attribution';
import { experiment } from './experiment/experiment';
import { funnel } from './funnel/funnel';
import { lifecycle } from './lifecycle/lifecycle';
import { power } from './power/power';

/** Every analysis, in the order in which the picker shows them. */
export const analyses = [experiment, funnel, lifecycle, power, attribution] as const;
