import { Problem } from '../base/problem';
import * as chiSquare from './chi-square';

/** Whether the rows of a table of counts are alike. */
export interface Independence {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Pearson's chi-square of a table, without correction: do arms (rows) spread over countries (columns)
 * alike? Rows and columns without counts are left out.
 *
 * @throws {Problem} `too-few-groups` when fewer than two rows or columns have counts
 * @see Pearson, K. (1900). On the criterion … . Philosophical Magazine 50(302), 157–175.
 */
export function independence(table: readonly (readonly number[])[]): Independence {
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j]!)));
  const total = sum(rows);
  const used = [rows, columns].map((sums) => sums.filter((count) => count > 0).length);
  const groups = Math.min(...used);
  if (groups < 2) throw new Problem('too-few-groups', { groups });
  let statistic = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const expected = (rows[i]! * columns[j]!) / total;
      if (expected > 0) statistic += (count - expected) ** 2 / expected;
    }
  }
  const df = (used[0]! - 1) * (used[1]! - 1);
  return { statistic, df, p: chiSquare.upperTail(statistic, df) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
