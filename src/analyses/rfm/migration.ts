import { wilson } from '../../stats/wilson';
import type { Customers } from './customers';
import type { RfmParams } from './params';
import type { Migration, Move } from './result';
import { MEASURES, type Measure, type Scale, cellsOf, scalesOf } from './scores';
import type { SegmentMap } from './segment-map';

/** No customers at the earlier date, and none any more. */
export const NEW = '(new)';
export const NONE = '(none)';

/** The segments of customers at a date. */
export interface Placed {
  readonly customers: Customers;
  readonly scales: Record<Measure, Scale>;
  /** By customer: the cell, as `cellOf` has it, and the segment, into the names of the map. */
  readonly cell: Uint8Array;
  readonly segment: Uint8Array;
}

export function placed(customers: Customers, params: RfmParams, map: SegmentMap): Placed {
  const scales = scalesOf(customers, params);
  const cell = cellsOf(customers, scales);
  return { customers, scales, cell, segment: cell.map((each) => map.ofCell[each]!) };
}

/** Where the customers of `before` are now, and where those of now were. */
export function migrationOf(
  before: Placed,
  now: Placed,
  { names }: SegmentMap,
  previous: string,
): Migration {
  const none = names.length;
  const counts = new Float64Array((none + 1) ** 2);
  eachMove(before, now, none, (_, from, to) => ++counts[from * (none + 1) + to]!);
  const rows: Move[] = [];
  let kept = 0;
  for (let from = 0; from <= none; ++from) {
    const own = counts.subarray(from * (none + 1), (from + 1) * (none + 1));
    const of = own.reduce((sum, users) => sum + users, 0);
    own.forEach((users, to) => {
      if (from === to && from < none) kept += users;
      if (users > 0) rows.push(move(names[from] ?? NEW, names[to] ?? NONE, users, of));
    });
  }
  const customers = before.customers.user.length;
  return {
    previous,
    customers,
    kept: { users: kept, of: customers, ...wilson({ n: customers, successes: kept }) },
    cutsMoved: MEASURES.some((measure) => {
      const [then, since] = [before.scales[measure].cuts, now.scales[measure].cuts];
      return then.some((cut, i) => cut !== since[i]);
    }),
    rows,
  };
}

/** Calls `visit` for everybody who is a customer at one of the dates, in the order of users; `none` stands for no customer. */
export function eachMove(
  before: Placed,
  now: Placed,
  none: number,
  visit: (user: number, from: number, to: number) => void,
): void {
  const [then, since] = [before.customers.user, now.customers.user];
  for (let i = 0, j = 0; i < then.length || j < since.length;) {
    const a = then[i] ?? Infinity;
    const b = since[j] ?? Infinity;
    const from = a <= b ? before.segment[i++]! : none;
    const to = b <= a ? now.segment[j++]! : none;
    visit(Math.min(a, b), from, to);
  }
}

function move(from: string, to: string, users: number, of: number): Move {
  const { estimate, low, high } = wilson({ n: of, successes: users });
  return { name: `${from} > ${to}`, from, to, users, of, share: estimate, low, high };
}
