/** Ages of those who stand apart are at most this share of all. */
const FEW = 0.01;
const LEAST_GAP = 365;

/**
 * Whether a few are far younger than everybody else, or all far older than the end of the data: a wrong
 * date, most often one of the future, moves the end of the data and makes everybody old.
 *
 * @param ages  in days before the end of the data, ascending
 * @returns how many stand apart (0 where it is the end itself) and by how many days; null where none do
 */
export function strayDates(ages: Float64Array): { users: number; gapDays: number } | null {
  if (ages.length < 2) return null;
  const oldest = ages.at(-1)!;
  for (let users = 0; users <= FEW * ages.length; ++users) {
    const gapDays = ages[users]! - (users === 0 ? 0 : ages[users - 1]!);
    if (gapDays > LEAST_GAP && gapDays > oldest - ages[users]!) return { users, gapDays };
  }
  return null;
}
