import * as normal from './normal';

/** Days from the first until enough users have come: whole weeks, 7 days at least. */
export interface Duration {
  readonly days: number;
  readonly low: number;
  readonly high: number;
}

/** The slowest growth that is believed: 100 times as many days then bring 10 times as many users. */
const SLOWEST = 0.5;

/**
 * How long it takes until `users` have come, judged by the new users of each day so far.
 *
 * New users thin out, because the same people come back. The total is taken to grow as a power of
 * the days, days^γ with ½ ≤ γ ≤ 1, where γ compares the last half of the history with the whole. The
 * range has the counts of both halves at their 95 % limits, by the scatter of the days.
 *
 * @param arrivals  new users per whole day, in order; 7 days at least, some users among them
 */
export function duration(users: number, arrivals: readonly number[]): Duration {
  const { all, late, half } = history(arrivals);
  const days = arrivals.length;
  const noise = normal.criticalValue(0.05) * Math.sqrt(half) * scatter(arrivals);
  const until = (gained: number, total: number) => {
    const gamma = growth(gained, total, days, half);
    return Math.max(1, Math.ceil((days * (users / total) ** (1 / gamma)) / 7)) * 7;
  };
  const more = until(late + noise, all + noise);
  const fewer = until(Math.max(0, late - noise), Math.max(1, all - noise));
  return { days: until(late, all), low: Math.min(more, fewer), high: Math.max(more, fewer) };
}

/**
 * Days at the end on which nobody came, where nobody had stayed away for as long before: users have
 * stopped coming. Below two, or as long as a gap before it, silence says nothing and is 0.
 */
export function silence(arrivals: readonly number[]): number {
  let [longest, run] = [1, 0];
  for (const users of arrivals) {
    if (users > 0) longest = Math.max(longest, run);
    run = users > 0 ? 0 : run + 1;
  }
  return run > longest ? run : 0;
}

/** How many users come within `days`, by the growth that `duration` goes by. */
export function arrivalsWithin(days: number, arrivals: readonly number[]): number {
  const { all, late, half } = history(arrivals);
  return all * (days / arrivals.length) ** growth(late, all, arrivals.length, half);
}

/** New users of all days, and of the last half of them. */
function history(arrivals: readonly number[]) {
  const all = sum(arrivals);
  if (!(arrivals.length >= 7 && all > 0)) {
    throw new RangeError(`duration: ${all} users in ${arrivals.length} days`);
  }
  const half = Math.floor(arrivals.length / 2);
  return { all, late: sum(arrivals.slice(arrivals.length - half)), half };
}

/** The exponent γ when `gained` of `all` users came in the last `half` of the days. */
function growth(gained: number, all: number, days: number, half: number): number {
  const slope = Math.log(all / Math.max(1, all - gained)) / Math.log(days / (days - half));
  return Math.min(1, Math.max(SLOWEST, slope));
}

/** Standard deviation of a day around its weekday's mean; around the mean of all in the first fortnight. */
function scatter(arrivals: readonly number[]): number {
  const period = arrivals.length >= 14 ? 7 : 1;
  let squares = 0;
  for (let phase = 0; phase < period; ++phase) {
    const same = arrivals.filter((_, day) => day % period === phase);
    const mean = sum(same) / same.length;
    squares += sum(same.map((count) => (count - mean) ** 2));
  }
  return Math.sqrt(squares / (arrivals.length - period));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
