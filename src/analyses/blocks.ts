import { type EventIndex, block } from '../events/event-index';
import type { Analysis, Input } from './analysis';

/** Users counted at a time. Fixed, so that sums are the same on every machine. */
const BLOCK = 32_768;

/**
 * The aggregate of all users, counted block by block in order. Between blocks `progress` hears how
 * many users are done and `pause` may yield to others, or throw to cancel.
 */
export async function aggregateAll<Params, Aggregate, Result>(
  analysis: Analysis<Params, Aggregate, Result>,
  input: Input,
  params: Params,
  progress: (done: number, total: number) => void,
  pause: () => Promise<void>,
): Promise<Aggregate> {
  const total = input.events.users;
  const [first, ...others] = blocksOf(input.events);
  const part = (events: EventIndex): Aggregate => analysis.aggregate({ ...input, events }, params);
  let whole = part(first!);
  let done = first!.users;
  progress(done, total);
  for (const events of others) {
    await pause();
    whole = analysis.merge(whole, part(events));
    done += events.users;
    progress(done, total);
  }
  return whole;
}

const blocks = new WeakMap<EventIndex, readonly EventIndex[]>();

/** The same objects at every call, so that an analysis may remember what it made of a block. */
function blocksOf(index: EventIndex): readonly EventIndex[] {
  const known = blocks.get(index);
  if (known) return known;
  const count = Math.max(1, Math.ceil(index.users / BLOCK));
  const made = Array.from({ length: count }, (_, i) =>
    block(index, i * BLOCK, Math.min((i + 1) * BLOCK, index.users)),
  );
  blocks.set(index, made);
  return made;
}
