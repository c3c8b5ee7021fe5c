import { durationMs } from '../../base/duration';
import type { Input } from '../analysis';
import { actsBetween } from './acts-between';
import type { Coded, Marks } from './marks';
import type { CampaignParams } from './params';

/** What users did after they were assigned. */
export interface Outcomes {
  readonly arm: Coded;
  readonly acts: Float64Array;
  readonly amount: Float64Array;
}

/** Visits users one by one and writes down what those of one arm did; null without arms. */
export function armList(input: Input, params: CampaignParams, marks: Marks) {
  const { events, scope } = input;
  const { assigned, variant } = marks;
  if (assigned === null || variant === null) return null;
  const window = durationMs(params.window);
  const base = events.offsets[0]!;
  const lists = { arm: [] as number[], acts: [] as number[], amount: [] as number[] };
  let mixed = 0;
  return {
    visit(user: number) {
      const arms = new Set<number>();
      let start = NaN;
      for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
        if (assigned[row - base] === 0 || variant.codes[row]! < 0) continue;
        if (arms.size === 0) start = events.time[row]!;
        arms.add(variant.codes[row]!);
      }
      const { range } = scope;
      const isIn = range === null || (start >= range.from && start < range.to);
      if (arms.size > 1) ++mixed;
      if (arms.size !== 1 || !isIn || start + window > scope.completeThrough) return;
      const { acts, amount } = actsBetween(input, marks, user, start, start + window);
      lists.arm.push([...arms][0]!);
      lists.acts.push(acts);
      lists.amount.push(amount);
    },
    mixed: () => mixed,
    written: (): Outcomes => ({
      arm: { values: variant.values, codes: Int32Array.from(lists.arm) },
      acts: Float64Array.from(lists.acts),
      amount: Float64Array.from(lists.amount),
    }),
  };
}
