import type { JsonObject } from '../base/json';
import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type {
  ChartTable,
  DataFile,
  Engine,
  Output,
  Progress,
  Setting,
  TransformOutput,
} from '../engine/engine';
import type { ParamsCell, TransformCell } from '../notebook/notebook';
import { references } from '../notebook/references';
import type { Inputs } from './cell-run';
import { segmentVersion, sourceVersion } from './cell-run';
import { definedMetrics } from './definitions';
import { outputValue } from './output-value';

/** A cell that computes something. */
export type RunningCell = ParamsCell | TransformCell;

/** What a run of one cell gave. */
export interface Computed {
  readonly output: Output;
  /** Cells that read this one need not run again while this stays the same. */
  readonly version: string;
}

/** What a run can look at. */
export interface Surroundings {
  readonly engine: Engine;
  /** What the engine calls the notebook. */
  readonly notebook: string;
  readonly setting: Setting;
  /** The files that a source names and that are at hand. */
  readonly files: (cell: string, params: JsonObject) => Promise<readonly DataFile[]>;
  /** The name of the notebook, and the text of another one; null when that is not at hand. */
  readonly file: string;
  readonly textOf: (path: string, cell: string) => Promise<string | null>;
  /** What another cell came to. */
  readonly outputOf: (cell: string) => Output;
}

/** Runs one cell whose inputs are all there. */
export async function computed(
  cell: RunningCell,
  { params, inputs }: { readonly params: JsonObject; readonly inputs: Inputs },
  around: Surroundings,
  progress: Progress,
  signal: AbortSignal,
): Promise<Computed> {
  const { engine, notebook, setting } = around;
  const { timezone } = setting;
  const request = { notebook, cell: cell.id, params, setting };
  switch (cell.type) {
    case 'analysis': {
      const output = await engine.run(request, progress, signal);
      return { output, version: JSON.stringify(output.result) };
    }
    case 'segment': {
      const output = await engine.segment(request);
      return { output, version: segmentVersion(params, timezone, inputs.from) };
    }
    case 'transform': {
      const named = namesOfCode(Object.keys(inputs.from), around);
      const asked = { notebook, cell: cell.id, code: cell.body, ...named, setting };
      const output = await engine.transform(asked, progress, signal);
      return { output, version: transformVersion(output) };
    }
    case 'chart': {
      const output = await engine.chart({ ...request, tables: chartTables(cell, around) });
      return { output, version: '' };
    }
    case 'definitions': {
      const metrics = await definedMetrics(params, around.file, {
        read: (path) => around.textOf(path, cell.id),
        check: async (given) =>
          (await engine.plain('definitions', given)).params['metrics'] as JsonObject,
      });
      const output = { type: 'definitions', params: { ...params, metrics } } as const;
      return { output, version: JSON.stringify(metrics) };
    }
    case 'input':
    case 'metric':
    case 'note':
    case 'layout': {
      const output = await engine.plain(cell.type, params);
      return { output, version: JSON.stringify(outputValue(output)) };
    }
    default: {
      const files = await around.files(cell.id, params);
      const output = await engine.load({ ...request, files }, progress, signal);
      return { output, version: sourceVersion(params, timezone, output.sha256, inputs.from) };
    }
  }
}

/** What the names in code stand for: tables stay with the engine, values go along. */
function namesOfCode(
  reads: readonly string[],
  { outputOf }: Surroundings,
): { readonly tables: readonly string[]; readonly values: JsonObject } {
  const isTable = (id: string): boolean => holdsTable(outputOf(id));
  const values = reads.filter((id) => !isTable(id)).map((id) => [id, outputValue(outputOf(id))]);
  return { tables: reads.filter(isTable), values: Object.fromEntries(values) as JsonObject };
}

/** Has the engine a table under this cell? */
function holdsTable(output: Output): boolean {
  return output.type === 'source' || (output.type === 'transform' && output.table !== null);
}

/** What readers of a transform depend on: the content of its table and what its columns mean, or its value. */
function transformVersion({ table, settings, value }: TransformOutput): string {
  return JSON.stringify(table ? [table.sha256, table.roles, settings] : value);
}

/** By each `data.name` in a chart, the table that it means. */
function chartTables(
  cell: ParamsCell,
  { outputOf }: Surroundings,
): Readonly<Record<string, ChartTable>> {
  const named = references(cell, () => []).references.filter(({ by }) => by === 'table');
  const tables = named.map(({ path, start, end, at }) => {
    const name = JSON.parse(cell.body.slice(start, end)) as string;
    const [id, ...rest] = path.map(String);
    const output = outputOf(id!);
    if (output.type !== 'analysis') {
      if (holdsTable(output) && rest.length === 0) return [name, { cell: id! }] as const;
      throw new Problem('no-table', { cell: name }, placeOf(at.path));
    }
    const known = output.tables.map((table) => table.name);
    const table =
      rest.length === 0 ? output.tables[0] : output.tables.find(({ name }) => name === rest[0]);
    if (table) return [name, { rows: table.rows as readonly JsonObject[] }] as const;
    const wanted = rest.join('.');
    const args = { name: wanted, around: id!, known, count: null, near: nearest(wanted, known) };
    throw new Problem('not-at-path', args, placeOf(at.path));
  });
  return Object.fromEntries<ChartTable>(tables);
}

function placeOf(path: string | undefined): { readonly path?: string } {
  return path === undefined ? {} : { path };
}
