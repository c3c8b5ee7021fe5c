import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';

const DATA = '../shared/data';

/** Whether the public data are not here; says so once. */
export function isPublicDataMissing(): boolean {
  if (existsSync(DATA)) return false;
  console.log(`skipped: ${DATA} is not here`);
  return true;
}

/** The shop log of the public data. */
export function ecomEvents(): Promise<Dataset> {
  const bytes = new Uint8Array(readFileSync(`${DATA}/ecom_events/ecom.csv.gz`));
  return readDataset(bytesSource(bytes), { name: 'ecom.csv.gz' });
}

/** The purchases of CDNOW, each an event `buy` on a date. */
export function cdnow(): Dataset {
  const text = gunzipSync(readFileSync(`${DATA}/cdnow/CDNOW_master.txt.gz`)).toString();
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
  const date = (cell: string) =>
    Date.UTC(Number(cell.slice(0, 4)), Number(cell.slice(4, 6)) - 1, Number(cell.slice(6)));
  const whole = { missing: 0, unreadable: 0 };
  const number = (cells: readonly string[]) => ({
    ...{ kind: 'number' as const, values: Float64Array.from(cells, Number) },
    ...whole,
  });
  return {
    ...{ name: 'cdnow', fingerprint: '', rows: rows.length, warnings: [] },
    columns: [
      { name: 'user', ...number(rows.map(([user]) => user!)) },
      {
        ...{ name: 'at', kind: 'time', dateOnly: true, ...whole },
        values: Float64Array.from(rows, ([, at]) => date(at!)),
      },
      {
        ...{ name: 'event', kind: 'text', values: ['buy'], ...whole },
        codes: new Int32Array(rows.length),
      },
      { name: 'amount', ...number(rows.map((cells) => cells[3]!)) },
    ],
  };
}
