import { type Json, type JsonObject, isObject } from '../base/json';
import { arranged, cellsFrom, placedCells, replaced } from './arrange';
import { refuseNewer, removeCells } from './edit';
import { formatJson } from './json-format';
import { jsonTree } from './json-node';
import { type Notebook, RESULTS_ID } from './notebook';

/** The results an author chose to save with the notebook. */
export interface Snapshot {
  /** Version of the engine that computed it. */
  readonly engine: string;
  /** ISO 8601. */
  readonly at: string;
  /** By id of the source. */
  readonly sources: Readonly<Record<string, SnapshotSource>>;
  /** By id of the cell. */
  readonly cells: Readonly<Record<string, SnapshotCell>>;
}

export interface SnapshotSource {
  readonly sha256: string;
  readonly rows: number;
}

export interface SnapshotCell {
  /** sha256 of the resolved parameters. */
  readonly params: string;
  readonly result: Json;
}

/** The snapshot in the file; null where there is none, or it is not one. */
export function snapshotOf({ cells }: Notebook): Snapshot | null {
  const cell = cells.findLast((each) => each.type === 'results');
  const value = cell?.json?.value;
  if (!isObject(value)) return null;
  const { engine, at, sources, cells: results } = value;
  if (typeof engine !== 'string' || typeof at !== 'string') return null;
  return {
    engine,
    at,
    sources: pick(sources, ({ sha256, rows }) =>
      typeof sha256 === 'string' && typeof rows === 'number' ? { sha256, rows } : null,
    ),
    cells: pick(results, ({ params, result }) =>
      typeof params === 'string' && result !== undefined ? { params, result } : null,
    ),
  };
}

/**
 * The notebook with `snapshot` as its last block, or without one. A snapshot that says the same as
 * the one in the file changes no byte: not even its time.
 *
 * @throws {Problem} `newer-version`
 */
export function withSnapshot(notebook: Notebook, snapshot: Snapshot | null): Notebook {
  refuseNewer(notebook);
  const old = notebook.cells.find((cell) => cell.id === RESULTS_ID);
  if (snapshot === null) return old ? removeCells(notebook, new Set([RESULTS_ID])) : notebook;
  const saved = snapshotOf(notebook);
  if (saved && content({ ...snapshot, at: saved.at }) === content(saved)) return notebook;
  const text = `\`\`\`json lift:results\n${content(snapshot)}\n\`\`\``;
  if (old) return replaced(notebook, RESULTS_ID, text);
  const [cell] = cellsFrom(text, RESULTS_ID, notebook);
  return arranged(notebook, [...placedCells(notebook), { cell: cell!, was: null }]);
}

function content({ engine, at, sources, cells }: Snapshot): string {
  return formatJson(jsonTree({ engine, at, sources, cells } as unknown as JsonObject));
}

function pick<T>(
  value: Json | undefined,
  read: (entry: JsonObject) => T | null,
): Readonly<Record<string, T>> {
  const entries = Object.entries(isObject(value) ? value : {}).map(
    ([id, entry]) => [id, isObject(entry) ? read(entry) : null] as const,
  );
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => entry[1] !== null));
}
