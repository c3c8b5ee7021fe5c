import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import type { EventIndex } from '../../events/event-index';
import { type EventFilter, eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import type { PathsParams } from './params';

/** The row is a step of paths. */
export const STEP = 1;
/** A path may begin with it. */
export const FROM = 2;
/** A path ends with it. */
export const TO = 4;

/**
 * What each row of the block is to paths, as bits, from `offsets[0]` on. Without `from` and `to`
 * every step may begin a path.
 *
 * @throws {Problem} `needs-events`, `not-in-data`
 */
export function marksOf({ events, scope }: Input, params: PathsParams): Uint8Array {
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'paths' }, { path: 'source' });
  }
  const marks = stepMarks(events, params);
  const { codes } = events.event;
  const base = events.offsets[0]!;
  const add = (filter: EventFilter | undefined, path: string, bit: number): void => {
    if (filter === undefined) return;
    const mask = eventMask(events, filter, scope.timezone, path);
    for (let i = 0; i < marks.length; ++i) {
      if (mask[i] === 1 && codes[base + i]! >= 0) marks[i]! |= STEP | bit;
    }
  };
  add(params.from, 'from', FROM);
  add(params.to, 'to', TO);
  return marks;
}

/** Every named event is a step but those that are hidden. */
function stepMarks({ event, offsets, users }: EventIndex, params: PathsParams): Uint8Array {
  const isFree = params.from === undefined && params.to === undefined;
  const mark = isFree ? STEP | FROM : STEP;
  const ofCode = new Uint8Array(event.values.length).fill(mark);
  for (const [i, name] of params.hide.entries()) {
    const code = event.values.indexOf(name);
    if (code < 0) {
      const near = nearest(name, event.values);
      const args = { what: 'event', name, known: event.values, near };
      throw new Problem('not-in-data', args, { path: `hide[${i}]` });
    }
    ofCode[code] = 0;
  }
  const base = offsets[0]!;
  const marks = new Uint8Array(offsets[users]! - base);
  for (let i = 0; i < marks.length; ++i) {
    const code = event.codes[base + i]!;
    if (code >= 0) marks[i] = ofCode[code]!;
  }
  return marks;
}
