import { calendar } from '../../events/calendar';
import { periodStart } from '../../events/period-start';
import { bucketsOf } from '../../events/buckets';
import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import type { Grid, TallyWriter } from './grid';
import type { MonitorParams } from './params';
import { quantityOf } from './quantity';

/**
 * The users who count in a period (`rows[3]`, `rows[3].value`, `rows[3].numerator`), or in what it is
 * divided by (`rows[3].denominator`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: MonitorParams, path: string): Uint32Array {
  const [list, index, field = 'value'] = parsePath(path);
  const { events, scope } = input;
  const periods = bucketsOf(events, scope, params.period);
  const dates = calendar(scope.timezone, scope.weekStart);
  const shown = Array.from(periods.edges.keys()).filter(
    (i) => periods.edges[i]! >= (scope.range?.from ?? -Infinity),
  );
  const wanted =
    typeof index === 'number'
      ? (shown[index] ?? -1)
      : shown.findIndex((i) => periodStart(dates, params.period, periods.edges[i]!) === index);
  if (list !== 'rows' || wanted < 0 || wanted >= periods.count) return new Uint32Array(0);
  const quantity = quantityOf(input, params.metric);
  const grid: Grid = { periods, groupOf: () => 0 };
  const isBelow = field === 'denominator';
  const found: number[] = [];
  for (let user = 0; user < events.users; ++user) {
    const seen = watcher(wanted);
    const nothing = watcher(-1);
    const [above, below] = isBelow ? [nothing, seen] : [seen, nothing];
    quantity.tally(user, grid, above, below);
    if (seen.isSeen()) found.push(user);
  }
  return Uint32Array.from(found);
}

/** A tally that only remembers whether a cell was counted. */
function watcher(wanted: number): TallyWriter & { isSeen(): boolean } {
  let isSeen = false;
  const see = (cell: number) => {
    if (cell === wanted) isSeen = true;
  };
  return {
    count: see,
    add: see,
    written: () => ({
      counts: new Float64Array(0),
      cells: new Uint32Array(0),
      amounts: new Float64Array(0),
    }),
    isSeen: () => isSeen,
  };
}
