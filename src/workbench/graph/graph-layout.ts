import type { Graph } from '../../notebook/graph';

/** Where a cell stands in the picture of the graph, counted from 0. */
export interface Spot {
  readonly id: string;
  /** From left to right: one behind the last of the cells it reads. */
  readonly layer: number;
  /** From top to bottom in its layer, in the order of the file. */
  readonly row: number;
  /** It waits for itself: it is in a cycle. */
  readonly inCycle: boolean;
}

/** The cells of `ids` in layers: every cell stands right of all it reads; the members of a cycle stand in one layer. */
export function graphLayout(ids: readonly string[], graph: Graph): readonly Spot[] {
  const cycles = new Map(graph.cycles.flatMap((cycle) => cycle.map((id) => [id, cycle] as const)));
  const layers = new Map<string, number>();
  const layerOf = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const members = cycles.get(id) ?? [id];
    const read = members.flatMap((member) => graph.reads.get(member) ?? []);
    const before = read.filter((other) => !members.includes(other)).map(layerOf);
    const layer = 1 + before.reduce((most, other) => Math.max(most, other), -1);
    for (const member of members) layers.set(member, layer);
    return layer;
  };
  // Each behind those it needs: so nothing is asked for that lies deep.
  for (const id of graph.order) layerOf(id);
  const rows = new Map<number, number>();
  return ids.map((id) => {
    const layer = layerOf(id);
    const row = rows.get(layer) ?? 0;
    rows.set(layer, row + 1);
    return { id, layer, row, inCycle: cycles.has(id) };
  });
}

/** Where an arrow key leads from `id`: right to who reads it, left to what it reads, up and down in its layer; null at an edge. */
export function neighbour(
  spots: readonly Spot[],
  graph: Graph,
  id: string,
  key: string,
): string | null {
  const at = spots.find((spot) => spot.id === id);
  if (!at) return null;
  const shown = new Set(spots.map((spot) => spot.id));
  const first = (ids: readonly string[] = []) =>
    ids.find((other) => other !== id && shown.has(other)) ?? null;
  const inLayer = (by: number) =>
    spots.find(({ layer, row }) => layer === at.layer && row === at.row + by)?.id ?? null;
  if (key === 'ArrowRight') return first(graph.readBy.get(id));
  if (key === 'ArrowLeft') return first(graph.reads.get(id));
  if (key === 'ArrowDown') return inLayer(1);
  return key === 'ArrowUp' ? inLayer(-1) : null;
}
