import { Problem } from '../../base/problem';
import { eventMask } from '../../events/event-mask';
import { activityRows } from '../activity';
import type { Input } from '../analysis';
import { breakdownBy } from '../breakdown';
import { concat } from '../joined-arrays';
import type { MarkedPurchases } from './buyers';
import type { Campaign, PromoParams } from './params';
import { type CampaignWindow, campaignWindows } from './windows';

/** Weeks before the promotion that are counted, whether or not the data reach back so far. */
const WEEKS = 8;
const WEEK = 7 * 86_400_000;

/** Users of a block who got a promotion, or did not; what each did in the windows around it. */
export interface Recipients {
  /** Positions in the block. */
  readonly user: Uint32Array;
  /** 1 who got it. */
  readonly isTreated: Uint8Array;
  /** By window: what each user did in it. */
  readonly activity: readonly Float64Array[];
  readonly purchases: readonly Float64Array[];
  readonly value: readonly Float64Array[];
  readonly margin: readonly Float64Array[];
  /** Activity in each of the eight weeks before, the earliest first. */
  readonly weeks: readonly Float64Array[];
  /** Of the first row of the block, epoch ms. */
  readonly dataStart: number;
}

/**
 * Who got the promotion and who did not: by a column, or by an event before its end; without the event
 * those count who were seen before it began.
 *
 * @throws {Problem} what `campaignWindows`, `breakdownBy`, `eventMask` and `activityRows` find
 */
export function recipientsOf(
  input: Input,
  params: PromoParams,
  campaign: Campaign,
  purchases: MarkedPurchases,
): Recipients {
  const { events } = input;
  const windows = campaignWindows(campaign, input.scope);
  const stateOf = states(input, campaign, windows);
  const active = activityRows(input, params.activity, 'activity');
  const user: number[] = [];
  for (let u = 0; u < events.users; ++u) if (stateOf(u) !== null) user.push(u);
  const empty = () => new Float64Array(user.length);
  const list = () => windows.map(empty);
  const [activity, bought, value, margin] = [list(), list(), list(), list()];
  const weeks = Array.from({ length: WEEKS }, empty);
  const start = windows[0]!.to;
  const earliest = Math.min(windows[0]!.from, start - WEEKS * WEEK);
  const latest = windows.at(-1)!.to;
  const base = events.offsets[0]!;
  let dataStart = Infinity;
  for (let u = 0; u < events.users; ++u) {
    if (events.offsets[u]! < events.offsets[u + 1]!) {
      dataStart = Math.min(dataStart, events.time[events.offsets[u]!]!);
    }
  }
  for (const [i, u] of user.entries()) {
    for (let row = events.offsets[u]!; row < events.offsets[u + 1]!; ++row) {
      if (active[row - base] === 0) continue;
      const time = events.time[row]!;
      if (time < earliest || time >= latest) continue;
      add(activity, i, windows, time, 1);
      const week = WEEKS - Math.ceil((start - time) / WEEK);
      if (time < start && week >= 0) ++weeks[week]![i]!;
    }
    for (let p = purchases.offsets[u]!; p < purchases.offsets[u + 1]!; ++p) {
      const time = purchases.time[p]!;
      add(bought, i, windows, time, 1);
      add(value, i, windows, time, purchases.value[p]!);
      add(margin, i, windows, time, marginOf(purchases, p, params));
    }
  }
  return {
    user: Uint32Array.from(user),
    isTreated: Uint8Array.from(user, (u) => Number(stateOf(u))),
    ...{ activity, purchases: bought, value, margin, weeks, dataStart },
  };
}

/** What is left of a purchase: its goods cost what they do at full price, whatever was paid for them. */
function marginOf(
  { value, isPromoted }: MarkedPurchases,
  p: number,
  { margin, discount }: PromoParams,
): number {
  const fullPrice = isPromoted[p] === 1 ? value[p]! / (1 - discount) : value[p]!;
  return value[p]! - (1 - margin) * fullPrice;
}

function add(
  to: readonly Float64Array[],
  user: number,
  windows: readonly CampaignWindow[],
  time: number,
  amount: number,
): void {
  for (let w = 0; w < windows.length; ++w) {
    if (time >= windows[w]!.from && time < windows[w]!.to) to[w]![user]! += amount;
  }
}

/** Of each user whether they got it; null for those who are in neither group. */
function states(
  { events, scope }: Input,
  { recipients }: Campaign,
  [before, during]: readonly CampaignWindow[],
): (user: number) => boolean | null {
  if ('column' in recipients) {
    const { column, treatment, control } = recipients;
    const { names, codeOf } = breakdownBy(events, column, 'campaign.recipients.column');
    const codes = [treatment, control].map((name) => names.indexOf(name));
    return (user) => {
      const code = codeOf(events.offsets[user]!, user);
      return code === codes[0] ? true : code === codes[1] ? false : null;
    };
  }
  const mask = eventMask(events, recipients, scope.timezone, 'campaign.recipients');
  const base = events.offsets[0]!;
  return (user) => {
    let got = false;
    let seen = false;
    for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
      if (events.time[row]! < before!.to) seen = true;
      if (mask[row - base] === 1 && events.time[row]! < during!.to) got = true;
    }
    return seen ? got : null;
  };
}

/** The recipients of all blocks. */
export function joinedRecipients(parts: readonly Recipients[]): Recipients {
  if (parts.length === 1) return parts[0]!;
  const lists = (key: 'activity' | 'purchases' | 'value' | 'margin' | 'weeks') =>
    parts[0]![key].map((_, w) => concat(parts.map((part) => part[key][w]!)));
  return {
    user: concat(parts.map((part) => part.user)),
    isTreated: concat(parts.map((part) => part.isTreated)),
    activity: lists('activity'),
    purchases: lists('purchases'),
    value: lists('value'),
    margin: lists('margin'),
    weeks: lists('weeks'),
    dataStart: Math.min(...parts.map((part) => part.dataStart)),
  };
}

/** Requires users in both groups. @throws {Problem} `no-recipients` */
export function requireGroups({ isTreated }: Recipients): void {
  const treated = isTreated.reduce((sum, each) => sum + each, 0);
  const others = isTreated.length - treated;
  if (treated >= 2 && others >= 2) return;
  throw new Problem('no-recipients', { treated, others }, { path: 'campaign.recipients' });
}
