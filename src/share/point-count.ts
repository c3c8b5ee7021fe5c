import { type Json, isObject } from '../base/json';

const known = new WeakMap<object, number>();

/** How many numbers outline what GeoJSON or TopoJSON is in `value`; outlines that others refer to count each time. */
export function pointsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const before = known.get(value);
  if (before !== undefined) return before;
  const count = pointCount(value as Json);
  known.set(value, count);
  return count;
}

function pointCount(value: Json): number {
  if (Array.isArray(value)) return total(value, pointCount);
  if (!isObject(value)) return 0;
  if (value['type'] === 'Topology') return topologyPoints(value);
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'coordinates' ? leafCount(inner) : pointCount(inner)),
    0,
  );
}

/** Each shape of a topology may name any of its arcs, and any as often as it likes. */
function topologyPoints({ arcs = [], objects = null }: { readonly [key: string]: Json }): number {
  const lengths = Array.isArray(arcs) ? (arcs as readonly Json[]).map(leafCount) : [];
  const longest = lengths.reduce((most, each) => Math.max(most, each), 1);
  return total(lengths, (each) => each) + namedArcs(objects) * longest + pointCount(objects);
}

function namedArcs(value: Json): number {
  if (Array.isArray(value)) return total(value, namedArcs);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'arcs' ? leafCount(inner) : namedArcs(inner)),
    0,
  );
}

function leafCount(value: Json): number {
  return Array.isArray(value) ? total(value as readonly Json[], leafCount) : 1;
}

function total<T>(list: readonly T[], count: (each: T) => number): number {
  return list.reduce((sum, each) => sum + count(each), 0);
}
