import { z } from 'zod';
import { amountColumn } from '../events/column-of';
import { eventMask } from '../events/event-mask';
import type { Input } from './analysis';
import { columnName, eventNames, where } from './common';

/** Events whose column of values is added up; without a column each counts 1. */
export const valuedEvent = z.strictObject({
  event: eventNames,
  where: where.optional(),
  value: columnName.optional().meta({ title: 'value', input: 'number-column' }),
});

export type ValuedEvent = z.infer<typeof valuedEvent>;

/** What is added up as a sentence names it: the events, or the column where any event counts. */
export function valuedName({ event, value }: ValuedEvent): string {
  return event === '*' && value !== undefined ? value : [event].flat().join(', ');
}

/** The rows of a block that count, and what each adds. */
export interface ValuedRows {
  /** 1 for each row that counts, from `offsets[0]` on. */
  readonly mask: Uint8Array;
  /** By row of the index; NaN is missing. Null where each row adds 1. */
  readonly values: Float64Array | null;
}

/** @throws {Problem} `not-in-data`, `wrong-type`, and what `where` finds; at `path` */
export function valuedRows(
  { events, scope }: Input,
  { event, where, value }: ValuedEvent,
  path: string,
): ValuedRows {
  return {
    mask: eventMask(events, { event, where }, scope.timezone, path),
    values: value === undefined ? null : amountColumn(events.columns, value, `${path}.value`),
  };
}
