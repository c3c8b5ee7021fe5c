import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, type JsonObject, isObject } from '../../src/base/json';
import { nextTask } from '../../src/data/next-task';
import {
  insertCell,
  moveCell,
  removeCells,
  setAttributes,
  setHeader,
  setJson,
} from '../../src/notebook/edit';
import { dashboardOf, withTiles } from '../../src/notebook/dashboard';
import { type CellType, type Notebook, cellOf } from '../../src/notebook/notebook';
import { formatNotebook } from '../../src/notebook/write';
import type { Session } from '../../src/session/session';
import { NOTEBOOK, sessionOf } from './tools';

type Step = (session: Session) => void | Promise<void>;

/** An edit that changes a parameter of a cell, if the cell is there. */
function set(id: string, key: string, value: Json): Step {
  return edit((notebook) => {
    const cell = cellOf(notebook, id);
    if (!cell || !('json' in cell) || !isObject(cell.json?.value)) return notebook;
    return setJson(notebook, id, { ...cell.json.value, [key]: value });
  });
}

function edit(change: (notebook: Notebook) => Notebook): Step {
  return (session) => session.apply(change);
}

const COPY: JsonObject = {
  kind: 'experiment',
  source: 'events',
  exposure: { event: 'exposure', variant: 'variant' },
  control: { $ref: 'ab.control' },
  metrics: [{ name: 'bought', type: 'proportion', event: 'purchase', window: '1d' }],
  completeThrough: '2026-03-05',
  looks: 'fixed',
};

const CHART: JsonObject = {
  data: { name: 'events' },
  mark: 'bar',
  encoding: { x: { field: 'event' }, y: { aggregate: 'count' } },
};

/** `notebook` with a cell of that name, which it may have already. */
function once(notebook: Notebook, type: CellType, id: string, json: JsonObject): Notebook {
  return cellOf(notebook, id) ? notebook : insertCell(notebook, 99, { type, id, json });
}

const STEPS: Readonly<Record<string, Step>> = {
  alpha: set('ab', 'alpha', 0.1),
  'other alpha': set('ab', 'alpha', 0.01),
  control: set('ab', 'control', 'treatment'),
  'wrong control': set('ab', 'control', 'nobody'),
  'other file': set('events', 'file', 'lost.csv'),
  file: set('events', 'file', 'story.csv'),
  roles: set('events', 'roles', { user: 'user_id' }),
  zone: edit((notebook) => setHeader(notebook, { timezone: 'Asia/Shanghai' })),
  lazy: edit((notebook) => setHeader(notebook, { run: 'lazy' })),
  manual: edit((notebook) =>
    cellOf(notebook, 'ab') ? setAttributes(notebook, 'ab', { run: 'manual' }) : notebook,
  ),
  copy: edit((notebook) =>
    cellOf(notebook, 'copy')
      ? notebook
      : insertCell(notebook, 99, { type: 'analysis', id: 'copy', json: COPY }),
  ),
  prose: edit((notebook) => insertCell(notebook, 1, { type: 'prose', body: '{{ ab.alpha }}' })),
  'copy first': edit((notebook) =>
    cellOf(notebook, 'copy') ? moveCell(notebook, 'copy', 1) : notebook,
  ),
  'no ab': edit((notebook) =>
    cellOf(notebook, 'ab') ? removeCells(notebook, new Set(['ab'])) : notebook,
  ),
  level: edit((notebook) => once(notebook, 'input', 'level', { kind: 'number', value: 0.1 })),
  'other level': set('level', 'value', 0.01),
  'level of the wrong kind': set('level', 'value', 'high'),
  'alpha by level': set('ab', 'alpha', { $ref: 'level' }),
  'no level': edit((notebook) =>
    cellOf(notebook, 'level') ? removeCells(notebook, new Set(['level'])) : notebook,
  ),
  metric: edit((notebook) =>
    once(notebook, 'metric', 'users', { value: { $ref: 'ab.arms.control.users' } }),
  ),
  chart: edit((notebook) => once(notebook, 'chart', 'bars', CHART)),
  board: edit((notebook) => withTiles(notebook, dashboardOf(notebook).tiles.toReversed())),
  'chart of the test': set('bars', 'data', { name: 'ab' }),
  undo: (session) => session.undo(),
  redo: (session) => session.redo(),
  cancel: (session) => session.cancel(),
  run: (session) => session.run(),
  'run ab': (session) => session.run(['ab']),
  wait: () => nextTask(),
};

/** What every cell that computes something came to. Prose without a name may be named otherwise after a fresh start. */
function outcome(session: Session): Readonly<Record<string, unknown>> {
  const cells = session.notebook.cells.filter(({ type }) => type !== 'prose');
  return Object.fromEntries(
    cells.map(({ id }) => {
      const state = session.state(id);
      if (state.state === 'done') return [id, state.output];
      return [id, state.state === 'problem' ? state.problem : state.state];
    }),
  );
}

function placesOf({ problems }: Session): readonly unknown[] {
  return problems.map(({ code, args, at }) => [code, args, at?.line, at?.column]);
}

/** The error rate and the control of the readout on screen, where it is said to be up to date; and those the cell asks for. */
function shownAndWanted(session: Session): readonly (readonly Json[])[] {
  const state = session.state('ab');
  const cell = cellOf(session.notebook, 'ab');
  const wanted = cell?.type === 'analysis' && isObject(cell.json?.value) ? cell.json.value : {};
  if (state.state !== 'done' || state.output.type !== 'analysis') return [];
  const { params } = state.output;
  return Object.keys(wanted)
    .filter((key) => key === 'control' || (key === 'alpha' && typeof wanted[key] === 'number'))
    .map((key) => [params[key] ?? null, wanted[key] ?? null]);
}

describe('after any edits, undos, runs and cancels', () => {
  it('no older result is shown, saving is canonical, and all is as a fresh session computes it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(STEPS)), { minLength: 1, maxLength: 14 }),
        async (names) => {
          const session = sessionOf(NOTEBOOK);
          for (const name of names) {
            await STEPS[name]!(session);
            for (const [shown, wanted] of shownAndWanted(session)) expect(shown).toEqual(wanted);
          }
          await session.run();
          expect(formatNotebook(session.notebook)).toBe(session.text);
          const fresh = sessionOf(session.text);
          await fresh.run();
          expect(outcome(session)).toEqual(outcome(fresh));
          expect(placesOf(session)).toEqual(placesOf(fresh));
        },
      ),
      { numRuns: 60 },
    );
  });
});
