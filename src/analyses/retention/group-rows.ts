import { amountCell, rateCell, unknownCell } from './cells';
import type { CohortDates } from './cohort-dates';
import type { RetentionParams } from './params';
import type { Row } from './result';
import { type Span, isStartSpan } from './spans';
import type { Tally } from './tally';

/** The cohorts of group `g` that have users, in order. */
export function groupRows(
  tally: Tally,
  g: number,
  spans: readonly Span[],
  params: RetentionParams,
  dates: CohortDates,
): Row[] {
  const { rows, columns, cohorts } = tally;
  const isAmount = params.value !== undefined;
  return Array.from(cohorts, (start, r): Row => {
    const users = tally.users[g * rows + r]!;
    const cells = spans.map((span, s) => {
      const at = (g * rows + r) * columns + s;
      const { offset, needs } = span;
      const of = tally.of[at]!;
      if (of === 0) return unknownCell(offset, users, isAmount, dates.through(start, needs));
      const counted = { offset, of, returned: tally.returned[at]! };
      return isAmount
        ? amountCell(counted, tally.total[at]!, tally.squares[at]!)
        : rateCell(counted, isStartSpan(span, params));
    });
    return { cohort: dates.name(start), users, cells };
  }).filter(({ users }) => users > 0);
}
