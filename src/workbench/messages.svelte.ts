import { Problem, type ProblemData } from '../base/problem';
import { isAbort } from '../engine/failure';

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'warn' | 'bad';
  readonly text: string;
  /** What a developer wants to read: the stack. */
  readonly details: string | null;
  readonly action: { readonly title: string; readonly run: () => void } | null;
}

export interface LogEntry {
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
  readonly tone: 'info' | 'warn' | 'bad';
}

const LOG_KEPT = 500;
const TOAST_MS = 4_000;

/** What the workbench says aside from results: toasts, the log, and what a screen reader is told. */
export class Messages {
  toasts = $state.raw<readonly Toast[]>([]);
  log = $state.raw<readonly LogEntry[]>([]);
  /** The last announcement; a live region reads it out. */
  announcement = $state('');
  #next = 1;

  /** `sentences` is how problems and bugs are put into the reader's language. */
  constructor(
    private readonly sentences: {
      readonly problem: (problem: ProblemData) => string;
      readonly bug: () => string;
    },
  ) {}

  inform(text: string, action: Toast['action'] = null): void {
    this.#add({ tone: 'info', text, details: null, action });
  }

  /** Shows what went wrong: a problem as its sentence, anything else as a bug with its stack. */
  fail(error: unknown): void {
    if (isAbort(error)) return;
    if (error instanceof Problem) {
      this.#add({ tone: 'warn', text: this.sentences.problem(error), details: null, action: null });
    } else {
      const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#add({ tone: 'bad', text: this.sentences.bug(), details, action: null });
    }
  }

  dismiss(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  announce(text: string): void {
    this.say(text);
    this.write(text);
  }

  /** Tells a screen reader what is not worth a line of the log. */
  say(text: string): void {
    this.announcement = text;
  }

  write(text: string, tone: LogEntry['tone'] = 'info'): void {
    this.log = [...this.log.slice(1 - LOG_KEPT), { at: Date.now(), text, tone }];
  }

  #add(toast: Omit<Toast, 'id'>): void {
    const id = this.#next++;
    this.toasts = [...this.toasts, { id, ...toast }];
    this.write(toast.details ? `${toast.text}\n${toast.details}` : toast.text, toast.tone);
    // A bug stays until it is dismissed, its details are worth copying; an offer until it is taken or not.
    if (toast.tone !== 'bad' && !toast.action) setTimeout(() => this.dismiss(id), TOAST_MS);
  }
}
