import { concat, recoded, shifted } from '../joined-arrays';
import type { Input } from '../analysis';
import { type Amounts, amountsOf } from './amounts';
import { type Origins, joinedOrigins, originsOf } from './origins';
import type { ConcentrationParams } from './params';
import { type Profiles, profilesOf } from './profiles';

/** What is counted of a set of users. */
export interface ConcentrationCounts {
  /** All of them, also those who do not count. */
  readonly users: number;
  readonly amounts: Amounts;
  readonly profiles: Profiles;
  /** Null where costs are not asked for. */
  readonly origins: Origins | null;
}

/** Counts a block of users. @throws {Problem} what `amountsOf` finds */
export function countsOf(input: Input, params: ConcentrationParams): ConcentrationCounts {
  const { measure } = params;
  const measured = 'column' in measure ? measure.column : measure.value;
  const ignored = [
    ...[...Object.values(input.roles), ...input.identifiers],
    ...(measured === undefined ? [] : [measured]),
  ];
  const amounts = amountsOf(input, params);
  return {
    users: input.events.users,
    amounts,
    profiles: profilesOf(input, amounts, ignored),
    origins: originsOf(input, params),
  };
}

/** The counts of disjoint sets of users together, the first set's users first. */
export function joinedCounts(parts: readonly ConcentrationCounts[]): ConcentrationCounts {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const sizes = parts.map(({ users }) => users);
  return {
    users: sizes.reduce((sum, users) => sum + users, 0),
    amounts: joinedAmounts(
      parts.map(({ amounts }) => amounts),
      sizes,
    ),
    profiles: joinedProfiles(parts.map(({ profiles }) => profiles)),
    origins: first!.origins && joinedOrigins(parts.map(({ origins }) => origins!)),
  };
}

function joinedAmounts(parts: readonly Amounts[], sizes: readonly number[]): Amounts {
  return {
    user: concat(
      shifted(
        parts.map(({ user }) => user),
        sizes,
      ),
    ),
    amount: concat(parts.map(({ amount }) => amount)),
    times: concat(parts.map(({ times }) => times)),
    missing: parts.reduce((sum, { missing }) => sum + missing, 0),
    first: Math.min(...parts.map(({ first }) => first)),
    last: Math.max(...parts.map(({ last }) => last)),
  };
}

/** All parts are of one table, so they have the same columns in one order. */
function joinedProfiles(parts: readonly Profiles[]): Profiles {
  const [first] = parts;
  return {
    events: first!.events.map(({ value }, i) => {
      return { value, did: concat(parts.map(({ events }) => events[i]!.did)) };
    }),
    texts: first!.texts.map(({ column }, i) => {
      return { column, ...recoded(parts.map(({ texts }) => texts[i]!)) };
    }),
    numbers: first!.numbers.map(({ column }, i) => {
      return { column, values: concat(parts.map(({ numbers }) => numbers[i]!.values)) };
    }),
  };
}
