import type { BuyingHistory } from '../../stats/buying-forecast';
import type { Histories } from './histories';

const DAYS = 2 ** 16;

/**
 * A number for each customer that depends on the history alone, so that it is computed once for all
 * who have the same.
 *
 * @param unitDays  days of a unit of time
 */
export function eachHistory(
  { repeats, last, age }: Histories,
  unitDays: number,
  value: (history: BuyingHistory) => number,
): Float64Array {
  const known = new Map<number, number>();
  const values = new Float64Array(repeats.length);
  for (let i = 0; i < values.length; ++i) {
    const key = (repeats[i]! * DAYS + age[i]!) * DAYS + last[i]!;
    let found = known.get(key);
    if (found === undefined) {
      const history = { repeats: repeats[i]!, last: last[i]! / unitDays, age: age[i]! / unitDays };
      found = value(history);
      known.set(key, found);
    }
    values[i] = found;
  }
  return values;
}
