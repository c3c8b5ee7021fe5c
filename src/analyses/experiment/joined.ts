import { concat, recoded, shifted } from '../joined-arrays';
import type { Cohort } from './cohort';
import type { Measured, Totals } from './measured';
import type { Daily, Samples, Steps } from './tally';

/** The cohorts of disjoint blocks as one, their users behind one another. `users` are those of each block. */
export function joined(cohorts: readonly Cohort[]): Cohort {
  const [first] = cohorts;
  if (first === undefined) throw new RangeError('joined: no cohorts');
  if (cohorts.length === 1) return first;
  const coded = recoded(cohorts.map(({ arms, arm }) => ({ values: arms, codes: arm })));
  const sizes = cohorts.map(({ users }) => users.length);
  return {
    arms: coded.values,
    arm: coded.codes,
    users: concat(cohorts.map(({ users }) => users)),
    several: concat(cohorts.map(({ several }) => several)),
    severalAtClose: concat(cohorts.map(({ severalAtClose }) => severalAtClose)),
    row: concat(cohorts.map(({ row }) => row)),
    time: concat(cohorts.map(({ time }) => time)),
    out: concat(cohorts.map(({ out }) => out)),
    exposure: {
      row: concat(cohorts.map(({ exposure }) => exposure.row)),
      time: concat(cohorts.map(({ exposure }) => exposure.time)),
    },
    withoutVariant: cohorts.reduce((sum, { withoutVariant }) => sum + withoutVariant, 0),
    measures: first.measures.map((_, i) =>
      joinedMeasure(
        cohorts.map(({ measures }) => measures[i]!),
        sizes,
      ),
    ),
    segments: first.segments.map(({ column }, i) => ({
      column,
      ...recoded(cohorts.map(({ segments }) => segments[i]!)),
    })),
    duplicates: first.duplicates,
    repeated: first.repeated,
  };
}

/** What was made of the parts that began with this one. */
const known = new WeakMap<Measured, { parts: readonly Measured[]; whole: Measured }>();

/** The same object for the same parts, so that what is made of it can be remembered. */
function joinedMeasure(parts: readonly Measured[], sizes: readonly number[]): Measured {
  const last = known.get(parts[0]!);
  if (last && parts.every((part, i) => part === last.parts[i])) return last.whole;
  const whole = measureOfAll(parts, sizes);
  known.set(parts[0]!, { parts, whole });
  return whole;
}

function measureOfAll(parts: readonly Measured[], sizes: readonly number[]): Measured {
  const [first] = parts;
  return {
    ...joinedTotals(parts),
    covariates: first!.covariates.map((_, i) => {
      const list = parts.map(({ covariates }) => covariates[i]!);
      return {
        value: concat(list.map(({ value }) => value)),
        denominator: optional(list.map(({ denominator }) => denominator)),
        unknown: concat(list.map(({ unknown }) => unknown)),
        isSame: list[0]!.isSame,
      };
    }),
    steps: joinedLists(
      parts.map(({ steps }) => steps),
      (list) => joinedSteps(list, sizes),
    ),
    daily: joinedLists(
      parts.map(({ daily }) => daily),
      (list) => joinedDaily(list, sizes),
    ),
    before: joinedIfPresent(parts.map(({ before }) => before)),
    closed: joinedIfPresent(parts.map(({ closed }) => closed)),
  };
}

function joinedTotals(parts: readonly Totals[]): Totals {
  return {
    value: concat(parts.map(({ value }) => value)),
    denominator: optional(parts.map(({ denominator }) => denominator)),
    missing: concat(parts.map(({ missing }) => missing)),
    samples: joinedSamples(parts.map(({ samples }) => samples)),
  };
}

function joinedIfPresent(parts: readonly (Totals | null)[]): Totals | null {
  const totals = present(parts);
  return totals && joinedTotals(totals);
}

function joinedSamples(parts: readonly (Samples | null)[]): Samples | null {
  const samples = present(parts);
  if (samples === null) return null;
  const sizes = samples.map(({ values }) => values.length);
  const placed = (positions: readonly Uint32Array[]) => concat(shifted(positions, sizes));
  return {
    values: concat(samples.map(({ values }) => values)),
    times: concat(samples.map(({ times }) => times)),
    starts: placed(samples.map(({ starts }) => starts)),
    ends: placed(samples.map(({ ends }) => ends)),
  };
}

/** Lists of one length in all parts, joined element by element. */
function joinedLists<T>(
  parts: readonly (readonly T[] | null)[],
  join: (list: readonly T[]) => T,
): readonly T[] | null {
  const lists = present(parts);
  return lists && lists[0]!.map((_, i) => join(lists.map((list) => list[i]!)));
}

function joinedSteps(parts: readonly Steps[], sizes: readonly number[]): Steps {
  return {
    user: concat(usersOf(parts, sizes)),
    time: concat(parts.map(({ time }) => time)),
    total: concat(parts.map(({ total }) => total)),
  };
}

function joinedDaily(parts: readonly Daily[], sizes: readonly number[]): Daily {
  return {
    user: concat(usersOf(parts, sizes)),
    day: concat(parts.map(({ day }) => day)),
    value: concat(parts.map(({ value }) => value)),
  };
}

function usersOf(
  parts: readonly { readonly user: Uint32Array }[],
  sizes: readonly number[],
): Uint32Array[] {
  const users = parts.map(({ user }) => user);
  return shifted(users, sizes);
}

function present<T>(parts: readonly (T | null)[]): readonly T[] | null {
  const list = parts.filter((part) => part !== null);
  return list.length === parts.length ? list : null;
}

function optional(parts: readonly (Float64Array | null)[]): Float64Array | null {
  const list = present(parts);
  return list && concat(list);
}
