import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';
import type { DoubtfulDates } from '../doubtful-dates';

/** A part with its interval. */
export interface Part {
  readonly count: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly problem?: ProblemData;
}

/** `never` bought on promotion, both ways, or `only` on promotion. */
export type BuyerClass = 'never' | 'mixed' | 'only';

export interface ClassResult extends Part {
  readonly name: BuyerClass;
  /** What they brought. */
  readonly value: number;
}

/** Buyers by how they buy. */
export interface BuyersResult {
  readonly buyers: number;
  readonly classes: readonly ClassResult[];
}

/** Buyers with enough purchases to tell, and those among them who depend on promotions. */
export interface FrequentResult extends BuyersResult {
  readonly minimumOrders: number;
  readonly dependentFrom: number;
  /** Null where a result is passed on, and so few depend on them or do not that they are withheld. */
  readonly dependent: (Part & { readonly value: number; readonly valueOf: number }) | null;
}

/** Buyers whose first purchase was on promotion against those whose was not. */
export interface AcquiredResult {
  readonly days: number;
  readonly fullPrice: Part;
  readonly onPromotion: Part;
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  readonly problem?: ProblemData;
}

export interface WeekRow {
  readonly start: string;
  readonly onPromotion: number;
  readonly fullPrice: number;
  readonly complete: boolean;
}

export type CampaignMetricName = 'activity' | 'purchases' | 'value' | 'margin';
export type WindowName = 'before' | 'during' | 'after' | 'later' | 'net';

/** One metric in one window, per user. */
export interface WindowResult {
  readonly window: WindowName;
  /** Local dates, both included. */
  readonly from: string;
  readonly through: string;
  readonly control: number | null;
  readonly treatment: number | null;
  /** Treatment less control in the window itself. */
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  /** Difference in differences: the same, less that before, for a window of this length; null before. */
  readonly change: Interval | Missing<Interval> | null;
  readonly pChange: number | null;
  readonly problem?: ProblemData;
}

export interface CampaignResult {
  readonly from: string;
  readonly through: string;
  readonly randomised: boolean;
  /** What the effect is read from: `difference` where recipients were drawn at random, else `change`. */
  readonly deciding: 'difference' | 'change';
  readonly groups: readonly { readonly name: string; readonly users: number }[];
  /** Of the groups' sizes against an even split, where they were drawn at random. */
  readonly split: { readonly statistic: number; readonly df: number; readonly p: number } | null;
  /** Whether activity moved apart week by week before. */
  readonly trend: {
    readonly weeks: number;
    readonly difference: Interval | Missing<Interval>;
    readonly p: number | null;
    readonly problem?: ProblemData;
  };
  readonly metrics: readonly {
    readonly name: CampaignMetricName;
    readonly unit: string | null;
    readonly windows: readonly WindowResult[];
  }[];
  /** The margin that all recipients brought beyond what they would have without, from the beginning to the end of the last window. */
  readonly incrementalMargin: Interval | Missing<Interval>;
}

export interface PromoResult {
  readonly purchases: Part;
  /** What the purchases on promotion brought, of all. */
  readonly value: {
    readonly onPromotion: number;
    readonly of: number;
    readonly rate: number | null;
    readonly problem?: ProblemData;
  };
  readonly unit: string | null;
  readonly missing: number;
  readonly negative: number;
  readonly everyone: BuyersResult;
  readonly frequent: FrequentResult;
  readonly acquired: AcquiredResult;
  readonly weeks: readonly WeekRow[];
  readonly campaign: CampaignResult | null;
  readonly doubtful: DoubtfulDates | null;
  readonly alpha: number;
}
