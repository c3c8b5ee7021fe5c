import { parsePath } from '../../notebook/path';
import { localDay } from '../purchases';
import type { Input } from '../analysis';
import { type Buyers, buyersOf, classOf, isDependent, markedPurchases } from './buyers';
import type { PromoParams } from './params';
import { recipientsOf } from './recipients';

/**
 * The users behind a class of buyers (`everyone.classes.only`, `frequent.classes.only`), those who
 * depend on promotions (`frequent.dependent`), or a group of a campaign (`campaign.groups.sent`).
 * Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: PromoParams, path: string): Uint32Array {
  const [list, part, name] = parsePath(path);
  const purchases = markedPurchases(input, params);
  const { campaign } = params;
  if (list === 'campaign' && part === 'groups' && campaign) {
    const { user, isTreated } = recipientsOf(input, params, campaign, purchases);
    const { recipients } = campaign;
    const names =
      'column' in recipients
        ? [recipients.control, recipients.treatment]
        : ['others', 'recipients'];
    const group = typeof name === 'number' ? name : names.indexOf(String(name));
    return user.filter((_, i) => isTreated[i] === group);
  }
  const lastDay = localDay(input.scope.timezone)(input.scope.completeThrough - 1);
  const buyers = buyersOf(purchases, input, lastDay);
  const test = testOf(buyers, params, [list, part, name]);
  return test === null ? new Uint32Array(0) : buyers.user.filter((_, i) => test(i));
}

function testOf(
  buyers: Buyers,
  params: PromoParams,
  [list, part, name]: readonly (string | number | undefined)[],
): ((i: number) => boolean) | null {
  const isFrequent = (i: number) =>
    list === 'everyone' || buyers.purchases[i]! >= params.minimumOrders;
  if (list !== 'everyone' && list !== 'frequent') return null;
  if (part === undefined || part === 'buyers') return isFrequent;
  if (part === 'dependent' && list === 'frequent') return (i) => isDependent(buyers, i, params);
  if (part !== 'classes') return null;
  return (i) => isFrequent(i) && classOf(buyers, i) === name;
}
