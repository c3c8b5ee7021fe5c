import { Problem, type ProblemData } from '../base/problem';
import type { Chunks } from './chunks';
import { readJsonLines } from './json-lines';
import { type Fields, flatFields } from './flat-fields';
import { type JsonCutter, type JsonPiece, depthCutter, lineCutter } from './json-records';
import { LineLog } from './line-log';
import type { RawTable } from './raw-table';
import type { Value } from './value-column';
import { ValueColumns } from './value-columns';

/** Characters after which a first line is no longer waited for. */
const LONGEST_LINE = 2 ** 24;
/** Strings, which may contain anything, or integers with too many digits for a number: not the digits of a fraction. */
const STRING_OR_LONG = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * Reads JSON records: one a line, one after another, or in an array. Fields of nested objects become
 * columns `a.b`, arrays stay JSON text; a key is but a name, whatever it says. Integers beyond 2^53 are
 * kept as text. A record that is broken or no object is left out and counted. Regular lines are read as
 * bytes; any other file is read again by way of strings.
 *
 * @param text  the bytes from the start; asked for again when a second pass is needed
 * @param instant  of a wall time of the file's zone
 * @throws {Problem} `empty-file`, `not-a-table` when nothing in it is a record
 */
export async function readJson(
  text: () => Chunks,
  instant: (wall: number) => number,
): Promise<RawTable> {
  return (await readJsonLines(text(), instant)) ?? (await readAnyJson(text()));
}

async function readAnyJson(chunks: Chunks): Promise<RawTable> {
  const decoder = new TextDecoder();
  const records = new Records();
  let cutter: JsonCutter | null = null;
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    cutter ??= cutterFor(text, false);
    if (!cutter) continue;
    records.add(cutter.add(text));
    text = '';
  }
  text += decoder.decode();
  cutter ??= cutterFor(text, true);
  if (!cutter) throw new Problem('empty-file');
  records.add(cutter.add(text));
  return records.table(cutter.rest());
}

/** Whether records are lines is told by the first line; null while it is not complete. */
function cutterFor(text: string, whole: boolean): JsonCutter | null {
  const start = text.search(/\S/);
  if (start < 0) return null;
  if (text[start] === '[' || text.length > LONGEST_LINE) return depthCutter();
  const end = text.indexOf('\n', start);
  if (end < 0 && !whole) return null;
  try {
    JSON.parse(text.slice(start, end < 0 ? undefined : end));
    return lineCutter();
  } catch {
    return depthCutter();
  }
}

/** Columns in the making, in the order in which their names first appear. */
class Records {
  #rows = 0;
  #broken = 0;
  #firstBroken = 0;
  readonly #columns = new ValueColumns();
  /** Columns with an integer that no number holds. */
  readonly #long = new Set<string>();
  readonly #lines = new LineLog(1);

  add(pieces: readonly JsonPiece[]): void {
    for (const piece of pieces) if (piece.text.trim() !== '') this.#addRecord(piece);
  }

  table(rest: JsonPiece | null): RawTable {
    if (rest && rest.text !== '') this.add([rest]);
    if (this.#rows === 0 && this.#broken > 0) {
      throw new Problem('not-a-table', { found: 'json' }, { line: this.#firstBroken });
    }
    if (rest && rest.text === '') this.#noteBroken(rest.line);
    const warnings: ProblemData[] = [];
    if (this.#broken > 0) {
      const at = { line: this.#firstBroken };
      warnings.push({ code: 'broken-records', args: { count: this.#broken }, at });
    }
    for (const column of this.#long) warnings.push({ code: 'integers-as-text', args: { column } });
    const columns = this.#columns.columns(this.#rows);
    return { rows: this.#rows, columns, warnings, lineOf: (row) => this.#lines.lineOf(row) };
  }

  #addRecord({ text, line }: JsonPiece): void {
    const fields = fieldsOf(text);
    if (!fields) return this.#noteBroken(line);
    for (const [name, value] of fields.values) this.#columns.put(this.#rows, name, value);
    for (const name of fields.long) this.#long.add(name);
    this.#lines.note(this.#rows++, line);
  }

  #noteBroken(line: number): void {
    if (this.#broken++ === 0) this.#firstBroken = line;
  }
}

interface JsonRecord {
  readonly values: Fields;
  /** Names of those that are integers with too many digits. */
  readonly long: readonly string[];
}

/** The fields of one record, or null when it is broken or no object. */
function fieldsOf(text: string): JsonRecord | null {
  try {
    const record: unknown = JSON.parse(text);
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
    const values: Fields = [];
    flatFields(record, '', values);
    if (!values.some(([, value]) => isLong(value))) return { values, long: [] };

    // Numbers that lost digits are read again as what they were written as.
    const again: Fields = [];
    flatFields(JSON.parse(quoted(text)) as object, '', again);
    const long = again.filter(([, value], k) => typeof value === 'string' && isLong(values[k]![1]));
    return { values: again, long: long.map(([name]) => name) };
  } catch (error) {
    // RangeError: nested too deep for the stack.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function isLong(value: Value): boolean {
  return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
}

function quoted(text: string): string {
  return text.replace(STRING_OR_LONG, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`,
  );
}
