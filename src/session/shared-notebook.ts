import type { Engine } from '../engine/engine';
import type { Locale } from '../locale/language';
import type { Graph } from '../notebook/graph';
import type { Notebook } from '../notebook/notebook';
import { parsePath } from '../notebook/path';
import { type CellState, outputOf } from './cell-state';
import {
  type SharedState,
  type Sharing,
  groupsWithheld,
  isSameAt,
  sharedCell,
} from './shared-cell';
import { type ShownValue, shownValue } from './shown-value';

/** A running notebook as it is read. */
interface RunningNotebook {
  readonly notebook: Notebook;
  readonly text: string;
  readonly file: string;
  readonly graph: Pick<Graph, 'reads'>;
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
  const { notebook, text, file, graph } = session;
  const least = notebook.header.smallestGroup;
  const states = new Map<string, CellState>();
  const withheld = new Map<string, number>();
  const sharing = { session, engine, locale, known: new Map<string, SharedState>() };
  for (const { id } of notebook.cells) {
    const shared = await sharedCell(id, sharing);
    if (shared.withheld > 0) withheld.set(id, shared.withheld);
    if (shared.state !== session.state(id)) states.set(id, shared.state);
  }
  return { notebook, text, file, graph, withheld, state, value };

  function state(id: string): CellState {
    return states.get(id) ?? session.state(id);
  }

  function value(path: string): ShownValue {
    const steps = parsePath(path);
    const [id, ...rest] = steps;
    const shown = states.get(String(id));
    const before = session.value(path);
    if (!shown) return before;
    const left = outputOf(shown);
    if (isSameAt(rest, outputOf(session.state(String(id))), left)) return before;
    // A sentence that lists what there is may list what is left only.
    if ('problem' in before && left) return shownValue(left, steps, shown.state !== 'done');
    const reason =
      shown.state === 'problem'
        ? shown.problem
        : groupsWithheld(withheld.get(String(id)) ?? 1, least).toJSON();
    return { value: null, stale: false, reason };
  }
}

/** One cell of it. */
export async function sharedState(
  session: Sharing['session'],
  id: string,
  engine: Sharing['engine'],
  locale: Locale,
): Promise<SharedState> {
  return sharedCell(id, { session, engine, locale, known: new Map() });
}
