import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import type { MonitorResult, Move } from './result';
import { valueFormat } from './value-format';

/** Changes that have a table: the last one and those of the latest episodes. */
const MOST_TABLES = 4;

/** The metric by period, what each rule did, and what moved the metric. */
export function tables(result: MonitorResult, language: Language): Table[] {
  const list = [
    ruleTable(result, language),
    ...result.moves
      .filter(({ groups, from, to }, i) => groups.length > 0 && isFirst(result, from, to, i))
      .slice(0, MOST_TABLES)
      .map((move) => moveTable(move, result, language)),
    rowTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

/** An episode may be the last change, and of several rules. */
function isFirst({ moves }: MonitorResult, from: string, to: string, i: number): boolean {
  return moves.findIndex((move) => move.from === from && move.to === to) === i;
}

function ruleTable({ rules }: MonitorResult, { words }: Language): Table {
  const name = words.monitor;
  return {
    name: 'rules',
    title: name.rules,
    columns: [
      { key: 'name', title: name.rule, format: 'text' },
      { key: 'now', title: name.now, format: 'text', tone: 'tone' },
      { key: 'times', title: name.times, format: 'count' },
      { key: 'judged', title: name.judged, format: 'count' },
      { key: 'episodes', title: name.episodes, format: 'count' },
      { key: 'last', title: name.lastTime, format: 'text' },
      {
        ...{ key: 'perYear', title: name.falseAlarms, path: 'falseAlarms.perYear' },
        format: 'number',
      },
    ],
    rows: rules.map(
      ({ name: rule, now, times, judged, episodes, fired, falseAlarms, problem }) => ({
        path: formatPath(['rules', rule]),
        name: rule,
        now: problem ? name.cannotTell : now ? name.fires : name.quiet,
        tone: problem ? 'warn' : now ? 'bad' : 'neutral',
        times,
        judged,
        episodes: episodes.length,
        last: fired.at(-1) ?? null,
        perYear: falseAlarms.perYear,
      }),
    ),
  };
}

function rowTable(result: MonitorResult, language: Language): Table {
  const { words, numbers } = language;
  const { metric, rows, period } = result;
  const { unit } = metric;
  const format = valueFormat(result);
  const isFraction = rows.some(({ denominator }) => denominator !== null);
  const parts: TableColumn[] = [
    { key: 'numerator', title: words.numerator, format: 'number', path: 'numerator' },
    { key: 'denominator', title: words.denominator, format: 'number', path: 'denominator' },
  ];
  return {
    name: 'periods',
    title: words.monitor.periods,
    columns: [
      {
        ...{ key: 'start', title: words[period], caption: 'state' },
        format: period === 'hour' ? 'text' : 'date',
      },
      {
        key: 'value',
        title: metric.name ?? words.monitor.metrics[metric.type],
        format,
        path: 'value',
      },
      ...(isFraction ? parts : []),
      { key: 'low', title: words.monitor.low, format, path: 'low' },
      { key: 'high', title: words.monitor.high, format },
      { key: 'fired', title: words.monitor.fired, format: 'text' },
    ],
    rows: rows.map(({ start, value, numerator, denominator, low, high, fired, ...row }, i) => ({
      path: formatPath(['rows', i]),
      ...{ start, value, numerator, denominator, low, high, unit },
      fired: fired.length > 0 ? numbers.list(fired) : null,
      state: row.complete ? null : words.monitor.unfinished,
      complete: row.complete,
    })),
  };
}

function moveTable(move: Move, result: MonitorResult, { words, numbers }: Language): Table {
  const format = valueFormat(result);
  const name = words.monitor;
  const isFraction = move.groups.some(({ mix }) => mix !== null);
  const signed = (
    { count: 'signed', money: 'money-change', rate: 'points', number: 'signed' } as const
  )[format];
  const column = (key: string, title: string, as: TableColumn['format']): TableColumn => {
    return { key, title, format: as, path: key };
  };
  const day = (start: string) =>
    result.period === 'hour' ? start.replace('T', ' ') : numbers.date(Date.parse(start), 'UTC');
  return {
    name: move.name === 'latest' ? 'moved' : `moved ${move.name}`,
    title: name.movedFrom(day(move.from), day(move.to)),
    panel: name.moved,
    columns: [
      { key: 'name', title: name.group, format: 'text' },
      column('before', name.before, format),
      column('after', name.after, format),
      column('change', name.part, signed),
      ...(isFraction
        ? [column('own', name.ratePart, signed), column('mix', name.mixPart, signed)]
        : []),
    ],
    rows: move.groups.map(({ name: group, before, after, change, mix, own }) => ({
      path: formatPath(['moves', move.name, 'groups', group]),
      name: group,
      ...{ before, after, change, own, mix, unit: result.metric.unit },
    })),
  };
}
