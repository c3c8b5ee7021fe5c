import { Problem, type ProblemData } from '../base/problem';
import { type Chunks, joined } from './chunks';
import type { ColumnBuilder } from './column-builder';
import { CR, LF, QUOTE, UNIT_SEPARATOR } from './csv-cells';
import { almostOf, builderOf, rawValues, stands } from './csv-columns';
import { scanAll } from './csv-feed';
import { type CsvLayout, type Guess, csvLayout, isOneColumn } from './csv-layout';
import { CsvScan } from './csv-scan';
import { cut, cutLines, likelyWidths } from './fixed-width';
import type { FormatOptions } from './format';
import { Oddities } from './oddities';
import type { RawColumn, RawTable } from './raw-table';
import { timeReading } from './time-bytes';

/** A text file to be read as a table. */
export interface TextFile {
  /** The text in UTF-8 from its start; asked for again when a second pass is needed. */
  text(): Chunks;
  /** In bytes, where it is known beforehand. */
  readonly size: number | null;
  readonly format: FormatOptions;
  /** The instant of a wall time of the file's zone. */
  instant(wall: number): number;
}

const SAMPLE = 2 ** 18;

/**
 * Reads a delimited file: RFC 4180, and what is met in the wild. The kinds of the columns are
 * guessed from the first records; a column in which too many cells turn out to be of another kind
 * is read once more, as text.
 *
 * @throws {Problem} `empty-file`, `unterminated-quote`, `record-too-long`
 */
export async function readCsv(file: TextFile): Promise<RawTable> {
  const { bytes, whole } = await beginning(file.text());
  const widths =
    file.format.widths ?? (isOneColumn(bytes, whole, file.format) && likelyWidths(bytes));
  if (widths) return readCells(cutFile(file, widths), cut(bytes, widths, true), whole);
  return readCells(file, bytes, whole);
}

/** A text in columns of fixed width as a delimited one. */
function cutFile(file: TextFile, widths: readonly number[]): TextFile {
  const format = { ...file.format, delimiter: UNIT_SEPARATOR };
  return { ...file, format, text: () => cutLines(file.text(), widths) };
}

async function readCells(file: TextFile, bytes: Uint8Array, whole: boolean): Promise<RawTable> {
  const layout = csvLayout(bytes, whole, file.format, timeReading(file.instant));
  if (!layout) {
    // A quote that is never closed takes all records in.
    if (bytes.includes(QUOTE)) throw new Problem('unterminated-quote', {}, { line: 1 });
    throw new Problem('empty-file');
  }
  const newline = bytes.includes(LF) || !bytes.includes(CR) ? LF : CR;

  const oddities = new Oddities();
  const pass = async (kinds: readonly Kind[]): Promise<Pass> => {
    const builders = kinds.map((kind) =>
      builderOf(kind, file.instant, (oddity) => oddities.note(oddity, scan.line)),
    );
    const scan = new CsvScan(builders, layout.delimiter, layout.line);
    scan.reserve(rowsToExpect(file, layout));
    await scanAll(file.text(), scan, newline, layout.start);
    return { scan, builders };
  };
  const { scan, builders } = await pass(layout.guesses.map(({ kind }) => kind));
  const { rows, lines } = scan;
  const failed = builders.map((builder) => !stands(builder, rows));
  const again = failed.includes(true)
    ? (await pass(failed.map((fails) => (fails ? 'text' : 'none')))).builders
    : builders;
  const columns = layout.names.map((name, k): RawColumn => {
    if (!failed[k]) return { name, ...rawValues(builders[k]!, rows, layout.guesses[k]!.almost) };
    return { name, ...rawValues(again[k]!, rows, almostOf(builders[k]!)) };
  });
  const warnings = [...layout.warnings, ...raggedRows(scan, layout), ...oddities.warnings()];
  return { rows, columns, warnings, lineOf: (row) => lines.lineOf(row) };
}

type Kind = Guess['kind'] | 'none';

interface Pass {
  readonly scan: CsvScan;
  readonly builders: readonly ColumnBuilder[];
}

/** A little more than the sample lets expect, so that mostly there is room from the start. */
function rowsToExpect({ size }: TextFile, { recordSize }: CsvLayout): number {
  return size !== null && recordSize > 0 ? Math.ceil((size / recordSize) * 1.02) + 64 : 64;
}

/** The first bytes of the text, always the same ones however it is cut: the first record at least. */
async function beginning(chunks: Chunks): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    size += chunk.length;
    ended ||= chunk.includes(LF) || chunk.includes(CR);
    if (size > SAMPLE && ended) {
      const bytes = joined(pieces);
      const first = bytes.findIndex((byte) => byte === LF || byte === CR);
      return { bytes: bytes.subarray(0, Math.max(SAMPLE, first + 2)), whole: false };
    }
  }
  return { bytes: joined(pieces), whole: true };
}

function raggedRows({ ragged, lines }: CsvScan, { names }: CsvLayout): ProblemData[] {
  const { short, long, row, found } = ragged;
  if (row < 0) return [];
  const line = lines.lineOf(row);
  const args = { count: short + long, short, long, found, expected: names.length };
  return [{ code: 'ragged-rows', args, at: line === undefined ? {} : { line } }];
}
