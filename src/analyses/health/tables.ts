import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import type { HealthResult, LeftRow } from './result';

/** The bands, the list in numbers, the dimensions, and the test of the index on what came after. */
export function tables(result: HealthResult, language: Language): Table[] {
  const list = [
    bandTable(result, language),
    groupTable(result, language),
    reasonTable(result, language),
    dimensionTable(result, language),
    stepTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function stake({ unit, bands }: HealthResult, { words }: Language): readonly TableColumn[] {
  if (bands.every(({ expected }) => expected === null)) return [];
  const format = unit === null ? 'number' : 'money';
  return [{ key: 'atStake', title: words.health.atStake, format }];
}

function bandTable(result: HealthResult, language: Language): Table {
  const { words, numbers } = language;
  const { validation } = result;
  const left = validation.state === 'unknown' ? [] : validation.bands;
  const leftColumn: TableColumn = {
    ...{ key: 'left', title: words.health.leftThen, caption: 'leftRange' },
    format: 'rate',
  };
  return {
    name: 'bands',
    title: words.health.bands,
    columns: [
      { key: 'band', title: words.health.band, format: 'text', caption: 'range' },
      { key: 'users', title: words.users, format: 'count', path: 'users' },
      { key: 'share', title: words.share, format: 'rate' },
      ...stake(result, language),
      ...(left.length > 0 ? [leftColumn] : []),
    ],
    rows: result.bands.map(({ name, from, to, users, share, expected, atStake }) => {
      const then = left.find((row) => row.name === name);
      return {
        path: formatPath(['bands', name]),
        ...{
          name,
          band: words.health[name],
          range: words.fromTo(numbers.int(from), numbers.int(to)),
        },
        ...{ users, share, expected, atStake, unit: result.unit },
        ...{ left: then?.rate ?? null, leftRange: then ? leftText(then, language) : null },
      };
    }),
  };
}

function leftText({ left, of, low, high }: LeftRow, { words, numbers }: Language): string {
  const range = words.fromTo(numbers.pct(low, 0), numbers.pct(high, 0));
  return `${numbers.int(left)} / ${numbers.int(of)} (${range})`;
}

function groupTable(result: HealthResult, language: Language): Table {
  const { words } = language;
  const { winback, unit } = result;
  const groups = winback.users === null ? [] : winback.groups;
  return {
    name: 'winback',
    title: words.health.list,
    columns: [
      { key: 'group', title: words.health.group, format: 'text' },
      { key: 'users', title: words.users, format: 'count', path: 'users' },
      { key: 'planned', title: words.planned, format: 'rate' },
      ...stake(result, language),
    ],
    rows: groups.map(({ name, planned, users, atStake }) => ({
      path: formatPath(['winback', 'groups', name]),
      ...{ name, group: words.health[name], users, planned, atStake, unit },
    })),
  };
}

function reasonTable({ winback }: HealthResult, { words }: Language): Table {
  const reasons = winback.users === null ? [] : winback.reasons;
  return {
    name: 'reasons',
    title: words.health.reasons,
    columns: [
      { key: 'name', title: words.health.dimension, format: 'text' },
      { key: 'users', title: words.users, format: 'count' },
      { key: 'share', title: words.health.ofList, format: 'rate' },
    ],
    rows: reasons.map(({ name, users, share }) => ({ name, users, share })),
  };
}

function dimensionTable({ dimensions }: HealthResult, { words, numbers }: Language): Table {
  const name = words.health;
  return {
    name: 'dimensions',
    title: name.dimensions,
    columns: [
      { key: 'name', title: name.dimension, format: 'text', caption: 'what' },
      { key: 'weight', title: words.weight, format: 'rate' },
      { key: 'median', title: name.median, format: 'number' },
      { key: 'auc', title: name.auc, format: 'number', caption: 'aucRange', path: 'auc' },
      { key: 'known', title: name.known, format: 'count' },
    ],
    rows: dimensions.map(({ name: title, measure, direction, weight, known, median, auc }, i) => ({
      path: formatPath(['dimensions', i]),
      ...{ name: title, measure, direction, weight, known, median },
      what: `${name.measures[measure]}${direction === 'down' ? ` (${name.lessIsGood})` : ''}`,
      auc: auc?.estimate ?? null,
      aucLow: auc?.low ?? null,
      aucHigh: auc?.high ?? null,
      aucRange: auc ? words.fromTo(numbers.num(auc.low, 2), numbers.num(auc.high, 2)) : null,
    })),
  };
}

function stepTable({ validation }: HealthResult, { words, numbers }: Language): Table {
  const name = words.health;
  const steps = validation.state === 'unknown' ? [] : validation.steps;
  return {
    name: 'calibration',
    title: name.calibration,
    columns: [
      { key: 'index', title: name.index, format: 'text' },
      { key: 'of', title: words.users, format: 'count' },
      { key: 'left', title: name.left, format: 'count' },
      { key: 'rate', title: words.share, format: 'rate', caption: 'range', path: 'rate' },
    ],
    rows: steps.map((row, i) => ({
      path: formatPath(['validation', 'steps', i]),
      ...row,
      index: words.fromTo(numbers.int(row.from), numbers.int(row.to)),
      range: words.fromTo(numbers.pct(row.low, 0), numbers.pct(row.high, 0)),
    })),
  };
}
