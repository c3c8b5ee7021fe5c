import { type AlarmPoint, alarmLine } from '../../charts/alarm-line';
import { type StackPart, stacks } from '../../charts/stacks';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { MonitorResult, Move, RuleResult } from './result';
import { axisFormat, valueFormat } from './value-format';

/** The metric with the periods in which a rule fired, the cumulative sums, and what moved it last. */
export function charts(result: MonitorResult, language: Language): Chart[] {
  const list = [
    watched(result, language),
    ...result.rules.map((rule) => sums(result, rule, language)),
    moved(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

function watched(result: MonitorResult, { words, numbers }: Language): Chart {
  const { metric, rows } = result;
  const title = metric.name ?? words.monitor.metrics[metric.type];
  const points = rows.map(
    ({ start, value, soFar = null, low, high, fired, complete }): AlarmPoint => ({
      ...{ date: start, series: title, low, high },
      value: complete ? value : soFar,
      isAlarm: fired.length > 0,
      isOpen: !complete,
    }),
  );
  const dates = rows.filter(({ fired }) => fired.length > 0).map(({ start }) => start);
  const description = words.monitor.watchedFrom(
    title,
    rows[0]?.start ?? '',
    rows.at(-1)?.start ?? '',
    dates.length === 0 ? '' : numbers.list(dates.slice(-8)),
  );
  return {
    name: 'watched',
    title,
    description,
    spec: alarmLine(
      points,
      { axis: title, series: [title], limit: null, description },
      axisFormat(valueFormat(result)),
    ),
  };
}

function sums(
  { rows }: MonitorResult,
  rule: RuleResult,
  { words, numbers }: Language,
): Chart | null {
  if (!rule.sums || rule.limit === undefined) return null;
  const name = words.monitor;
  const series = [name.sumDown, name.sumUp];
  const points = rule.sums.flatMap(({ down, up }, i): AlarmPoint[] =>
    [down, up].flatMap((value, s) =>
      value === null
        ? []
        : [
            {
              ...{ date: rows[i]!.start, series: series[s]!, value, low: null, high: null },
              isAlarm: value > rule.limit!,
              isOpen: false,
            },
          ],
    ),
  );
  const used = series.filter((each) => points.some((point) => point.series === each));
  const description = name.sumsOf(rule.name, numbers.num(rule.limit), numbers.int(rule.times));
  return {
    ...{ name: `sums ${rule.name}`, title: name.sums, description },
    spec: alarmLine(
      points,
      { axis: name.sums, series: used, limit: rule.limit, description },
      ',~f',
    ),
  };
}

/** The change of the last episode, else the last change. */
function moved(result: MonitorResult, { words, numbers }: Language): Chart | null {
  const move: Move | undefined = result.moves[1] ?? result.moves[0];
  if (!move || move.groups.length === 0) return null;
  const name = words.monitor;
  const isFraction = move.groups.some(({ mix }) => mix !== null);
  const parts = isFraction ? [name.ratePart, name.mixPart] : [name.part];
  const bars = move.groups.flatMap((group): StackPart[] => {
    const values = isFraction ? [group.own!, group.mix!] : [group.change];
    return values.map((value, i) => ({ at: group.name, part: parts[i]!, value, isOpen: false }));
  });
  const format = valueFormat(result);
  const top = move.groups[0]!;
  const description = name.movedMost(
    move.from,
    move.to,
    top.name,
    format === 'rate' ? numbers.pp(top.change) : numbers.signed(top.change),
  );
  return {
    ...{ name: 'moved', title: name.moved, panel: name.moved, description },
    spec: stacks(bars, { axis: name.part, parts, description }, axisFormat(format)),
  };
}
