import type { Design } from './design';
import type { Sequential } from './result';

/** The looks of a plan with the users of all arms, `total` at the end; absent without such a plan. */
export function sequentialPart(
  { sequential }: Design,
  total: number | null,
): { sequential?: Sequential } {
  if (sequential === null || total === null) return {};
  const { inflation, expected, looks } = sequential;
  return {
    sequential: {
      inflation,
      expected: { none: total * expected.none, change: total * expected.effect },
      looks: looks.map(({ passed, spent, bound, stopped }) => ({
        passed,
        users: Math.ceil(total * passed),
        spent,
        bound,
        stopped: { none: stopped.none, change: stopped.effect },
      })),
    },
  };
}
