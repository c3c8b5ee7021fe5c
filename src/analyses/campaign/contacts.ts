import type { Input } from '../analysis';
import { concat, recoded, shifted } from '../joined-arrays';
import { type Outcomes, armList } from './arm-list';
import { type Change, changeList } from './change-list';
import { contactList } from './contact-list';
import { type Coded, marksOf } from './marks';
import type { CampaignParams } from './params';

/** What the contacts of a campaign led to. */
export interface Contacts {
  readonly users: number;
  /** One entry a contact, by user: its user, and how many contacts that user had. */
  readonly user: Uint32Array;
  readonly times: Uint32Array;
  readonly groups: Coded;
  /** 1 where it was opened, and where its user acted, before the next contact and the window's end. */
  readonly opened: Uint8Array;
  readonly acted: Uint8Array;
  /** Contacts whose window has not ended: in no list. */
  readonly open: number;
  /** One entry for each user in exactly one arm whose window has passed; null without arms. */
  readonly arms: Outcomes | null;
  /** Users in several arms. */
  readonly mixed: number;
  /** One entry for each user known before the start; null where it is not asked for. */
  readonly change: Change | null;
}

/**
 * The contacts of the users of a block.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `wrong-type`, `not-a-time`, `not-mature` when the
 *   window after the start goes beyond the data
 */
export function contactsOf(input: Input, params: CampaignParams): Contacts {
  const marks = marksOf(input, params);
  const list = contactList(input, params, marks);
  const arms = armList(input, params, marks);
  const change = changeList(input, params, marks);
  for (let user = 0; user < input.events.users; ++user) {
    list.visit(user);
    arms?.visit(user);
    change?.visit(user);
  }
  return {
    users: input.events.users,
    ...list.written(),
    arms: arms?.written() ?? null,
    mixed: arms?.mixed() ?? 0,
    change: change?.written() ?? null,
  };
}

/** The contacts of the users of both. */
export function merged(a: Contacts, b: Contacts): Contacts {
  return {
    users: a.users + b.users,
    user: concat(shifted([a.user, b.user], [a.users, b.users])),
    times: concat([a.times, b.times]),
    groups: recoded([a.groups, b.groups]),
    opened: concat([a.opened, b.opened]),
    acted: concat([a.acted, b.acted]),
    open: a.open + b.open,
    mixed: a.mixed + b.mixed,
    arms:
      a.arms && b.arms
        ? {
            arm: recoded([a.arms.arm, b.arms.arm]),
            acts: concat([a.arms.acts, b.arms.acts]),
            amount: concat([a.arms.amount, b.arms.amount]),
          }
        : null,
    change:
      a.change && b.change
        ? {
            contacted: concat([a.change.contacted, b.change.contacted]),
            before: a.change.before.map((part, s) => concat([part, b.change!.before[s]!])),
            after: concat([a.change.after, b.change.after]),
          }
        : null,
  };
}
