import { attribution } from './attribution/attribution';
import { experiment } from './experiment/experiment';
import { lifecycle } from './lifecycle/lifecycle';
import { power } from './power/power';

/** Every analysis, in the order in which the picker shows them. */
export const analyses = [experiment, lifecycle, power, attribution] as const;
