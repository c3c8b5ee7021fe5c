import { type Json, type JsonObject, isObject } from '../base/json';
import { Problem } from '../base/problem';
import { type JsonSource, placeOf } from '../notebook/json-source';
import { parseNotebook } from '../notebook/parse';
import { parsePath } from '../notebook/path';

/** How definitions are read and looked at. */
export interface Definer {
  /** The text of a notebook, by its path from this one; null when it is not at hand. */
  readonly read: (path: string) => Promise<string | null>;
  /** The metrics of one cell with their names, or the problem of one of them at its JSON path. */
  readonly check: (params: JsonObject) => Promise<JsonObject>;
}

/**
 * The metrics that a cell defines, by name: those of the notebook it names as `file`, of all `definitions`
 * there and of the files which those name in turn; and its own, which count before the file's.
 *
 * @param notebook  name of the notebook that the cell is in
 * @throws {Problem} `data-file-missing`, `definitions-cycle`, `no-definitions`, `same-name`; and what is
 *   wrong with a cell of another notebook, located there
 */
export function definedMetrics(
  params: JsonObject,
  notebook: string,
  definer: Definer,
): Promise<JsonObject> {
  return metricsOf(params, [notebook.slice(notebook.lastIndexOf('/') + 1)], definer);
}

/** @param way  the notebooks that led here, the one that holds `params` last */
async function metricsOf(
  params: JsonObject,
  way: readonly string[],
  definer: Definer,
): Promise<JsonObject> {
  const own = await definer.check(params);
  const { file } = params;
  if (typeof file !== 'string') return own;
  const path = pathFrom(way.at(-1)!, file);
  if (way.includes(path)) {
    const circle = [...way.slice(way.indexOf(path)), path].join(' → ');
    throw new Problem('definitions-cycle', { path: circle }, { path: 'file' });
  }
  const text = await definer.read(path);
  if (text === null) throw new Problem('data-file-missing', { file }, { path: 'file' });
  return { ...(await metricsIn(text, path, way, definer)), ...own };
}

async function metricsIn(
  text: string,
  path: string,
  way: readonly string[],
  definer: Definer,
): Promise<JsonObject> {
  const metrics: Record<string, Json> = {};
  for (const cell of parseNotebook(text, path).cells) {
    if (cell.type !== 'definitions') continue;
    const [problem] = cell.problems;
    if (problem) throw problem;
    const { json } = cell;
    const params = isObject(json?.value) ? json.value : {};
    const found = await metricsOf(params, [...way, path], definer).catch((error: unknown) => {
      throw error instanceof Problem ? located(error, json!, path, cell.id) : error;
    });
    for (const [name, metric] of Object.entries(found)) {
      if (name in metrics) throw located(sameName(name), json!, path, cell.id);
      metrics[name] = metric;
    }
  }
  if (Object.keys(metrics).length > 0) return metrics;
  throw new Problem('no-definitions', { file: path }, { path: 'file' });
}

function sameName(name: string): Problem {
  return new Problem('same-name', { name }, { path: 'metrics' });
}

/** A problem of a cell in another notebook, at its place there; one from farther away keeps its own. */
function located(problem: Problem, json: JsonSource, file: string, cell: string): Problem {
  const { code, args, at } = problem;
  if (at.file !== undefined) return problem;
  const place = placeOf(json, at.path === undefined ? [] : parsePath(at.path));
  return new Problem(code, args, { ...place, file, cell });
}

/** `path` as seen from the folder of `from`; `..` may lead out of it. */
function pathFrom(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    const isInside = parts.length > 0 && parts.at(-1) !== '..';
    if (part === '..' && isInside) parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}
