import { durationMs } from '../../base/duration';
import type { Input } from '../analysis';
import type { Marks } from './marks';
import type { CampaignParams } from './params';

/** Visits users one by one and writes down their contacts and what came of each. */
export function contactList({ events, scope }: Input, params: CampaignParams, marks: Marks) {
  const window = durationMs(params.window);
  const base = events.offsets[0]!;
  const lists = { user: [], times: [], group: [], opened: [], acted: [] } as {
    readonly [K in 'user' | 'times' | 'group' | 'opened' | 'acted']: number[];
  };
  let open = 0;
  const isIn = (t: number) => scope.range === null || (t >= scope.range.from && t < scope.range.to);
  return {
    visit(user: number) {
      const rows: number[] = [];
      for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
        if (marks.contact[row - base] === 1 && isIn(events.time[row]!)) rows.push(row);
      }
      for (const [i, row] of rows.entries()) {
        const start = events.time[row]!;
        if (start + window > scope.completeThrough) {
          ++open;
          continue;
        }
        const next = rows[i + 1] ?? events.offsets[user + 1]!;
        let [opened, acted] = [0, 0];
        for (let at = row + 1; at < next && events.time[at]! < start + window; ++at) {
          if (marks.open?.[at - base] === 1) opened = 1;
          if (marks.act[at - base] === 1) acted = 1;
        }
        lists.user.push(user);
        lists.times.push(rows.length);
        lists.group.push(marks.groups?.codeOf(row, user) ?? 0);
        lists.opened.push(opened);
        lists.acted.push(acted);
      }
    },
    written: () => ({
      user: Uint32Array.from(lists.user),
      times: Uint32Array.from(lists.times),
      groups: {
        values: marks.groups?.names ?? [''],
        codes: Int32Array.from(lists.group),
      },
      opened: Uint8Array.from(lists.opened),
      acted: Uint8Array.from(lists.acted),
      open,
    }),
  };
}
