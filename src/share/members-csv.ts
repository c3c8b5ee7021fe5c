import { csvOf } from './csv';

/** One column of user ids as CSV under `title`. */
export function membersCsv(title: string, ids: readonly string[]): string {
  return csvLines([title, ...ids]);
}

/** Texts as lines of CSV, one field each. */
export function csvLines(texts: readonly string[]): string {
  return csvOf(texts.map((text) => [text]));
}
