import { Problem, type ProblemData } from '../base/problem';
import type { Output, Progress } from '../engine/engine';
import { isAbort } from '../engine/failure';
import { cellOf } from '../notebook/notebook';
import { type CellRun, type Inputs, type Made, NEVER_RUN, sameInputs } from './cell-run';
import type { Computed, RunningCell } from './computed';
import { type Plan, type Standing, isUpToDate, standings } from './standing';

/** Cells of these types leave data with the engine, under their id. */
const HOLDS_DATA: readonly RunningCell['type'][] = ['source', 'transform', 'segment'];

/** The engine computes one cell after the other; with these at hand it never waits for the next. */
const MOST_AT_ONCE = 8;

export interface SchedulerOptions {
  /** Computes a cell whose inputs are all there. */
  readonly compute: (
    cell: RunningCell,
    inputs: Standing & { readonly is: 'ready' },
    progress: Progress,
    signal: AbortSignal,
  ) => Promise<Computed>;
  readonly now: () => number;
  readonly changed: () => void;
}

/**
 * Runs the cells of a notebook when what they depend on changed: those before others that others
 * read, each at most once at a time, the latest inputs winning. A cell that gives the same value as
 * before leaves its readers as they are.
 */
export class Scheduler {
  #plan: Plan;
  #standings: ReadonlyMap<string, Standing> = new Map();
  readonly #runs = new Map<string, CellRun>();
  /** The cells whose runs have changed since the standings were found; null where the plan has. */
  #touched: Set<string> | null = null;
  /** Cells the reader wants run although they do not start by themselves. */
  readonly #asked = new Set<string>();
  readonly #running = new Set<string>();
  /** Cells that could run, and do as soon as fewer are running. */
  readonly #held = new Set<string>();

  constructor(
    plan: Plan,
    private readonly options: SchedulerOptions,
  ) {
    this.#plan = plan;
  }

  run(id: string): CellRun {
    return this.#runs.get(id) ?? NEVER_RUN;
  }

  standing(id: string): Standing {
    return this.#standings.get(id) ?? { is: 'still' };
  }

  isUpToDate(id: string): boolean {
    return isUpToDate(this.standing(id), this.run(id));
  }

  /** Takes over an edited document: what still holds stays, what no longer does is stopped or run again. */
  follow(plan: Plan): void {
    this.#plan = plan;
    this.#touched = null;
    this.#advance();
  }

  /** Wants these cells run, whatever their state, after those of their ancestors that are not up to date. */
  want(ids: readonly string[]): void {
    for (const id of ids) {
      this.#update(id, { again: true, failure: null, stopped: null });
      for (const each of [id, ...this.#ancestors(id)]) {
        if (each !== id && this.isUpToDate(each)) continue;
        this.#update(each, { failure: null, stopped: null });
        this.#asked.add(each);
      }
    }
    this.#advance();
  }

  /** Wants every cell run that has no up-to-date result and could have one. */
  wantAll(): void {
    for (const [id, standing] of this.#standings) {
      if (standing.is !== 'ready' && standing.is !== 'waiting') continue;
      if (this.isUpToDate(id) && !this.run(id).current) continue;
      this.#update(id, { stopped: null });
      this.#asked.add(id);
    }
    this.#advance();
  }

  /** Whether any of these cells is running or will run without further doing. */
  isBusy(ids: readonly string[]): boolean {
    return ids.some((id) => this.#asked.has(id) || this.#held.has(id) || this.#running.has(id));
  }

  /** Stops a cell, or all; they do not start by themselves until something they depend on changes. */
  cancel(id?: string): void {
    const ids = id === undefined ? [...this.#running, ...this.#held] : [id];
    if (id === undefined) this.#asked.clear();
    for (const each of ids) {
      this.#asked.delete(each);
      const standing = this.standing(each);
      const isHeld = this.#held.delete(each) && standing.is === 'ready';
      const inputs = isHeld ? standing.inputs : this.run(each).current?.inputs;
      if (!inputs) continue;
      this.#stop(each);
      this.#update(each, { stopped: inputs });
    }
    this.#advance();
  }

  /** Forgets failures of the given kind, so that what failed is tried again. */
  retry(failed: (problem: ProblemData) => boolean): void {
    for (const [id, { failure }] of this.#runs) {
      if (failure && 'problem' in failure && failed(failure.problem)) {
        this.#update(id, { failure: null });
      }
    }
    this.#advance();
  }

  /** Puts another output in the place of `was`, if that is still what is shown. */
  replace(id: string, was: Output, output: Output): void {
    const { made } = this.run(id);
    if (made?.output === was) this.#update(id, { made: { ...made, output } });
    this.options.changed();
  }

  /** Looks at every cell that something has changed for, at those first that others read: stops what runs on old inputs, starts what can and should run. */
  #advance(): void {
    const changed = new Set([...this.#refresh(), ...this.#held]);
    this.#held.clear();
    for (const id of this.#runs.keys()) if (!this.#standings.has(id)) this.#stop(id);
    for (const id of this.#standings.keys()) {
      if (!changed.has(id)) continue;
      const standing = this.standing(id);
      const { current } = this.run(id);
      const inputs = standing.is === 'ready' ? standing.inputs : null;
      if (current && !sameInputs(current.inputs, inputs)) this.#stop(id);
      if (standing.is === 'ready' && this.#shouldStart(id, standing.inputs)) {
        if (this.#running.size >= MOST_AT_ONCE) {
          this.#held.add(id);
          continue;
        }
        const { made, failure } = this.run(id);
        void this.#start(id, standing);
        // What reads a source that is read anew, or a segment, or a cell that failed, has to wait.
        if (made === this.run(id).made && !failure) continue;
        for (const each of this.#refresh()) changed.add(each);
      }
    }
    this.#forgetVainWishes();
    this.options.changed();
  }

  /** Gives the cells that stand otherwise than before, or whose run has changed. */
  #refresh(): ReadonlySet<string> {
    const { of, changed } = standings(this.#plan, this.#runs, this.#standings, this.#touched);
    this.#standings = of;
    this.#touched = new Set();
    return changed;
  }

  #shouldStart(id: string, inputs: Inputs): boolean {
    const run = this.run(id);
    if (run.current) return false;
    if (!run.again) {
      if (sameInputs(run.made?.inputs, inputs) || sameInputs(run.failure?.inputs, inputs))
        return false;
    }
    if (this.#asked.has(id)) return true;
    return this.#startsByItself(id) && !sameInputs(run.stopped, inputs);
  }

  #startsByItself(id: string): boolean {
    const { notebook } = this.#plan;
    const isManual = cellOf(notebook, id)?.attributes['run'] === 'manual';
    return notebook.header.run === 'auto' && !isManual;
  }

  async #start(id: string, standing: Standing & { readonly is: 'ready' }): Promise<void> {
    const cell = cellOf(this.#plan.notebook, id) as RunningCell;
    const { inputs } = standing;
    const controller = new AbortController();
    // From here on the engine may hold the data of these inputs, not of those before.
    const made = HOLDS_DATA.includes(cell.type) && this.run(id).made;
    this.#update(id, {
      current: { inputs, controller, done: 0, total: 0 },
      failure: null,
      again: false,
      ...(made && { made: { ...made, inputs: null } }),
    });
    const isCurrent = (): boolean => this.run(id).current?.controller === controller;
    const progress: Progress = (done, total) => {
      if (!isCurrent()) return;
      this.#update(id, { current: { inputs, controller, done, total } });
      this.options.changed();
    };
    const outcome = await this.#outcome(cell, standing, progress, controller.signal);
    if (!isCurrent()) return;
    this.#asked.delete(id);
    this.#update(id, { ...outcome, current: null });
    this.#advance();
  }

  async #outcome(
    cell: RunningCell,
    standing: Standing & { readonly is: 'ready' },
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Partial<CellRun>> {
    const { compute, now } = this.options;
    const { inputs } = standing;
    const start = now();
    try {
      const computed = await compute(cell, standing, progress, signal);
      const at = now();
      const made: Made = { ...computed, inputs, ms: at - start, at };
      return { made, failure: null };
    } catch (error) {
      if (isAbort(error)) return { stopped: inputs };
      if (error instanceof Problem) return { failure: { inputs, problem: error.toJSON() } };
      const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { failure: { inputs, bug } };
    }
  }

  #stop(id: string): void {
    const { current } = this.run(id);
    if (!current) return;
    this.#update(id, { current: null });
    current.controller.abort();
  }

  /** A wish is over when nothing runs that could still fulfil it. */
  #forgetVainWishes(): void {
    if (this.#running.size === 0) this.#asked.clear();
    for (const id of this.#asked) {
      const { is } = this.standing(id);
      if (is !== 'ready' && is !== 'waiting') this.#asked.delete(id);
    }
  }

  #ancestors(id: string): readonly string[] {
    const found = new Set<string>();
    const next = [id];
    for (let each = next.pop(); each !== undefined; each = next.pop()) {
      for (const read of this.#plan.graph.reads.get(each) ?? []) {
        if (!found.has(read)) next.push(read);
        found.add(read);
      }
    }
    return [...found];
  }

  #update(id: string, change: Partial<CellRun>): void {
    const run = { ...this.run(id), ...change };
    this.#runs.set(id, run);
    if (run.current) this.#running.add(id);
    else this.#running.delete(id);
    this.#touched?.add(id);
  }
}
