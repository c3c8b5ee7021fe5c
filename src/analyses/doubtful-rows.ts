import type { DoubtfulRows } from '../events/scope';
import { type Finding, finding } from '../locale/finding';

/** A warning about rows long after all others, which moved the end of the data; none without such rows. */
export function doubtfulRows(doubtful: DoubtfulRows | null): Finding[] {
  return doubtful ? [finding('check', 'warn', 'doubtful-rows', { ...doubtful })] : [];
}
