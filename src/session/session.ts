import type { Json, JsonObject } from '../base/json';
import { nearest } from '../base/nearest';
import { Problem, type ProblemData } from '../base/problem';
import { blobSource } from '../data/byte-source';
import type { DataFile, Engine } from '../engine/engine';
import { version } from '../engine/version';
import type { Locale } from '../locale/language';
import { newerVersion } from '../notebook/edit';
import { type Graph, graphOf, isSameGraph } from '../notebook/graph';
import { type Notebook, type ProseCell, cellOf } from '../notebook/notebook';
import { parseNotebook } from '../notebook/parse';
import { type Path, formatPath, parsePath } from '../notebook/path';
import { type Snapshot, snapshotOf, withSnapshot } from '../notebook/snapshot';
import type { ReadsOfCode } from '../notebook/references';
import { textOf } from '../notebook/text-of';
import { writeNotebook } from '../notebook/write';
import type { CellState } from './cell-state';
import { codeFingerprint } from './code-fingerprint';
import { type Surroundings, computed } from './computed';
import { type History, amended, begun, changed, redone, undone } from './history';
import { HeaderCheck } from './header-check';
import { type Edit, LateEdits } from './late-edits';
import { outputValue } from './output-value';
import { placed } from './placed';
import { type Planned, stampOf } from './plan-stamp';
import { plannedSegments } from './planned-segments';
import { proseProblems } from './prose-problems';
import { Remembered } from './remembered';
import { type Saved, type UpToDate, savedResults, snapshotFrom, stillHolds } from './saved-results';
import { Scheduler, type SchedulerOptions } from './scheduler';
import type { SharedState } from './shared-cell';
import { type SharedNotebook, sharedNotebook, sharedState } from './shared-notebook';
import type { Plan } from './standing';
import { type ShownValue, shownValue } from './shown-value';
import { stateOf } from './state-of';

export interface SessionOptions {
  readonly engine: Engine;
  /**
   * Finds a data file by the path written in the source `cell` (relative to the notebook), else by
   * sha256; null when it is not at hand.
   */
  readonly locate: (path: string, sha256: string | null, cell: string) => Promise<DataFile | null>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly locale: Locale;
  /** Whether the notebook's own code may run. Absent: only code that is written from here on. */
  readonly trusted?: boolean;
}

export type { ShownValue };

/** Stands in for the reader of JavaScript until it is needed and there. */
const NOTHING_READ: ReadsOfCode = () => [];

/** A running notebook: keeps the results of its cells up to date. */
export class Session {
  #file: string;
  #history: History<Notebook>;
  #graph: Graph;
  #savedText: string;
  /** The text of a document is asked for after every change of its results too. */
  #written: { readonly notebook: Notebook; readonly text: string } | null = null;
  #locale: Locale;
  #earlier: ReadonlyMap<string, Saved> = new Map();
  #announced = false;
  #readsOfCode: ReadsOfCode = NOTHING_READ;
  #codeReader: Promise<void> | null = null;
  #trusted: boolean;
  /** What the last edit was part of. */
  #gesture: object | null = null;
  readonly #scheduler: Scheduler;
  readonly #headerCheck: HeaderCheck;
  readonly #listeners = new Set<() => void>();
  /** A state, and what is wrong in a text, stay the same objects until something about them changes. */
  readonly #states = new Remembered<CellState>();
  readonly #inTexts = new Remembered<readonly ProblemData[]>();
  readonly #allProblems = new Remembered<readonly ProblemData[]>();
  readonly #shared = new Remembered<Promise<SharedNotebook>>();
  readonly #late: LateEdits;
  /** What the engine calls this notebook: two open ones may have one file name. */
  readonly key = `notebook ${Math.random()}`;
  /** Somebody else may change the document now: every edit is refused. */
  readOnly = false;

  constructor(
    text: string,
    file: string,
    private readonly options: SessionOptions,
  ) {
    this.#file = file;
    this.#savedText = text;
    this.#locale = options.locale;
    this.#history = begun(parseNotebook(text, file));
    this.#graph = graphOf(this.notebook, NOTHING_READ);
    this.#trusted = options.trusted ?? !this.#hasCode;
    this.#scheduler = new Scheduler(this.#plan, {
      compute: this.#compute,
      now: options.now,
      changed: () => this.#announce(),
    });
    this.#headerCheck = new HeaderCheck(options.engine, () => this.#announce());
    this.#late = new LateEdits((edit, burst) => {
      // What was typed and taken back changes nothing, and is behind no longer.
      this.#announce();
      this.apply(edit, burst);
    }, options.now);
    this.#scheduler.follow(this.#plan);
    this.#headerCheck.follow(this.notebook);
    this.#readCode();
    void this.#readEarlier();
  }

  /** The name shown; problems are located in it. */
  get file(): string {
    return this.#file;
  }

  /** The document as it stands: immutable, a new one after every edit. */
  get notebook(): Notebook {
    return this.#history.present;
  }

  /** What saving would write. */
  get text(): string {
    if (this.#written?.notebook !== this.notebook) {
      this.#written = { notebook: this.notebook, text: writeNotebook(this.notebook) };
    }
    return this.#written.text;
  }

  /** What was last read or saved. */
  get savedText(): string {
    return this.#savedText;
  }

  /** Whether what was written differs from what was last read or saved. */
  get dirty(): boolean {
    return this.isBehind || this.text !== this.#savedText;
  }

  /** Whether something was written that the document does not hold yet. */
  get isBehind(): boolean {
    return this.#late.any;
  }

  /** Which cell needs which. */
  get graph(): Graph {
    return this.#graph;
  }

  /** Whether the notebook's code may run. */
  get trusted(): boolean {
    return this.#trusted;
  }

  /** Names all of the notebook's code; null where it has none. */
  get codeFingerprint(): string | null {
    return codeFingerprint(this.notebook);
  }

  /** Lets the notebook's code run: as it stands, and as it will be edited here. */
  trust(): void {
    if (this.#trusted) return;
    this.#trusted = true;
    this.#scheduler.follow(this.#plan);
    this.#announce();
  }

  /** Why nothing can be put into the notebook here; null where it can be. */
  get refusal(): Problem | null {
    if (this.readOnly) return new Problem('open-elsewhere', { file: this.#file });
    return newerVersion({ ...this.notebook, file: this.#file });
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  setFile(name: string): void {
    this.#file = name;
    this.#announce();
  }

  markSaved(text: string, file: string = this.#file): void {
    this.#savedText = text;
    this.setFile(file);
  }

  /**
   * Edits the document: one step of undo. Cells whose parameters and inputs stay the same keep
   * their results, whether they are done or still running.
   *
   * @param gesture  edits in a row with the same one are one step: a slider that is dragged
   * @throws {Problem} `open-elsewhere`, and what `edit` throws; nothing has changed then
   */
  apply(edit: Edit, gesture: object | null = null): void {
    this.#requireWritable();
    const next = edit(this.notebook);
    if (next === this.notebook) return;
    const goesOn = gesture !== null && gesture === this.#gesture;
    this.#gesture = gesture;
    this.#go(goesOn ? amended(this.#history, next) : changed(this.#history, next));
  }

  /**
   * Edits the document once its writer pauses; a later edit of the same writer takes the place of
   * this one.
   */
  applyLater(writer: object, edit: Edit): void {
    const wasBehind = this.isBehind;
    this.#late.put(writer, edit);
    if (!wasBehind) this.#announce();
  }

  /**
   * Edits the document at once as its writers asked, or one of them.
   *
   * @throws {Problem} as `apply`
   */
  catchUp(writer?: object): void {
    this.#late.flush(writer);
  }

  undo(): void {
    this.#requireWritable();
    this.catchUp();
    this.#gesture = null;
    this.#go(undone(this.#history));
  }

  redo(): void {
    this.#requireWritable();
    this.catchUp();
    this.#gesture = null;
    this.#go(redone(this.#history));
  }

  state(id: string): CellState {
    const cell = cellOf(this.notebook, id);
    const [ofText] = this.#textProblems(id);
    const standing = this.#scheduler.standing(id);
    const run = this.#scheduler.run(id);
    const saved = this.#earlier.get(id);
    return this.#states.of(id, [cell, ofText, standing, run, saved, this.#file], () => {
      if (ofText) return { state: 'problem', problem: ofText, output: null };
      const earlier = saved && cell ? { ...saved, holds: stillHolds(saved, cell) } : null;
      const state = stateOf(standing, run, earlier);
      if (state.state !== 'problem') return state;
      return { ...state, problem: this.#named(placed(state.problem, id, this.notebook)) };
    });
  }

  /**
   * Runs those cells, each after its ancestors that are not up to date; none given: all that are
   * stale or wait. Resolves when they have stopped, however that ended.
   */
  async run(ids?: readonly string[]): Promise<void> {
    if (this.#codeReader) await this.#codeReader;
    if (ids) this.#scheduler.want(ids);
    else this.#scheduler.wantAll();
    const watched = ids ?? this.notebook.cells.map(({ id }) => id);
    await this.#until(() => !this.#scheduler.isBusy(watched));
    await this.#headerCheck.settled;
  }

  /** Stops a cell, or all of them. */
  cancel(id?: string): void {
    this.#scheduler.cancel(id);
  }

  /** What a `{{ path }}` in prose shows. */
  value(path: string): ShownValue {
    try {
      const steps = parsePath(path);
      const id = String(steps[0]);
      const state = this.state(id);
      if (!('output' in state) || state.output === null) return this.#noValue(id, state);
      return shownValue(state.output, steps, state.state !== 'done');
    } catch (error) {
      if (error instanceof Problem) return { problem: error.toJSON() };
      throw error;
    }
  }

  /** Of the text, of its references, of the cells and of values in prose, in the order of the file. */
  get problems(): readonly ProblemData[] {
    const { cells, problems } = this.notebook;
    const ofCells = cells.flatMap(({ id }): readonly ProblemData[] => {
      const state = this.state(id);
      return state.state === 'problem' ? [state.problem, ...this.#textProblems(id)] : [];
    });
    return this.#allProblems.of('', [problems, this.#graph, this.#file, ...ofCells], () => {
      const ofText = [...problems, ...this.#graph.problems].map((problem) => problem.toJSON());
      return distinct([...ofText, ...ofCells].map((problem) => this.#named(problem))).sort(
        (a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0),
      );
    });
  }

  /** Says tables, charts and findings in another language. */
  async setLocale(locale: Locale): Promise<void> {
    this.#locale = locale;
    const charts = this.notebook.cells.filter(({ type }) => type === 'chart').map(({ id }) => id);
    this.#scheduler.want(charts.filter((id) => this.#scheduler.isUpToDate(id)));
    await Promise.all([
      this.#readEarlier(),
      ...this.notebook.cells.map(({ id }) => this.#presentAnew(id)),
    ]);
    this.#announce();
  }

  /** A data file came to hand: sources that missed theirs try again. */
  provide(): void {
    this.#scheduler.retry(({ code }) => code === 'data-file-missing');
  }

  /** Calls `listener` after any change, at most once per microtask. Gives what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Puts the results that are up to date into the file, or those it has into order; an edit like
   * any other. The same results as those in the file change nothing.
   */
  saveResults(): void {
    this.apply((notebook) => withSnapshot(notebook, this.results()));
  }

  /** Takes saved results out of the file. */
  dropResults(): void {
    this.apply((notebook) => withSnapshot(notebook, null));
  }

  /** The result of a cell that the file came with; null once other results were saved in it. */
  saved(id: string): Saved | null {
    const saved = this.#earlier.get(id);
    const snapshot = saved && snapshotOf(this.notebook);
    return saved && snapshot && Date.parse(snapshot.at) === saved.at ? saved : null;
  }

  /** The results that are up to date, as a file saves them: without small groups. */
  results(): Snapshot {
    const { smallestGroup } = this.notebook.header;
    return snapshotFrom(this.#upToDate(), version, this.options.now(), smallestGroup);
  }

  /** What of the notebook may leave the machine; the same one until something about it changes. */
  shared(): Promise<SharedNotebook> {
    const { notebook } = this;
    const states = notebook.cells.map(({ id }) => this.state(id));
    return this.#shared.of('', [notebook, this.#graph, this.#locale, this.#file, ...states], () =>
      sharedNotebook(this, this.options.engine, this.#locale),
    );
  }

  /** What of one cell may. */
  sharedState(id: string): Promise<SharedState> {
    return sharedState(this, id, this.options.engine, this.#locale);
  }

  /** Stops everything and lets go of the data. */
  async close(): Promise<void> {
    this.#scheduler.cancel();
    await this.options.engine.close(this.key);
    this.#listeners.clear();
  }

  #requireWritable(): void {
    if (this.readOnly) throw new Problem('open-elsewhere', { file: this.#file });
  }

  get #plan(): Plan {
    const isRead = this.#readsOfCode !== NOTHING_READ || !this.#hasCode;
    const code = !isRead ? 'unread' : this.#trusted ? 'trusted' : 'untrusted';
    return { notebook: this.notebook, graph: this.#graph, code };
  }

  get #hasCode(): boolean {
    return this.notebook.cells.some(({ type }) => type === 'transform');
  }

  /** The reader of JavaScript comes with the first notebook that has some. */
  #readCode(): void {
    if (!this.#hasCode || this.#codeReader) return;
    this.#codeReader = import('../notebook/code-reads').then(({ readsOfCode }) => {
      this.#readsOfCode = readsOfCode;
      this.#follow();
      this.#announce();
    });
  }

  #go(history: History<Notebook>): void {
    if (history === this.#history) return;
    this.#history = history;
    this.#follow();
    this.#readCode();
  }

  #follow(): void {
    const graph = graphOf(this.notebook, this.#readsOfCode);
    if (!isSameGraph(graph, this.#graph)) this.#graph = graph;
    this.#scheduler.follow(this.#plan);
    this.#headerCheck.follow(this.notebook);
  }

  readonly #compute: SchedulerOptions['compute'] = (cell, ready, progress, signal) => {
    const { timezone, weekStart, plan } = this.notebook.header;
    const isPlanned = plan?.cell === cell.id;
    const stamp = isPlanned ? stampOf(plan, cell.id, this.#planned(ready.params)) : null;
    const around: Surroundings = {
      engine: this.options.engine,
      notebook: this.key,
      setting: { timezone, weekStart, locale: this.#locale, ...(stamp && { plan: stamp }) },
      files: (id, params) => this.#files(id, params),
      file: this.#file,
      textOf: (path, id) => this.#textOf(path, id),
      outputOf: (id) => this.#scheduler.run(id).made!.output,
    };
    return computed(cell, ready, around, progress, signal);
  };

  #planned(params: JsonObject): Planned {
    const valueOf = (path: Path): Json => {
      const shown = this.value(formatPath(path));
      return 'value' in shown ? shown.value : null;
    };
    return { params, segments: plannedSegments(params, this.notebook, valueOf) };
  }

  /** The files a source names that are at hand; the engine says what is wrong when some are not. */
  async #files(cell: string, { file, files, sha256 }: JsonObject): Promise<readonly DataFile[]> {
    const names: readonly (Json | undefined)[] = Array.isArray(files) ? files : [file];
    const sums: readonly (Json | undefined)[] = Array.isArray(sha256) ? sha256 : [sha256];
    const found = names.map(async (name, index) => {
      const sum = sums[index];
      if (typeof name !== 'string') return null;
      return this.options.locate(name, typeof sum === 'string' ? sum : null, cell);
    });
    return (await Promise.all(found)).filter((each) => each !== null);
  }

  /** The text of another notebook, found as a data file of the cell would be. */
  async #textOf(path: string, cell: string): Promise<string | null> {
    const found = await this.options.locate(path, null, cell);
    if (!found) return null;
    const { bytes, size } = found;
    const source = bytes instanceof Blob ? blobSource(bytes) : bytes;
    return textOf(new Uint8Array(await source.slice(0, size)), path);
  }

  /** What is wrong in cells that compute nothing: the header, and values in prose. */
  #textProblems(id: string): readonly ProblemData[] {
    const cell = cellOf(this.notebook, id);
    if (cell?.type === 'prose') return this.#proseProblems(cell);
    if (cell?.type !== 'header') return [];
    const { problems } = this.notebook;
    const ofHeader = this.#headerCheck.problems;
    return this.#inTexts.of(id, [cell, problems, ofHeader, this.#file], () => {
      const ofVersion = problems.filter(({ at }) => at.cell === id);
      return [...ofVersion.map((problem) => problem.toJSON()), ...ofHeader].map((problem) =>
        this.#named(placed(problem, id, this.notebook)),
      );
    });
  }

  #proseProblems(cell: ProseCell): readonly ProblemData[] {
    const outputs = new Map(
      (this.#graph.reads.get(cell.id) ?? []).map((id) => {
        const state = this.state(id);
        return [id, 'output' in state ? state.output : null];
      }),
    );
    return this.#inTexts.of(cell.id, [cell, this.#file, ...outputs.values()], () => {
      const valueOf = (id: string): Json | undefined => {
        const output = outputs.get(id);
        return output ? outputValue(output) : undefined;
      };
      return proseProblems(cell, valueOf, this.#file);
    });
  }

  async #readEarlier(): Promise<void> {
    this.#earlier = await savedResults(this.notebook, this.options.engine, this.#locale);
    if (this.#earlier.size > 0) this.#announce();
  }

  async #presentAnew(id: string): Promise<void> {
    const output = this.#scheduler.run(id).made?.output;
    if (output?.type !== 'analysis') return;
    const { kind, params, result } = output;
    const shown = await this.options.engine.present(kind, params, result, this.#locale);
    this.#scheduler.replace(id, output, { ...output, ...shown });
  }

  /** Results that are up to date, with the parameters they were computed with. */
  #upToDate(): readonly UpToDate[] {
    return this.notebook.cells.flatMap(({ id }) => {
      const state = this.state(id);
      const standing = this.#scheduler.standing(id);
      if (state.state !== 'done' || standing.is !== 'ready') return [];
      return [{ id, output: state.output, params: standing.params }];
    });
  }

  #noValue(id: string, state: CellState): ShownValue {
    if (state.state === 'problem') return { problem: state.problem };
    const known = this.notebook.cells.map((cell) => cell.id);
    if (known.includes(id)) return { problem: new Problem('no-value-yet', { cell: id }).toJSON() };
    const near = nearest(id, known);
    return { problem: new Problem('no-such-cell', { name: id, known, near }).toJSON() };
  }

  /** The notebook may have got another name since it was read. */
  #named(problem: ProblemData): ProblemData {
    if (problem.at?.file !== this.notebook.file) return problem;
    return { ...problem, at: { ...problem.at, file: this.#file } };
  }

  #until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  #announce(): void {
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}

/** One problem may stand both in the text and in the state of its cell. */
function distinct(problems: readonly ProblemData[]): ProblemData[] {
  const key = ({ code, at = {} }: ProblemData): string =>
    [code, at.file, at.cell, at.line, at.column].join('\n');
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}
