import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import { type Column, type Dataset, column } from '../../data/dataset';
import { exampleOf } from '../../data/example-of';
import { asText } from '../../events/as-text';
import type { Input } from '../analysis';
import type { CostRows } from './journeys';
import type { AttributionParams } from './params';

const NOON = 12 * 3_600_000;
const AT = { path: 'costs' };

/**
 * The rows of the cost table; null where none is named.
 *
 * @throws {Problem} `not-a-cost-table`, `not-in-data`, `wrong-type`
 */
export function costRows(
  { tables, scope }: Input,
  { costs, conversion }: Pick<AttributionParams, 'costs' | 'conversion'>,
): CostRows | null {
  if (costs === undefined) return null;
  const table = tables.get(costs);
  const { channel, date, cost } = table?.roles ?? {};
  if (!table || channel === undefined || date === undefined || cost === undefined) {
    throw new Problem('not-a-cost-table', { cell: costs }, AT);
  }
  const dates = columnNamed(table.dataset, date);
  const amounts = columnNamed(table.dataset, cost);
  if (dates.kind !== 'time') throw wrongType(dates, 'time');
  if (amounts.kind !== 'number') throw wrongType(amounts, 'number');
  const { values, codes } = asText(columnNamed(table.dataset, channel));
  // Noon is on the same date in the zone the file was read in and in any near it.
  const shift = dates.dateOnly ? NOON : 0;
  const unit = table.columnUnits[cost] ?? null;
  const valueUnit = scope.columnUnits[conversion?.value ?? ''] ?? null;
  const differ = unit !== null && valueUnit !== null && unit !== valueUnit;
  return {
    channels: values,
    channel: codes,
    time: dates.values.map((ms) => ms + shift),
    cost: amounts.values,
    unit: unit ?? valueUnit,
    problem: differ ? { code: 'units-differ', args: { value: valueUnit, cost: unit } } : null,
  };
}

function columnNamed(dataset: Dataset, name: string): Column {
  const found = column(dataset, name);
  if (found) return found;
  const known = dataset.columns.map((each) => each.name);
  throw new Problem('not-in-data', { what: 'column', name, known, near: nearest(name, known) }, AT);
}

function wrongType(column: Column, expected: string): Problem {
  const { name, kind: found } = column;
  return new Problem('wrong-type', { name, expected, found, example: exampleOf(column) }, AT);
}
