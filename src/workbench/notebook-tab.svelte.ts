import { createSubscriber } from 'svelte/reactivity';
import { fileName } from '../platform/opened-file';
import type { Session } from '../session/session';
import { CellNavigation } from './cells/cell-navigation';

/** How a notebook is shown. */
export type NotebookView = 'notebook' | 'source';

/** An open notebook: its session, and where the reader is in it. */
export class NotebookTab {
  readonly kind = 'notebook';
  view = $state<NotebookView>('notebook');
  /** Id of the selected cell. */
  selected = $state<string | null>(null);
  /** Id of the cell whose editor is open. */
  editing = $state<string | null>(null);
  /** Number of shown cells before the place where a cell is about to be inserted. */
  inserting = $state<number | null>(null);
  /** The last jump from elsewhere; a new object each time, so that jumping twice to one cell scrolls twice. */
  revealed = $state.raw<{ readonly id: string } | null>(null);
  /** Where saving goes; null asks. */
  handle = $state.raw<FileSystemFileHandle | null>(null);
  /** What the keys of command mode do. */
  readonly navigation = new CellNavigation(this);
  readonly #session: Session;
  readonly #follow: () => void;

  constructor(
    readonly id: string,
    session: Session,
    handle: FileSystemFileHandle | null,
  ) {
    this.#session = session;
    this.#follow = createSubscriber((update) => session.subscribe(update));
    this.handle = handle;
  }

  /** The session; what a component reads from it is read again after every change. */
  get session(): Session {
    this.#follow();
    return this.#session;
  }

  get name(): string {
    return fileName(this.session.file);
  }

  get dirty(): boolean {
    return this.session.dirty;
  }

  /** Cells whose result is older than what it came from, or which wait to be run. */
  get stale(): readonly string[] {
    const { session } = this;
    return session.notebook.cells
      .filter(({ id }) => session.state(id).state === 'stale')
      .map(({ id }) => id);
  }

  get running(): boolean {
    const { session } = this;
    return session.notebook.cells.some(({ id }) => session.state(id).state === 'running');
  }

  /** Selects a cell and brings it into view, as a jump from elsewhere does. */
  reveal(id: string): void {
    this.view = 'notebook';
    this.selected = id;
    this.revealed = { id };
  }
}
