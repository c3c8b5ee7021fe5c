import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const test = z.strictObject({
  '>=': z.union([z.string(), z.number()]).optional(),
  '>': z.union([z.string(), z.number()]).optional(),
  '<=': z.union([z.string(), z.number()]).optional(),
  '<': z.union([z.string(), z.number()]).optional(),
  '!=': value.optional(),
  contains: z.string().optional(),
  exists: z.boolean().optional(),
});

/** What a row must hold: per column a value, a list of values, or tests that are all true. */
export const where = z
  .record(z.string(), z.union([value, z.array(value), test]))
  .meta({ title: 'where', input: 'where' });
