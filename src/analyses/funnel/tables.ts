import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import type { Distinction } from '../distinguishing';
import type { FunnelGroup, FunnelResult, Rate, StepResult, StepTime } from './result';
import { stepName } from './step-name';

/** Step by step, the groups, their differences, what distinguishes those who convert, and by period of entry. */
export function tables(result: FunnelResult, language: Language): Table[] {
  const list = [
    stepsTable(result, language),
    groupsTable(result, language),
    comparisonsTable(result, language),
    driversTable(result, language),
    trendTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function stepsTable({ groups, count }: FunnelResult, language: Language): Table {
  const { words } = language;
  const isDivided = groups.length > 1;
  const group = { key: 'group', title: words.funnel.group, format: 'text' } as const;
  return {
    name: 'steps',
    title: words.funnel.stepByStep,
    columns: [
      { key: 'step', title: words.funnel.step, format: 'text', caption: 'about' },
      ...(isDivided ? [group] : []),
      { key: 'users', title: words.funnel.counted[count], format: 'count', path: 'users' },
      {
        ...{ key: 'ofFirst', title: words.funnel.ofFirst, format: 'rate' },
        ...{ caption: 'ofFirstRange', path: 'ofFirst' },
      } as const,
      {
        ...{ key: 'ofPrevious', title: words.funnel.ofPrevious, format: 'rate' },
        ...{ caption: 'ofPreviousCounts', path: 'ofPrevious' },
      } as const,
      { key: 'dropped', title: words.funnel.dropped, format: 'count', path: 'dropped' },
      { key: 'open', title: words.funnel.open, format: 'count', path: 'open' },
      {
        ...{ key: 'medianMs', title: words.funnel.medianTime, format: 'duration' },
        ...{ caption: 'spread', path: 'time' },
      } as const,
    ],
    rows: groups[0]!.steps.flatMap((_, i) =>
      groups.map((each, place) => ({
        path: formatPath(['groups', each.name ?? place, 'steps', i]),
        group: each.name,
        ...stepCells(each.steps[i]!, language),
      })),
    ),
  };
}

function stepCells(step: StepResult, language: Language) {
  const { words, numbers } = language;
  const { index, event, optional, users, open, dropped, ofFirst, ofPrevious, time } = step;
  return {
    step: `${index}. ${stepName(event, language)}`,
    about: optional ? words.funnel.optional : null,
    event: stepName(event, language),
    users,
    open,
    dropped: dropped ?? null,
    ...rateCells('ofFirst', ofFirst, language),
    ...rateCells('ofPrevious', ofPrevious, language),
    ofPreviousCounts:
      index === 1 ? null : words.countOf(numbers.int(ofPrevious.users), numbers.int(ofPrevious.of)),
    ...timeCells(time, language),
  };
}

function rateCells(key: string, { rate, low, high, of }: Rate, { words, numbers }: Language) {
  const hasRange = rate !== null && low !== high;
  return {
    [key]: rate,
    [`${key}Low`]: low,
    [`${key}High`]: high,
    [`${key}Of`]: of,
    [`${key}Range`]: hasRange
      ? words.fromTo(numbers.num(100 * low, 1), `${numbers.num(100 * high, 1)} %`)
      : null,
  };
}

function timeCells(time: StepTime | null, { words, numbers }: Language) {
  const { medianMs = null, low = null, high = null } = time ?? {};
  const { p25Ms = null, p75Ms = null, p90Ms = null } = time ?? {};
  const ms = numbers.duration;
  return {
    ...{ medianMs, medianLow: low, medianHigh: high, p25Ms, p75Ms, p90Ms },
    spread: p25Ms === null || p75Ms === null ? null : words.fromTo(ms(p25Ms), ms(p75Ms)),
  };
}

/** Only where there is more than one, or more to say than the steps do. */
function groupsTable({ groups, count }: FunnelResult, language: Language): Table {
  const { words } = language;
  const isUseful = groups.length > 1 || groups.some(({ open, removed }) => open + removed > 0);
  const hasRemoved = groups.some(({ removed }) => removed > 0);
  const { removed: title } = words.funnel;
  const removed: TableColumn = { key: 'removed', title, format: 'count', path: 'removed' };
  return {
    name: 'groups',
    title: words.funnel.groups,
    columns: [
      { key: 'group', title: words.funnel.group, format: 'text' },
      { key: 'entered', title: words.funnel.entered, format: 'count', path: 'entered' },
      { key: 'open', title: words.funnel.open, format: 'count', path: 'open' },
      ...(hasRemoved ? [removed] : []),
      {
        ...{ key: 'converted', title: words.funnel.converted, format: 'rate' },
        caption: 'convertedRange',
      } as const,
      {
        ...{ key: 'medianMs', title: words.funnel.timeToConvert, format: 'duration' },
        ...{ caption: 'spread', path: 'conversion.time' },
      } as const,
    ],
    rows: isUseful ? groups.map((group, i) => groupCells(group, i, count, language)) : [],
  };
}

function groupCells(
  group: FunnelGroup,
  place: number,
  count: FunnelResult['count'],
  language: Language,
): Table['rows'][number] {
  const { name, entered, open, removed, steps, conversion } = group;
  return {
    path: formatPath(['groups', name ?? place]),
    group: name ?? language.words.funnel.counted[count],
    ...{ entered, open, removed },
    ...rateCells('converted', steps.at(-1)!.ofFirst, language),
    ...timeCells(conversion.time, language),
  };
}

function comparisonsTable(result: FunnelResult, language: Language): Table {
  const { words, numbers } = language;
  const { groups, comparisons, control } = result;
  const rateAt = (name: string | null, step: number) =>
    groups.find((group) => group.name === name)?.steps[step - 1]?.ofFirst.rate ?? null;
  const difference = { key: 'difference', title: words.difference, format: 'points' } as const;
  return {
    name: 'comparisons',
    title: words.funnel.comparisons,
    columns: [
      { key: 'group', title: words.funnel.group, format: 'text' },
      { key: 'step', title: words.funnel.step, format: 'text' },
      { key: 'controlRate', title: control ?? words.control, format: 'rate' },
      { key: 'rate', title: words.funnel.ofFirst, format: 'rate' },
      { ...difference, caption: 'differenceRange', tone: 'tone', path: 'difference' },
      { key: 'pAdjusted', title: words.p, format: 'p', path: 'p' },
      { ...difference, interval: { low: 'differenceLow', high: 'differenceHigh' } },
    ],
    rows: comparisons.map(({ group, step, difference, p, pAdjusted, level }, i) => {
      const { estimate, low, high } = difference;
      const isClear = estimate !== null && (low > 0 || high < 0);
      return {
        path: formatPath(['comparisons', i]),
        group,
        step: `${step}. ${stepName(groups[0]!.steps[step - 1]!.event, language)}`,
        controlRate: rateAt(control, step),
        rate: rateAt(group, step),
        ...{ difference: estimate, differenceLow: low, differenceHigh: high },
        differenceRange:
          estimate === null
            ? null
            : words.fromTo(numbers.num(100 * low, 2), numbers.num(100 * high, 2)),
        ...{ p, pAdjusted, level },
        tone: !isClear ? 'neutral' : estimate > 0 ? 'good' : 'bad',
      };
    }),
  };
}

function driversTable({ drivers }: FunnelResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'drivers',
    title: words.funnel.drivers,
    columns: [
      { key: 'trait', title: words.funnel.trait, format: 'text' },
      ...sideColumns(words),
      {
        key: 'odds',
        title: words.funnel.odds,
        format: 'number',
        caption: 'oddsRange',
        path: 'odds',
      },
      { key: 'pAdjusted', title: words.p, format: 'p', path: 'p' },
    ],
    rows: (drivers?.traits ?? []).map((trait, i) => traitCells(trait, i, language)),
  };
}

function sideColumns(words: Language['words']): TableColumn[] {
  return [
    {
      ...{ key: 'convertedShare', title: words.funnel.ofConverted, format: 'rate' },
      caption: 'convertedCounts',
    } as const,
    {
      ...{ key: 'droppedShare', title: words.funnel.ofDropped, format: 'rate' },
      caption: 'droppedCounts',
    } as const,
  ];
}

function traitCells(
  { kind, column, value, counts, of, odds, p, pAdjusted, level }: Distinction,
  place: number,
  { words, numbers }: Language,
): Table['rows'][number] {
  const share = (side: 0 | 1) => counts[side] / of[side];
  const counted = (side: 0 | 1) => words.countOf(numbers.int(counts[side]), numbers.int(of[side]));
  return {
    path: formatPath(['drivers', 'traits', place]),
    trait: words.funnel.traitOf(
      kind,
      column,
      typeof value === 'number' ? numbers.num(value) : value,
    ),
    kind,
    convertedShare: share(0),
    convertedCounts: counted(0),
    droppedShare: share(1),
    droppedCounts: counted(1),
    odds: odds.estimate,
    oddsLow: odds.low,
    oddsHigh: odds.high,
    oddsRange: words.fromTo(numbers.num(odds.low, 2), numbers.num(odds.high, 2)),
    ...{ p, pAdjusted, level },
  };
}

function trendTable({ trend }: FunnelResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'trend',
    title: words.funnel.trend,
    columns: [
      { key: 'start', title: words.funnel.enteredOn, format: 'date', caption: 'state' },
      { key: 'entered', title: words.funnel.entered, format: 'count' },
      { key: 'converted', title: words.funnel.converted, format: 'count' },
      { key: 'rate', title: words.funnel.ofFirst, format: 'rate', caption: 'rateRange' },
    ],
    rows: trend.map(({ start, entered, converted, rate, low, high, complete }) => ({
      ...{ start, entered, converted, rate, low, high, complete },
      state: complete ? null : words.funnel.unfinished,
      rateRange: rate === null ? null : rangeOf(low!, high!, language),
    })),
  };
}

function rangeOf(low: number, high: number, { words, numbers }: Language): string {
  return words.fromTo(numbers.num(100 * low, 1), `${numbers.num(100 * high, 1)} %`);
}
