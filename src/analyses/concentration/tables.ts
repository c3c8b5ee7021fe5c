import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import type { Distinction } from '../distinguishing';
import type { ConcentrationResult, Times } from './result';
import { traitName } from './trait-name';

/** What the greatest bring, tenth by tenth, and who they are. */
export function tables(result: ConcentrationResult, language: Language): Table[] {
  const list = [
    topTable(result, language),
    tenthsTable(result, language),
    reachTable(result, language),
    portraitTable(result, language),
    worthTable(result, language),
    channelTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function topTable({ top, isCount, unit }: ConcentrationResult, language: Language): Table {
  const { words, numbers } = language;
  const amount = isCount ? 'count' : 'money';
  return {
    name: 'top',
    title: words.concentration.top,
    columns: [
      { key: 'share', title: words.concentration.topShare, format: 'rate' },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'value', title: words.concentration.brings, format: amount },
      {
        ...{ key: 'part', title: words.concentration.part, format: 'rate' },
        ...{ caption: 'partRange', path: 'part' },
      },
      { key: 'least', title: words.concentration.least, format: amount },
    ],
    rows: top.map(({ name, share, users, of, value, part, least }) => ({
      path: formatPath(['top', name]),
      ...{ share, users, of, value, unit, part: part.estimate, least },
      ...{ partLow: part.low, partHigh: part.high },
      partRange: words.fromTo(numbers.pct(part.low, 1), numbers.pct(part.high, 1)),
    })),
  };
}

function tenthsTable({ tenths, isCount, unit }: ConcentrationResult, { words }: Language): Table {
  return {
    name: 'tenths',
    title: words.concentration.tenths,
    columns: [
      { key: 'tenth', title: words.concentration.tenth, format: 'count' },
      { key: 'users', title: words.users, format: 'count' },
      { key: 'value', title: words.concentration.brings, format: isCount ? 'count' : 'money' },
      { key: 'part', title: words.concentration.part, format: 'rate' },
      { key: 'cumulative', title: words.concentration.cumulative, format: 'rate' },
    ],
    rows: tenths.map((row, i) => ({ path: formatPath(['tenths', i]), ...row, unit })),
  };
}

function reachTable({ reach }: ConcentrationResult, { words }: Language): Table {
  return {
    name: 'reach',
    title: words.concentration.reach,
    columns: [
      { key: 'part', title: words.concentration.part, format: 'rate' },
      { key: 'users', title: words.concentration.fewest, format: 'count' },
      { key: 'share', title: words.concentration.ofUsers, format: 'rate', path: 'share' },
    ],
    rows: reach.map(({ name, ...row }) => ({ path: formatPath(['reach', name]), ...row })),
  };
}

function worthTable({ worth, unit }: ConcentrationResult, { words }: Language): Table {
  const row = (name: 'contribution' | 'cost', times: Times | undefined, unit: string | null) => {
    if (!times) return [];
    const { problem: _, ...shown } = times;
    return [
      { path: formatPath(['worth', name]), ...{ name: words.concentration[name], ...shown, unit } },
    ];
  };
  return {
    name: 'worth',
    title: words.concentration.worth,
    columns: [
      { key: 'name', title: words.concentration.perUser, format: 'text' },
      { key: 'mean', title: words.concentration.meanOfSuper, format: 'money' },
      { key: 'median', title: words.concentration.median, format: 'money' },
      { key: 'times', title: words.concentration.times, format: 'number', path: 'times' },
    ],
    rows: [
      ...row('contribution', worth?.contribution, unit),
      ...row('cost', worth?.cost, worth?.unit ?? null),
    ],
  };
}

function channelTable({ worth }: ConcentrationResult, { words }: Language): Table {
  return {
    name: 'channels',
    title: words.concentration.channels,
    columns: [
      { key: 'channel', title: words.payback.channel, format: 'text' },
      { key: 'users', title: words.users, format: 'count' },
      { key: 'cost', title: words.concentration.spent, format: 'money' },
      { key: 'perUser', title: words.concentration.costPerUser, format: 'money' },
    ],
    rows: (worth?.channels ?? []).map(({ problem: _, ...row }, i) => {
      return { path: formatPath(['worth', 'channels', i]), ...row, unit: worth!.unit };
    }),
  };
}

function portraitTable({ portrait, measured }: ConcentrationResult, language: Language): Table {
  const { words } = language;
  const side = (key: string, title: string): TableColumn => {
    return { key: `${key}Share`, title, format: 'rate', caption: `${key}Counts` };
  };
  return {
    name: 'portrait',
    title: words.concentration.portrait,
    columns: [
      { key: 'trait', title: words.concentration.trait, format: 'text' },
      side('super', words.concentration.ofSuper),
      side('other', words.concentration.ofOthers),
      {
        ...{ key: 'odds', title: words.concentration.odds, format: 'number' },
        ...{ caption: 'oddsRange', path: 'odds' },
      } as const,
      { key: 'pAdjusted', title: words.p, format: 'p', path: 'p' },
    ],
    rows: portrait.traits.map((trait, i) => traitCells(trait, i, measured, language)),
  };
}

function traitCells(
  { kind, column, value, counts, of, odds, p, pAdjusted, level }: Distinction,
  place: number,
  measured: string,
  { words, numbers }: Language,
): Table['rows'][number] {
  const counted = (side: 0 | 1) => words.countOf(numbers.int(counts[side]), numbers.int(of[side]));
  return {
    path: formatPath(['portrait', 'traits', place]),
    trait: traitName({ kind, column, value }, measured, { words, numbers }),
    kind,
    superShare: counts[0] / of[0],
    superCounts: counted(0),
    otherShare: counts[1] / of[1],
    otherCounts: counted(1),
    ...{ odds: odds.estimate, oddsLow: odds.low, oddsHigh: odds.high },
    oddsRange: words.fromTo(numbers.num(odds.low, 2), numbers.num(odds.high, 2)),
    ...{ p, pAdjusted, level },
  };
}
