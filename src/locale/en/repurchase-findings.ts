import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What repurchase says, in English. */
export const repurchaseFindings = sentences({
  'repurchase.customers': ({ customers, purchases, distinct }, n) =>
    `${customers === 1 ? 'One customer' : `${n.int(Number(customers))} customers`} with ${purchases === 1 ? 'one purchase' : `${n.int(Number(purchases))} purchases`}${distinct === 'day' ? ', those of one day as one' : ''}`,
  'repurchase.waiting': ({ waiting, days }, n) =>
    `${n.int(Number(waiting))} bought for the first time less than ${daysOf(days)} days before the data end: they are in no share within that time`,
  'repurchase.one': () => 'There is one customer: nothing can be said of others.',
  'repurchase.nobody': ({ customers }, n) =>
    `None of the ${n.int(Number(customers))} customers has bought a second time yet.`,
  'repurchase.again': ({ reached, of, rate }, n) =>
    `${n.pct(Number(rate), 2)} of the customers have bought again so far: ${n.int(Number(reached))} of ${n.int(Number(of))}.`,
  'repurchase.within': ({ days, reached, of, rate, low, high }, n) =>
    `Within ${daysOf(days)} days of the first purchase ${n.pct(Number(rate), 1)} bought again (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}; ${n.int(Number(reached))} of the ${n.int(Number(of))} watched for so long).`,
  'repurchase.not-half': () => 'Fewer than half buy again in the time that was watched.',
  'repurchase.median': ({ estimate, low, high }) =>
    `Half have bought again after ${daysOf(estimate)} days (${daysOf(low)} to ${daysOf(high)}), those still waiting reckoned in.`,
  'repurchase.order': ({ order, days, rate, low, high, reached, of }, n) =>
    `Purchase ${n.int(Number(order))}: ${n.pct(Number(rate), 1)} of those who made the one before made it within ${daysOf(days)} days (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}; ${n.int(Number(reached))} of ${n.int(Number(of))}).`,
  'repurchase.differs': ({ group, control, days, estimate, low, high, p }, n) =>
    `${String(group)} against ${String(control)}, within ${daysOf(days)} days: ${n.pp(Number(estimate), 1)} (${n.pp(Number(low), 1)} to ${n.pp(Number(high), 1)}), ${n.pIs(Number(p))}.`,
  'repurchase.not-random': ({ compared, clear, control }, n) =>
    `${n.int(Number(clear))} of ${n.int(Number(compared))} groups differ clearly from ${String(control)}. Customers chose their group themselves: a difference does not say what brings them back.`,
});

/** Days as they are, at most two decimals. */
function daysOf(days: FindingArgs[string] | undefined): string {
  return String(Number(Number(days).toFixed(2)));
}
