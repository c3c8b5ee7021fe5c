import type { SourceOutput } from '../../engine/engine';
import type { Language } from '../../locale/language';

/** What a column holds, in a line: its range, or its most frequent values. */
export function columnValues(
  column: SourceOutput['columns'][number],
  language: Language,
  zone: string,
): string {
  void language;
  void zone;
  return column.kind;
}
