import type { ProblemData } from '../../base/problem';
import type { DoubtfulRows } from '../../events/scope';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

export interface CampaignResult {
  /** Few rows long after all others; null without any. */
  readonly doubtful: DoubtfulRows | null;
  readonly windowMs: number;
  /** Contacts whose window has not ended: in no other number. */
  readonly open: number;
  /** Whether it is known who opened. */
  readonly knowsOpens: boolean;
  /** Of the amounts of acts; null where acts are counted. */
  readonly unit: string | null;
  /** Everybody (`name: null`), then by the breakdown. */
  readonly groups: readonly CampaignGroup[];
  /** By how many contacts a user had. */
  readonly frequency: readonly (CampaignGroup & {
    readonly from: number;
    readonly to: number | null;
  })[];
  /** Against users who were held out at random; null where nobody says who was. */
  readonly randomised: Randomised | null;
  /** Against users who were not contacted, by their change; null where it was not asked for. */
  readonly compared: Compared | null;
}

/** Contacts, and what came of them before the next contact and the end of the window. */
export interface CampaignGroup {
  readonly name: string | null;
  readonly users: number;
  readonly contacts: number;
  /** Null where it is not known who opened. */
  readonly opened: Share | null;
  readonly acted: Share;
  /** Of the opened ones. */
  readonly actedOfOpened: Share | null;
}

export interface Share {
  readonly count: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly problem?: ProblemData;
}

export interface Randomised {
  readonly control: string;
  /** Users in several arms, who are left out. */
  readonly mixed: number;
  /** The control first. */
  readonly arms: readonly {
    readonly name: string;
    readonly users: number;
    readonly acted: Share;
    /** Acts, or their amount, per user. */
    readonly mean: number;
    readonly total: number;
  }[];
  readonly comparisons: readonly {
    readonly arm: string;
    /** Of the share who acted, and of the mean. */
    readonly acted: Effect;
    readonly mean: Effect;
  }[];
}

/** Treatment less control. */
export interface Effect {
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  readonly problem?: ProblemData;
}

export interface Compared {
  readonly start: string;
  readonly beforeMs: number;
  /** Users known before the start, contacted or not, with the mean of what they did per week. */
  readonly contacted: Sides;
  readonly others: Sides;
  /** How much more the contacted changed, per week. */
  readonly effect: Effect;
  /** Whether the two had already moved apart before: a small p speaks against the comparison. */
  readonly trend: { readonly p: number | null; readonly problem?: ProblemData };
}

export interface Sides {
  readonly users: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly problem?: ProblemData;
}
