import type { CodeRoom } from './code';
import { DirectEngine } from './direct';

/** An engine in this process: for Node. */
export function nodeEngine(): DirectEngine {
  let rooms: Promise<() => CodeRoom> | null = null;
  return new DirectEngine(async () => {
    rooms ??= import('./node-code-room').then(({ nodeCodeRooms }) => nodeCodeRooms());
    return (await rooms)();
  });
}
