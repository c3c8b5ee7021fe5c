import type { ColumnProfile } from '../../data/profile';
import type { SourceOutput } from '../../engine/engine';
import type { Language } from '../../locale/language';
import { columnValues } from '../import/column-values';

/** From this share of empty cells on, that is what one has to know of a column. */
const MUCH = 0.05;
const FEW = 50;

/** What is worth knowing of a column in two or three words. */
export function columnNote(
  column: ColumnProfile,
  { rows, roles, users }: SourceOutput,
  language: Language,
  zone: string,
): string {
  const { interface: words, numbers } = language;
  const { kinds, missing, distinct, private: hidden } = words.dataView;
  if (column.name === roles['user'] && users !== null) {
    return `${words.dataView.users(numbers.int(users))} · ${hidden}`;
  }
  if (column.private !== null) return `${kinds[column.kind]} · ${hidden}`;
  if (rows > 0 && column.missing / rows >= MUCH)
    return missing(numbers.pct(column.missing / rows, 0));
  if (column.kind === 'text' && column.distinct !== null && column.distinct <= FEW) {
    return distinct(numbers.int(column.distinct));
  }
  if (column.kind === 'flag' || column.kind === 'text') return kinds[column.kind];
  return columnValues(column, language, zone);
}
