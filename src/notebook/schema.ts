import { z } from 'zod';
import { durationMs } from '../base/duration';
import { nearest } from '../base/nearest';
import { Problem, type ProblemArgs, type ProblemCode } from '../base/problem';
import { timeZone } from '../base/time-zone';
import type { JsonCellType } from './notebook';
import { VALUE_FORMATS } from './prose-values';
import { segmentRule } from './segment-rule';
import { where } from './where-schema';

/** The roles that make a table of a file, and those it may have besides. Columns without a role are attributes. */
const TABLES: readonly { readonly needs: readonly string[]; readonly may: readonly string[] }[] = [
  { needs: [], may: [] },
  { needs: ['user'], may: [] },
  { needs: ['user', 'time', 'event'], may: [] },
  { needs: ['path', 'conversions'], may: ['value', 'nulls'] },
  { needs: ['variant', 'users', 'conversions'], may: ['test'] },
  { needs: ['alias', 'user'], may: [] },
  { needs: ['channel', 'date', 'cost'], may: [] },
];

/** Text for which `read` throws no Problem. */
export function readable(read: (text: string) => unknown): z.ZodString {
  return z.string().check((context) => {
    try {
      read(context.value);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      context.issues.push(issue(context.value, error.code, error.args));
    }
  });
}

const zone = readable(timeZone).meta({ input: 'timezone' });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const column = z.string().min(1).meta({ input: 'column' });
const cellId = z.string().min(1).meta({ input: 'cell' });
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const valueFormat = z.enum(VALUE_FORMATS);

/** The header. */
export const header = z.strictObject({
  liftbook: z.int().min(1),
  title: z.string().optional(),
  timezone: zone.optional(),
  weekStart: z.enum(['monday', 'sunday']).optional(),
  locale: z.enum(['en', 'zh-CN']).optional(),
  run: z.enum(['auto', 'lazy']).optional(),
  present: z.record(z.string(), z.json()).optional(),
  plan: z
    .strictObject({
      cell: cellId,
      at: z.iso.datetime(),
      sha256,
      params: z.record(z.string(), z.json()).optional(),
      segments: z.record(z.string(), z.json()).optional(),
      seen: z.boolean().optional(),
    })
    .optional(),
  smallestGroup: z.int().min(1).optional(),
});

/** Which columns play which role. */
export const roles = z
  .strictObject({
    user: column.optional(),
    time: column.optional(),
    event: column.optional(),
    path: column.optional(),
    conversions: column.optional(),
    value: column.optional(),
    nulls: column.optional(),
    test: column.optional(),
    variant: column.optional(),
    users: column.optional(),
    alias: column.optional(),
    channel: column.optional(),
    date: column.optional(),
    cost: column.optional(),
  })
  .check((context) => {
    const found = Object.keys(context.value);
    const fits = TABLES.some(
      ({ needs, may }) =>
        needs.every((role) => found.includes(role)) &&
        found.every((role) => needs.includes(role) || may.includes(role)),
    );
    if (fits) return;
    const known = TABLES.filter(({ needs }) => needs.length > 0).map(({ needs }) =>
      needs.join(', '),
    );
    context.issues.push(issue(context.value, 'wrong-roles', { found, known }));
  });

/** How a file is written where that cannot be told from the file. */
const fileFormat = z.strictObject({
  delimiter: z.string().min(1).optional(),
  decimal: z.enum(['.', ',']).optional(),
  encoding: z.string().optional(),
  dates: z.enum(['dmy', 'mdy']).optional(),
  header: z.boolean().optional(),
  names: z.array(z.string()).min(1).optional(),
  widths: z.array(z.int().min(1)).min(1).optional(),
});

const source = z
  .strictObject({
    file: z.string().min(1).optional(),
    files: z.array(z.string().min(1)).min(1).optional(),
    sha256: z.union([sha256, z.array(sha256).min(1)]).optional(),
    rows: z.int().min(0).optional(),
    roles: roles.optional(),
    timezone: zone.optional(),
    columns: z
      .record(
        z.string(),
        z.strictObject({
          privacy: z.enum(['identifier']).optional(),
          unit: z.string().optional(),
          format: valueFormat.optional(),
          formula: z.string().min(1).optional(),
        }),
      )
      .optional(),
    format: fileFormat.optional(),
    units: cellId.optional(),
    aliases: cellId.optional(),
  })
  .check((context) => {
    const { file, files } = context.value;
    if ((file === undefined) !== (files === undefined)) return;
    context.issues.push(issue(context.value, 'file-or-files', { both: file !== undefined }));
  });

const label = z.string().optional();

const number = {
  label,
  value: z.number(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().gt(0).optional(),
  format: valueFormat.optional(),
};

/** A value that the reader sets and other cells refer to. */
const input = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), ...number }),
    z.strictObject({ kind: z.literal('slider'), ...number, min: z.number(), max: z.number() }),
    z.strictObject({
      kind: z.literal('choice'),
      label,
      value: scalar,
      options: z.array(scalar).min(1),
    }),
    z.strictObject({
      kind: z.literal('range'),
      label,
      value: z.strictObject({ from: z.string(), to: z.string() }),
    }),
    z.strictObject({ kind: z.literal('text'), label, value: z.string() }),
  ])
  .check((context) => {
    const given = context.value;
    if (given.kind === 'choice' && !given.options.includes(given.value)) {
      const known = given.options.map(String);
      const args = { name: 'value', found: JSON.stringify(given.value), known };
      const near = nearest(String(given.value), known);
      context.issues.push(issue(given, 'not-one-of', { ...args, near }, ['value']));
    }
    if (given.kind !== 'number' && given.kind !== 'slider') return;
    const { value, min = -Infinity, max = Infinity } = given;
    if (value >= min && value <= max) return;
    const side = value < min ? 'least' : 'most';
    const bound = value < min ? min : max;
    const args = { name: 'value', found: value, bound, side, inclusive: true };
    context.issues.push(issue(given, 'out-of-bounds', args, ['value']));
  });

const shown = z.union([z.number(), z.string(), z.null()]);

/** A big number, with the ends of its interval and another to compare it with. */
const metric = z.strictObject({
  label,
  value: shown,
  format: valueFormat.optional(),
  unit: z.string().optional(),
  low: z.number().nullable().optional(),
  high: z.number().nullable().optional(),
  compare: z.strictObject({ label, value: shown }).optional(),
  direction: z.enum(['up', 'down']).default('up'),
});

/** The dashboard: cells in reading order on a grid of twelve columns, each row as full as it gets. */
const layout = z.strictObject({
  cells: z.record(
    z.string(),
    z.strictObject({
      width: z.int().min(1).max(12).default(12),
      height: z.int().min(1).optional(),
    }),
  ),
});

/**
 * Users of a source: those with at least one row that passes `where`, and who fit `rule`, both judged by
 * the rows before `at`.
 */
const segment = z.strictObject({
  source: cellId,
  where: where.optional(),
  rule: segmentRule(readable(durationMs)).optional(),
  at: z.string().min(1).optional(),
});

/** Metrics by name, for every analysis that refers to them; those of another notebook, or written here. */
const definitions = z.strictObject({
  file: z.string().min(1).optional(),
  metrics: z.record(z.string().min(1), z.record(z.string(), z.json())).optional(),
});

/** A reviewer's comment on a cell. */
const note = z.strictObject({
  cell: cellId,
  text: z.string(),
  by: z.string().optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  resolved: z.boolean().default(false),
});

/** The parameters of the cells that are the same for every question; those of the analyses are their own. */
export const cellSchemas = {
  source,
  input,
  definitions,
  segment,
  metric,
  layout,
  note,
} as const satisfies Partial<Record<JsonCellType, z.ZodType>>;

export type SourceParams = Readonly<z.infer<typeof source>>;
export type SegmentParams = Readonly<z.infer<typeof segment>>;

/** A finding of our own, which `schema-problems.ts` turns back into the problem. */
function issue(
  input: unknown,
  code: ProblemCode,
  args: ProblemArgs,
  path: readonly (string | number)[] = [],
) {
  return { code: 'custom' as const, input, params: { problem: { code, args } }, path: [...path] };
}
