import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import type { ClusteredSums } from '../../stats/clustered-rate';
import { COUNTED, type Journeys, OPEN } from './journeys';
import type { FunnelParams } from './params';

/** Those of one value of the breakdown, counted. */
export interface Group {
  /** Null where nothing divides the users. */
  readonly name: string | null;
  readonly entered: number;
  readonly open: number;
  readonly removed: number;
  /** Of those who entered: how many did each step. */
  readonly users: readonly number[];
  /** Of those still open: how many did each step so far. */
  readonly openUsers: readonly number[];
  /** For each step how long it took from the step done before, ascending; none for the first. */
  readonly gaps: readonly Float64Array[];
  /** From the entry to the last step or as long as it was watched for it; open ones included. */
  readonly watched: {
    readonly entry: Float64Array;
    readonly done: Float64Array;
    readonly isOpen: Uint8Array;
  };
  /** Where users come in several times: sums over users of the products of their counts by step. */
  readonly products: readonly Float64Array[] | null;
  readonly clusters: number;
}

/** More values than this are put together. */
const MOST_GROUPS = 10;
const OTHER = 'Other';

/** The journeys by group, the control first, then the largest; those beyond ten as `Other`, last. */
export function groupedJourneys(
  journeys: Journeys,
  params: FunnelParams,
): { groups: Group[]; control: string | null } {
  const { names, places } = placesOf(journeys, params);
  const groups = names.map((name, i) => groupOf(journeys, places, i, name, params));
  return { groups, control: groups.length > 1 ? names[0]! : null };
}

/**
 * Names of the groups, and for each journey its place among them; one without a name where nothing
 * divides the users.
 *
 * @throws {Problem} `no-such-group`
 */
export function placesOf(
  { user, group: { values, codes } }: Journeys,
  params: FunnelParams,
): { names: readonly (string | null)[]; places: Int32Array } {
  if (params.breakdown === undefined) return { names: [null], places: new Int32Array(user.length) };
  const sizes = new Float64Array(values.length);
  for (const code of codes) ++sizes[code]!;
  const largest = values
    .map((name, code) => ({ name, code, size: sizes[code]! }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
  const shown = largest.slice(0, MOST_GROUPS);
  const control = controlOf(
    shown.map(({ name }) => name),
    params,
  );
  shown.sort((a, b) => Number(b.name === control) - Number(a.name === control));
  const placeOf = new Int32Array(values.length).fill(shown.length);
  shown.forEach(({ code }, place) => (placeOf[code] = place));
  return {
    names: [...shown.map(({ name }) => name), ...(largest.length > shown.length ? [OTHER] : [])],
    places: codes.map((code) => placeOf[code]!),
  };
}

/** The named one, else the one called so, else the largest. */
function controlOf(names: readonly string[], { control }: FunnelParams): string {
  if (control === undefined) {
    return names.find((name) => name.toLowerCase() === 'control') ?? names[0]!;
  }
  if (names.includes(control)) return control;
  const args = { name: control, known: names, near: nearest(control, names) };
  throw new Problem('no-such-group', args, { path: 'control' });
}

function groupOf(
  { user, state, times }: Journeys,
  places: Int32Array,
  place: number,
  name: string | null,
  { steps: { length: steps }, count }: FunnelParams,
): Group {
  let [entered, open, removed] = [0, 0, 0];
  const users = new Array<number>(steps).fill(0);
  const openUsers = [...users];
  const gaps: number[][] = users.map(() => []);
  const [entry, done, isOpen]: number[][] = [[], [], []];
  const clusters = count === 'users' ? null : clusterSums(steps);
  for (let i = 0; i < state.length; ++i) {
    if (places[i] !== place) continue;
    const at = i * steps;
    if (state[i] === COUNTED || state[i] === OPEN) {
      entry!.push(times[at]!);
      done!.push(times[at + steps - 1]!);
      isOpen!.push(state[i] === OPEN ? 1 : 0);
    }
    if (state[i] === OPEN) {
      ++open;
      for (let step = 0; step < steps; ++step) {
        if (!Number.isNaN(times[at + step]!)) ++openUsers[step]!;
      }
    } else if (state[i] !== COUNTED) ++removed;
    else {
      ++entered;
      let last = times[at]!;
      for (let step = 0; step < steps; ++step) {
        const time = times[at + step]!;
        if (Number.isNaN(time)) continue;
        ++users[step]!;
        if (step > 0) gaps[step]!.push(Math.max(0, time - last));
        last = time;
      }
      clusters?.add(user[i]!, times, at);
    }
  }
  const sums = clusters?.close() ?? { clusters: entered, products: null };
  return {
    ...{ name, entered, open, removed, users, openUsers },
    gaps: gaps.map((each) => Float64Array.from(each).sort()),
    watched: {
      entry: Float64Array.from(entry!),
      done: Float64Array.from(done!),
      isOpen: Uint8Array.from(isOpen!),
    },
    ...sums,
  };
}

/** Sums over users of the products of their counts, users coming one after another. */
function clusterSums(steps: number) {
  const products = Array.from({ length: steps }, () => new Float64Array(steps));
  const counts = new Float64Array(steps);
  let clusters = 0;
  let current = -1;
  const close = () => {
    for (let a = 0; a < steps; ++a) {
      for (let b = 0; b < steps; ++b) products[a]![b]! += counts[a]! * counts[b]!;
    }
    counts.fill(0);
    return { clusters, products };
  };
  return {
    add(user: number, times: Float64Array, at: number): void {
      if (user !== current) {
        close();
        current = user;
        ++clusters;
      }
      for (let step = 0; step < steps; ++step) {
        if (!Number.isNaN(times[at + step]!)) ++counts[step]!;
      }
    },
    close,
  };
}

/** Step `step` of those at step `of`, both from 0, with users as clusters; only where users come in several times. */
export function clusteredSums(
  { users, clusters, products }: Group & { readonly products: readonly Float64Array[] },
  step: number,
  of: number,
): ClusteredSums {
  return {
    clusters,
    n: users[of]!,
    successes: users[step]!,
    nn: products[of]![of]!,
    xx: products[step]![step]!,
    xn: products[step]![of]!,
  };
}
