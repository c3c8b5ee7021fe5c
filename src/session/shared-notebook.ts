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
    const state = session.state(id);
    if (!('output' in state) || state.output?.type !== 'analysis') continue;
    const { result, groups } = withoutSmallGroups(state.output.result, least);
    if (groups === 0) continue;
    withheld.set(id, groups);
    states.set(id, await left(state, { ...state.output, result }, { groups, least }));
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

  async function left(
    state: CellState,
    output: AnalysisOutput,
    args: { readonly groups: number; readonly least: number },
  ): Promise<CellState> {
    const { kind, params, result } = output;
    if (result === null) {
      const problem = groupsWithheld(args.groups, args.least).toJSON();
      return { state: 'problem', problem, output: null };
    }
    const shown = await engine.present(kind, params as JsonObject, result, locale);
    const note = { level: 'note', tone: 'neutral', code: 'groups-withheld', args } as const;
    const findings = [...shown.findings, note];
    return { ...state, output: { ...output, ...shown, findings } } as CellState;
  }
}

function groupsWithheld(groups: number, least: number): Problem {
  return new Problem('groups-withheld', { groups, least });
}
