import { DAY, type Diary } from './diary';
import { life } from './life';
import { plan } from './plan';
import { type Shopper, friends, members, newcomers } from './shopper';

/** One user of the files: who it is and what is recorded. */
export interface Customer {
  /** `u00001` and up, in the order of signing up. */
  readonly id: string;
  readonly shopper: Shopper;
  readonly diary: Diary;
}

/** Everybody who did something in the twelve weeks, with the friends they brought. */
export function customers(): Customer[] {
  const waiting = [...members(), ...newcomers()];
  const lives: { shopper: Shopper; diary: Diary }[] = [];
  for (const shopper of waiting) {
    const diary = life(shopper);
    const entries = diary.entries.filter(({ at }) => at < plan.days * DAY);
    if (!entries.some(({ event }) => event === 'visit')) continue;
    lives.push({ shopper, diary: { ...diary, entries } });
    // The loop goes on to the friends, who may invite friends of their own.
    waiting.push(...friends(shopper, diary.friends));
  }
  lives.sort((a, b) => a.shopper.signup - b.shopper.signup);
  return lives.map((one, i) => ({ id: `u${String(i + 1).padStart(5, '0')}`, ...one }));
}
