import { z } from 'zod';
import { durationMs } from '../base/duration';
import { readable, roles } from '../notebook/schema';
import { where } from '../notebook/where-schema';

export { where };

/** One event name, several of which any counts, or `*`. */
export const eventNames = z
  .union([z.string(), z.array(z.string()).min(1)])
  .meta({ title: 'event', input: 'event' });

export const columnName = z.string().meta({ title: 'column', input: 'column' });

/** An exact duration such as `7d`. */
export const duration = readable(durationMs).meta({
  title: 'duration',
  input: 'duration',
  // For editors: a check of our own is not part of the schema that they read.
  pattern: String.raw`^\d+(\.\d+)?[smhdw]$`,
});

/** What ends a session, for the pseudo-column `$session` and its companions. */
const sessions = z
  .strictObject({
    gap: duration.default('30m').meta({ title: 'sessionGap', input: 'duration' }),
    midnight: z.boolean().default(false).meta({ title: 'sessionMidnight', input: 'switch' }),
    change: z
      .union([columnName, z.array(columnName)])
      .default([])
      .meta({ title: 'sessionChange', input: 'columns' }),
  })
  .meta({ title: 'sessions', input: 'sessions' });

/** What of a sale is earned; 1 counts all of it. */
export const marginOfValue = z
  .number()
  .gt(0)
  .lte(1)
  .default(1)
  .meta({ title: 'marginOfValue', input: 'share', hint: 'marginOfValue' });

/** An ISO date or instant. */
export const instant = z.string().meta({ title: 'date', input: 'date' });

/**
 * The parameters that every analysis takes; its own are added to these. `title` is a key of the
 * language's words, `input` says which control the form draws.
 */
export const common = {
  source: z.string().meta({ title: 'source', input: 'cell' }),
  roles: roles.optional().meta({ title: 'roles', input: 'roles' }),
  population: z.string().optional().meta({ title: 'population', input: 'segment' }),
  where: where.optional().meta({ title: 'onlyWhere', input: 'where' }),
  range: z
    .strictObject({
      from: instant.meta({ title: 'from', input: 'date' }),
      to: instant.meta({ title: 'to', input: 'date' }),
    })
    .optional()
    .meta({ title: 'range', input: 'range' }),
  timezone: z.string().optional().meta({ title: 'timezone', input: 'timezone' }),
  weekStart: z.enum(['monday', 'sunday']).optional().meta({ title: 'weekStart', input: 'choice' }),
  completeThrough: instant.optional().meta({ title: 'completeThrough', input: 'date' }),
  sessions: sessions.optional(),
  seed: z.int().default(1).meta({ title: 'seed', input: 'number' }),
};

/** The common parameters as they come out of every analysis's own schema. */
export type CommonParams = Readonly<Omit<z.infer<z.ZodObject<typeof common>>, 'source'>> & {
  /** Absent where the numbers are typed instead. */
  readonly source?: string | undefined;
};
