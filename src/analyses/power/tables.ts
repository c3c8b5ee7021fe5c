import { type Language, problemSentence } from '../../locale/language';
import type { ProblemData } from '../../base/problem';
import * as normal from '../../stats/normal';
import { formatPath } from '../../notebook/path';
import type { Format, Table } from '../analysis';
import { kindOf } from '../experiment/metric-kind';
import type { Change, Days, PowerResult } from './result';

/** Users by arm, the looks of a plan, what other changes would take, and the smallest change week by week. */
export function tables(result: PowerResult, language: Language): Table[] {
  const list = [
    armsTable(result, language),
    looksTable(result, language),
    effectsTable(result, language),
    curveTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function armsTable(result: PowerResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'arms',
    title: words.usersNeeded,
    columns: [
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'expected', title: words.share, format: 'rate' },
      { key: 'users', title: words.users, format: 'count', path: 'users' },
      { key: 'value', title: words.expectedValue, format: { by: 'format' } },
    ],
    rows: result.arms.map(({ name, expected, users, problem }, i) => ({
      path: formatPath(['arms', name]),
      arm: name,
      expected,
      users,
      value: i === 0 ? result.baseline : changed(result),
      format: valueFormat(result),
      unit: result.unit,
      ...why(problem, language),
    })),
  };
}

function looksTable({ sequential }: PowerResult, { words }: Language): Table {
  return {
    name: 'looks',
    title: words.plannedLooks,
    columns: [
      { key: 'look', title: words.look, format: 'count' },
      { key: 'passed', title: words.planPassed, format: 'rate' },
      { key: 'users', title: words.usersInAll, format: 'count' },
      { key: 'spent', title: words.alphaSpent, format: 'p' },
      { key: 'bound', title: words.lookBound, format: 'number' },
      { key: 'single', title: words.singleP, format: 'p' },
      { key: 'stoppedNone', title: words.stoppedNone, format: 'rate' },
      { key: 'stoppedChange', title: words.stoppedChange, format: 'rate' },
    ],
    rows: (sequential?.looks ?? []).map(({ stopped, ...look }, i) => ({
      path: null,
      look: i + 1,
      ...look,
      single: normal.twoSidedP(look.bound),
      stoppedNone: stopped.none,
      stoppedChange: stopped.change,
    })),
  };
}

/** The value of the metric with the change to be found. */
function changed({ baseline, mde, direction }: PowerResult): number {
  return baseline + (direction === 'up' ? mde.absolute : -mde.absolute);
}

function effectsTable(result: PowerResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'effects',
    title: words.otherChanges,
    columns: [
      { key: 'relative', title: words.change, format: 'rate', caption: 'absoluteText' },
      { key: 'perArm', title: words.perArm, format: 'count' },
      { key: 'total', title: words.usersInAll, format: 'count' },
      { key: 'days', title: words.days, format: 'count', caption: 'daysRange' },
    ],
    rows: result.effects.map(({ mde, perArm, total, days, problem }) => ({
      path: null,
      relative: mde.relative,
      absolute: mde.absolute,
      absoluteText: absoluteText(mde, result, language),
      perArm,
      total,
      ...daysCells(days, language),
      ...why(problem ?? mde.problem, language),
    })),
  };
}

function absoluteText(mde: Change, { type, unit, direction }: PowerResult, { numbers }: Language) {
  const absolute = direction === 'up' ? mde.absolute : -mde.absolute;
  if (unit) return numbers.moneyChange(absolute, unit);
  return kindOf(type) === 'rate' ? numbers.pp(absolute) : numbers.signed(absolute);
}

function daysCells(days: Days, { words, numbers }: Language) {
  const { estimate, low, high } = days;
  const hasRange = low !== null && low < high;
  return {
    days: estimate,
    daysLow: low,
    daysHigh: high,
    daysRange: hasRange ? words.fromTo(numbers.int(low), numbers.int(high)) : null,
  };
}

function curveTable({ curve }: PowerResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'curve',
    title: words.mdeByDays,
    columns: [
      { key: 'days', title: words.days, format: 'count' },
      { key: 'users', title: words.usersInAll, format: 'count' },
      { key: 'mde', title: words.mde, format: 'rate' },
    ],
    rows: curve.map(({ days, users, mde, problem }) => ({
      path: null,
      days,
      users,
      mde,
      ...why(problem, language),
    })),
  };
}

function valueFormat({ type, unit }: PowerResult): Format {
  if (unit) return 'money';
  return kindOf(type) === 'rate' ? 'rate' : 'number';
}

function why(problem: ProblemData | undefined, language: Language): { problem: string | null } {
  return { problem: problem ? problemSentence(problem, language).message : null };
}
