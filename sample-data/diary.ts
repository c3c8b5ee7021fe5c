/** One row of the event file before the user has a number. Times are whole seconds from the first day, 00:00 UTC. */
interface Entry {
  readonly at: number;
  readonly event: string;
  readonly details: Details;
}

/** The columns that only some events fill. */
export interface Details {
  readonly channel?: string;
  readonly category?: string;
  readonly amount?: number;
  readonly coupon?: string;
  readonly campaign?: string;
  readonly experiment?: string;
  readonly variant?: string;
  readonly ms?: number;
  readonly score?: number;
}

/** What one shopper has done so far, and what the next days need to know of it. */
export interface Diary {
  readonly entries: Entry[];
  /** Money spent since the first day. */
  spent: number;
  /** Day of the latest visit; −1 before the first. */
  lastVisit: number;
  /** No checkout before this second: a payment is pending, or one was given up. */
  closedUntil: number;
  /** The arm and the day of the first exposure, by experiment. */
  readonly arms: Map<string, { readonly variant: string; readonly day: number }>;
  /** The list of the winter promotion, once it is drawn up. */
  winterList: 'sent' | 'holdout' | null;
  /** When friends who accepted an invitation will sign up. */
  readonly friends: number[];
}

export const DAY = 86_400;

export function emptyDiary(): Diary {
  return {
    entries: [],
    spent: 0,
    lastVisit: -1,
    closedUntil: 0,
    arms: new Map(),
    winterList: null,
    friends: [],
  };
}

export function note(diary: Diary, event: string, at: number, details: Details = {}): void {
  diary.entries.push({ at: Math.floor(at), event, details });
}

export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}
