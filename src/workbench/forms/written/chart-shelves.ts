import { type Json, type JsonObject, isObject } from '../../../base/json';
import { type ChartColumn, field as fieldName, measureOf } from '../../cells/chart-proposal';

/** What a reader can put on a chart without writing JSON. */
export const CHANNELS = ['x', 'y', 'color'] as const;
export type Channel = (typeof CHANNELS)[number];

export const MARKS = ['bar', 'line', 'area', 'point', 'tick', 'rect', 'boxplot'] as const;

export const AGGREGATES = [
  ...(['count', 'sum', 'mean', 'median', 'min', 'max', 'distinct'] as const),
];

/** What stands on one shelf; empty texts are nothing. */
export interface Shelf {
  readonly field: string;
  readonly aggregate: string;
}

/** The views of a specification that shelves cannot show. */
const COMPOSED = ['layer', 'concat', 'hconcat', 'vconcat', 'repeat', 'facet', 'spec'];

/** Whether a specification is one view with one mark: what shelves can show. */
export function isSimple(spec: JsonObject): boolean {
  return !COMPOSED.some((key) => key in spec);
}

export function markOf({ mark }: JsonObject): string {
  const type = isObject(mark) ? mark['type'] : mark;
  return typeof type === 'string' ? type : '';
}

/** The specification with another mark; what else is said of the mark stays. */
export function withMark(spec: JsonObject, mark: string): JsonObject {
  return { ...spec, mark: isObject(spec['mark']) ? { ...spec['mark'], type: mark } : mark };
}

/** What lies on the shelf of `channel`. */
export function shelfOf(spec: JsonObject, channel: Channel): Shelf {
  const found = channelOf(spec, channel);
  const { field, aggregate } = found;
  return {
    field: typeof field === 'string' ? field.replace(/\\(.)/g, '$1') : '',
    aggregate: typeof aggregate === 'string' ? aggregate : '',
  };
}

/**
 * The specification with `shelf` on a channel: ordinary Vega-Lite. What else the channel says (its
 * title, its scale) stays; an empty shelf takes the channel away.
 */
export function withShelf(
  spec: JsonObject,
  channel: Channel,
  shelf: Shelf,
  columns: readonly ChartColumn[],
): JsonObject {
  const encoding = isObject(spec['encoding']) ? spec['encoding'] : {};
  const isCount = shelf.aggregate === 'count';
  if (shelf.field === '' && !isCount) {
    return { ...spec, encoding: without(encoding, [channel]) };
  }
  const kept = without(channelOf(spec, channel), ['field', 'aggregate', 'type']);
  const column = columns.find(({ name }) => name === shelf.field);
  const made = {
    ...(shelf.aggregate !== '' && { aggregate: shelf.aggregate }),
    ...(!isCount && { field: fieldName(shelf.field) }),
    type: shelf.aggregate !== '' ? 'quantitative' : measureOf(column?.kind ?? 'text'),
  };
  return { ...spec, encoding: { ...encoding, [channel]: { ...made, ...kept } } };
}

/** The specification over another table; fields that this one has not are taken off. */
export function withData(
  spec: JsonObject,
  name: string,
  columns: readonly ChartColumn[],
): JsonObject {
  const moved = { ...spec, data: { name } };
  return CHANNELS.reduce<JsonObject>((next, channel) => {
    const { field } = shelfOf(next, channel);
    const isThere = field === '' || columns.some((column) => column.name === field);
    return isThere ? next : withShelf(next, channel, { field: '', aggregate: '' }, columns);
  }, moved);
}

function channelOf(spec: JsonObject, channel: Channel): JsonObject {
  const encoding = isObject(spec['encoding']) ? spec['encoding'] : {};
  const found: Json | undefined = encoding[channel];
  return isObject(found) ? found : {};
}

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
