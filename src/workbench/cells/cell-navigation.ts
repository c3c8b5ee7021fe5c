import { type CellSpec, freshId, insertCell, moveCell, removeCells } from '../../notebook/edit';
import type { Problem } from '../../base/problem';
import type { Cell, CellType, Notebook } from '../../notebook/notebook';
import { isEdited } from './cell-acts';

/** Where the reader is in a notebook: the part of an open notebook that navigation reads and moves. */
export interface Place {
  readonly session: {
    readonly notebook: Notebook;
    /** Why nothing can be written; null where it can. */
    readonly refusal: Problem | null;
    apply(edit: (notebook: Notebook) => Notebook): void;
    undo(): void;
    redo(): void;
    run(ids: readonly string[]): Promise<void>;
    cancel(): void;
  };
  /** Id of the selected cell. */
  selected: string | null;
  /** Id of the cell from which the selection was stretched to the selected one; null where one is all. */
  anchor: string | null;
  /** Id of the cell whose editor is open. */
  editing: string | null;
  /** Number of shown cells before the place where a cell is about to be inserted. */
  inserting: number | null;
}

/** Pressing a key twice within this many ms counts as one command. */
const TWICE_MS = 600;

/**
 * What the keys of command mode do: the selection moves over the cells that are shown, and edits
 * go to the session as one step each.
 */
export class CellNavigation {
  #pressed = { key: '', at: 0 };

  constructor(private readonly place: Place) {}

  /** Selects the cell below (1) or above (−1); at an end it stays. */
  step(by: 1 | -1): void {
    const cells = shownCells(this.#notebook);
    const next = cells[clamp(this.#index(cells) + by, cells.length)];
    if (next) this.select(next.id);
  }

  select(id: string): void {
    if (this.place.editing !== id) this.place.editing = null;
    this.place.anchor = null;
    this.place.selected = id;
  }

  /** Stretches the selection to the cell below (1) or above (−1), or takes it back so far. */
  stretch(by: 1 | -1): void {
    const cells = shownCells(this.#notebook);
    const next = cells[clamp(this.#index(cells) + by, cells.length)];
    if (next) this.stretchTo(next.id);
  }

  /** Selects all cells from where the selection began to this one. */
  stretchTo(id: string): void {
    const from = this.place.anchor ?? this.place.selected ?? id;
    this.select(id);
    this.place.anchor = from === id ? null : from;
  }

  /** The selected cells, in the order of the file. */
  get chosen(): readonly Cell[] {
    return chosenCells(shownCells(this.#notebook), this.place);
  }

  /**
   * Opens the editor of the selected cell, where it has one in the page.
   *
   * @throws {Problem} the session's refusal
   */
  edit(): void {
    this.#requireWritable();
    const cell = this.#selected;
    if (cell && isEdited(cell)) this.place.editing = cell.id;
  }

  /** Is there an editor or an offer to leave? */
  get isOpen(): boolean {
    return this.place.editing !== null || this.place.inserting !== null;
  }

  leave(): void {
    this.place.editing = null;
    this.place.inserting = null;
  }

  /**
   * Offers the kinds of cell to insert above (0) or below (1) the selected one.
   *
   * @throws {Problem} the session's refusal
   */
  offer(below: 0 | 1): void {
    this.#requireWritable();
    const cells = shownCells(this.#notebook);
    const at = this.#index(cells);
    this.place.inserting = at < 0 ? cells.length : at + below;
  }

  /** Inserts a cell where one was offered, else below the selected one, selects it, and gives its id. */
  insert(spec: CellSpec): string {
    if (this.place.inserting === null) this.offer(1);
    const at = this.place.inserting!;
    this.place.inserting = null;
    const before = shownCells(this.#notebook)[at];
    const added = this.#apply((notebook) =>
      insertCell(notebook, before ? notebook.cells.indexOf(before) : notebook.cells.length, spec),
    );
    const id = added.find(({ type }) => type === spec.type)?.id ?? spec.id ?? '';
    this.select(id);
    return id;
  }

  /** Deletes the selected cells and selects the one that takes their place. */
  remove(): void {
    const { chosen } = this;
    const [first] = chosen;
    if (!first) return;
    const cells = shownCells(this.#notebook);
    const from = cells.indexOf(first);
    const next = cells[from + chosen.length] ?? cells[from - 1];
    this.#apply((notebook) => removeCells(notebook, new Set(chosen.map(({ id }) => id))));
    this.place.editing = null;
    this.place.anchor = null;
    this.place.selected = next?.id ?? null;
  }

  /** D D deletes, I I cancels: was `key`, pressed at `now` (ms), pressed for the second time? */
  press(key: 'd' | 'i', now: number): void {
    const isSecond = this.#pressed.key === key && now - this.#pressed.at < TWICE_MS;
    this.#pressed = { key: isSecond ? '' : key, at: now };
    if (!isSecond) return;
    if (key === 'd') this.remove();
    else this.place.session.cancel();
  }

  duplicate(): void {
    const cell = this.#selected;
    if (!cell || !isCopied(cell)) return;
    const id = cell.written === null ? undefined : freshId(this.#notebook, cell.id);
    const { type, attributes, body } = cell;
    this.offer(1);
    this.insert({ type, attributes, body, ...(id === undefined ? {} : { id }) });
  }

  /** Moves the selected cells past the shown one above (−1) or below (1): that one changes sides. */
  move(by: 1 | -1): void {
    const { chosen } = this;
    const edge = by === 1 ? chosen.at(-1) : chosen[0];
    const cells = shownCells(this.#notebook);
    const other = edge && cells[cells.indexOf(edge) + by];
    if (!other) return;
    const to = by === 1 ? chosen[0]! : chosen.at(-1)!;
    this.#apply((notebook) => moveCell(notebook, other.id, notebook.cells.indexOf(to)));
  }

  /** Edits the selected cells that `fits`, each a step of one edit; the selection stays where it is. */
  turn(fits: (cell: Cell) => boolean, edit: (notebook: Notebook, id: string) => Notebook): void {
    const turned = this.chosen.filter(fits);
    const at = this.#index(shownCells(this.#notebook));
    if (turned.length === 0) return;
    this.#apply((notebook) => turned.reduce((done, { id }) => edit(done, id), notebook));
    this.select(shownCells(this.#notebook)[at]?.id ?? turned[0]!.id);
  }

  /** Cuts the cell that is being written in two, as `edit` does, and opens the editor of the second. */
  split(edit: (notebook: Notebook) => Notebook): void {
    const [second] = this.#apply(edit);
    if (!second) return;
    this.select(second.id);
    this.edit();
  }

  /** Puts cells below the selected ones, as `paste` adds them in front of the cell at an index, and selects them. */
  put(paste: (notebook: Notebook, index: number) => Notebook): readonly Cell[] {
    const last = this.chosen.at(-1) ?? this.#notebook.cells.at(-1);
    const added = this.#apply((notebook) =>
      paste(notebook, last ? notebook.cells.indexOf(last) + 1 : 0),
    );
    this.#choose(added);
    return added;
  }

  /** Takes the last edit back, and selects the cells that came back with it. */
  undo(): void {
    this.#go(() => this.place.session.undo());
  }

  /** Makes it again. */
  redo(): void {
    this.#go(() => this.place.session.redo());
  }

  async run(): Promise<void> {
    const { chosen } = this;
    if (chosen.length > 0) await this.place.session.run(chosen.map(({ id }) => id));
  }

  /** Runs the selected cells and selects the next without waiting. */
  runAndNext(): void {
    void this.run();
    this.place.editing = null;
    this.step(1);
  }

  /** Runs the selected cells and offers to insert below it. */
  runAndInsert(): void {
    void this.run();
    this.place.editing = null;
    this.offer(1);
  }

  get #notebook(): Notebook {
    return this.place.session.notebook;
  }

  get #selected(): Cell | undefined {
    return shownCells(this.#notebook).find(({ id }) => id === this.place.selected);
  }

  #requireWritable(): void {
    const { refusal } = this.place.session;
    if (refusal) throw refusal;
  }

  #index(cells: readonly Cell[]): number {
    return cells.findIndex(({ id }) => id === this.place.selected);
  }

  /** Steps through the history; where the selected cell goes, the one that takes its place is selected. */
  #go(step: () => void): void {
    const at = this.#index(shownCells(this.#notebook));
    const added = this.#added(step);
    const cells = shownCells(this.#notebook);
    this.#choose(added.filter((cell) => cells.includes(cell)));
    if (at < 0 || this.#selected) return;
    this.place.anchor = null;
    this.place.selected = cells[clamp(at, cells.length)]?.id ?? null;
  }

  /** Selects these cells, if any. */
  #choose(cells: readonly Cell[]): void {
    const [first] = cells;
    if (!first) return;
    this.select(first.id);
    this.stretchTo(cells.at(-1)!.id);
  }

  #apply(edit: (notebook: Notebook) => Notebook): readonly Cell[] {
    return this.#added(() => this.place.session.apply(edit));
  }

  /** Does something to the document; gives the cells that were not there before. */
  #added(act: () => void): readonly Cell[] {
    const before = new Set(this.#notebook.cells.map(({ id }) => id));
    act();
    return this.#notebook.cells.filter(({ id }) => !before.has(id));
  }
}

/** The cells that the notebook's page shows: header and snapshot only where something is wrong with them. */
export function shownCells({ cells }: Notebook): readonly Cell[] {
  return cells.filter(
    ({ type, problems }) => (type !== 'header' && type !== 'results') || problems.length > 0,
  );
}

/** The cells from the anchor to the selected one; the selected one alone where there is no anchor. */
export function chosenCells(
  cells: readonly Cell[],
  { selected, anchor }: Pick<Place, 'selected' | 'anchor'>,
): readonly Cell[] {
  const one = cells.findIndex(({ id }) => id === selected);
  const other = cells.findIndex(({ id }) => id === anchor);
  if (one < 0) return [];
  if (other < 0) return [cells[one]!];
  return cells.slice(Math.min(one, other), Math.max(one, other) + 1);
}

function isCopied(cell: Cell): cell is Cell & { readonly type: CellType } {
  return !['unknown', 'conflict', 'header', 'results'].includes(cell.type);
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}
