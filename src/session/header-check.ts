import { isObject } from '../base/json';
import type { ProblemData } from '../base/problem';
import type { Engine } from '../engine/engine';
import type { Notebook } from '../notebook/notebook';

/** What is wrong with the header of a notebook. Its schema lives with the engine, so the answer comes a little later. */
export class HeaderCheck {
  #body: string | null = null;
  #problems: readonly ProblemData[] = [];
  #settled: Promise<void> = Promise.resolve();

  constructor(
    private readonly engine: Engine,
    private readonly changed: () => void,
  ) {}

  get problems(): readonly ProblemData[] {
    return this.#problems;
  }

  /** Resolves when the header last seen has been checked. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Asks again when the header is another. */
  follow({ cells }: Notebook): void {
    const cell = cells.find(({ type }) => type === 'header');
    const body = cell?.body ?? null;
    if (body === this.#body) return;
    this.#body = body;
    const params = cell?.type === 'header' ? cell.json?.value : undefined;
    if (!isObject(params)) {
      this.#problems = [];
      return;
    }
    const check = this.engine.checkHeader(params).then((problems) => {
      if (this.#body !== body) return;
      this.#problems = problems;
      this.changed();
    });
    // An engine that does not answer says so of every cell.
    this.#settled = check.catch(() => {});
  }
}
