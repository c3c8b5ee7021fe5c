import { type CellSpec, freshId, insertCell, moveCell, removeCell } from '../../notebook/edit';
import type { Cell, CellType, Notebook } from '../../notebook/notebook';
import { isEdited } from './cell-acts';

/** Where the reader is in a notebook: the part of an open notebook that navigation reads and moves. */
export interface Place {
  readonly session: {
    readonly notebook: Notebook;
    apply(edit: (notebook: Notebook) => Notebook): void;
    run(ids: readonly string[]): Promise<void>;
    cancel(): void;
  };
  /** Id of the selected cell. */
  selected: string | null;
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
    this.place.selected = id;
  }

  /** Opens the editor of the selected cell, where it has one in the page. */
  edit(): void {
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

  /** Offers the kinds of cell to insert above (0) or below (1) the selected one. */
  offer(below: 0 | 1): void {
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

  /** Deletes the selected cell and selects the one that takes its place. */
  remove(): void {
    const cell = this.#selected;
    if (!cell) return;
    const cells = shownCells(this.#notebook);
    const at = cells.indexOf(cell);
    const next = cells[at + 1] ?? cells[at - 1];
    this.#apply((notebook) => removeCell(notebook, cell.id));
    this.place.editing = null;
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

  /** Moves the selected cell past the shown one above (−1) or below (1). */
  move(by: 1 | -1): void {
    const cell = this.#selected;
    const cells = shownCells(this.#notebook);
    const other = cell && cells[cells.indexOf(cell) + by];
    if (!other) return;
    this.#apply((notebook) => moveCell(notebook, cell.id, notebook.cells.indexOf(other)));
  }

  async run(): Promise<void> {
    const { selected, session } = this.place;
    if (selected !== null) await session.run([selected]);
  }

  /** Runs the selected cell and selects the next without waiting. */
  runAndNext(): void {
    void this.run();
    this.place.editing = null;
    this.step(1);
  }

  /** Runs the selected cell and offers to insert below it. */
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

  #index(cells: readonly Cell[]): number {
    return cells.findIndex(({ id }) => id === this.place.selected);
  }

  /** Applies an edit; gives the cells that were not there before. */
  #apply(edit: (notebook: Notebook) => Notebook): readonly Cell[] {
    const before = new Set(this.#notebook.cells.map(({ id }) => id));
    this.place.session.apply(edit);
    return this.#notebook.cells.filter(({ id }) => !before.has(id));
  }
}

/** The cells that the notebook's page shows: header and snapshot only where something is wrong with them. */
export function shownCells({ cells }: Notebook): readonly Cell[] {
  return cells.filter(
    ({ type, problems }) => (type !== 'header' && type !== 'results') || problems.length > 0,
  );
}

function isCopied(cell: Cell): cell is Cell & { readonly type: CellType } {
  return !['unknown', 'conflict', 'header', 'results'].includes(cell.type);
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}
