import type { RowsPage } from '../../engine/engine';
import { type RowWindow, pagesOf } from './row-window';

/** Rows in one page. */
const PAGE = 200;

/** Gives the rows `[from, to)` of a table, at most 200 of them. */
export type PageOf = (from: number, to: number) => Promise<RowsPage>;

/** The rows of a table that have come from the engine; each page is asked for once. */
export class TablePages {
  columns = $state.raw<RowsPage['columns']>([]);
  /** The engine refused a page. */
  failed = $state(false);
  #pages = $state.raw<readonly (RowsPage | undefined)[]>([]);
  #asked: boolean[] = [];

  /** The row with that number; undefined until its page has come. */
  row(number: number): RowsPage['rows'][number] | undefined {
    return this.#pages[Math.floor(number / PAGE)]?.rows[number % PAGE];
  }

  /** Forgets all pages, also those on their way: the table is another. */
  clear(): void {
    this.#asked = [];
    this.#pages = [];
  }

  /** Asks for what of `shown` was not asked for yet, in a table of `total` rows. */
  ask(shown: RowWindow, total: number, pageOf: PageOf): void {
    for (const number of pagesOf(shown, PAGE)) {
      if (this.#asked[number]) continue;
      this.#asked[number] = true;
      void this.#take(number, total, pageOf);
    }
  }

  async #take(number: number, total: number, pageOf: PageOf): Promise<void> {
    const asked = this.#asked;
    try {
      const start = number * PAGE;
      const page = await pageOf(start, Math.min(total, start + PAGE));
      if (asked !== this.#asked) return;
      this.columns = page.columns;
      this.#pages = Object.assign([...this.#pages], { [number]: page });
    } catch {
      this.failed = true;
    }
  }
}
