import { dateOf } from './event-rows';
import { plan } from './plan';
import { random } from './random';
import type { Columns } from './tables';

/** One line of `spend.csv`. */
export interface SpendRow {
  readonly date: string;
  readonly channel: string;
  readonly cost: number;
}

/** One line of `campaigns.csv`; `last_date` is the last day on which the code works. */
export interface CampaignRow {
  readonly campaign: string;
  readonly first_date: string;
  readonly last_date: string;
  readonly discount: number;
  readonly audience: string;
}

export const SPEND_COLUMNS: Columns<SpendRow> = {
  date: 'STRING',
  channel: 'STRING',
  cost: 'DOUBLE',
};

export const CAMPAIGN_COLUMNS: Columns<CampaignRow> = {
  campaign: 'STRING',
  first_date: 'STRING',
  last_date: 'STRING',
  discount: 'DOUBLE',
  audience: 'STRING',
};

/** What every paid channel cost on every day; direct visits cost nothing and have no row. */
export function spendRows(): SpendRow[] {
  const next = random(plan.seed, 'spend');
  return Array.from({ length: plan.days }, (_, day) =>
    Object.entries(plan.dailySpend).map(([channel, daily]) => ({
      date: dateOf(day),
      channel,
      cost: Math.round(100 * daily * (0.8 + 0.4 * next())) / 100,
    })),
  ).flat();
}

/** The codes a purchase may carry. */
export function campaignRows(): CampaignRow[] {
  const { winter, spring } = plan.promotion;
  const always = { from: 0, to: plan.days };
  return [
    campaign('WINTER20', winter, 'members by mail'),
    campaign('SPRING15', spring, 'everybody'),
    campaign('COUPON10', { days: always, discount: plan.couponSite.discount }, 'coupon site'),
  ];
}

function campaign(
  name: string,
  { days, discount }: { readonly days: { from: number; to: number }; readonly discount: number },
  audience: string,
): CampaignRow {
  const [first_date, last_date] = [dateOf(days.from), dateOf(days.to - 1)];
  return { campaign: name, first_date, last_date, discount, audience };
}
