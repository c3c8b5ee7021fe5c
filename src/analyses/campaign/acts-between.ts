import type { Input } from '../analysis';
import type { Marks } from './marks';

/** Acts and their amount in [from, to). */
export function actsBetween(
  { events }: Input,
  marks: Marks,
  user: number,
  from: number,
  to: number,
) {
  const base = events.offsets[0]!;
  let [acts, amount] = [0, 0];
  for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
    const t = events.time[row]!;
    if (marks.act[row - base] === 0 || t < from || t >= to) continue;
    ++acts;
    const value = marks.value?.[row] ?? NaN;
    if (!Number.isNaN(value)) amount += value;
  }
  return { acts, amount };
}
