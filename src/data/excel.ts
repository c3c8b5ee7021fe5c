import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { Problem } from '../base/problem';
import { UNIT_SEPARATOR } from './csv-cells';
import { checkSwelling } from './unpack';

/**
 * The first sheet of an Excel workbook (.xlsx) as text delimited by `UNIT_SEPARATOR`, one line a row, so that its columns are
 * settled by the same rules as those of a text file. Dates are written in ISO 8601 as the wall times
 * they are.
 *
 * @throws {Problem} `damaged-file`, `unpacks-too-large`
 */
export async function excelText(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const rows = await firstSheet(stored(bytes));
  const lines = rows.map((row) =>
    row.every((cell) => cell === null) ? '' : row.map(cellText).join(UNIT_SEPARATOR),
  );
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

async function firstSheet(file: Uint8Array<ArrayBuffer>) {
  try {
    return await readSheet(new Blob([file]), 1);
  } catch {
    throw new Problem('damaged-file', { format: 'excel' });
  }
}

/** The workbook without compression: the reader would start workers to unpack it, which the sandbox does not let it. */
function stored(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false;
        unpacked += originalSize;
        checkSwelling(unpacked, bytes.length);
        return true;
      },
    });
    return new Uint8Array(zipSync(files, { level: 0 }));
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('damaged-file', { format: 'excel' });
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return wallTime(cell);
  if (typeof cell !== 'string') return String(cell);
  return /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** `2026-03-02`, or with its time of day where it has one: what stands in the sheet, without a zone. */
function wallTime(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, -1);
}
