import { z } from 'zod';
import { where } from './where-schema';

/** Events by name, and what their rows must hold. */
export interface RuleEvent {
  readonly event?: string | readonly string[] | undefined;
  readonly where?: z.infer<typeof where> | undefined;
}

/** Tests of a number that are all true. */
export interface NumberTests {
  readonly '>='?: number | undefined;
  readonly '>'?: number | undefined;
  readonly '<='?: number | undefined;
  readonly '<'?: number | undefined;
}

/** Tests of how long ago, as durations. */
export type AgoTests = { readonly [K in keyof NumberTests]?: string | undefined };

/**
 * What users have done or are. A behaviour looks at the events of a user before a date, those `within` a
 * time before it where that is said; without a test one such event is enough.
 */
export type SegmentRule =
  | { readonly all: readonly SegmentRule[] }
  | { readonly any: readonly SegmentRule[] }
  | { readonly not: SegmentRule }
  | { readonly user: z.infer<typeof where> }
  | Behaviour;

export interface Behaviour extends RuleEvent {
  readonly within?: string | undefined;
  readonly count?: NumberTests | undefined;
  /** Of the column `value`. */
  readonly sum?: NumberTests | undefined;
  readonly value?: string | undefined;
  /** Time since the last one. */
  readonly last?: AgoTests | undefined;
  /** Share of the events that `of` has. */
  readonly share?: NumberTests | undefined;
  readonly of?: RuleEvent | undefined;
  /** These, in this order, the last at most `inside` after the first. */
  readonly sequence?: readonly RuleEvent[] | undefined;
  readonly inside?: string | undefined;
}

/** A rule as it is written; `duration` reads texts such as `28d`. */
export function segmentRule(duration: z.ZodString): z.ZodType<SegmentRule> {
  const number = z.number().optional();
  const numbers = z.strictObject({ '>=': number, '>': number, '<=': number, '<': number });
  const ago = duration.optional();
  const events = z.union([z.string(), z.array(z.string()).min(1)]).optional();
  const event = z.strictObject({ event: events, where: where.optional() });
  const behaviour = z.strictObject({
    ...event.shape,
    within: duration.optional(),
    count: numbers.optional(),
    sum: numbers.optional(),
    value: z.string().min(1).optional(),
    last: z.strictObject({ '>=': ago, '>': ago, '<=': ago, '<': ago }).optional(),
    share: numbers.optional(),
    of: event.optional(),
    sequence: z.array(event).min(2).max(8).optional(),
    inside: duration.optional(),
  });
  const rule: z.ZodType<SegmentRule> = z.lazy(() =>
    z.union([
      z.strictObject({ all: z.array(rule).min(1) }),
      z.strictObject({ any: z.array(rule).min(1) }),
      z.strictObject({ not: rule }),
      z.strictObject({ user: where }),
      behaviour,
    ]),
  );
  return rule;
}
