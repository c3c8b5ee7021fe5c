import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { cellValue } from './cell-value';
import { notes } from './notes';
import type { RetentionParams } from './params';
import type { Comparison, Group, RetentionResult } from './result';

/** What is said about retention: what the data cover, who comes back, why, and what else to know. */
export function findings(result: RetentionResult, { control }: RetentionParams): Finding[] {
  const isChosen = control !== undefined || result.rule.control === 'control';
  return [...checks(result), ...answers(result, isChosen), ...notes(result, isChosen)];
}

function checks({ covered, groups, split }: RetentionResult): Finding[] {
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const waiting = cells.filter(({ mature }) => !mature).length;
  const list = [chip('neutral', 'retention.complete', { through: covered.through })];
  if (split?.status === 'pass') list.push(chip('good', 'retention.split-fits'));
  if (split?.status === 'fail') list.push(chip('bad', 'retention.split-off'));
  if (split?.status === 'unknown') list.push(chip('warn', 'retention.split-unknown'));
  if (waiting > 0) list.push(chip('neutral', 'retention.waiting', { waiting, of: cells.length }));
  if (covered.emptyDays > 0) list.push(chip('warn', 'retention.gaps', { days: covered.emptyDays }));
  return list;
}

/** @param isChosen  whether the control was meant to be one, or is only the largest group */
function answers(result: RetentionResult, isChosen: boolean): Finding[] {
  const { comparisons, groups } = result;
  if (isChosen && comparisons.length > 0) return differences(result);
  if (groups.length > 1) return [groupAnswer(result)];
  return [curveAnswer(result, groups[0]!)];
}

/** What a column is called. */
function columnArgs({ rule }: RetentionResult, offset: number, { overall }: Group): FindingArgs {
  const at = overall.findIndex((cell) => cell.offset === offset);
  return { mode: rule.mode, period: rule.period, label: rule.columns[at]! };
}

/** The first and the last column of the curve that are known, the start left out. */
function curveAnswer(result: RetentionResult, group: Group): Finding {
  const { rule } = result;
  const known = group.overall.filter((cell, i) => {
    return cell.mature && !(i === 0 && rule.columns[0] === '0' && rule.sum === undefined);
  });
  const [first, last] = [known[0], known.at(-1)];
  const base = {
    users: group.users,
    start: rule.start,
    return: rule.return,
    cohorts: rule.cohorts,
  };
  if (!first || !last) return answer('neutral', 'retention.nothing-yet', base);
  const numbers = { value: cellValue(first), low: first.low, high: first.high };
  const later = { value: cellValue(last), low: last.low, high: last.high };
  const args = {
    ...base,
    ...columnArgs(result, first.offset, group),
    ...numbers,
    lastLabel: last === first ? null : columnArgs(result, last.offset, group).label!,
    of: first.of,
    lastOf: last.of,
    lastValue: later.value,
    lastLow: later.low,
    lastHigh: later.high,
    unit: rule.unit ?? null,
    sum: rule.sum ?? null,
  };
  return answer('neutral', rule.sum === undefined ? 'retention.back' : 'retention.brought', args);
}

/** The best and the worst group in the last column that all of them have come to. */
function groupAnswer(result: RetentionResult): Finding {
  const { groups, rule } = result;
  const reached = groups.map(({ overall }) => overall.filter(({ mature }) => mature).length);
  const at = Math.min(...reached) - 1;
  const ranked = groups
    .map(({ name, overall }) => ({ name, cell: overall[at] }))
    .filter(({ cell }) => cell !== undefined && cellValue(cell) !== null)
    .sort((a, b) => cellValue(b.cell!)! - cellValue(a.cell!)!);
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (!most?.cell || !least?.cell) {
    const users = groups.reduce((sum, group) => sum + group.users, 0);
    return answer('neutral', 'retention.nothing-yet', { users, start: rule.start });
  }
  return answer('neutral', 'retention.groups', {
    ...columnArgs(result, most.cell.offset, groups[0]!),
    most: most.name,
    mostValue: cellValue(most.cell),
    least: least.name,
    leastValue: cellValue(least.cell),
    sum: rule.sum ?? null,
    unit: rule.unit ?? null,
  });
}

/** Where the curves lie farthest from the control's, the clearest difference first; those without one in one sentence. */
function differences(result: RetentionResult): Finding[] {
  const { comparisons, rule, groups } = result;
  const names = [...new Set(comparisons.map(({ group }) => group))];
  const said = names.map((name) => {
    const own = comparisons.filter(({ group }) => group === name);
    const clear = own.filter(isClear);
    const farthest = (clear.length > 0 ? clear : own).reduce((a, b) =>
      Math.abs(b.statistic ?? 0) > Math.abs(a.statistic ?? 0) ? b : a,
    );
    const { estimate, low, high } = farthest.difference;
    const state = clear.length === 0 ? 'same' : estimate! > 0 ? 'more' : 'fewer';
    const args = {
      ...columnArgs(result, farthest.offset, groups[0]!),
      group: name,
      control: rule.control!,
      difference: estimate,
      low,
      high,
      sum: rule.sum ?? null,
      unit: rule.unit ?? null,
    };
    return { size: Math.abs(farthest.statistic ?? 0), state, args } as const;
  });
  const [main, ...others] = said.sort((a, b) => b.size - a.size);
  const tone = { more: 'good', fewer: 'bad', same: 'neutral' } as const;
  const same = others.filter(({ state }) => state === 'same').map(({ args }) => args.group);
  return [
    answer(tone[main!.state], `retention.${main!.state}`, main!.args),
    ...others
      .filter(({ state }) => state !== 'same')
      .map(({ state, args }) => note(`retention.${state}`, args)),
    ...(same.length > 0
      ? [note('retention.others-same', { groups: same, control: rule.control! })]
      : []),
  ];
}

/** Whether the band of the whole curve lies beside 0 here. */
function isClear({ band, difference }: Comparison): boolean {
  return difference.estimate !== null && (band.low! > 0 || band.high! < 0);
}

function chip(tone: Tone, code: FindingCode, args: FindingArgs = {}): Finding {
  return { level: 'check', tone, code, args };
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'note', tone: 'neutral', code, args };
}

function answer(tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return { level: 'answer', tone, code, args };
}
