import type { Input } from '../analysis';
import { countedJourneys } from './counted-journeys';
import { eventJourneys } from './event-journeys';
import type { Journeys } from './journeys';
import type { AttributionParams } from './params';

/**
 * The journeys of a block: of users in an event table, of rows in a table of counted paths.
 *
 * @throws {Problem} what `eventJourneys` and `countedJourneys` find
 */
export function journeysOf(input: Input, params: AttributionParams): Journeys {
  return input.events.kind === 'events'
    ? eventJourneys(input, params)
    : countedJourneys(input, params);
}
