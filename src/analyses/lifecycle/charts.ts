import { bands } from '../../charts/bands';
import { columns } from '../../charts/columns';
import { lines } from '../../charts/lines';
import { type StackPart, stacks } from '../../charts/stacks';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { startText } from './start-text';
import type { GrowthRow, LifecycleResult } from './result';

/** Bars beyond this are too thin to read: the chart shows the last ones, the table all. */
const MOST_BARS = 120;

/** Who makes up each period, the quick ratio, DAU over MAU, and on how many days people come. */
export function charts(result: LifecycleResult, language: Language): Chart[] {
  const list = [
    growth(result, language),
    quickRatios(result, language),
    stickiness(result, language),
    power(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

function growth({ rows, period }: LifecycleResult, { words, numbers }: Language): Chart {
  const name = words.lifecycle;
  const parts = [name.returning, name.new, name.resurrected, name.unknown, name.dormant];
  const bars = rows.slice(-MOST_BARS).flatMap((row): StackPart[] => {
    const at = startText(row.start, period, numbers);
    if (row.active === null) {
      return [{ at, part: name.unfinished, value: row.activeSoFar!, isOpen: true }];
    }
    const values = [row.returning!, row.new!, row.resurrected!, row.unknown!, -(row.dormant ?? 0)];
    return values.map((value, i) => ({ at, part: parts[i]!, value, isOpen: false }));
  });
  const used = parts.filter((part) => bars.some((bar) => bar.part === part && bar.value !== 0));
  const described = rows.filter((row) => row.active !== null).slice(-12);
  const description = described.map((row) => sentence(row, period, { words, numbers })).join(' ');
  return {
    name: 'growth',
    title: name.growth,
    description,
    spec: stacks(
      bars.filter(({ part, isOpen }) => isOpen || used.includes(part)),
      { axis: words.users, parts: used, description },
      ',d',
    ),
  };
}

function sentence(
  row: GrowthRow,
  period: LifecycleResult['period'],
  { words, numbers }: Pick<Language, 'words' | 'numbers'>,
): string {
  const n = (value: number | null) => numbers.int(value ?? 0);
  return words.lifecycle.growthOf(
    startText(row.start, period, numbers),
    n(row.active),
    n(row.new),
    n(row.returning),
    n(row.resurrected),
    n(row.dormant),
  );
}

function quickRatios(
  { rows, period }: LifecycleResult,
  { words, numbers }: Language,
): Chart | null {
  const { quickRatio: title } = words.lifecycle;
  const points = rows.flatMap(({ start, quickRatio }) =>
    quickRatio.estimate === null || period === 'hour'
      ? []
      : [{ date: start, series: title, value: quickRatio.estimate, ...quickRatio }],
  );
  if (points.length < 2) return null;
  const last = points.at(-1)!;
  const description = words.lifecycle.quickRatioOf(
    startText(last.date, period, numbers),
    numbers.num(last.value),
    words.fromTo(numbers.num(last.low), numbers.num(last.high)),
  );
  return {
    name: 'quick-ratio',
    title,
    description,
    spec: bands(points, { axis: title, series: [title], level: 1, description }, '.2~f'),
  };
}

function stickiness({ stickiness }: LifecycleResult, { words, numbers }: Language): Chart | null {
  const title = words.lifecycle.dauOverMau;
  const points = stickiness.flatMap(({ start, ratio }) =>
    ratio === null ? [] : [{ date: start, series: title, value: ratio }],
  );
  if (points.length < 2) return null;
  const [first, last] = [points[0]!, points.at(-1)!];
  const description = words.lifecycle.stickinessFrom(
    startText(first.date, 'day', numbers),
    numbers.pct(first.value, 1),
    startText(last.date, 'day', numbers),
    numbers.pct(last.value, 1),
  );
  return {
    name: 'stickiness',
    title: words.lifecycle.stickiness,
    description,
    spec: lines(points, { axis: title, series: [title], description }, '.1%'),
  };
}

function power({ power }: LifecycleResult, { words, numbers }: Language): Chart | null {
  if (power.length === 0) return null;
  const once = power[0]!.users;
  const often = power.reduce((sum, { days, users }) => sum + (days >= 21 ? users : 0), 0);
  const description = words.lifecycle.powerOf(numbers.int(once), numbers.int(often));
  const bars = power.map(({ days, users }) => ({ at: days, value: users }));
  return {
    name: 'power',
    title: words.lifecycle.power,
    description,
    spec: columns(
      bars,
      { across: words.lifecycle.activeDays, axis: words.users, description },
      ',d',
    ),
  };
}
