import { Problem } from '../../base/problem';
import type { HealthParams } from './params';
import type { BandName } from './result';

/** The bands from the best to the worst. */
export const BANDS: readonly BandName[] = ['healthy', 'watch', 'winback'];

/** Where each band begins and ends. @throws {Problem} `bands-overlap` when they are not in order */
export function bandEdges({
  bands,
}: HealthParams): Readonly<Record<BandName, readonly [number, number]>> {
  const { healthy, watch } = bands;
  if (watch >= healthy) throw new Problem('bands-overlap', { healthy, watch }, { path: 'bands' });
  return { healthy: [healthy, 100], watch: [watch, healthy], winback: [0, watch] };
}

/** The band an index lies in. */
export function bandOf(index: number, { bands }: HealthParams): BandName {
  if (index >= bands.healthy) return 'healthy';
  return index >= bands.watch ? 'watch' : 'winback';
}

/** The band of a user who was at `before`, if at all: an edge is crossed by `hysteresis` points only. */
export function steadyBand(index: number, before: number, params: HealthParams): BandName {
  if (Number.isNaN(before)) return bandOf(index, params);
  const { bands, hysteresis } = params;
  const edges = [bands.healthy, bands.watch];
  let band = BANDS.indexOf(bandOf(before, params));
  while (band > 0 && index >= edges[band - 1]! + hysteresis) --band;
  while (band < edges.length && index < edges[band]! - hysteresis) ++band;
  return BANDS[band]!;
}
