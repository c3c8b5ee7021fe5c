import type { Schema } from './schema';
import { AGGREGATES, MARKS } from './written/chart-shelves';

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const flag: Schema = { type: 'boolean' };

const channel: Schema = {
  type: 'object',
  properties: {
    field: { type: 'string', input: 'column' },
    type: { enum: ['quantitative', 'nominal', 'ordinal', 'temporal'] },
    aggregate: { enum: AGGREGATES },
    timeUnit: { enum: ['year', 'yearmonth', 'yearmonthdate', 'yearmonthdatehours'] },
    bin: flag,
    title: text,
    format: text,
    sort: { enum: ['ascending', 'descending', '-x', '-y'] },
    stack: { enum: ['zero', 'normalize', 'center'] },
    scale: {
      type: 'object',
      properties: {
        type: { enum: ['linear', 'log', 'sqrt'] },
        zero: flag,
        domain: { type: 'array' },
      },
    },
    axis: { type: 'object', properties: { title: text, format: text, labelAngle: number } },
    value: text,
  },
};

const CHANNELS = [
  ...['x', 'y', 'x2', 'y2', 'color', 'size', 'opacity', 'shape', 'detail', 'tooltip', 'order'],
  ...['row', 'column', 'text'],
];

/** As much of Vega-Lite as the editor completes; anything else may be written too. */
export const CHART_SCHEMA: Schema = {
  type: 'object',
  properties: {
    title: text,
    description: text,
    data: { type: 'object', properties: { name: { type: 'string', input: 'cell' } } },
    mark: {
      alternatives: [
        { enum: [...MARKS, 'arc', 'rule', 'text', 'errorbar'] },
        { type: 'object', properties: { type: { enum: MARKS }, opacity: number, color: text } },
      ],
    },
    encoding: {
      type: 'object',
      properties: Object.fromEntries(CHANNELS.map((name) => [name, channel])),
    },
    transform: { type: 'array', items: { type: 'object' } },
    width: number,
    height: number,
  },
};
