import { type Slide, slidesOf } from '../../notebook/slides';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** A notebook on the wall: which slide, what the audience sees of it, and the copy that a what-if changes. */
export class Presentation {
  at = $state(0);
  /** The wall is dark. */
  black = $state(false);
  /** Charts on the slide show the tables they are drawn from. */
  asTables = $state(false);
  /** Inputs are shown and can be changed. */
  whatIf = $state(false);
  /** Inputs cannot be changed by accident. */
  frozen = $state(false);
  /** Digits typed so far of the slide to go to. */
  typed = $state('');
  /** By slide: how far its content is scaled down to fit. */
  scales = $state<Readonly<Record<number, number>>>({});
  /** Epoch ms. */
  readonly startedAt = Date.now();
  #copy = $state.raw<NotebookTab | null>(null);

  constructor(
    private readonly workbench: Workbench,
    private readonly original: NotebookTab,
    from: string | null,
  ) {
    const first = this.slides.findIndex(({ cells }) => cells.some(({ id }) => id === from));
    this.at = Math.max(0, first);
  }

  /** The notebook shown: the file's own, or the copy once something was tried. */
  get tab(): NotebookTab {
    return this.#copy ?? this.original;
  }

  /** What is shown is not what the file says: something was tried. */
  get isTried(): boolean {
    return this.#copy !== null && this.#copy.session.text !== this.original.session.text;
  }

  readonly slides: readonly Slide[] = $derived.by(() => slidesOf(this.tab.session.notebook.cells));

  get slide(): Slide | undefined {
    return this.slides[this.at];
  }

  go(to: number): void {
    this.at = Math.min(Math.max(0, to), Math.max(0, this.slides.length - 1));
    this.black = false;
    this.asTables = false;
  }

  /** Shows the inputs; what they change is a copy that nobody saves. */
  try(): void {
    this.whatIf = !this.whatIf;
    if (!this.whatIf || this.#copy) return;
    const { session } = this.original;
    this.#copy = this.workbench.newTab(session.text, session.file, null);
  }

  /** The tried values are gone; the file's are shown again. */
  discard(): void {
    const copy = this.#copy;
    this.#copy = null;
    this.whatIf = false;
    void copy?.session.close();
  }

  /** Does what `key` means here; gives whether it means anything. */
  press(key: string): boolean {
    if (/^\d$/.test(key)) {
      this.typed += key;
      return true;
    }
    const { typed } = this;
    this.typed = '';
    const acts: Record<string, () => void> = {
      ArrowRight: () => this.go(this.at + 1),
      ArrowDown: () => this.go(this.at + 1),
      PageDown: () => this.go(this.at + 1),
      ' ': () => this.go(this.at + 1),
      ArrowLeft: () => this.go(this.at - 1),
      ArrowUp: () => this.go(this.at - 1),
      PageUp: () => this.go(this.at - 1),
      Home: () => this.go(0),
      End: () => this.go(this.slides.length - 1),
      Enter: () => this.go(typed === '' ? this.at + 1 : Number(typed) - 1),
      b: () => (this.black = !this.black),
      t: () => (this.asTables = !this.asTables),
      f: () => (this.frozen = !this.frozen),
      w: () => this.try(),
    };
    const act = acts[key.length === 1 ? key.toLowerCase() : key];
    act?.();
    return act !== undefined;
  }
}
