import type { Metric } from './params';
import type { Role } from './result';

/** The role of a metric: the first one is the goal unless it says otherwise. */
export function roleOf({ role }: Metric, index: number): Role {
  return role ?? (index === 0 ? 'goal' : 'secondary');
}
