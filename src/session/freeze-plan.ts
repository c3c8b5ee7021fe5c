import type { Json, JsonObject } from '../base/json';
import { Problem } from '../base/problem';
import { setHeader } from '../notebook/edit';
import { type Notebook, type ParamsCell, analysisKind, cellOf } from '../notebook/notebook';
import { type Path, formatPath } from '../notebook/path';
import { resolveRefs } from '../notebook/resolve-refs';
import { plannedSegments } from './planned-segments';
import { frozen, planJson } from './plan-stamp';
import type { Session } from './session';

/**
 * Freezes the parameters of an experiment as the notebook's plan, by a stamp in its header: what is
 * changed later is told in the readout. An edit like any other.
 *
 * @param at  epoch ms
 * @throws {Problem} `wrong-cell-type` for what is no experiment
 * @throws {Problem} `already-frozen` when the notebook has a plan
 * @throws {Problem} what is wrong with the cell's JSON, and what keeps a `$ref` from having a value
 */
export function freezePlan(session: Session, id: string, at: number): void {
  const { notebook } = session;
  const { plan } = notebook.header;
  if (plan) throw new Problem('already-frozen', { cell: plan.cell, at: plan.at });
  const cell = experimentAt(notebook, id);
  if (!cell.json) throw cell.problems[0]!;
  const valueOf = (path: Path): Json => valueAt(session, path);
  const params = resolveRefs(cell.json, valueOf).value as JsonObject;
  const planned = { params, segments: plannedSegments(params, notebook, valueOf) };
  const state = session.state(id);
  const seen = 'output' in state && state.output !== null;
  const made = planJson(frozen(id, planned, at, seen));
  session.apply((before) => setHeader(before, { plan: made }));
}

/** The experiments of a notebook, in order: what can be frozen. */
export function experimentsOf({ cells }: Notebook): string[] {
  return cells.flatMap((cell) => (isExperiment(cell) ? [cell.id] : []));
}

function experimentAt(notebook: Notebook, id: string): ParamsCell {
  const cell = cellOf(notebook, id);
  if (cell && isExperiment(cell)) return cell;
  const args = { name: id, found: cell?.type ?? '', expected: ['experiment'] };
  throw new Problem('wrong-cell-type', args);
}

function isExperiment(cell: Notebook['cells'][number]): cell is ParamsCell {
  return analysisKind(cell) === 'experiment';
}

function valueAt(session: Session, path: Path): Json {
  const shown = session.value(formatPath(path));
  if ('problem' in shown) throw new Problem(shown.problem.code, shown.problem.args);
  return shown.value;
}
