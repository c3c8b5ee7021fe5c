import { type Finding, type FindingCode, type Tone, finding } from '../../locale/finding';
import { MONTH_DAYS } from './grids';
import type { LifecycleParams } from './params';
import type { GrowthRow, LifecycleResult } from './result';

/** Active on so many of 28 days is a power user: three weeks of four. */
const POWER_DAYS = 21;

/** How far the data reach, whether activity grows, and how often people come. */
export function findings(result: LifecycleResult, { event }: LifecycleParams): Finding[] {
  const gaps = event === '*' ? result.stickiness.filter(({ dau }) => dau === 0).length : 0;
  return [...checks(result, gaps), ...answer(result), ...notes(result)];
}

function checks({ rows, period, dataStart }: LifecycleResult, gaps: number): Finding[] {
  const complete = rows.filter((row) => row.complete).length;
  const open = rows.find((row) => !row.complete);
  const found = [finding('check', 'good', 'lifecycle.complete', { periods: complete, period })];
  if (open) {
    const args = { period, start: open.start, active: open.activeSoFar ?? 0 };
    found.push(finding('check', 'neutral', 'lifecycle.unfinished', args));
  }
  if (rows.some(isFirst)) {
    const args = { period, start: rows[0]!.start, dataStart };
    found.push(finding('check', 'neutral', 'lifecycle.first-unknown', args));
  }
  if (gaps > 0) found.push(finding('check', 'warn', 'lifecycle.gaps', { days: gaps }));
  return found;
}

/** What became of the last complete period. */
function answer({ rows, period }: LifecycleResult): Finding[] {
  const last = rows.findLast((row) => row.complete && !isFirst(row));
  if (!last) {
    const first = rows[0]!;
    const args = { period, start: first.start, active: first.active ?? first.activeSoFar ?? 0 };
    return [finding('answer', 'neutral', 'lifecycle.too-short', args)];
  }
  const { start, active, quickRatio } = last;
  const gained = last.new! + last.resurrected!;
  const args = { period, start, active, gained, lost: last.dormant };
  const shown = { ratio: quickRatio.estimate, low: quickRatio.low, high: quickRatio.high };
  const [code, tone] = direction(last);
  return [
    finding('answer', tone, code, { ...args, ...shown }),
    finding('note', 'neutral', 'lifecycle.parts', {
      ...{ new: last.new, returning: last.returning, resurrected: last.resurrected },
      dormant: last.dormant,
    }),
  ];
}

function direction({ quickRatio }: GrowthRow): [FindingCode, Tone] {
  if (quickRatio.estimate === null) return ['lifecycle.nobody-lost', 'neutral'];
  if (quickRatio.low > 1) return ['lifecycle.grows', 'good'];
  return quickRatio.high < 1 ? ['lifecycle.shrinks', 'bad'] : ['lifecycle.level', 'neutral'];
}

function notes({ rows, period, stickiness, power, powerDays }: LifecycleResult): Finding[] {
  const found: Finding[] = [];
  const falls = rows.filter((row) => direction(row)[0] === 'lifecycle.shrinks');
  if (falls.length > 0) {
    const starts = falls.map(({ start }) => start);
    found.push(finding('warning', 'warn', 'lifecycle.shrank', { period, starts }));
  }
  const last = stickiness.at(-1);
  if (last && last.ratio !== null) {
    const { ratio, mau } = last;
    found.push(
      finding('note', 'neutral', 'lifecycle.stickiness', { ratio, mau, days: MONTH_DAYS }),
    );
  }
  const users = power.reduce((sum, each) => sum + each.users, 0);
  if (powerDays !== null && users > 0) {
    const often = power.reduce((sum, each) => sum + (each.days >= POWER_DAYS ? each.users : 0), 0);
    const args = { users: often, of: users, share: often / users, days: POWER_DAYS };
    found.push(finding('note', 'neutral', 'lifecycle.power', args));
  }
  return found;
}

/** The first period of the data, whose users have an unknown past. */
function isFirst({ complete, dormant }: GrowthRow): boolean {
  return complete && dormant === null;
}
