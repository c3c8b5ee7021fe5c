import { SvelteMap } from 'svelte/reactivity';
import type { ProblemData } from '../base/problem';
import type { Graph } from '../notebook/graph';
import type { Header } from '../notebook/header';
import { type Cell, type Notebook, cellOf } from '../notebook/notebook';
import { fileName } from '../platform/opened-file';
import type { CellState } from '../session/cell-state';
import type { Saved } from '../session/saved-results';
import type { Session } from '../session/session';
import type { ShownValue } from '../session/shown-value';
import { CellNavigation } from './cells/cell-navigation';
import { followCalmly } from './follow-calmly';
import { sourceMatches } from './source-matches';

/** How a notebook is shown. */
export type NotebookView = 'notebook' | 'dashboard' | 'source' | 'diff';

/** Another open notebook, as it was when the comparison began. */
interface ComparedWith {
  readonly name: string;
  readonly text: string;
  readonly session: Session;
}

/** Cells of these types have nothing to compute. */
const STILL: readonly Cell['type'][] = ['prose', 'header', 'results'];

/** An open notebook: its session, and where the reader is in it. */
export class NotebookTab {
  readonly kind = 'notebook';
  view = $state<NotebookView>('notebook');
  /** What the notebook is compared with; null is what was last saved. */
  comparedWith = $state.raw<ComparedWith | null>(null);
  #selected = $state<string | null>(null);
  /** Id of the cell from which the selection was stretched to the selected one; null where one is all. */
  anchor = $state<string | null>(null);
  /** Id of the cell whose editor is open. */
  editing = $state<string | null>(null);
  /** Number of shown cells before the place where a cell is about to be inserted. */
  inserting = $state<number | null>(null);
  /** The last jump from elsewhere; a new object each time, so that jumping twice to one cell scrolls twice. */
  revealed = $state.raw<{ readonly id: string; readonly column: string | null } | null>(null);
  /** The problem that was shown last. */
  problem = $state.raw<ProblemData | null>(null);
  /** Where saving goes; null asks. */
  handle = $state.raw<FileSystemFileHandle | null>(null);
  /** When the unsaved changes were last kept in this browser, epoch ms; null when there are none or it refused. */
  keptAt = $state<number | null>(null);
  /** Another tab of the browser has the file: here it can only be read. */
  #elsewhere = $state(false);
  /** Names what this browser keeps of the unsaved changes. */
  draftId: string = crypto.randomUUID();
  /** What the keys of command mode do. */
  readonly navigation = new CellNavigation(this);
  /** Id of the cell that is selected at first, so that the inspector shows what can be changed. */
  readonly proposed: string | null;
  readonly #session: Session;
  /** Counts the changes of the session. */
  #changes = $state(0);
  /** What was last seen of the session: who reads one of these reads it again when that very thing is another. */
  #notebook = $state.raw<Notebook | null>(null);
  #header = $state.raw<Header | null>(null);
  #graph = $state.raw<Graph | null>(null);
  readonly #states = new SvelteMap<string, CellState>();

  constructor(
    readonly id: string,
    session: Session,
    handle: FileSystemFileHandle | null,
  ) {
    this.#session = session;
    this.#look();
    followCalmly(session, () => this.#look());
    this.handle = handle;
    this.proposed = session.notebook.cells.find(({ type }) => type === 'analysis')?.id ?? null;
    this.selected = this.proposed;
  }

  /** The session; what a component reads from it is read again after every change: not for what there is once a cell. */
  get session(): Session {
    void this.#changes;
    return this.#session;
  }

  /** What the engine calls the notebook. */
  get key(): string {
    return this.#session.key;
  }

  /** The document; the same object until it is edited. */
  get notebook(): Notebook {
    void this.#notebook;
    return this.#session.notebook;
  }

  get header(): Header {
    void this.#header;
    return this.#session.notebook.header;
  }

  get graph(): Graph {
    void this.#graph;
    return this.#session.graph;
  }

  /** What the reader sees of a cell. */
  state(id: string): CellState {
    void this.#states.get(id);
    return this.#session.state(id);
  }

  /** What a `{{ path }}` in prose shows. */
  value(path: string): ShownValue {
    void this.#states.get(path.split(/[.[]/, 1)[0]!);
    return this.#session.value(path);
  }

  /** The result of a cell that the file came with. */
  saved(id: string): Saved | null {
    void this.#states.get(id);
    void this.#notebook;
    return this.#session.saved(id);
  }

  /** Id of the selected cell; whoever selects one selects it alone. */
  get selected(): string | null {
    return this.#selected;
  }

  set selected(id: string | null) {
    this.#selected = id;
    this.anchor = null;
  }

  get elsewhere(): boolean {
    return this.#elsewhere;
  }

  set elsewhere(elsewhere: boolean) {
    this.#elsewhere = elsewhere;
    this.#session.readOnly = elsewhere;
  }

  /** Nothing can be put into it here: another tab has the file, or its format is newer than ours. */
  readonly locked = $derived(this.#elsewhere || this.notebook.newer !== null);

  readonly name = $derived(fileName(this.session.file));
  readonly dirty = $derived(this.session.dirty);
  /** What does not fit on its slide, as it was found for that notebook. */
  crowded = $state.raw<{
    readonly notebook: Notebook;
    readonly problems: readonly ProblemData[];
  } | null>(null);
  readonly problems = $derived(
    this.crowded?.notebook === this.session.notebook
      ? [...this.session.problems, ...this.crowded.problems]
      : this.session.problems,
  );
  /** The sources that have been read. */
  readonly sources = $derived(sourceMatches(this.notebook, (id) => this.session.state(id)));
  /** Ids of the selected cells where they are several, else none. */
  readonly chosen = $derived<readonly string[]>(
    this.anchor === null ? [] : this.navigation.chosen.map(({ id }) => id),
  );
  readonly running = $derived(this.#inState('running').length > 0);
  /** Cells whose result is older than what it came from, or which were never run. */
  readonly stale = $derived(this.#inState('stale', 'waiting'));

  /** Selects a cell and brings it into view, as a jump from elsewhere does; of a source perhaps one column. */
  reveal(id: string, column: string | null = null): void {
    this.view = 'notebook';
    this.selected = id;
    this.revealed = { id, column };
  }

  /** Takes over what has changed. */
  #look(): void {
    const { notebook, graph } = this.#session;
    this.#changes += 1;
    this.#notebook = notebook;
    this.#header = notebook.header;
    this.#graph = graph;
    for (const { id } of notebook.cells) this.#states.set(id, this.#session.state(id));
    for (const id of this.#states.keys()) if (!cellOf(notebook, id)) this.#states.delete(id);
  }

  /** Ids of the cells that compute something and are in one of those states. */
  #inState(...wanted: readonly CellState['state'][]): readonly string[] {
    const { session } = this;
    return session.notebook.cells
      .filter(({ type }) => !STILL.includes(type))
      .map(({ id }) => id)
      .filter((id) => wanted.includes(session.state(id).state));
  }
}
