import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Input } from '../analysis';
import { actsBetween } from './acts-between';
import type { Marks } from './marks';
import type { CampaignParams } from './params';

const WEEK = 7 * 86_400_000;

/** What users did before and after a start. */
export interface Change {
  /** 1 for users who were contacted. */
  readonly contacted: Uint8Array;
  /** Acts (or their amount) in each slice before the start, in order, and in the window after it. */
  readonly before: readonly Float64Array[];
  readonly after: Float64Array;
}

/**
 * Visits users one by one and writes down what those known before the start did before and after it;
 * null where that is not asked for.
 *
 * @throws {Problem} `not-a-time`, `not-mature`
 */
export function changeList(input: Input, params: CampaignParams, marks: Marks) {
  const { events, scope } = input;
  if (params.compare === undefined) return null;
  const start = startOf(input, params.compare);
  const [window, before] = [durationMs(params.window), durationMs(params.compare.before)];
  if (start + window > scope.completeThrough) {
    const through = calendar(scope.timezone).date(start + window - 1);
    throw new Problem('not-mature', { through }, { path: 'compare.start' });
  }
  const base = events.offsets[0]!;
  const slices = Math.max(1, Math.floor(before / WEEK));
  const contacted: number[] = [];
  const earlier = Array.from({ length: slices }, (): number[] => []);
  const after: number[] = [];
  const measured = (user: number, from: number, to: number) => {
    const { acts, amount } = actsBetween(input, marks, user, from, to);
    return marks.value === null ? acts : amount;
  };
  return {
    visit(user: number) {
      const first = events.offsets[user]!;
      const isKnown = first < events.offsets[user + 1]! && events.time[first]! < start;
      if (!isKnown) return;
      let isContacted = 0;
      for (let row = first; row < events.offsets[user + 1]!; ++row) {
        const t = events.time[row]!;
        if (marks.contact[row - base] === 1 && t < start + window && t >= start) isContacted = 1;
      }
      contacted.push(isContacted);
      for (const [s, list] of earlier.entries()) {
        const from = start - before + (s * before) / slices;
        list.push(measured(user, from, from + before / slices));
      }
      after.push(measured(user, start, start + window));
    },
    written: (): Change => ({
      contacted: Uint8Array.from(contacted),
      before: earlier.map((list) => Float64Array.from(list)),
      after: Float64Array.from(after),
    }),
  };
}

function startOf({ scope }: Input, { start }: NonNullable<CampaignParams['compare']>): number {
  try {
    return calendar(scope.timezone, scope.weekStart).instant(start, 'start');
  } catch (error) {
    throw error instanceof Problem ? error.within({ path: 'compare.start' }) : error;
  }
}
