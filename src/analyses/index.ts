import { experiment } from './experiment/experiment';

/** Every analysis, in the order in which the picker shows them. */
export const analyses = [experiment] as const;
