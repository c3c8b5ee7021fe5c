import { type Distinction, distinctions } from '../distinguishing';
import type { CountedValue, Traits } from '../traits';
import type { Profiles } from './profiles';
import type { Portrait } from './result';

/** More traits than this nobody reads. */
const MOST_TRAITS = 30;

/** What distinguishes those with `side` 0 from those with 1. */
export function portraitOf(profiles: Profiles, side: Uint8Array): Portrait {
  const all: readonly Distinction[] = distinctions(traitsOf(profiles, side));
  return { traits: all.slice(0, MOST_TRAITS), compared: all.length };
}

function traitsOf({ events, texts, numbers }: Profiles, side: Uint8Array): Traits {
  const others = side.reduce((sum, each) => sum + each, 0);
  return {
    sides: [side.length - others, others],
    events: events.map(({ value, did }) => ({ value, counts: countsBySide(did, side) })),
    texts: texts.flatMap(({ column, values, codes }) =>
      countedValues(values, codes, side).map((each) => ({ column, ...each })),
    ),
    numbers: numbers.map(({ column, values }) => ({ column, ...known(values, side) })),
  };
}

/** The numbers that there are, and their sides. */
function known(values: Float64Array, side: Uint8Array) {
  const found = new Float64Array(values.length);
  const sides = new Uint8Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; ++i) {
    if (Number.isNaN(values[i]!)) continue;
    found[count] = values[i]!;
    sides[count++] = side[i]!;
  }
  return { values: found.subarray(0, count), sides: sides.subarray(0, count) };
}

function countsBySide(did: Uint8Array, side: Uint8Array): readonly [number, number] {
  const counts: [number, number] = [0, 0];
  for (let i = 0; i < did.length; ++i) counts[side[i] as 0 | 1] += did[i]!;
  return counts;
}

function countedValues(
  values: readonly string[],
  codes: Int32Array,
  side: Uint8Array,
): CountedValue[] {
  const counts = new Float64Array(2 * values.length);
  for (let i = 0; i < codes.length; ++i) if (codes[i]! >= 0) ++counts[2 * codes[i]! + side[i]!]!;
  return values.flatMap((value, i) => {
    const pair = [counts[2 * i]!, counts[2 * i + 1]!] as const;
    return pair[0] + pair[1] > 0 ? [{ value, counts: pair }] : [];
  });
}
