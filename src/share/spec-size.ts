import { type Json, type JsonObject, isObject } from '../base/json';
import { limitChart } from './chart-work';
import { pointsOf } from './point-count';

const MOST = {
  rows: 20_000,
  views: 25,
  selections: 40,
  inputs: 50,
  options: 1_000,
  transforms: 100,
  values: 20_000,
  points: 5_000,
  letters: 10_000,
  fields: 100,
};

const VIEWS = ['layer', 'concat', 'hconcat', 'vconcat'];

/** Lists of fields. */
const FIELDS = ['detail', 'order', 'tooltip', 'fields', 'groupby', 'fold', 'flatten'];

/** Whose values are data. */
const DATA = ['values', 'datasets'];

/**
 * Passes specifications that a page can read and build at once; what comes of their data is
 * bounded while they are drawn.
 *
 * @throws {Problem} `chart-too-large`
 */
export function limitSpec(spec: JsonObject): void {
  const views = viewCount(spec);
  limitChart('rows', rowCount(spec), MOST.rows);
  limitChart('views', views, MOST.views);
  const size = { values: 0, points: 0, inputs: 0, options: 0, selections: 0 };
  measure(spec, size);
  limitChart('values', size.values, MOST.values);
  limitChart('points', size.points, MOST.points);
  limitChart('inputs', size.inputs, MOST.inputs);
  limitChart('options', size.options, MOST.options);
  // Each of them is built in each view.
  limitChart('selections', size.selections * views, MOST.selections);
}

interface Size {
  values: number;
  points: number;
  inputs: number;
  options: number;
  selections: number;
}

function measure(value: Json, size: Size): void {
  ++size.values;
  if (typeof value === 'string') limitChart('letters', value.length, MOST.letters);
  if (Array.isArray(value)) for (const each of value as readonly Json[]) measure(each, size);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'bind') ++size.inputs;
    if (key === 'select') ++size.selections;
    if (key === 'options') size.options += length(inner);
    if (FIELDS.includes(key)) limitChart('columns', length(inner), MOST.fields);
    if (key === 'transform') limitChart('transforms', length(inner), MOST.transforms);
    if (DATA.includes(key)) size.points += pointsOf(inner);
    else measure(inner, size);
  }
}

function length(value: Json): number {
  return Array.isArray(value) ? value.length : 0;
}

function rowCount(value: Json): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + rowCount(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => {
    if (key === 'values') return sum + listedRows(inner);
    if (key !== 'datasets' || !isObject(inner)) return sum + rowCount(inner);
    const named = Object.values(inner).filter((rows) => Array.isArray(rows));
    return sum + named.reduce((all, rows) => all + rows.length, 0);
  }, 0);
}

/** The longest list in data, which may stand under a name of its own; the lines of a text. */
function listedRows(value: Json): number {
  if (typeof value === 'string') return value.split('\n').length;
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Math.max(0, ...Object.values(value).map(listedRows)) : 0;
}

function viewCount(value: Json): number {
  if (!isObject(value)) return 0;
  const below = VIEWS.flatMap((key) => {
    const views = value[key];
    return Array.isArray(views) ? (views as readonly Json[]) : [];
  });
  const inner = value['spec'] === undefined ? [] : [value['spec']];
  const count = [...below, ...inner].reduce<number>((sum, view) => sum + viewCount(view), 0);
  return Math.max(1, count) * repeats(value['repeat'] ?? null);
}

function repeats(repeat: Json): number {
  if (Array.isArray(repeat)) return Math.max(1, repeat.length);
  if (!isObject(repeat)) return 1;
  return Object.values(repeat).reduce<number>((product, fields) => product * repeats(fields), 1);
}
