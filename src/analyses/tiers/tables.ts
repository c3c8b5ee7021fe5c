import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import type { Rate, TiersResult } from './result';

/** Tiers, what becomes of them, moves from tier to tier, period by period, and at the thresholds. */
export function tables(result: TiersResult, language: Language): Table[] {
  const list = [
    tierTable(result, language),
    movementTable(result, language),
    moveTable(result, language),
    thresholdTable(result, language),
    progressionTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function tierTable({ tiers, unit, isCount }: TiersResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'tiers',
    title: words.tiers.tiers,
    columns: [
      { key: 'name', title: words.tiers.tier, format: 'text' },
      { key: 'from', title: words.tiers.begins, format: isCount ? 'count' : 'money' },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'share', title: words.share, format: 'rate' },
      { key: 'reached', title: words.tiers.reached, format: 'count', path: 'reached' },
      {
        ...{ key: 'again', title: words.tiers.again, format: 'rate' },
        ...{ caption: 'againRange', path: 'repurchase' },
      } as const,
      { key: 'againCounts', title: words.tiers.orders, format: 'text' },
      { key: 'medianDays', title: words.tiers.medianDays, format: 'number' },
    ],
    rows: tiers.map(({ name, repurchase, stay, ...row }) => ({
      path: formatPath(['tiers', name]),
      ...{ name, ...row, unit },
      ...rateCells('again', repurchase, language),
      ...{ open: repurchase.open, stays: stay.stays, medianDays: stay.medianDays },
    })),
  };
}

function movementTable({ movements }: TiersResult, language: Language): Table {
  const { words } = language;
  const rate = (key: 'kept' | 'upgraded' | 'downgraded'): TableColumn => {
    const title = words.tiers[key];
    return { key, title, format: 'rate', caption: `${key}Range`, path: key };
  };
  return {
    name: 'movements',
    title: words.tiers.movements,
    columns: [
      { key: 'name', title: words.tiers.tier, format: 'text' },
      { key: 'of', title: words.tiers.inTier, format: 'count' },
      ...[rate('kept'), rate('upgraded'), rate('downgraded')],
    ],
    rows: movements.map(({ name, kept, upgraded, downgraded }) => ({
      path: formatPath(['movements', name]),
      ...{ name, of: kept.of, users: kept.users },
      ...rateCells('kept', kept, language),
      ...rateCells('upgraded', upgraded, language),
      ...rateCells('downgraded', downgraded, language),
    })),
  };
}

function moveTable({ moves }: TiersResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'moves',
    title: words.tiers.moves,
    columns: [
      { key: 'from', title: words.tiers.fromTier, format: 'text' },
      { key: 'to', title: words.tiers.toTier, format: 'text' },
      { key: 'count', title: words.tiers.times, format: 'count' },
      { key: 'rate', title: words.share, format: 'rate', caption: 'rateRange', path: 'rate' },
    ],
    rows: moves.map(({ name, from, to, ...rate }) => ({
      path: formatPath(['moves', name]),
      ...{ from, to, count: rate.count, of: rate.of },
      ...rateCells('rate', rate, language),
    })),
  };
}

function thresholdTable({ thresholds, unit, isCount }: TiersResult, language: Language): Table {
  const { words, numbers } = language;
  return {
    name: 'thresholds',
    title: words.tiers.thresholds,
    columns: [
      { key: 'name', title: words.tiers.tier, format: 'text' },
      { key: 'from', title: words.tiers.begins, format: isCount ? 'count' : 'money' },
      { key: 'below', title: words.tiers.below, format: 'rate', caption: 'belowCounts' },
      { key: 'above', title: words.tiers.above, format: 'rate', caption: 'aboveCounts' },
      {
        ...{ key: 'difference', title: words.difference, format: 'points' },
        ...{ caption: 'differenceRange', path: 'difference' },
      } as const,
    ],
    rows: thresholds.map(({ name, from, below, above, difference }) => ({
      path: formatPath(['thresholds', name]),
      ...{ name, from, unit },
      ...rateCells('below', below, language),
      ...rateCells('above', above, language),
      ...{ difference: difference.estimate },
      ...{ differenceLow: difference.low, differenceHigh: difference.high },
      differenceRange:
        difference.estimate === null
          ? null
          : words.fromTo(numbers.pp(difference.low, 1), numbers.pp(difference.high, 1)),
    })),
  };
}

function progressionTable({ progression, period }: TiersResult, { words }: Language): Table {
  return {
    name: 'progression',
    title: words.tiers.progression,
    columns: [
      { key: 'start', title: words[period], format: 'date' },
      { key: 'name', title: words.tiers.tier, format: 'text' },
      { key: 'users', title: words.tiers.atEnd, format: 'count' },
      { key: 'share', title: words.share, format: 'rate' },
      { key: 'before', title: words.tiers.atStart, format: 'count' },
      { key: 'kept', title: words.tiers.kept, format: 'count' },
      { key: 'upgraded', title: words.tiers.upgraded, format: 'count' },
      { key: 'downgraded', title: words.tiers.downgraded, format: 'count' },
    ],
    rows: progression.flatMap(({ start, tiers }) => tiers.map((tier) => ({ start, ...tier }))),
  };
}

/** A rate with its interval and its counts, under names that begin with `key`. */
function rateCells(
  key: string,
  { count, of, rate, low, high }: Rate,
  { words, numbers }: Language,
): Record<string, string | number | null> {
  const ends = rate === null ? null : words.fromTo(numbers.pct(low, 1), numbers.pct(high, 1));
  return {
    [key]: rate,
    [`${key}Low`]: low,
    [`${key}High`]: high,
    [`${key}Range`]: ends,
    [`${key}Counts`]: words.countOf(numbers.int(count), numbers.int(of)),
  };
}
