import { Problem } from '../../base/problem';
import { arrivalsWithin, duration, silence } from '../../stats/duration';
import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import type { Cohort } from '../experiment/cohort';
import { DAY, dateOf } from '../experiment/local-day';
import type { PowerParams } from './params';
import type { Arrivals, Days, PowerResult } from './result';

/** How users come in: as in the history, or so many a day. */
export interface Pace {
  readonly arrivals?: Arrivals;
  readonly traffic: PowerResult['traffic'];
  /** Whole weeks until so many users of the test have come. */
  daysUntil(users: number): Days;
  /** Users of the test after so many days; null where that is not known. */
  usersAfter(days: number): number | null;
}

/** A shorter history says nothing about weeks. */
const FEWEST_DAYS = 7;
/** The parameter that can say how many users come. */
const AT = { path: 'arrivals' };
const TYPED = { canBeTyped: true };

/** The pace at which users come, of whom a part (`allocation`) enters the test. */
export function paceOf(cohort: Cohort, { arrivals, allocation }: PowerParams, scope: Scope): Pace {
  if (arrivals !== undefined) return steady(arrivals, allocation);
  const history = historyOf(cohort.time, scope);
  const counts = history.map(({ users }) => users);
  if (counts.length < FEWEST_DAYS) {
    const problem =
      cohort.time.length === 0
        ? new Problem('arrivals-unknown', TYPED, AT)
        : new Problem(
            'history-too-short',
            { days: counts.length, needed: FEWEST_DAYS, ...TYPED },
            AT,
          );
    return unknown(history, problem);
  }
  const days = silence(counts);
  if (days > 0) {
    const last = history.at(-1 - days)!.date;
    return unknown(history, new Problem('arrivals-stopped', { last, days, ...TYPED }, AT));
  }
  const total = counts.reduce((sum, users) => sum + users, 0);
  return {
    arrivals: { perDay: total / counts.length, historyDays: counts.length },
    traffic: history,
    daysUntil(users) {
      const { days, low, high } = duration(users / allocation, counts);
      return { estimate: days, low, high };
    },
    usersAfter: (days) => allocation * arrivalsWithin(days, counts),
  };
}

function steady(perDay: number, allocation: number): Pace {
  return {
    arrivals: { perDay },
    traffic: [],
    daysUntil(users) {
      const days = Math.max(1, Math.ceil(users / (perDay * allocation) / 7)) * 7;
      return { estimate: days, low: days, high: days };
    },
    usersAfter: (days) => days * perDay * allocation,
  };
}

function unknown(traffic: PowerResult['traffic'], problem: Problem): Pace {
  return {
    traffic,
    daysUntil: () => ({ estimate: null, low: null, high: null, problem: problem.toJSON() }),
    usersAfter: () => null,
  };
}

/** New users on each whole local day, from the first one's to the end of the data or of the range. */
function historyOf(
  time: Float64Array,
  { timezone, completeThrough, range }: Scope,
): PowerResult['traffic'] {
  if (time.length === 0) return [];
  const { zone } = calendar(timezone);
  const dayOf = (ms: number) => Math.floor((ms + zone.offset(ms)) / DAY);
  const end = dayOf(Math.min(completeThrough, range?.to ?? Infinity));
  const days = Float64Array.from(time, dayOf);
  const first = days.reduce((a, b) => Math.min(a, b));
  const users = new Uint32Array(Math.max(0, end - first));
  for (const day of days) if (day < end) ++users[day - first]!;
  return Array.from(users, (count, day) => ({ date: dateOf(first + day), users: count }));
}
