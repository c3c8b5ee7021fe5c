import type { Calibration } from './calibration';
import { ALPHA } from './methods';
import type { Peeking } from './peeking';
import { type Bounds, LEAST_COVERAGE, broken, brokenByPeeking } from './promises';
import { scoreSize } from './score-size';
import { type Outcome, type Share, monteCarloError, portion } from './simulate';

/** The page `docs/calibration.md`. */
export function report(calibration: Calibration, bounds: Bounds): string {
  const { runs, withoutEffect, peeking, withEffect, unpromised } = calibration;
  const columns = 'users per arm | active per arm | method | interval of | experiments';
  const rules = '---|---:|---:|---|---|---:';
  return `# Calibration

Written by \`npm run calibrate\`; do not edit. Seeded: the same code gives the same numbers.

${thousands(runs)} experiments are simulated for every row, and those counted that have enough to be compared. Tests
are two-sided at ${100 * ALPHA} %, intervals at ${100 - 100 * ALPHA} %; ± is one Monte-Carlo standard error. A method rejects when its
interval excludes 0; \`npm run proof\` shows that p < α and the other interval then say the same. “Shown”
are experiments with an interval: a lift has none when the control is not clearly above 0, which counts
as not rejected. “Active” users buy or convert, on average per arm.

Revenue: 3 % buy, for an amount whose logarithm is Normal(3, 1); the others count 0. History: 5 % bought
before, of whom 40 % buy again, with logarithms of amounts correlated 0.8. Revenue per order: 1.5 orders
per buyer, arms of 30 buyers or more; as in the readout, fewer than 100 carriers of the denominator
count as what they are.

## Without an effect

Kept is: false positives at most ${bounds.rejecting} standard errors above ${100 * ALPHA} %, for the score test from 500 users also
at most ${bounds.rejecting} below; coverage at least ${100 * LEAST_COVERAGE} %. The delta method stands beside for contrast:
Liftbook decides by it only where a notebook asks for \`lift: "delta"\`.

| population | ${columns} | false positives, % | shown, % | coverage, % | promise |
|${rules}|---:|---:|---:|---|
${lines(withoutEffect, (outcome) => [rejected(outcome), shown(outcome), covered(outcome), promise(outcome, bounds)])}

Counts are whole, so no test of rates is at ${100 * ALPHA} % exactly. The score test's true false positives at a
rate of 2 %, summed over all tables: ${exactSizes(withoutEffect)}.

## Looking every day

No effect, a look after each of 28 days of an experiment planned for 14, from 100 users per arm on: the
share of experiments that any look called different. The fixed test, read daily, is for contrast.
Plans of looks are read on days 4, 7, 11 and 14 only. Promise: always-valid and hybrid at most
${100 * ALPHA} %, plans at most ${bounds.rejecting} standard errors above it.

| population | users per arm and day | fixed, % | always-valid, % | hybrid, % | O’Brien–Fleming, % | Pocock, % | promise |
|---|---:|---:|---:|---:|---:|---:|---|
${peeking.map((each) => peekingLine(each, bounds)).join('\n')}

## With an effect

How often the interval contains the true effect. The readout warns below 30 buyers per arm.

| treatment | ${columns} | rejects, % | shown, % | coverage, % |
|${rules}|---:|---:|---:|
${lines(withEffect, (outcome) => [rejected(outcome), shown(outcome), covered(outcome)])}

## Where no promise is made

No effect again, where arms are unequal, or where a ratio's denominator is rare and its amounts are even.

| population | ${columns} | false positives, % | shown, % | coverage, % |
|${rules}|---:|---:|---:|
${lines(unpromised, (outcome) => [rejected(outcome), shown(outcome), covered(outcome)])}
`;
}

function lines(
  outcomes: readonly Outcome[],
  cells: (outcome: Outcome) => readonly string[],
): string {
  return outcomes
    .map((outcome) => {
      const { name, method, of, sizes, active, rejected } = outcome;
      const many = sizes.map((n, arm) => Math.round(n * active[arm]!));
      const first = [name, both(sizes), both(many), method, of, thousands(rejected.of)];
      return `| ${[...first, ...cells(outcome)].join(' | ')} |`;
    })
    .join('\n');
}

function peekingLine(peeking: Peeking, bounds: Bounds): string {
  const { population, daily, fixed, alwaysValid, hybrid, obrienFleming, pocock } = peeking;
  const shares = [fixed, alwaysValid, hybrid, obrienFleming, pocock].map(percent);
  const kept = brokenByPeeking(peeking, bounds).join(', ') || 'kept';
  return `| ${[population, daily, ...shares, kept].join(' | ')} |`;
}

function rejected({ rejected }: Outcome): string {
  return percent(rejected);
}

function shown({ rejected, covered }: Outcome): string {
  const share = portion({ count: covered.of, of: rejected.of });
  return (100 * share).toFixed(1);
}

function covered({ covered }: Outcome): string {
  return percent(covered);
}

function promise(outcome: Outcome, bounds: Bounds): string {
  if (outcome.promise === null) return 'none';
  return broken(outcome, bounds).join(', ') || 'kept';
}

function percent(share: Share): string {
  const p = portion(share);
  return `${(100 * p).toFixed(2)} ± ${(100 * monteCarloError(p, share)).toFixed(2)}`;
}

function exactSizes(outcomes: readonly Outcome[]): string {
  const tested = outcomes.filter(({ method }) => method === 'score (Mee)');
  return tested
    .map(({ sizes: [n], active: [rate] }) => {
      const size = scoreSize(n, rate, ALPHA);
      return `${(100 * size).toFixed(2)} % at ${thousands(n)}`;
    })
    .join(', ');
}

function both([control, treatment]: readonly number[]): string {
  const [c, t] = [thousands(control!), thousands(treatment!)];
  return c === t ? c : `${c} / ${t}`;
}

function thousands(n: number): string {
  return n.toLocaleString('en');
}
