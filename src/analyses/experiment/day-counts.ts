import type { Sampled } from './summary';

/** What the arms had come to by the end of a local day; the control first. */
export interface DayCounts {
  readonly through: string;
  readonly arms: readonly Sampled[];
}
