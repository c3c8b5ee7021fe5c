import type { JoinedPaths } from './joined';
import type { PathsParams } from './params';
import type { Flow, MatrixRow } from './result';
import { END, START } from './sequences';
import { type StepCounts, stepCounts } from './step-counts';
import { ENDED } from './tally';

const OTHER = '(other)';
/** Paths that came where they lead at an earlier step. */
const DONE = '(done)';

/**
 * How paths are spread over events at each step, and how they go from one to the next. Events that
 * have less than `minShare` of the paths at every step are put together.
 */
export function stepShares(
  joined: JoinedPaths,
  { steps, minShare }: PathsParams,
  isBack: boolean,
): { readonly matrix: readonly MatrixRow[]; readonly flow: readonly Flow[] } {
  const counts = stepCounts(joined, steps);
  const of = joined.all.total.paths;
  const { names, places } = shownRows(joined.events, counts, minShare * of, isBack);
  return {
    matrix: matrix(counts, names, places, of, isBack),
    flow: flow(joined, counts, { names, places, steps, isBack }),
  };
}

/** The rows that are shown in their order, and the place in it of each row that was counted. */
function shownRows(
  events: readonly string[],
  { rows, stopped, done, isGoal }: StepCounts,
  least: number,
  isBack: boolean,
): { readonly names: readonly string[]; readonly places: Int32Array } {
  const sizes = rows.map((row) => row.reduce((sum, each) => sum + each, 0));
  const isShown = (code: number) =>
    sizes[code]! > 0 && (isGoal[code] === 1 || Math.max(...rows[code]!) >= least);
  const shown = Array.from(events.keys()).filter(isShown);
  shown.sort((a, b) => sizes[b]! - sizes[a]! || (events[a]! < events[b]! ? -1 : 1));
  const names = shown.map((code) => events[code]!);
  const places = new Int32Array(rows.length).fill(-1);
  shown.forEach((code, place) => (places[code] = place));
  const isRest = events.some((_, code) => sizes[code]! > 0 && places[code] === -1);
  if (isRest) names.push(OTHER);
  for (const code of events.keys()) if (places[code] === -1) places[code] = names.length - 1;
  places[stopped] = sizes[stopped]! > 0 ? names.push(isBack ? START : END) - 1 : -1;
  places[done] = sizes[done]! > 0 ? names.push(DONE) - 1 : -1;
  return { names, places };
}

function matrix(
  { rows }: StepCounts,
  names: readonly string[],
  places: Int32Array,
  of: number,
  isBack: boolean,
): MatrixRow[] {
  const steps = rows[0]!.length;
  const sums = names.map(() => new Float64Array(steps));
  for (const [code, row] of rows.entries()) {
    const sum = sums[places[code]!];
    if (sum) for (let step = 0; step < steps; ++step) sum[step]! += row[step]!;
  }
  return names.map((name, place) => {
    const cells = Array.from(sums[place]!, (paths, step) => {
      return { step: isBack ? 0 - step : step + 1, paths, of, rate: paths / of };
    });
    return { name, steps: isBack ? cells.reverse() : cells };
  });
}

interface Shown {
  readonly names: readonly string[];
  readonly places: Int32Array;
  readonly steps: number;
  readonly isBack: boolean;
}

function flow(
  { parents, codes }: JoinedPaths,
  { depth, weight, stopped }: StepCounts,
  { names, places, steps, isBack }: Shown,
): Flow[] {
  const sums = new Map<number, number>();
  const { length } = names;
  for (let node = 1; node < parents.length; ++node) {
    const [parent, code, before] = [parents[node]!, codes[node]!, depth[node]! - 1];
    const isEvent = code >= 0 && before < steps;
    if (parent === 0 || !(isEvent || (code === ENDED && before < steps))) continue;
    const [near, far] = [places[codes[parent]!]!, places[isEvent ? code : stopped]!];
    const key = (before * length + near) * length + far;
    sums.set(key, (sums.get(key) ?? 0) + weight[node]!);
  }
  const flows = [...sums].map(([key, paths]) => {
    const before = Math.floor(key / length ** 2);
    const near = names[Math.floor(key / length) % length]!;
    const far = names[key % length]!;
    return isBack
      ? { step: 0 - before, from: far, to: near, paths }
      : { step: before, from: near, to: far, paths };
  });
  const place = (name: string) => names.indexOf(name);
  return flows.sort(
    (a, b) =>
      a.step - b.step ||
      b.paths - a.paths ||
      place(a.from) - place(b.from) ||
      place(a.to) - place(b.to),
  );
}
