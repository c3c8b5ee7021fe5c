import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import type { OrderResult, RepurchaseResult } from './result';

/** How many buy again and how soon, what comes after that, and which groups differ. */
export function findings(result: RepurchaseResult): Finding[] {
  return [...checks(result), ...answer(result), ...laterOrders(result), ...groups(result)];
}

function checks({ customers, purchases, distinct, orders, doubtful }: RepurchaseResult): Finding[] {
  const found = [say('check', 'good', 'repurchase.customers', { customers, purchases, distinct })];
  if (doubtful) found.push(say('check', 'warn', 'ltv.doubtful', { ...doubtful }));
  const waiting = orders[0]!.within.find(({ of }) => of < customers);
  if (waiting) {
    const args = { waiting: customers - waiting.of, days: waiting.days };
    found.push(say('check', 'neutral', 'repurchase.waiting', args));
  }
  return found;
}

function answer({ customers, orders }: RepurchaseResult): Finding[] {
  const [second] = orders;
  if (customers === 1) return [say('answer', 'neutral', 'repurchase.one', {})];
  if (second!.reached === 0) return [say('answer', 'neutral', 'repurchase.nobody', { customers })];
  const args = { reached: second!.reached, of: second!.of, rate: second!.rate };
  const found = [say('answer', 'neutral', 'repurchase.again', args)];
  for (const { days, reached, of, rate, low, high } of second!.within) {
    if (rate === null) continue;
    found.push(say('note', 'neutral', 'repurchase.within', { days, reached, of, rate, low, high }));
  }
  return [...found, medianNote(second!)];
}

function medianNote({ order, medianDays: { estimate, low, high } }: OrderResult): Finding {
  return estimate === null
    ? say('note', 'neutral', 'repurchase.not-half', { order })
    : say('note', 'neutral', 'repurchase.median', { order, estimate, low, high });
}

/** Whether those who came back once come back more surely. */
function laterOrders({ orders }: RepurchaseResult): Finding[] {
  return orders.slice(1).flatMap(({ order, of, within, medianDays }) => {
    const first = within.find(({ rate }) => rate !== null);
    if (of === 0 || !first) return [];
    const { days, rate, low, high } = first;
    const args = { order, days, rate, low, high, reached: first.reached, of: first.of };
    const median = { median: medianDays.estimate };
    return [say('note', 'neutral', 'repurchase.order', { ...args, ...median })];
  });
}

function groups({ groups, comparisons, alpha }: RepurchaseResult): Finding[] {
  const control = groups[0]?.name;
  if (control === undefined || comparisons.length === 0) return [];
  const clear = comparisons.filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted < alpha);
  const found = clear.slice(0, 3).map(({ group, days, difference, pAdjusted }) => {
    const tone = difference.estimate! > 0 ? 'good' : 'bad';
    const { estimate, low, high } = difference;
    const args = { group, control, days, estimate, low, high, p: pAdjusted };
    return say('note', tone, 'repurchase.differs', args);
  });
  const count = { compared: comparisons.length, clear: clear.length, control };
  return [...found, say('note', 'neutral', 'repurchase.not-random', count)];
}

function say(level: Finding['level'], tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return { level, tone, code, args };
}
