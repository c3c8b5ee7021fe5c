import { type Json, type JsonObject, isObject } from '../../base/json';
import type { Value } from '../../share/cell-text';

/** The data of a chart as a table: names of its fields, and a row for each datum. */
export interface ChartRows {
  readonly fields: readonly string[];
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

/**
 * The data that a Vega-Lite specification holds, for readers who want the numbers. Views with data
 * of their own follow each other; fields are those of all rows, in order of appearance.
 */
export function chartRows(spec: JsonObject): ChartRows {
  const rows = data(spec).filter(isObject).map(plainRow);
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { fields, rows };
}

function data(view: Json): readonly Json[] {
  if (Array.isArray(view)) return (view as readonly Json[]).flatMap(data);
  if (!isObject(view)) return [];
  return Object.entries(view).flatMap(([key, inner]) => {
    if (key === 'data' && isObject(inner)) return list(inner['values'] ?? []);
    if (key === 'datasets' && isObject(inner)) return Object.values(inner).flatMap(list);
    return ['layer', 'concat', 'hconcat', 'vconcat', 'spec'].includes(key) ? data(inner) : [];
  });
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function plainRow(row: JsonObject): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, plain(value)] as const),
  );
}

function plain(value: Json): Value {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
