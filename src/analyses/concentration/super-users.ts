import { putInPlace } from '../../stats/sample-quantile';

/** For each of the amounts 0 when it is one of the `count` greatest, else 1; of equal ones the first. */
export function superUsersOf(amounts: Float64Array, count: number): Uint8Array {
  const copy = amounts.slice();
  const rank = amounts.length - count;
  putInPlace(copy, [rank]);
  const least = copy[rank]!;
  let ties = count;
  for (const amount of amounts) if (amount > least) --ties;
  return Uint8Array.from(amounts, (amount) => {
    if (amount > least) return 0;
    return amount === least && ties-- > 0 ? 0 : 1;
  });
}
