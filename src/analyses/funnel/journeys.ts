import { concat, recoded, shifted } from '../joined-arrays';

/** What became of one user, session or attempt. `open`: every entry is still within its window. */
export const OPEN = 0;
export const COUNTED = 1;
/** Taken out by an exclusion that removes. */
export const REMOVED = 2;

/** Those who entered the funnel, one entry each: users, sessions or attempts. */
export interface Journeys {
  /** Whose it is; those of one user stand together. */
  readonly user: Uint32Array;
  /** The group of each, into `values`. */
  readonly group: { readonly values: readonly string[]; readonly codes: Int32Array };
  /** `OPEN`, `COUNTED` or `REMOVED`. */
  readonly state: Uint8Array;
  /** The furthest step, from 1. */
  readonly reached: Uint8Array;
  /** When each step was done, epoch ms, all steps of a journey behind one another; NaN for steps not done. */
  readonly times: Float64Array;
}

/** Gathers journeys one by one. */
export interface JourneyLog {
  add(user: number, group: number, state: number, reached: number, times: Float64Array): void;
  journeys(groups: readonly string[]): Journeys;
}

export function journeyLog(): JourneyLog {
  const [users, codes, states, furthest, all]: number[][] = [[], [], [], [], []];
  return {
    add(user, group, state, reached, times) {
      users!.push(user);
      codes!.push(group);
      states!.push(state);
      furthest!.push(reached);
      for (let step = 0; step < times.length; ++step) all!.push(times[step]!);
    },
    journeys: (values) => ({
      user: Uint32Array.from(users!),
      group: { values, codes: Int32Array.from(codes!) },
      state: Uint8Array.from(states!),
      reached: Uint8Array.from(furthest!),
      times: Float64Array.from(all!),
    }),
  };
}

/** The journeys of several blocks; users are numbered on from block to block. */
export function joinedJourneys(
  parts: readonly { readonly users: number; readonly journeys: Journeys }[],
): Journeys {
  const of = parts.map(({ journeys }) => journeys);
  const users = parts.map(({ users }) => users);
  return {
    user: concat(
      shifted(
        of.map(({ user }) => user),
        users,
      ),
    ),
    group: recoded(of.map(({ group }) => group)),
    state: concat(of.map(({ state }) => state)),
    reached: concat(of.map(({ reached }) => reached)),
    times: concat(of.map(({ times }) => times)),
  };
}
