import { type Details, DAY } from './diary';
import { plan } from './plan';
import type { Customer } from './shop';
import type { Country, Platform } from './shopper';
import type { Columns } from './tables';

/** One line of `shop-events`. */
export interface EventRow {
  readonly user_id: string;
  readonly ts: Date;
  readonly event: string;
  readonly channel: string | null;
  readonly country: Country;
  readonly platform: Platform;
  readonly category: string | null;
  readonly amount: number | null;
  readonly coupon: string | null;
  readonly campaign: string | null;
  readonly experiment: string | null;
  readonly variant: string | null;
  readonly ms: number | null;
  readonly score: number | null;
}

export const EVENT_COLUMNS: Columns<EventRow> = {
  user_id: 'STRING',
  ts: 'TIMESTAMP',
  event: 'STRING',
  channel: 'STRING',
  country: 'STRING',
  platform: 'STRING',
  category: 'STRING',
  amount: 'DOUBLE',
  coupon: 'STRING',
  campaign: 'STRING',
  experiment: 'STRING',
  variant: 'STRING',
  ms: 'INT32',
  score: 'INT32',
};

const NOTHING: Required<{ [Name in keyof Details]: null }> = {
  channel: null,
  category: null,
  amount: null,
  coupon: null,
  campaign: null,
  experiment: null,
  variant: null,
  ms: null,
  score: null,
};

/** All events in the order of time; events of one second keep the order in which they happened. */
export function eventRows(customers: readonly Customer[]): EventRow[] {
  const rows = customers.flatMap(({ id, shopper, diary }) =>
    diary.entries.map(({ at, event, details }) => ({
      ...NOTHING,
      user_id: id,
      ts: moment(at),
      event,
      country: shopper.country,
      platform: shopper.platform,
      ...details,
    })),
  );
  return rows.sort((a, b) => a.ts.getTime() - b.ts.getTime());
}

/** The instant of a second counted from the first day, 00:00 UTC. */
function moment(at: number): Date {
  return new Date(Date.parse(plan.firstDay) + 1000 * at);
}

/** The calendar date, in UTC, of a day counted from the first. */
export function dateOf(day: number): string {
  return moment(day * DAY)
    .toISOString()
    .slice(0, 10);
}

/** The rows of each user, in the order of time. */
export function histories(rows: readonly EventRow[]): ReadonlyMap<string, readonly EventRow[]> {
  const result = new Map<string, EventRow[]>();
  for (const row of rows) {
    const history = result.get(row.user_id);
    if (history) history.push(row);
    else result.set(row.user_id, [row]);
  }
  return result;
}
