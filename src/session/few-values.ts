import { type Json, type JsonObject, isObject, objectsIn } from '../base/json';
import { sumOf } from './group-lists';
import { takenOut } from './taken-out';

/** A part of a result that tells the values of single people, or of a few, where it is given in full. */
export interface FewValues {
  /** Keys that lead to it, with dots between; of a list on the way, in each of its elements. */
  readonly at: string;
  /** What of it may be seen; undefined where nothing of it may. */
  readonly left: (part: Json, least: number, result: JsonObject) => Json | undefined;
}

/** By kind of analysis. */
export const fewValues: Readonly<Record<string, readonly FewValues[]>> = {
  experiment: [
    { at: 'metrics.cap', left: capOfMany },
    { at: 'metrics.arms', left: armsWithoutLargest },
    { at: 'metrics.segments.groups.arms', left: armsWithoutLargest },
    { at: 'metrics.comparisons.sensitivity', left: sensitivityOfMany },
    { at: 'metrics.segments.groups.comparisons.sensitivity', left: sensitivityOfMany },
    { at: 'metrics.distribution', left: distributionOfMany },
    { at: 'metrics.segments', left: segmentsOfShown },
  ],
  funnel: [
    { at: 'groups.steps', left: stepsOfMany },
    { at: 'groups', left: groupsWithCurves },
    { at: 'drivers.traits', left: traitsOfMany },
  ],
  friction: [{ at: 'transitions.groups', left: spreadsOfMany }],
  concentration: [{ at: 'lorenz', left: lorenzOfMany }],
};

/** A cap that moved the values of a few says what they were. */
function capOfMany(cap: Json, least: number): Json | undefined {
  const users = isObject(cap) ? Number(cap['users']) : 0;
  return users > 0 && users < least ? undefined : cap;
}

/** One user's part of a total that is shown is that user's value. */
function armsWithoutLargest(arms: Json, least: number): Json {
  if (least <= 1) return arms;
  return objectsIn(arms).map(({ largest: _, ...arm }) => arm as JsonObject);
}

/** A choice about a few, beside the result without it, says what they did. */
function sensitivityOfMany(list: Json, least: number, { checks = [] }: JsonObject): Json {
  const mixed = objectsIn(checks).find(({ name }) => name === 'contamination');
  const users = Number(mixed?.['users'] ?? 0);
  return objectsIn(list).filter(({ name }) => (name === 'without-largest' ? 1 : users) >= least);
}

/**
 * Bins of many. The ends of all bins are the least and the greatest value, so bins with a few at an
 * end go with their ends, and the ends of the rest are rounded.
 */
function distributionOfMany(part: Json, least: number): Json | undefined {
  if (!isObject(part)) return part;
  const arms = objectsIn(part['arms']).map((arm) => armOfMany(arm, least));
  const isShown = (bin: number): boolean =>
    arms.some(({ counts }) => Number((counts as readonly Json[])[bin]) >= least);
  const edges = part['edges'] as readonly number[];
  const bins = edges.slice(1).flatMap((_, bin) => (isShown(bin) ? [bin] : []));
  const [from = 0, to = -1] = [bins[0], bins.at(-1)];
  const quantiles = objectsIn(part['quantiles']).filter(({ arm, level }) => {
    const values = Number(arms.find(({ name }) => name === arm)?.['values'] ?? 0);
    return values * Math.min(Number(level), 1 - Number(level)) >= least;
  });
  return {
    ...part,
    edges: edges.slice(from, to + 2).map((edge) => Number(edge.toPrecision(2))),
    arms: arms.map((arm) => ({
      ...arm,
      counts: (arm['counts'] as readonly Json[]).slice(from, to + 1),
    })),
    quantiles,
  };
}

/** A test of whether groups differ is about those that are not shown, too. */
function segmentsOfShown(segments: Json): Json {
  const none = { q: null, df: null, p: null, i2: null };
  return objectsIn(segments).map((segment) => {
    const { df = null } = isObject(segment['heterogeneity']) ? segment['heterogeneity'] : {};
    const isShown = df === null || objectsIn(segment['groups']).length > Number(df);
    return isShown ? segment : { ...segment, heterogeneity: none };
  });
}

/** How many values of the largest make up `top`. */
const TOP = 10;

function armOfMany({ top = null, ...arm }: JsonObject, least: number): JsonObject {
  const counts = arm['counts'] as readonly number[];
  const people = new Map(counts.flatMap((count, bin) => (count > 0 ? [[bin, count]] : [])));
  const out = takenOut({ people, wholes: [[...people.keys()]], overlap: false }, least);
  const shown = counts.map((count, bin) => (out.has(bin) ? null : count));
  return { ...arm, counts: shown, ...(top !== null && TOP >= least && { top }) };
}

/** Times of a step that a few came to are theirs. */
function stepsOfMany(steps: Json, least: number): Json {
  return objectsIn(steps).map((step) => {
    const users = Number(step['users']);
    const time = users < least ? null : quantilesOfMany(step['time'] ?? null, users, least);
    return { ...step, time };
  });
}

/** A quantile beyond which there are a few only is about one of them. */
function quantilesOfMany(time: Json, of: number, least: number): Json {
  if (!isObject(time)) return time;
  const tail = { p25Ms: 0.25, p75Ms: 0.25, p90Ms: 0.1 };
  const gone = Object.entries(tail).filter(([key, share]) => key in time && of * share < least);
  return { ...time, ...Object.fromEntries(gone.map(([key]) => [key, null])) };
}

function groupsWithCurves(groups: Json, least: number): Json {
  return objectsIn(groups).map((group) => {
    const { conversion } = group;
    if (!isObject(conversion)) return group;
    const done = Number(objectsIn(group['steps']).at(-1)?.['users'] ?? 0);
    const none = { medianMs: null, low: null, high: null, p25Ms: null, p75Ms: null, p90Ms: null };
    const time = done < least ? none : quantilesOfMany(conversion['time'] ?? null, done, least);
    const bins = objectsIn(conversion['histogram']);
    const histogram = binsOfMany(bins, least);
    const curve = thinned(objectsIn(conversion['curve']), 'share', Number(group['entered']), least);
    return { ...group, conversion: { ...conversion, time, histogram, curve } };
  });
}

/** Where all less those with the values of a column that are shown are a few, the rarest of these goes. */
function traitsOfMany(traits: Json, least: number): Json {
  const all = objectsIn(traits);
  const columns = new Set(all.map(({ kind, column }) => (kind === 'value' ? column : null)));
  const gone = [...columns].flatMap((column) => {
    const own = all.filter((each) => each['kind'] === 'value' && each['column'] === column);
    const known = Math.max(0, ...own.map((each) => sumOf(each['of'])));
    const rest = own.reduce((left, each) => left - sumOf(each['counts']), known);
    const rarest = own.sort((a, b) => sumOf(a['counts']) - sumOf(b['counts']))[0];
    return rarest && rest > 0 && rest < least ? [rarest] : [];
  });
  return all.filter((each) => !gone.includes(each));
}

function binsOfMany(bins: readonly JsonObject[], least: number): readonly JsonObject[] {
  const filled = bins.filter(({ users }) => Number(users) > 0);
  const people = new Map(filled.map((bin) => [bin, Number(bin['users'])]));
  const out = takenOut({ people, wholes: [filled], overlap: false }, least);
  return bins.filter((bin) => !out.has(bin));
}

/** Waits and times of a few attempts are theirs, and so are the ends of the times of some more. */
function spreadsOfMany(groups: Json, least: number): Json {
  const many = (spread: Json): Json =>
    isObject(spread) && Number(spread['count']) < least ? null : spread;
  return objectsIn(groups).map((group) => ({
    ...group,
    time: many(group['time'] ?? null),
    wait: many(group['wait'] ?? null),
  }));
}

/** Points between which many people stand: from one person to the next the curve tells their values. */
function lorenzOfMany(points: Json, least: number, { users = 0 }: JsonObject): Json {
  const list = objectsIn(points);
  const last = list.at(-1);
  const kept = thinned(list.slice(0, -1), 'population', Number(users), least);
  if (!last) return kept;
  const gap = (Number(last['population']) - Number(kept.at(-1)?.['population'] ?? 0)) * Number(users); // prettier-ignore
  return [...(gap < least - 1e-9 && kept.length > 1 ? kept.slice(0, -1) : kept), last];
}

/** The first point, and each that at least `least` of `of` people stand behind since the one before. */
function thinned(
  points: readonly JsonObject[],
  share: string,
  of: number,
  least: number,
): readonly JsonObject[] {
  const kept: JsonObject[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    const since = before ? (Number(point[share]) - Number(before[share])) * of : Infinity;
    if (since >= least - 1e-9) kept.push(point);
  }
  return kept;
}
