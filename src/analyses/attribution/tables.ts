import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import { type AttributionResult, type ChannelCredit, NO_TOUCH, type Spread } from './result';

/** Credit by channel and model, what it is worth and cost, the paths, and how many journeys there are. */
export function tables(result: AttributionResult, language: Language): Table[] {
  return [
    creditTable(result, language),
    detailsTable(result, language),
    pathsTable(result, language),
    countsTable(result, language),
  ];
}

function creditTable({ models, costs }: AttributionResult, language: Language): Table {
  const { words, numbers } = language;
  const credit = words.attribution;
  const hasCosts = costs !== null;
  const short = (value: number): string =>
    value >= 100 || value === 0 ? numbers.int(value) : numbers.num(value, 1);
  return {
    name: 'credit',
    title: credit.credit,
    columns: [
      { key: 'channel', title: credit.channel, format: 'text' },
      { key: 'touches', title: credit.touches, format: 'count' },
      ...models.map(({ name }): TableColumn => ({
        key: name,
        title: credit.model(name),
        format: 'number',
        caption: `${name} range`,
        path: formatPath([name]),
      })),
      ...(hasCosts ? [{ key: 'cost', title: credit.cost, format: 'money' } as const] : []),
    ],
    rows: (models[0]?.channels ?? []).map(({ channel, touches, cost }, i) => ({
      path: formatPath(['channels', channel]),
      channel: channelName(channel, language),
      touches,
      ...Object.fromEntries(
        models.flatMap(({ name, channels }) => {
          const { estimate, low, high } = channels[i]!.conversions;
          const range = rangeText(channels[i]!.conversions, short);
          return [
            [name, estimate],
            [`${name} low`, low],
            [`${name} high`, high],
            [`${name} range`, range],
          ];
        }),
      ),
      ...(hasCosts ? { cost, unit: costs.unit } : {}),
    })),
  };
}

function detailsTable(result: AttributionResult, language: Language): Table {
  const { models, unit, costs } = result;
  const credit = language.words.attribution;
  const rows = models.flatMap((model) =>
    model.channels.map((each) => ({
      path: formatPath(['models', model.name, 'channels', each.channel]),
      model: credit.model(model.name),
      channel: channelName(each.channel, language),
      unit: unit ?? costs?.unit ?? null,
      ...creditCells(each, language),
    })),
  );
  const column = (
    key: string,
    title: string,
    format: 'number' | 'money' | 'rate',
  ): TableColumn => ({
    key,
    title,
    format,
    caption: `${key}Range`,
    path: key,
  });
  return {
    name: 'details',
    title: credit.details,
    columns: filled(rows, [
      { key: 'model', title: credit.modelColumn, format: 'text' },
      { key: 'channel', title: credit.channel, format: 'text' },
      column('conversions', credit.conversions, 'number'),
      column('value', credit.value, 'money'),
      { key: 'cost', title: credit.cost, format: 'money' },
      column('roas', credit.roas, 'number'),
      column('cac', credit.cac, 'money'),
      {
        key: 'removalEffect',
        title: credit.removalEffect,
        format: 'rate',
        path: 'removalEffect',
      },
      { key: 'firstProbability', title: credit.firstProbability, format: 'rate' },
    ]),
    rows,
  };
}

function creditCells(
  { conversions, value, roas, cac, cost, removalEffect, firstProbability, problem }: ChannelCredit,
  { numbers }: Language,
) {
  const { num } = numbers;
  const money = (amount: number): string => numbers.money(amount, null);
  const cells = (key: string, spread: Spread | null, text: (value: number) => string) => ({
    [key]: spread?.estimate ?? null,
    [`${key}Low`]: spread?.low ?? null,
    [`${key}High`]: spread?.high ?? null,
    [`${key}Range`]: spread && rangeText(spread, text),
  });
  const reason = [problem, conversions.problem, value?.problem, roas?.problem, cac?.problem].find(
    (each) => each !== undefined,
  );
  return {
    ...cells('conversions', conversions, (amount) => num(amount, 1)),
    ...cells('value', value, money),
    cost,
    ...cells('roas', roas, (ratio) => num(ratio)),
    ...cells('cac', cac, money),
    removalEffect,
    firstProbability,
    problem: reason?.code ?? null,
  };
}

/** The interval as text; empty where an end is missing. */
function rangeText({ low, high }: Spread, text: (value: number) => string): string | null {
  return low === null || high === null ? null : `${text(low)}–${text(high)}`;
}

/** The columns that have something in some row. */
function filled(rows: Table['rows'], columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.filter(({ key }) => rows.some((row) => row[key] !== null));
}

function pathsTable({ paths, unit }: AttributionResult, { words }: Language): Table {
  const credit = words.attribution;
  const rows = paths.map(({ path, conversions, value, nulls }) => ({
    path: null,
    steps: path.join(' › '),
    conversions,
    nulls,
    converted: conversions / (conversions + nulls),
    value,
    unit,
  }));
  return {
    name: 'paths',
    title: credit.paths,
    columns: filled(rows, [
      { key: 'steps', title: credit.path, format: 'text' },
      { key: 'conversions', title: credit.conversions, format: 'count' },
      { key: 'nulls', title: credit.journeysLost, format: 'count' },
      { key: 'converted', title: credit.converted, format: 'rate' },
      { key: 'value', title: credit.value, format: 'money' },
    ]),
    rows,
  };
}

function countsTable({ journeys }: AttributionResult, { words }: Language): Table {
  const credit = words.attribution;
  const row = (key: 'converted' | 'withoutTouch' | 'null' | 'open', what: string) => ({
    path: formatPath(['journeys', key]),
    what,
    count: journeys[key],
  });
  return {
    name: 'journeys',
    title: credit.counts,
    columns: [
      { key: 'what', title: credit.what, format: 'text' },
      { key: 'count', title: credit.count, format: 'count', path: '' },
    ],
    rows: [
      row('converted', credit.withConversion),
      row('withoutTouch', credit.withoutTouch),
      row('null', credit.lost),
      row('open', credit.open),
    ],
  };
}

/** That of no touch is a word of ours. */
function channelName(channel: string, { words }: Language): string {
  return channel === NO_TOUCH ? `(${words.attribution.noTouch})` : channel;
}
