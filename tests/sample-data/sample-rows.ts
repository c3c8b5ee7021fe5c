import { readFileSync } from 'node:fs';

/** A line of a sample file: every cell as text, empty where it is missing. */
export type SampleRow = Readonly<Record<string, string>>;

/** The committed rows of a CSV of the sample data, split at commas, which is enough for files without quotes. */
export function sampleRows(name: string): SampleRow[] {
  const url = new URL(`../../sample-data/${name}`, import.meta.url);
  const [header, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n');
  const names = header!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, i) => [column, cells[i]!]));
  });
}
