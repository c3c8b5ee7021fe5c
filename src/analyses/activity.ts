import { z } from 'zod';
import { Problem } from '../base/problem';
import { type EventFilter, eventMask } from '../events/event-mask';
import type { Input } from './analysis';
import { eventNames, where } from './common';

/** Which events are a sign of life: names, or names with a filter. */
export const activity = z
  .union([eventNames, z.strictObject({ event: eventNames, where: where.optional() })])
  .default('*')
  .meta({ title: 'event', input: 'event' });

export type Activity = z.infer<typeof activity>;

/**
 * 1 for each row of the block that is such an event.
 *
 * @param kind  of the analysis, for the problem
 * @throws {Problem} `needs-events`, `not-in-data`
 */
export function activityRows({ events, scope }: Input, event: Activity, kind: string): Uint8Array {
  if (events.kind === 'units')
    throw new Problem('needs-events', { name: kind }, { path: 'source' });
  const isFilter = typeof event === 'object' && !Array.isArray(event);
  return isFilter
    ? eventMask(events, event as EventFilter, scope.timezone, 'event')
    : eventMask(events, { event }, scope.timezone, '');
}

/** The names of the events as a sentence shows them. */
export function activityName(event: Activity): string {
  const names = typeof event === 'object' && !Array.isArray(event) ? event.event : event;
  return [names].flat().join(', ');
}
