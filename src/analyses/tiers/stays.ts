import { Problem } from '../../base/problem';
import { survivalCurve } from '../../stats/kaplan-meier';
import type { Stay } from './result';
import type { StretchCounts } from './stretch-counter';

const MOST_POINTS = 200;

/** How long users stay in a rank, with those who are still there. */
export function stayOf(
  { up, down, still }: StretchCounts,
  rank: number,
  ranks: number,
  alpha: number,
): Stay {
  const of = (counts: Float64Array) => counts.filter((_, i) => i % ranks === rank);
  const [ups, downs, stills] = [of(up), of(down), of(still)];
  const [upgraded, downgraded] = [sum(ups), sum(downs)];
  const stays = upgraded + downgraded + sum(stills);
  let atRisk = stays;
  const times: { time: number; atRisk: number; events: number }[] = [];
  for (let days = 0; days < ups.length; ++days) {
    const events = ups[days]! + downs[days]!;
    if (events > 0) times.push({ time: days, atRisk, events });
    atRisk -= events + stills[days]!;
  }
  const steps = survivalCurve(times, alpha);
  const apart = Math.max(1, Math.ceil(steps.length / MOST_POINTS));
  const kept = steps.filter((_, i) => i % apart === 0 || i === steps.length - 1);
  const half = steps.find(({ survival }) => survival <= 0.5);
  return {
    ...{ stays, upgraded, downgraded },
    ...(half
      ? { medianDays: half.time }
      : {
          medianDays: null,
          problem: new Problem(stays > 0 ? 'most-still-there' : 'nobody-in-tier').toJSON(),
        }),
    curve: kept.map(({ time, survival, low, high }) => ({
      days: time,
      still: survival,
      low,
      high,
    })),
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
