import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { partOf } from './aggregate';
import { placesOf } from './grouped';
import { COUNTED, type Journeys, OPEN, REMOVED } from './journeys';
import type { FunnelParams } from './params';
import { requiredBefore } from './step-results';

/**
 * The users behind a count of a group (`groups.DE.entered`, `.open`, `.removed`) or of one of its
 * steps (`groups.DE.steps[1].users`, `.dropped`). Ascending, each once; empty where no users stand behind it.
 */
export function members(input: Input, params: FunnelParams, path: string): Uint32Array {
  const [list, name, field, index, what = 'users'] = parsePath(path);
  if (list !== 'groups' || name === undefined) return new Uint32Array(0);
  const { journeys } = partOf(input, params);
  const { names, places } = placesOf(journeys, params);
  const place = names.findIndex((each, i) => each === name || i === name);
  const step = field === 'steps' ? Number(index) : NaN;
  const test = testOf(journeys, params, String(field), step, String(what));
  const found = new Set<number>();
  for (let i = 0; i < journeys.user.length; ++i) {
    if (places[i] === place && test(i)) found.add(journeys.user[i]!);
  }
  return Uint32Array.from(found).sort();
}

function testOf(
  { state, times }: Journeys,
  params: FunnelParams,
  field: string,
  step: number,
  what: string,
): (journey: number) => boolean {
  const steps = params.steps.length;
  const did = (journey: number, each: number) => !Number.isNaN(times[journey * steps + each]!);
  switch (field) {
    case 'entered':
      return (journey) => state[journey] === COUNTED;
    case 'open':
      return (journey) => state[journey] === OPEN;
    case 'removed':
      return (journey) => state[journey] === REMOVED;
    case 'steps': {
      if (!(step >= 0 && step < steps)) return () => false;
      if (what === 'open') return (journey) => state[journey] === OPEN && did(journey, step);
      if (what !== 'dropped') return (journey) => state[journey] === COUNTED && did(journey, step);
      const before = requiredBefore(params, step);
      return (journey) => state[journey] === COUNTED && did(journey, before) && !did(journey, step);
    }
    default:
      return () => false;
  }
}
