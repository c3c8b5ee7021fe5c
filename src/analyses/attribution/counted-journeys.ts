import { Problem } from '../../base/problem';
import { numberColumn, textColumn } from '../../events/column-of';
import type { Input } from '../analysis';
import { refuseAbove } from './channel-limit';
import { costRows } from './cost-rows';
import { GrowingNumbers } from './growing-numbers';
import { CONVERTED, type Journeys, LOST } from './journeys';
import type { AttributionParams } from './params';
import { pathTransform, roomForPath } from './path-transform';

const LONGEST = 1_000_000;

/**
 * The journeys of a table of counted paths: one entry for the conversions of a row, one for its
 * nulls. Steps stand between `>`; a row without a path is conversions without touch.
 *
 * @throws {Problem} `needs-events` when the parameters name events, `attribution-needs-paths` when the
 *   table has no path column, `negative-count`, `too-many-channels`
 */
export function countedJourneys(input: Input, params: AttributionParams): Journeys {
  const { events, roles } = input;
  for (const name of ['touch', 'conversion'] as const) {
    if (params[name] !== undefined) throw new Problem('needs-events', { name }, { path: name });
  }
  if (roles.path === undefined || roles.conversions === undefined) {
    throw new Problem('attribution-needs-paths', {}, { path: 'source' });
  }
  const numbers = (name: string | undefined): Float64Array | null =>
    name === undefined ? null : numberColumn(events.attributes, name, 'source');
  const path = textColumn(events.attributes, roles.path, 'source');
  const conversions = numbers(roles.conversions)!;
  const nulls = numbers(roles.nulls);
  const values = numbers(roles.value);
  const { channels, steps } = channelsIn(path.values, path.codes, roles.path);
  const shorten = pathTransform(params, channels);
  const out = entryWriter(params.path === 'frequency');
  let missing = 0;
  for (let row = 0; row < events.users; ++row) {
    const converted = counted(conversions[row]!, roles.conversions);
    const lost = nulls === null ? 0 : counted(nulls[row]!, roles.nulls!);
    const own = path.codes[row]! < 0 ? NO_STEPS : steps.get(path.codes[row]!)!;
    const value = values === null || converted === 0 ? 0 : values[row]!;
    if (Number.isNaN(value)) missing += converted;
    if (converted > 0) {
      out.entry(row, own, shorten, CONVERTED, converted, Number.isNaN(value) ? 0 : value);
    }
    if (lost > 0 && own.length > 0) out.entry(row, own, shorten, LOST, lost, 0);
  }
  return {
    users: events.users,
    channels,
    ...out.taken(),
    ages: null,
    open: new Uint32Array(0),
    hasValue: values !== null,
    unit: input.scope.columnUnits[roles.value ?? ''] ?? null,
    tally: { withoutChannel: 0, missing, firstTime: Infinity },
    costs: costRows(input, params),
  };
}

const NO_STEPS = new Int32Array(0);

/** The channels of the paths that rows have, and the steps of each path by its code. */
function channelsIn(paths: readonly string[], codes: Int32Array, column: string) {
  const numbers = new Map<string, number>();
  const steps = new Map<number, Int32Array>();
  for (const code of codes) {
    if (code < 0 || steps.has(code)) continue;
    const names = paths[code]!.split('>').flatMap((step) => step.trim() || []);
    if (names.length > LONGEST) throw new Problem('too-many-touches', { most: LONGEST });
    const own = Int32Array.from(names, (name) => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    });
    refuseAbove(numbers.size, column, 'source');
    steps.set(code, own);
  }
  return { channels: [...numbers.keys()], steps };
}

function counted(count: number, name: string): number {
  if (count < 0) throw new Problem('negative-count', { name, found: count }, { path: 'source' });
  return Number.isNaN(count) ? 0 : count;
}

function entryWriter(hasRepeats: boolean) {
  const user = new GrowingNumbers();
  const outcome = new GrowingNumbers();
  const count = new GrowingNumbers();
  const value = new GrowingNumbers();
  const ends = new GrowingNumbers();
  const touches = new GrowingNumbers();
  const repeats = new GrowingNumbers();
  let room = roomForPath(64);
  return {
    entry(
      row: number,
      steps: Int32Array,
      shorten: (path: typeof room) => void,
      what: number,
      times: number,
      worth: number,
    ): void {
      if (steps.length > room.channels.length) room = roomForPath(2 * steps.length);
      room.channels.set(steps);
      room.length = steps.length;
      shorten(room);
      for (let i = 0; i < room.length; ++i) {
        touches.push(room.channels[i]!);
        if (hasRepeats) repeats.push(room.repeats[i]!);
      }
      user.push(row);
      outcome.push(what);
      count.push(times);
      value.push(worth);
      ends.push(touches.length);
    },
    taken() {
      return {
        user: Uint32Array.from(user.taken()),
        outcome: Uint8Array.from(outcome.taken()),
        count: count.taken(),
        value: value.taken(),
        time: new Float64Array(user.length).fill(NaN),
        ends: Uint32Array.from(ends.taken()),
        touches: Int32Array.from(touches.taken()),
        repeats: hasRepeats ? Uint32Array.from(repeats.taken()) : null,
      };
    },
  };
}
