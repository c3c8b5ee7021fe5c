import type { Notebook } from '../notebook/notebook';

/** Turns a document into the next one. */
export type Edit = (notebook: Notebook) => Notebook;

const PAUSE_MS = 300;
/** What somebody types without a pause is passed on too. */
const LATEST_MS = 2_000;

interface Waiting {
  readonly edit: Edit;
  /** The burst of typing it belongs to: all of it is one step of undo. */
  readonly burst: object;
  /** When the first of it came that has not been passed on, epoch ms. */
  readonly since: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Passes on the last of several quick edits once their writer pauses: one step of undo, one run. */
export class LateEdits {
  readonly #waiting = new Map<object, Waiting>();
  readonly #bursts = new Map<object, object>();

  /** @param apply  called with an edit, and with the burst it belongs to */
  constructor(
    private readonly apply: (edit: Edit, burst: object) => void,
    private readonly now: () => number,
  ) {}

  /** Whether something waits. */
  get any(): boolean {
    return this.#waiting.size > 0;
  }

  /** Takes the place of what the same writer put before. */
  put(writer: object, edit: Edit): void {
    const before = this.#waiting.get(writer);
    clearTimeout(before?.timer);
    const now = this.now();
    const since = before?.since ?? now;
    const burst = this.#bursts.get(writer) ?? {};
    this.#bursts.set(writer, burst);
    const pause = Math.max(0, Math.min(PAUSE_MS, since + LATEST_MS - now));
    const timer = setTimeout(() => this.#pass(writer, pause === PAUSE_MS), pause);
    this.#waiting.set(writer, { edit, burst, since, timer });
  }

  /** Passes on at once what waits, of one writer or of all. */
  flush(writer?: object): void {
    const writers = writer ? [writer] : [...this.#waiting.keys()];
    for (const each of writers) this.#pass(each, true);
  }

  #pass(writer: object, ends: boolean): void {
    const waiting = this.#waiting.get(writer);
    if (ends) this.#bursts.delete(writer);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(writer);
    this.apply(waiting.edit, waiting.burst);
  }
}
