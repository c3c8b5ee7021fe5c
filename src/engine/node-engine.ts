import { nodeParts } from '../data/node-parts';
import { DirectEngine } from './direct';

/** An engine in this process whose parts the module system fetches: for Node. */
export function nodeEngine(): DirectEngine {
  return new DirectEngine({ ...nodeParts, table: () => import('./part-table') });
}
