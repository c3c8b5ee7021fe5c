import { attribution } from './attribution/attribution';
import { calculator } from './calculator/calculator';
import { experiment } from './experiment/experiment';
import { withFinishedTests } from './experiment/finished/with-finished-tests';
import { funnel } from './funnel/funnel';
import { lifecycle } from './lifecycle/lifecycle';
import { paths } from './paths/paths';
import { power } from './power/power';
import { retention } from './retention/retention';

/** Every analysis, in the order in which the picker shows them. */
export const analyses = [
  withFinishedTests(experiment),
  calculator,
  retention,
  funnel,
  lifecycle,
  paths,
  power,
  attribution,
] as const;
