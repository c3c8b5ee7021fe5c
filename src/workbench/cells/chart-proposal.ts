import type { JsonObject } from '../../base/json';
import type { TableFacts } from '../../engine/engine';

/** A column as a chart sees it. */
export interface ChartColumn {
  readonly name: string;
  readonly kind: 'number' | 'time' | 'text' | 'flag';
}

/** How Vega-Lite measures a column of that kind. */
export function measureOf(kind: ChartColumn['kind']): 'quantitative' | 'temporal' | 'nominal' {
  if (kind === 'number') return 'quantitative';
  return kind === 'time' ? 'temporal' : 'nominal';
}

/**
 * A first chart of a table: its first number over its first time as a line, else over its first text
 * as bars; without a number it counts rows.
 */
export function chartProposal(
  table: { readonly id: string; readonly facts: Pick<TableFacts, 'columns' | 'roles'> } | null,
): JsonObject {
  if (!table) return { data: { name: '' }, mark: 'bar', encoding: {} };
  const columns = table.facts.columns.filter(({ name }) => name !== table.facts.roles['user']);
  const of = (kind: ChartColumn['kind']) => columns.find((column) => column.kind === kind);
  const time = of('time') ?? columns.find(({ min }) => isDay(min));
  const over = time ?? of('text') ?? of('flag') ?? columns[0];
  const number = columns.find((column) => column.kind === 'number' && column !== over);
  const y = number
    ? { field: field(number.name), type: 'quantitative' }
    : { aggregate: 'count', type: 'quantitative' };
  const x = over && {
    field: field(over.name),
    type: over === time ? 'temporal' : measureOf(over.kind),
  };
  return {
    data: { name: table.id },
    mark: time ? 'line' : 'bar',
    encoding: { ...(x && { x }), y },
  };
}

/** A column's name as Vega-Lite reads fields: dots and brackets would lead inside a value. */
export function field(name: string): string {
  return name.replace(/[.[\]\\]/g, '\\$&');
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}
