const DAY = 86_400_000;
const LAST_DATE = 8.64e15;

/** Whether numbers of epoch ms, NaN where one is missing, are instants whose day can be told in any time zone. */
export function areInstants(values: Float64Array): boolean {
  return values.every((ms) => Number.isNaN(ms) || Math.abs(ms) <= LAST_DATE - DAY);
}
