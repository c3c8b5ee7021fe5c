/** Beyond this many the log is given up: a place is a help, not worth the memory of a column. */
const MOST = 200_000;

/**
 * At which line each record begins, for files where most records take one line: only the others
 * cost anything.
 */
export class LineLog {
  /** `rows[i]` begins at line `lines[i]`, and so on line by line until `rows[i + 1]`. */
  readonly #rows: number[] = [];
  readonly #lines: number[] = [];
  #shift: number;

  /** @param first  line of row 0 */
  constructor(private readonly first: number) {
    this.#shift = first;
  }

  /** To be called for each row in order. */
  note(row: number, line: number): void {
    if (line - row === this.#shift || this.#rows.length === MOST) return;
    this.#shift = line - row;
    this.#rows.push(row);
    this.#lines.push(line);
  }

  /** Undefined for no row, or one too deep in a file with many lines a record. */
  lineOf(row: number): number | undefined {
    if (row < 0) return undefined;
    if (this.#rows.length === MOST && row > this.#rows.at(-1)!) return undefined;
    let from = 0;
    let to = this.#rows.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#rows[middle]! <= row) from = middle + 1;
      else to = middle;
    }
    if (from === 0) return this.first + row;
    return this.#lines[from - 1]! + row - this.#rows[from - 1]!;
  }
}
