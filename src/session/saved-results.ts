import { type Json, type JsonObject, isObject } from '../base/json';
import { Problem } from '../base/problem';
import type { AnalysisOutput, Engine, Output } from '../engine/engine';
import type { Locale } from '../locale/language';
import { type Cell, type Notebook, type ParamsCell, cellOf } from '../notebook/notebook';
import { lookup } from '../notebook/path';
import { resolveRefs } from '../notebook/resolve-refs';
import {
  type Snapshot,
  type SnapshotCell,
  type SnapshotSource,
  snapshotOf,
} from '../notebook/snapshot';
import { paramsFingerprint } from './params-fingerprint';
import { withoutSmallGroups } from './small-groups';

/** A result that came with the file. */
export interface Saved {
  readonly output: AnalysisOutput;
  /** Epoch ms. */
  readonly at: number;
  /** Fingerprint of the parameters it was computed with. */
  readonly params: string;
}

/** A result that is up to date, with the parameters it was computed with. */
export interface UpToDate {
  readonly id: string;
  readonly output: Output;
  readonly params: JsonObject;
}

/** The results that came with the file, by id of the cell; those that this version cannot show are left out. */
export async function savedResults(
  notebook: Notebook,
  engine: Engine,
  locale: Locale,
): Promise<ReadonlyMap<string, Saved>> {
  const snapshot = snapshotOf(notebook);
  const found = new Map<string, Saved>();
  for (const [id, { params: fingerprint, result }] of Object.entries(snapshot?.cells ?? {})) {
    const cell = cellOf(notebook, id);
    const params = cell?.type === 'analysis' ? writtenParams(cell, notebook, snapshot!) : null;
    if (!params) continue;
    const kind = String(params['kind']);
    const shown = await engine.present(kind, params, result, locale).catch(() => null);
    if (!shown) continue;
    const data = dataOf(params['source'], snapshot!);
    const output: AnalysisOutput = { type: 'analysis', kind, params, result, ...shown, data };
    found.set(id, { output, at: Date.parse(snapshot!.at), params: fingerprint });
  }
  return found;
}

/** The parameters of an analysis with the values they refer to, where the file alone tells those; else null. */
function writtenParams(
  { json }: ParamsCell,
  notebook: Notebook,
  snapshot: Snapshot,
): JsonObject | null {
  try {
    const resolved =
      json &&
      resolveRefs(json, ([id, ...rest]) => lookup(writtenValue(String(id), notebook, snapshot), rest).value); // prettier-ignore
    return isObject(resolved?.value) ? resolved.value : null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return null;
  }
}

/** What the file says that others see of a cell; null where that has to be computed. */
function writtenValue(id: string, notebook: Notebook, { cells }: Snapshot): Json {
  const cell = cellOf(notebook, id);
  const params = cell && 'json' in cell ? (cell.json?.value ?? null) : null;
  if (cell?.type === 'analysis') return cells[id]?.result ?? null;
  if (!isObject(params)) return null;
  if (cell?.type === 'input' || cell?.type === 'metric') return params['value'] ?? null;
  const { metrics } = params;
  if (cell?.type !== 'definitions' || !isObject(metrics)) return null;
  const named = Object.entries(metrics).map(([name, metric]) => [
    name,
    isObject(metric) ? { name, ...metric } : metric,
  ]);
  return Object.fromEntries(named) as Json;
}

function dataOf(source: Json | undefined, { sources }: Snapshot): AnalysisOutput['data'] {
  if (typeof source !== 'string') return null;
  return { source, sha256: sources[source]?.sha256 ?? '', users: null, from: null, to: null };
}

/** Whether `cell` has the parameters that `saved` was computed with; taken for granted where they refer to other results. */
export function stillHolds(saved: Saved, cell: Cell): boolean {
  if (!('json' in cell) || !cell.json) return false;
  let refers = false;
  const { value } = resolveRefs(cell.json, () => {
    refers = true;
    return null;
  });
  return refers || paramsFingerprint(value) === saved.params;
}

/**
 * What a notebook saves of its results.
 *
 * @param engine  version of the engine that computed them
 * @param at      epoch ms
 * @param smallestGroup  groups of fewer users are left out, and results of nothing else
 */
export function snapshotFrom(
  cells: readonly UpToDate[],
  engine: string,
  at: number,
  smallestGroup: number,
): Snapshot {
  const sources: Record<string, SnapshotSource> = {};
  const results: Record<string, SnapshotCell> = {};
  for (const { id, output, params } of cells) {
    if (output.type === 'source') sources[id] = { sha256: output.sha256, rows: output.rows };
    if (output.type !== 'analysis') continue;
    const { result } = withoutSmallGroups(output.kind, output.result, smallestGroup);
    if (result !== null) results[id] = { params: paramsFingerprint(params), result };
  }
  return { engine, at: new Date(at).toISOString(), sources, cells: results };
}
