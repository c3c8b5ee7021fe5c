import type { ProblemData } from '../base/problem';
import type { Oddity } from './dictionary';

/** Different texts with something wrong, and the first line where. */
export class Oddities {
  readonly #found = new Map<Oddity, { count: number; line: number }>();

  note(oddity: Oddity, line: number): void {
    const found = this.#found.get(oddity);
    if (!found) this.#found.set(oddity, { count: 1, line });
    else this.#found.set(oddity, { count: found.count + 1, line: Math.min(found.line, line) });
  }

  warnings(): ProblemData[] {
    return Array.from(this.#found, ([code, { count, line }]) => ({
      code,
      args: { count },
      at: { line },
    }));
  }
}
