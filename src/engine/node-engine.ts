import { nodeParts } from '../data/node-parts';
import type { CodeRoom } from './code';
import { DirectEngine } from './direct';

/** An engine in this process whose parts the module system fetches: for Node. */
export function nodeEngine(): DirectEngine {
  let rooms: Promise<() => CodeRoom> | null = null;
  return new DirectEngine({
    ...nodeParts,
    table: () => import('./part-table'),
    room: async () => {
      rooms ??= import('./node-code-room').then(({ nodeCodeRooms }) => nodeCodeRooms());
      return (await rooms)();
    },
  });
}
