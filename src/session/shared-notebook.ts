import type { JsonObject } from '../base/json';
import { Problem } from '../base/problem';
import type { AnalysisOutput, Engine, Output } from '../engine/engine';
import type { Locale } from '../locale/language';
import type { Notebook } from '../notebook/notebook';
import { lookup, parsePath } from '../notebook/path';
import type { CellState } from './cell-state';
import { outputValue } from './output-value';
import type { ShownValue } from './shown-value';
import { withoutSmallGroups } from './small-groups';

/** A running notebook as it is read. */
interface RunningNotebook {
  readonly notebook: Notebook;
  readonly text: string;
  readonly file: string;
  state(id: string): CellState;
  value(path: string): ShownValue;
}

/** What of a running notebook may leave the machine: groups of few users are taken out of its results. */
export interface SharedNotebook extends RunningNotebook {
  /** By cell, how many groups were taken out. */
  readonly withheld: ReadonlyMap<string, number>;
}

/** A cell as it may leave the machine, and how many groups of few users were taken out of its result. */
export interface SharedState {
  readonly state: CellState;
  readonly withheld: number;
}

/**
 * The notebook as exports see it. Findings, tables and charts are made anew from what is left of a
 * result, and say how many groups are missing.
 */
export async function sharedNotebook(
  session: RunningNotebook,
  engine: Pick<Engine, 'present'>,
  locale: Locale,
): Promise<SharedNotebook> {
  const { notebook, text, file } = session;
  const least = notebook.header.smallestGroup;
  const states = new Map<string, CellState>();
  const withheld = new Map<string, number>();
  for (const { id } of notebook.cells) {
    const shared = await sharedState(session, id, engine, locale);
    if (shared.withheld === 0) continue;
    withheld.set(id, shared.withheld);
    states.set(id, shared.state);
  }
  return { notebook, text, file, withheld, state, value };

  function state(id: string): CellState {
    return states.get(id) ?? session.state(id);
  }

  function value(path: string): ShownValue {
    const [id, ...rest] = parsePath(path);
    const shown = states.get(String(id));
    const before = session.value(path);
    if (!shown || 'problem' in before) return before;
    const output: Output | null = 'output' in shown ? shown.output : null;
    if (!output) return { problem: groupsWithheld(withheld.get(String(id))!, least).toJSON() };
    try {
      const { value, problem } = lookup(outputValue(output), rest);
      return { ...before, value, reason: problem };
    } catch {
      return { problem: groupsWithheld(withheld.get(String(id))!, least).toJSON() };
    }
  }
}

/** One cell of it. */
export async function sharedState(
  session: Pick<RunningNotebook, 'notebook' | 'state'>,
  id: string,
  engine: Pick<Engine, 'present'>,
  locale: Locale,
): Promise<SharedState> {
  const state = session.state(id);
  const output = 'output' in state && state.output;
  if (!output || output.type !== 'analysis') return { state, withheld: 0 };
  const least = session.notebook.header.smallestGroup;
  const { kind, params } = output;
  const { result, groups, besides } = withoutSmallGroups(kind, output.result, least);
  if (groups === 0) return { state, withheld: 0 };
  if (result === null) {
    const problem = groupsWithheld(groups, least).toJSON();
    return { state: { state: 'problem', problem, output: null }, withheld: groups };
  }
  const shown = await engine.present(kind, params as JsonObject, result, locale);
  const args = { groups, least, besides };
  const note = { level: 'note', tone: 'neutral', code: 'groups-withheld', args } as const;
  const left: AnalysisOutput = { ...output, result, ...shown, findings: [...shown.findings, note] };
  return { state: { ...state, output: left } as CellState, withheld: groups };
}

function groupsWithheld(groups: number, least: number): Problem {
  return new Problem('groups-withheld', { groups, least });
}
