import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import type { SegmentLift, SegmentsResult } from './result';

/** Sizes now and over time, overlaps, what they do, and what sets one of them apart. */
export function tables(result: SegmentsResult, language: Language): Table[] {
  const list = [
    sizeTable(result, language),
    liftTable(result, language),
    overlapTable(result, language),
    portraitTable(result, language),
    rowTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function sizeTable({ segments }: SegmentsResult, { words, numbers }: Language): Table {
  return {
    name: 'segments',
    title: words.segmentsRead.sizes,
    columns: [
      { key: 'name', title: words.segmentsRead.segment, format: 'text' },
      { key: 'users', title: words.users, format: 'count', path: 'users' },
      { key: 'share', title: words.share, format: 'rate', caption: 'range', path: 'share' },
    ],
    rows: segments.map(({ rows: _, low, high, ...row }, i) => ({
      path: formatPath(['segments', i]),
      ...{ ...row, low, high },
      range: words.fromTo(numbers.pct(low, 1), numbers.pct(high, 1)),
    })),
  };
}

function rowTable({ segments }: SegmentsResult, { words }: Language): Table {
  const name = words.segmentsRead;
  return {
    name: 'sizes',
    title: name.overTime,
    columns: [
      { key: 'start', title: words.period, format: 'date' },
      { key: 'segment', title: name.segment, format: 'text' },
      { key: 'users', title: name.atEnd, format: 'count' },
      { key: 'share', title: words.share, format: 'rate' },
      { key: 'entered', title: name.entered, format: 'count' },
      { key: 'left', title: name.left, format: 'count' },
    ],
    rows: segments.flatMap(({ name: segment, rows }) => rows.map((row) => ({ segment, ...row }))),
  };
}

function overlapTable({ overlaps }: SegmentsResult, { words, numbers }: Language): Table {
  const name = words.segmentsRead;
  return {
    name: 'overlaps',
    title: name.overlap,
    columns: [
      { key: 'name', title: name.segments, format: 'text' },
      { key: 'both', title: name.both, format: 'count' },
      { key: 'either', title: name.either, format: 'count' },
      { key: 'jaccard', title: name.jaccard, format: 'rate', caption: 'range', path: 'jaccard' },
    ],
    rows: overlaps.map(({ jaccard, ...row }, i) => ({
      path: formatPath(['overlaps', i]),
      ...row,
      ...{ jaccard: jaccard.estimate, low: jaccard.low, high: jaccard.high },
      range:
        jaccard.estimate === null
          ? null
          : words.fromTo(numbers.pct(jaccard.low, 1), numbers.pct(jaccard.high, 1)),
    })),
  };
}

function liftTable({ lifts }: SegmentsResult, language: Language): Table {
  const { words } = language;
  const name = words.segmentsRead;
  return {
    name: 'lifts',
    title: name.lifts,
    columns: [
      { key: 'segment', title: name.segment, format: 'text' },
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'inside', title: name.inside, format: { by: 'format' }, caption: 'insideUsers' },
      { key: 'others', title: name.others, format: { by: 'format' }, caption: 'otherUsers' },
      { key: 'lift', title: words.lift, format: 'lift', caption: 'range', path: 'lift' },
      { key: 'pAdjusted', title: words.p, format: 'p', path: 'p' },
    ],
    rows: lifts.map((lift, i) => liftCells(lift, i, language)),
  };
}

function liftCells(
  { segment, metric, type, unit, inside, others, lift, pAdjusted, level }: SegmentLift,
  i: number,
  { words, numbers }: Language,
): Table['rows'][number] {
  const format = type === 'proportion' ? 'rate' : unit === null ? 'number' : 'money';
  return {
    path: formatPath(['lifts', i]),
    ...{ segment, metric, format, unit, level, pAdjusted },
    ...{ inside: inside.value, others: others.value },
    insideUsers: words.segmentsRead.of(numbers.int(inside.users)),
    otherUsers: words.segmentsRead.of(numbers.int(others.users)),
    ...{ lift: lift.estimate, low: lift.low, high: lift.high },
    range:
      lift.estimate === null
        ? null
        : words.fromTo(numbers.lift(lift.low, 0), numbers.lift(lift.high, 0)),
  };
}

function portraitTable({ portrait }: SegmentsResult, { words, numbers }: Language): Table {
  const name = words.segmentsRead;
  return {
    name: 'portrait',
    title: name.portrait(portrait?.name ?? ''),
    columns: [
      { key: 'trait', title: words.funnel.trait, format: 'text' },
      { key: 'own', title: name.inside, format: 'rate', caption: 'ownCounts' },
      { key: 'other', title: name.others, format: 'rate', caption: 'otherCounts' },
      { key: 'odds', title: name.odds, format: 'number', caption: 'range', path: 'odds' },
      { key: 'pAdjusted', title: words.p, format: 'p', path: 'p' },
    ],
    rows: (portrait?.traits ?? []).map(
      ({ kind, column, value, counts, of, odds, pAdjusted, level }, i) => ({
        path: formatPath(['portrait', 'traits', i]),
        trait: words.funnel.traitOf(
          kind,
          column,
          typeof value === 'number' ? numbers.num(value) : value,
        ),
        own: counts[0] / of[0],
        other: counts[1] / of[1],
        ownCounts: words.countOf(numbers.int(counts[0]), numbers.int(of[0])),
        otherCounts: words.countOf(numbers.int(counts[1]), numbers.int(of[1])),
        ...{ odds: odds.estimate, low: odds.low, high: odds.high, level, pAdjusted },
        range: words.fromTo(numbers.num(odds.low), numbers.num(odds.high)),
      }),
    ),
  };
}
