/** More different spellings than this are not a few error marks among values but another kind of column. */
const FEW_SPELLINGS = 5;
/** The share of cells that may be of another kind. */
const FEW_CELLS = 0.01;

/** Cells that are not of their column's kind. */
export class Misfits {
  count = 0;
  /** The first one's row. */
  row = -1;
  /** The first few different spellings. */
  readonly spellings: string[] = [];
  /** One of them is a number that only text keeps, such as 007. */
  onlyText = false;
  #lastRow = -1;

  /** A record split over two chunks is read twice, so a row counts once. */
  note(row: number, spelling: string, onlyText = false): void {
    if (row <= this.#lastRow) return;
    this.#lastRow = row;
    if (this.count++ === 0) this.row = row;
    this.onlyText ||= onlyText;
    if (this.spellings.length <= FEW_SPELLINGS && !this.spellings.includes(spelling)) {
      this.spellings.push(spelling);
    }
  }

  /** No number of further cells will make them few. */
  get hopeless(): boolean {
    return this.onlyText || this.spellings.length > FEW_SPELLINGS;
  }

  /** Whether the column keeps its kind and these cells count as unreadable, there being `filled` cells in all. */
  areFew(filled: number): boolean {
    return !this.hopeless && this.count <= filled * FEW_CELLS;
  }
}
