import { intervals } from '../../charts/intervals';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { ReferralResult } from './result';

/** How much more often invited users come back than the others. */
export function charts({ comparisons }: ReferralResult, { words, numbers }: Language): Chart[] {
  const returned = comparisons.find(({ name }) => name === 'returned');
  if (!returned || returned.difference.estimate === null) return [];
  const { estimate: value, low, high } = returned.difference;
  const name = words.referral;
  const state = low > 0 ? words.nps.above : high < 0 ? words.nps.below : words.unclear;
  const range = words.fromTo(numbers.pp(low), numbers.pp(high));
  const description = name.differenceOf(numbers.pp(value), range);
  const rows = [{ label: name.returned, value, low, high, state }];
  return [
    {
      ...{ name: 'returned', title: name.compared, description },
      spec: intervals(rows, { axis: name.difference, description }, '+.1%'),
    },
  ];
}
