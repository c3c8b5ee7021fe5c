import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import type { CampaignGroup, CampaignResult, Compared, Effect, Randomised, Share } from './result';

type Row = Table['rows'][number];

/** Reach, opens and acts by group and by frequency, and what the campaign changed. */
export function tables(result: CampaignResult, language: Language): Table[] {
  const name = language.words.campaigns;
  const { groups, frequency, randomised, compared } = result;
  const list = [
    contactTable('groups', name.byGroup, groups, result, language),
    ...(frequency.length > 1
      ? [contactTable('frequency', name.byFrequency, frequency, result, language)]
      : []),
    ...(randomised ? [armTable(randomised, result, language)] : []),
    ...(compared ? [changeTable(compared, result, language)] : []),
  ];
  return list;
}

function contactTable(
  name: 'groups' | 'frequency',
  title: string,
  parts: readonly CampaignGroup[],
  { knowsOpens }: CampaignResult,
  language: Language,
): Table {
  const { words } = language;
  const opens: TableColumn[] = [
    rateColumn('opened', words.campaigns.opened),
    rateColumn('actedOfOpened', words.campaigns.actedOfOpened),
  ];
  return {
    ...{ name, title },
    columns: [
      {
        key: 'name',
        title: name === 'groups' ? words.campaigns.group : words.campaigns.times,
        format: 'text',
      },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'contacts', title: words.campaigns.contacts, format: 'count' },
      ...(knowsOpens ? opens.slice(0, 1) : []),
      rateColumn('acted', words.campaigns.acted),
      ...(knowsOpens ? opens.slice(1) : []),
    ],
    rows: parts.map((part, i) => ({
      path: formatPath([name, i]),
      name: part.name ?? words.campaigns.everybody,
      ...{ users: part.users, contacts: part.contacts },
      ...(part.opened ? rateCells('opened', part.opened, language) : {}),
      ...rateCells('acted', part.acted, language),
      ...(part.actedOfOpened ? rateCells('actedOfOpened', part.actedOfOpened, language) : {}),
    })),
  };
}

function armTable(
  { arms, comparisons }: Randomised,
  { unit }: CampaignResult,
  language: Language,
): Table {
  const { words } = language;
  return {
    name: 'randomised',
    title: words.campaigns.randomised,
    columns: [
      { key: 'name', title: words.arm, format: 'text' },
      { key: 'users', title: words.users, format: 'count' },
      rateColumn('acted', words.campaigns.actedUsers),
      { key: 'difference', title: words.difference, format: 'points', caption: 'differenceRange' },
      { key: 'p', title: words.p, format: 'p' },
      { key: 'mean', title: words.campaigns.perUser, format: unit === null ? 'number' : 'money' },
      { key: 'meanP', title: words.campaigns.meanP, format: 'p' },
    ],
    rows: arms.map(({ name, users, acted, mean, total }, i) => {
      const comparison = comparisons.find(({ arm }) => arm === name);
      return {
        path: formatPath(['randomised', 'arms', i]),
        ...{ name, users, mean, total, unit },
        ...rateCells('acted', acted, language),
        ...effectCells(comparison?.acted, language, (value) => language.numbers.pp(value)),
        meanP: comparison?.mean.p ?? null,
      };
    }),
  };
}

function changeTable(
  { contacted, others, effect }: Compared,
  { unit }: CampaignResult,
  language: Language,
): Table {
  const name = language.words.campaigns;
  const { numbers } = language;
  const format = unit === null ? 'number' : 'money';
  const signed = unit === null ? 'signed' : 'money-change';
  const written = (value: number) =>
    unit === null ? numbers.signed(value) : numbers.moneyChange(value, unit);
  const sides = [
    { name: name.contacted, ...contacted },
    { name: name.notContacted, ...others },
  ];
  return {
    name: 'compared',
    title: name.compared,
    columns: [
      { key: 'name', title: name.group, format: 'text' },
      { key: 'users', title: language.words.users, format: 'count' },
      { key: 'before', title: name.before, format },
      { key: 'after', title: name.after, format },
      { key: 'change', title: name.change, format: signed },
      { key: 'difference', title: name.more, format: signed, caption: 'differenceRange' },
    ],
    rows: sides.map(({ name: side, users, before, after }, i) => ({
      path: formatPath(['compared', i === 0 ? 'contacted' : 'others']),
      ...{ name: side, users, before, after, unit },
      change: before === null || after === null ? null : after - before,
      ...effectCells(i === 0 ? effect : undefined, language, written),
    })),
  };
}

function rateColumn(key: string, title: string): TableColumn {
  return { key, title, format: 'rate', caption: `${key}Range`, path: key };
}

function rateCells(key: string, { rate, low, high, count, of }: Share, language: Language): Row {
  const { words, numbers } = language;
  return {
    [key]: rate,
    [`${key}Count`]: count,
    [`${key}Of`]: of,
    [`${key}Range`]: rate === null ? null : words.fromTo(numbers.pct(low!), numbers.pct(high!)),
  };
}

function effectCells(
  effect: Effect | undefined,
  { words }: Language,
  written: (value: number) => string,
): Row {
  if (!effect || effect.difference.estimate === null) {
    return { difference: null, differenceRange: null, p: effect?.p ?? null };
  }
  const { estimate, low, high } = effect.difference;
  const differenceRange = words.fromTo(written(low), written(high));
  return { difference: estimate, low, high, differenceRange, p: effect.p };
}
