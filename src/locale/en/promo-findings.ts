import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { counted } from './counted';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

const WINDOWS: Readonly<Record<string, string>> = {
  before: 'Before the promotion',
  during: 'While the promotion ran',
  after: 'In the window after it',
  later: 'In the window after that',
  net: 'From its beginning on',
};

/** What promotions say, in English. */
export const promoFindings = sentences({
  'promo.purchases': ({ purchases, buyers }, n) =>
    `${counted(purchases, 'purchase', n)} of ${counted(buyers, 'buyer', n)}`,
  'promo.split': ({ control, treatment, p }, n) =>
    `${n.int(Number(treatment))} recipients against ${n.int(Number(control))} others: as an even split would have it (${n.pIs(Number(p))})`,
  'promo.split-off': ({ control, treatment, p }, n) =>
    `${n.int(Number(treatment))} recipients against ${n.int(Number(control))} others: no even split (${n.pIs(Number(p))}); if another was planned this is no fault`,
  'promo.trend': ({ p, weeks }, n) =>
    `in the ${n.int(Number(weeks))} weeks before, recipients and others moved alike as far as can be seen (${n.pIs(Number(p))})`,
  'promo.trend-differs': ({ p, weeks }, n) =>
    `recipients and others moved apart already in the ${n.int(Number(weeks))} weeks before (${n.pIs(Number(p))}): the comparison may show that, not the promotion`,
  'promo.trend-unknown': () =>
    'whether recipients and others moved alike before cannot be seen: fewer than two whole weeks, or no activity',
  'promo.share': ({ promoted, of, rate, valueRate }, n) =>
    `${n.pct(Number(rate), 1)} of the purchases were on promotion: ${n.int(Number(promoted))} of ${n.int(Number(of))}${valueRate === null ? '' : `, with ${n.pct(Number(valueRate), 1)} of the value`}.`,
  'promo.only': ({ count, of, rate }, n) =>
    `${n.int(Number(count))} of ${counted(of, 'buyer', n)} never bought without one (${n.pct(Number(rate), 1)}); of buyers with one or two purchases that says little.`,
  'promo.nobody-often': ({ minimumOrders }, n) =>
    `Nobody has ${n.int(Number(minimumOrders))} purchases, so who depends on promotions cannot be told.`,
  'promo.dependent': (
    { count, of, rate, low, high, minimumOrders, dependentFrom, value, unit },
    n,
  ) =>
    `Of ${counted(of, 'buyer', n)} with ${n.int(Number(minimumOrders))} purchases or more ${n.int(Number(count))} ${count === 1 ? 'depends' : 'depend'} on promotions, with at least ${n.pct(Number(dependentFrom), 0)} of their purchases: ${n.pct(Number(rate), 1)} (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}), worth ${money(value, unit, n)}.`,
  'promo.acquired': ({ days, full, promoted, estimate, low, high, p }, n) =>
    `Who came by a promotion bought again within ${String(Number(Number(days).toFixed(2)))} days in ${n.pct(Number(promoted), 1)}, who came at full price in ${n.pct(Number(full), 1)}: ${n.pp(Number(estimate), 1)} (${n.pp(Number(low), 1)} to ${n.pp(Number(high), 1)}), ${n.pIs(Number(p))}. They are different people; this is not the promotion's doing alone.`,
  'promo.window': (
    { window, control, treatment, controlMean, treatmentMean, estimate, low, high, p, deciding },
    n,
  ) =>
    `${WINDOWS[String(window)]} “${String(treatment)}” were active ${n.num(Number(treatmentMean))} times a user, “${String(control)}” ${n.num(Number(controlMean))} times: ${deciding === 'change' ? 'against the time before ' : ''}${n.signed(Number(estimate))} (${n.signed(Number(low))} to ${n.signed(Number(high))}), ${n.pIs(Number(p))}.`,
  'promo.window-open': ({ window, through }) =>
    `${WINDOWS[String(window)]}: not known, the window runs through ${String(through)} or begins before the data.`,
  'promo.borrows': ({ treatment }) =>
    `The promotion borrows from the weeks after it: “${String(treatment)}” came more often while it ran and less often afterwards.`,
  'promo.margin': ({ estimate, low, high, unit, users }, n) =>
    `In all the promotion changed the margin by ${change(estimate, unit, n)} (${change(low, unit, n)} to ${change(high, unit, n)}) with its ${n.int(Number(users))} recipients, the windows after it reckoned in${Number(low) <= 0 && Number(high) >= 0 ? ': no clear gain and no clear loss' : ''}.`,
  'promo.randomised': () =>
    'Recipients were drawn at random, so the differences are what the promotion did.',
  'promo.observed': () =>
    'Recipients were not drawn at random: differences in differences hold if both groups would have moved alike without the promotion. Next time leave some out at random.',
});

function money(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.money(Number(value), typeof unit === 'string' ? unit : null);
}

function change(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.moneyChange(Number(value), typeof unit === 'string' ? unit : null);
}
