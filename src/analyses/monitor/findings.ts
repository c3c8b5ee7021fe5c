import { type Finding, finding } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import type { MonitorParams } from './params';
import type { MonitorResult, Move, RuleResult } from './result';
import { ruleArgs } from './rule-args';
import { valueFormat } from './value-format';

/** A rule that errs so often in a year is no reason to act. */
const MANY_FALSE = 0.5;

/** So many periods without a row, and more than all others, look like a wrong date. */
const LONG_SILENCE = 8;

/** How far the data reach, whether a rule fires, how often each would have, and what moved the metric. */
export function findings(result: MonitorResult, params: MonitorParams): Finding[] {
  return [...checks(result), ...answers(result, params), ...notes(result, params)];
}

function checks({ rows, period, missing, noise }: MonitorResult): Finding[] {
  const complete = rows.filter((row) => row.complete).length;
  const found = [finding('check', 'good', 'monitor.complete', { periods: complete, period })];
  const open = rows.findLast((row) => !row.complete);
  if (open) {
    const args = { period, start: open.start, isLast: open === rows.at(-1) };
    found.push(finding('check', 'neutral', 'monitor.unfinished', args));
  }
  const silence = longestSilence(rows);
  if (silence.periods >= LONG_SILENCE && silence.periods > complete / 2) {
    found.push(finding('check', 'warn', 'monitor.silence', { period, ...silence }));
  }
  if (missing > 0) found.push(finding('check', 'warn', 'monitor.missing', { rows: missing }));
  if (noise.deviation === null) {
    found.push(finding('check', 'warn', 'monitor.noise-unknown', { pairs: noise.pairs, period }));
  }
  return found;
}

/** What the first rule says of the last complete period, and each other rule that fires in it. */
function answers(result: MonitorResult, { rules }: MonitorParams): Finding[] {
  const last = result.rows.findLast((row) => row.complete);
  if (!last || last.value === null) {
    return [finding('answer', 'neutral', 'monitor.no-value', { period: result.period })];
  }
  const at = {
    ...valueArgs(result),
    ...{ period: result.period, start: last.start, value: last.value },
  };
  const firing = result.rules.filter(({ now }) => now);
  const shown = firing.length > 0 ? firing : result.rules.slice(0, 1);
  return shown.map((rule) => {
    const args = { ...at, ...ruleArgs(rules[result.rules.indexOf(rule)]!) };
    if (rule.problem) return finding('answer', 'warn', 'monitor.cannot-judge', args);
    return rule.now
      ? finding('answer', 'bad', 'monitor.fires', args)
      : finding('answer', 'neutral', 'monitor.quiet', args);
  });
}

function notes(result: MonitorResult, params: MonitorParams): Finding[] {
  const found: Finding[] = [];
  for (const [i, rule] of result.rules.entries()) {
    const args = { ...valueArgs(result), ...ruleArgs(params.rules[i]!), period: result.period };
    if (!rule.problem) found.push(...ruleNotes(rule, args));
  }
  if (result.noise.deviation !== null) found.push(noiseNote(result));
  const last = result.rules.find(({ episodes }) => episodes.length > 0);
  const fired = result.moves.find(({ name }) => last && name.startsWith(`${last.name} `));
  const latest = result.moves.find(({ name }) => name === 'latest');
  const isSame = fired?.from === latest?.from && fired?.to === latest?.to;
  for (const move of isSame ? [latest] : [fired, latest]) {
    if (move?.groups.length) found.push(moveNote(move, result));
  }
  return found;
}

function ruleNotes(rule: RuleResult, args: FindingArgs): Finding[] {
  const { times, judged, episodes, fired, falseAlarms } = rule;
  const history = { ...args, times, judged, episodes: episodes.length, fired };
  const found = [finding('note', 'neutral', 'monitor.history', history)];
  if (falseAlarms.perYear !== null) {
    const isNoisy = falseAlarms.perYear >= MANY_FALSE;
    const shown = { ...args, perYear: falseAlarms.perYear };
    found.push(
      isNoisy
        ? finding('warning', 'warn', 'monitor.noisy', shown)
        : finding('note', 'neutral', 'monitor.false-alarms', shown),
    );
  }
  return found;
}

function noiseNote(result: MonitorResult): Finding {
  const { deviation, scale, overdispersion } = result.noise;
  const isRelative = scale === 'relative';
  const args = { deviation, isRelative, overdispersion, period: result.period };
  return finding('note', 'neutral', 'monitor.noise', { ...valueArgs(result), ...args });
}

function moveNote(move: Move, result: MonitorResult): Finding {
  const { from, to, before, after, change, groups } = move;
  const top = groups[0]!;
  return finding('note', 'neutral', 'monitor.moved', {
    ...valueArgs(result),
    ...{ period: result.period, from, to, before, after, change },
    ...{ group: top.name, part: top.change, mix: top.mix, own: top.own },
    share: change === 0 ? null : top.change / change,
  });
}

function valueArgs(result: MonitorResult): FindingArgs {
  const { name, type, unit } = result.metric;
  return { metric: name, type, unit, format: valueFormat(result) };
}

/** The longest stretch of periods in which the metric counts nothing. */
function longestSilence(rows: MonitorResult['rows']) {
  let longest = { periods: 0, from: '', through: '' };
  let start = 0;
  for (const [i, row] of rows.entries()) {
    const isSilent = row.complete && row.numerator === 0 && !row.denominator;
    if (!isSilent) start = i + 1;
    else if (i + 1 - start > longest.periods) {
      longest = { periods: i + 1 - start, from: rows[start]!.start, through: row.start };
    }
  }
  return longest;
}
