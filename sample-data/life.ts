import { contact } from './contacts';
import { type Diary, dayOf, emptyDiary } from './diary';
import { feedChance } from './experiments';
import { visitChance } from './habits';
import { plan } from './plan';
import { pick, random } from './random';
import { type Shopper, momentOf } from './shopper';
import { browseOnly, trip } from './trip';

/** Twelve weeks of one shopper, day by day. */
export function life(shopper: Shopper): Diary {
  const diary = emptyDiary();
  const comes = random(plan.seed, 'days', shopper.key);
  const next = random(plan.seed, 'trips', shopper.key);
  const firstDay = Math.max(0, dayOf(shopper.signup));

  for (let day = firstDay; day < plan.days; day++) {
    contact(shopper, diary, next, day);
    const usual = visitChance(shopper, diary, day);
    if (day === dayOf(shopper.signup)) {
      trip(shopper, diary, next, shopper.signup, shopper.channel);
    } else if (comes() < usual) {
      const channel = channelOf(shopper, next);
      trip(shopper, diary, next, momentOf(day, shopper.country, next), channel);
    }
    if (comes() < feedChance(diary, day, usual)) {
      browseOnly(shopper, diary, next, momentOf(day, shopper.country, next));
    }
  }
  return diary;
}

/** Promotion hunters look for a code elsewhere when the shop has none. */
function channelOf(shopper: Shopper, next: () => number): string {
  if (shopper.kind === 'promotion-only' && next() < 0.35) return 'coupon-site';
  return pick(next, plan.returning);
}
