import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { durationMs } from '../../src/base/duration';
import type { Json } from '../../src/base/json';
import { parseJson } from '../../src/notebook/json-source';
import { cellSchemas, header, readable } from '../../src/notebook/schema';
import { validated } from '../../src/notebook/schema-problems';

function problems(schema: z.ZodType, value: Json) {
  const json = parseJson(JSON.stringify(value, null, 2), {
    file: 'a.lift.md',
    line: 10,
    cell: 'c',
  });
  return validated(schema, json.value, json).problems;
}

const fine = (schema: z.ZodType, value: Json) => problems(schema, value).length === 0;

const metric = z.discriminatedUnion('type', [
  z.strictObject({
    name: z.string(),
    type: z.literal('mean'),
    value: z.string(),
    cap: z.number().lt(1).optional(),
  }),
  z.strictObject({
    name: z.string(),
    type: z.literal('count'),
    events: z.array(z.string()).min(1),
  }),
]);
const params = z.strictObject({
  kind: z.literal('experiment'),
  alpha: z.number().gt(0).lt(1).default(0.05),
  looks: z
    .union([
      z.enum(['fixed', 'hybrid']),
      z.strictObject({ plan: z.string(), looks: z.array(z.number()) }),
    ])
    .optional(),
  window: z.union([z.string(), z.number(), z.null()]).optional(),
  metrics: z.array(metric).min(1),
  costs: z.record(z.string(), z.number()).optional(),
  days: readable(durationMs).optional(),
});
const VALID = { kind: 'experiment', metrics: [{ name: 'm', type: 'mean', value: 'amount' }] };

describe('validated(schema, value, json)', () => {
  it('gives the parameters with their defaults', () => {
    const json = parseJson(JSON.stringify(VALID));
    expect(validated(params, json.value, json)).toEqual({
      params: { ...VALID, alpha: 0.05 },
      problems: [],
    });
  });

  it('names the nearest key for one that is unknown, and places the problem at it', () => {
    expect(problems(params, { ...VALID, alhpa: 0.1 })).toMatchObject([
      {
        code: 'unknown-key',
        args: { name: 'alhpa', near: 'alpha', known: Object.keys(params.shape) },
        at: { file: 'a.lift.md', cell: 'c', path: 'alhpa', line: 19, column: 3 },
      },
    ]);
  });

  it('reports unknown keys before anything else', () => {
    const { kind: _, ...rest } = VALID;
    expect(problems(params, { ...rest, alpha: 2, lookss: 'fixed' })).toMatchObject([
      { code: 'unknown-key', args: { name: 'lookss', near: 'looks' } },
      { code: 'missing-key', args: { name: 'kind' } },
      { code: 'out-of-bounds' },
    ]);
  });

  it('reports a mistyped key once, not also as missing', () => {
    const found = problems(params, { kind: 'experiment', metric: VALID.metrics });
    expect(found).toMatchObject([
      { code: 'unknown-key', args: { name: 'metric', near: 'metrics' } },
    ]);
  });

  it('says what is missing, at the object that misses it', () => {
    expect(problems(params, { kind: 'experiment' })).toMatchObject([
      {
        code: 'missing-key',
        args: { name: 'metrics', expected: ['array'] },
        at: { path: 'metrics', line: 10 },
      },
    ]);
  });

  it.each([
    [{ alpha: '5%' }, 'wrong-value', { name: 'alpha', found: '"5%"', expected: ['number'] }],
    [{ alpha: 5 }, 'out-of-bounds', { found: '5', bound: 1, side: 'most', inclusive: false }],
    [{ alpha: 0 }, 'out-of-bounds', { found: '0', bound: 0, side: 'least', inclusive: false }],
    [{ window: [] }, 'wrong-value', { found: '[]', expected: ['string', 'number', 'null'] }],
    [
      { looks: 'hybird' },
      'not-one-of',
      { found: '"hybird"', known: ['fixed', 'hybrid'], near: 'hybrid' },
    ],
    [{ looks: { plan: 'pocock' } }, 'missing-key', { name: 'looks' }],
    [{ metrics: [] }, 'wrong-length', { found: 0, bound: 1, side: 'least', kind: 'array' }],
    [{ kind: 'funnel' }, 'not-one-of', { name: 'kind', known: ['experiment'] }],
    [{ costs: { a: 'x' } }, 'wrong-value', { name: 'a', expected: ['number'] }],
    [{ days: '7 days' }, 'not-a-duration', { found: '7 days' }],
  ])('explains %j: %s', (part, code, args) => {
    const found = problems(params, { ...VALID, ...part });
    expect(found).toMatchObject([{ code, args }]);
    expect(found[0]!.at).toMatchObject({ file: 'a.lift.md', cell: 'c' });
  });

  it('explains the alternative that was meant', () => {
    const entry = { name: 'm', type: 'mean', valu: 'amount', cap: 2 };
    expect(problems(params, { ...VALID, metrics: [entry] })).toMatchObject([
      {
        code: 'unknown-key',
        args: { name: 'valu', near: 'value' },
        at: { path: 'metrics[0].valu' },
      },
      { code: 'out-of-bounds', at: { path: 'metrics[0].cap' } },
    ]);
    expect(problems(params, { ...VALID, metrics: [{ ...entry, type: 'men' }] })).toMatchObject([
      { code: 'not-one-of', args: { name: 'type', known: ['mean', 'count'], near: 'mean' } },
    ]);
  });

  it('points at the ref where the value that stands for it is wrong', () => {
    const json = parseJson('{\n  "alpha": { "$ref": "level" }\n}', { line: 3, cell: 'ab' });
    const { problems } = validated(z.strictObject({ alpha: z.number() }), { alpha: 'x' }, json);
    expect(problems).toMatchObject([
      { code: 'wrong-value', at: { line: 4, column: 12, cell: 'ab' } },
    ]);
  });
});

describe('the header', () => {
  it('takes the keys of the format and no others', () => {
    const plan = { cell: 'ab', at: '2026-02-20T09:00:00Z', sha256: 'a'.repeat(64) };
    const full = {
      liftbook: 1,
      title: 'T',
      timezone: 'Asia/Shanghai',
      weekStart: 'sunday',
      locale: 'zh-CN',
      run: 'lazy',
      present: { footer: true },
      plan,
    };
    expect(problems(header, full)).toEqual([]);
    expect(problems(header, { liftbook: 1, tittle: 'T' })).toMatchObject([
      { code: 'unknown-key', args: { near: 'title' } },
    ]);
    expect(problems(header, { liftbook: 1, timezone: 'Berlin' })).toMatchObject([
      { code: 'not-a-time-zone', args: { found: 'Berlin' }, at: { path: 'timezone' } },
    ]);
  });
});

describe('a source', () => {
  const { source } = cellSchemas;

  it.each([
    { user: 'u', time: 't', event: 'e' },
    { user: 'u' },
    {},
    { path: 'p', conversions: 'c' },
    { path: 'p', conversions: 'c', value: 'v', nulls: 'n' },
    { test: 't', variant: 'v', users: 'u', conversions: 'c' },
    { variant: 'v', users: 'u', conversions: 'c' },
    { alias: 'a', user: 'u' },
    { channel: 'c', date: 'd', cost: 'x' },
  ])('is a table by the roles %j', (roles) => {
    expect(fine(source, { file: 'a.csv', roles })).toBe(true);
  });

  it.each([
    { user: 'u', time: 't' },
    { time: 't', event: 'e' },
    { user: 'u', cost: 'c' },
  ])('is none by the roles %j', (roles) => {
    expect(problems(source, { file: 'a.csv', roles })).toMatchObject([
      { code: 'wrong-roles', args: { found: Object.keys(roles) }, at: { path: 'roles' } },
    ]);
  });

  it('has one file or several', () => {
    expect(fine(source, { files: ['a.csv', 'b.csv'] })).toBe(true);
    expect(problems(source, {})).toMatchObject([{ code: 'file-or-files', args: { both: false } }]);
    expect(problems(source, { file: 'a', files: ['b'] })).toMatchObject([
      { code: 'file-or-files', args: { both: true } },
    ]);
  });
});

describe('the other cells', () => {
  it('have inputs of five kinds', () => {
    for (const value of [
      { kind: 'number', value: 3 },
      { kind: 'slider', value: 0.5, min: 0, max: 1, step: 0.1 },
      { kind: 'choice', value: 'a', options: ['a', 'b'] },
      { kind: 'range', value: { from: '2026-01-01', to: '2026-02-01' } },
      { kind: 'text', value: '' },
    ]) {
      expect(problems(cellSchemas.input, value)).toEqual([]);
    }
  });

  it('keep the value of an input within its bounds and options', () => {
    expect(problems(cellSchemas.input, { kind: 'slider', value: 2, min: 0, max: 1 })).toMatchObject(
      [{ code: 'out-of-bounds', args: { bound: 1 }, at: { path: 'value' } }],
    );
    expect(
      problems(cellSchemas.input, { kind: 'choice', value: 'DEE', options: ['DE', 'FR'] }),
    ).toMatchObject([{ code: 'not-one-of', args: { near: 'DE' }, at: { path: 'value' } }]);
  });

  it('have a metric, a layout of twelve columns and a note', () => {
    expect(fine(cellSchemas.metric, { value: null, format: 'pct1' })).toBe(true);
    expect(fine(cellSchemas.layout, { cells: { ab: { width: 6 } } })).toBe(true);
    expect(problems(cellSchemas.layout, { cells: { ab: { width: 13 } } })).toMatchObject([
      { code: 'out-of-bounds', at: { path: 'cells.ab.width' } },
    ]);
    expect(fine(cellSchemas.note, { cell: 'ab', text: '?', at: '2026-03-01T10:00:00+02:00' })).toBe(
      true,
    );
  });
});
