import type { SourceOutput } from '../../engine/engine';
import type { Language } from '../../locale/language';

/** What is worth knowing of a column in two or three words. */
export function columnNote(
  column: SourceOutput['columns'][number],
  { rows }: SourceOutput,
  { interface: words, numbers }: Language,
): string {
  const { kinds, missing } = words.dataView;
  const share = rows > 0 ? column.missing / rows : 0;
  return share >= 0.005 ? missing(numbers.pct(share, 0)) : kinds[column.kind];
}
