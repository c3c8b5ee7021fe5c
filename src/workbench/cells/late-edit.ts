const PAUSE_MS = 400;

/** Passes on the last of several quick edits once typing pauses: one step of undo, one run. */
export class LateEdit {
  #pending: { readonly text: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly commit: (text: string) => void) {}

  put(text: string): void {
    this.#pending = { text };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Passes on at once what still waits. */
  flush(): void {
    clearTimeout(this.#timer);
    const pending = this.#pending;
    this.#pending = null;
    if (pending) this.commit(pending.text);
  }
}
