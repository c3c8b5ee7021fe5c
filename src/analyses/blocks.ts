import { block } from '../events/event-index';
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
  const part = (from: number): Aggregate => {
    const to = Math.min(from + BLOCK, total);
    const counted = analysis.aggregate({ ...input, events: block(input.events, from, to) }, params);
    progress(to, total);
    return counted;
  };
  let whole = part(0);
  for (let from = BLOCK; from < total; from += BLOCK) {
    await pause();
    whole = analysis.merge(whole, part(from));
  }
  return whole;
}
