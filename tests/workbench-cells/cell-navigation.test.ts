import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/problem';
import { insertCell } from '../../src/notebook/edit';
import type { Notebook } from '../../src/notebook/notebook';
import { parseNotebook } from '../../src/notebook/parse';
import { isProse, splitProse, turnToTransform } from '../../src/notebook/turn-cell';
import { writeNotebook } from '../../src/notebook/write';
import { begun, changed, redone, undone } from '../../src/session/history';
import { CellNavigation, shownCells } from '../../src/workbench/cells/cell-navigation';

const TEXT = `\`\`\`json lift:notebook
{ "liftbook": 1 }
\`\`\`

# Story

\`\`\`json lift:source events
{ "file": "a.csv" }
\`\`\`

\`\`\`json lift:analysis ab
{ "kind": "experiment", "source": "events" }
\`\`\`
`;

function start(text = TEXT, selected: string | null = 'text1') {
  const session = {
    history: begun(parseNotebook(text, 'a.lift.md')),
    get notebook() {
      return this.history.present;
    },
    refusal: null as Problem | null,
    ran: [] as string[],
    cancelled: 0,
    apply(edit: (notebook: Notebook) => Notebook) {
      this.history = changed(this.history, edit(this.notebook));
    },
    undo() {
      this.history = undone(this.history);
    },
    redo() {
      this.history = redone(this.history);
    },
    async run(ids: readonly string[]) {
      this.ran.push(...ids);
    },
    cancel() {
      ++this.cancelled;
    },
  };
  const place = {
    ...{ session, selected, editing: null as string | null },
    inserting: null as number | null,
    anchor: null as string | null,
  };
  const ids = () => shownCells(session.notebook).map(({ id }) => id);
  return { place, session, ids, navigation: new CellNavigation(place) };
}

describe('shownCells', () => {
  it('leaves out the header and the snapshot, unless something is wrong with them', () => {
    expect(start().ids()).toEqual(['text1', 'events', 'ab']);
    expect(start(TEXT.replace('"liftbook": 1', '"liftbook": ')).ids()).toHaveLength(4);
  });
});

describe('CellNavigation', () => {
  it('selects the next cell and the one before, and stays at the ends', () => {
    const { place, navigation } = start();
    navigation.step(-1);
    expect(place.selected).toBe('text1');
    navigation.step(1);
    navigation.step(1);
    navigation.step(1);
    expect(place.selected).toBe('ab');
  });

  it('selects the first cell when none was selected', () => {
    const { place, navigation } = start(TEXT, null);
    navigation.step(1);
    expect(place.selected).toBe('text1');
  });

  it('opens the editor of text, and of nothing else', () => {
    const { place, navigation } = start();
    navigation.edit();
    expect(place.editing).toBe('text1');
    navigation.step(1);
    expect(place.editing).toBeNull();
    navigation.edit();
    expect(place.editing).toBeNull();
  });

  it('inserts above or below the selected cell and selects what it inserted', () => {
    const { place, ids, navigation } = start(TEXT, 'events');
    navigation.offer(0);
    expect(place.inserting).toBe(1);
    const id = navigation.insert({ type: 'analysis', json: { kind: 'power' } });
    expect(ids()).toEqual(['text1', id, 'events', 'ab']);
    expect(place).toMatchObject({ selected: id, inserting: null });
    navigation.offer(1);
    expect(place.inserting).toBe(2);
  });

  it('inserts at the end when nothing is selected', () => {
    const { ids, navigation } = start(TEXT, null);
    const id = navigation.insert({ type: 'prose', body: 'The end.' });
    expect(ids()).toEqual(['text1', 'events', 'ab', id]);
  });

  it('keeps two texts apart that come to stand next to each other', () => {
    const { ids, navigation } = start();
    navigation.insert({ type: 'prose', body: 'More.' });
    expect(ids()).toHaveLength(4);
  });

  it('deletes the selected cell and selects the one that takes its place', () => {
    const { place, ids, navigation } = start(TEXT, 'events');
    navigation.remove();
    expect(ids()).toEqual(['text1', 'ab']);
    expect(place.selected).toBe('ab');
    navigation.remove();
    expect(place.selected).toBe('text1');
    navigation.remove();
    expect(place.selected).toBeNull();
  });

  it('deletes at the second D, and only when it follows at once', () => {
    const { ids, navigation } = start();
    navigation.press('d', 1000);
    navigation.press('d', 3000);
    expect(ids()).toHaveLength(3);
    navigation.press('i', 3100);
    navigation.press('d', 3200);
    expect(ids()).toHaveLength(3);
    navigation.press('d', 3400);
    expect(ids()).toHaveLength(2);
    navigation.press('d', 3500);
    expect(ids()).toHaveLength(2);
  });

  it('cancels at the second I', () => {
    const { session, navigation } = start();
    navigation.press('i', 0);
    navigation.press('i', 100);
    expect(session.cancelled).toBe(1);
  });

  it('moves a cell past its neighbour and back to the same bytes', () => {
    const { session, ids, navigation } = start(TEXT, 'ab');
    navigation.move(-1);
    expect(ids()).toEqual(['text1', 'ab', 'events']);
    navigation.move(1);
    expect(writeNotebook(session.notebook)).toBe(TEXT);
    navigation.move(1);
    expect(writeNotebook(session.notebook)).toBe(TEXT);
  });

  it('duplicates a cell under a free name', () => {
    const { place, session, ids, navigation } = start(TEXT, 'ab');
    navigation.duplicate();
    expect(ids()).toEqual(['text1', 'events', 'ab', place.selected]);
    const [one, two] = session.notebook.cells.slice(-2);
    expect(two!.body).toBe(one!.body);
  });

  it('runs the selected cell and goes on to the next', () => {
    const { place, session, navigation } = start(TEXT, 'events');
    navigation.runAndNext();
    expect(session.ran).toEqual(['events']);
    expect(place.selected).toBe('ab');
  });

  it('runs the selected cell and offers a new one below it', () => {
    const { place, session, navigation } = start(TEXT, 'events');
    navigation.runAndInsert();
    expect(session.ran).toEqual(['events']);
    expect(place.inserting).toBe(2);
    navigation.leave();
    expect(place.inserting).toBeNull();
  });

  it('stretches the selection from where it began, and takes it back', () => {
    const { place, navigation } = start(TEXT, 'events');
    const chosen = () => navigation.chosen.map(({ id }) => id);
    navigation.stretch(1);
    navigation.stretch(1);
    expect(chosen()).toEqual(['events', 'ab']);
    navigation.stretch(-1);
    expect(chosen()).toEqual(['events']);
    expect(place.anchor).toBeNull();
    navigation.stretch(-1);
    expect(chosen()).toEqual(['text1', 'events']);
    navigation.step(1);
    expect(chosen()).toEqual(['events']);
    navigation.stretchTo('text1');
    navigation.select('text1');
    expect(chosen()).toEqual(['text1']);
  });

  it('deletes, runs and moves all that are selected', () => {
    const { place, session, ids, navigation } = start(TEXT, 'ab');
    navigation.stretch(-1);
    void navigation.run();
    expect(session.ran).toEqual(['events', 'ab']);
    navigation.move(-1);
    expect(ids()).toEqual(['events', 'ab', 'text1']);
    expect(navigation.chosen.map(({ id }) => id)).toEqual(['events', 'ab']);
    navigation.move(-1);
    expect(ids()).toEqual(['events', 'ab', 'text1']);
    navigation.move(1);
    expect(writeNotebook(session.notebook)).toBe(TEXT);
    navigation.remove();
    expect(ids()).toEqual(['text1']);
    expect(place).toMatchObject({ selected: 'text1', anchor: null });
  });

  it('selects the cells that an undo brings back', () => {
    const { place, navigation } = start(TEXT, 'text1');
    navigation.stretch(1);
    navigation.remove();
    expect(place.selected).toBe('ab');
    navigation.undo();
    expect(navigation.chosen.map(({ id }) => id)).toEqual(['text1', 'events']);
  });

  it('selects what takes the place of a cell that an undo or a redo takes away', () => {
    const { place, ids, navigation } = start(TEXT, 'text1');
    navigation.insert({ type: 'input', id: 'least' });
    navigation.undo();
    expect(place.selected).toBe('events');
    navigation.redo();
    expect([ids(), place.selected]).toEqual([['text1', 'least', 'events', 'ab'], 'least']);
    navigation.step(1);
    navigation.remove();
    navigation.undo();
    navigation.redo();
    expect(place.selected).toBe('ab');
  });

  it('puts cells below the selected ones and selects them', () => {
    const { ids, navigation } = start(TEXT, 'text1');
    navigation.stretch(1);
    const paste = (notebook: Notebook, index: number) =>
      insertCell(insertCell(notebook, index, { type: 'metric' }), index, { type: 'chart' });
    navigation.put(paste);
    expect(ids()).toEqual(['text1', 'events', 'chart', 'metric', 'ab']);
    expect(navigation.chosen.map(({ id }) => id)).toEqual(['chart', 'metric']);
  });

  it('turns the selected cells that can be turned, and no others', () => {
    const { place, session, navigation } = start(TEXT, 'text1');
    navigation.stretch(1);
    navigation.turn(isProse, turnToTransform);
    const { cells } = session.notebook;
    expect(cells.map(({ type }) => type)).toEqual(['header', 'transform', 'source', 'analysis']);
    navigation.turn(isProse, turnToTransform);
    expect(session.notebook.cells).toBe(cells);
    expect(place.selected).toBe('events');
  });

  it('goes on writing in the second of two texts', () => {
    const { place, ids, navigation } = start();
    navigation.edit();
    navigation.split((notebook) => splitProse(notebook, 'text1', 3));
    expect(ids()).toHaveLength(4);
    expect(place).toMatchObject({ selected: ids()[1], editing: ids()[1] });
  });

  it('opens no editor and offers no cell where nothing can be written, and says why', () => {
    const { place, session, navigation } = start();
    session.refusal = new Problem('newer-version', { found: 2, known: 1 });
    expect(() => navigation.edit()).toThrow(session.refusal);
    expect(() => navigation.offer(1)).toThrow(session.refusal);
    expect(place).toMatchObject({ editing: null, inserting: null });
    navigation.step(1);
    expect(place.selected).toBe('events');
  });
});
