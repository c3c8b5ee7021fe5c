import { execSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Measurement, Scenario } from './candidate';

/** One run, as it is logged. */
export interface Line extends Measurement {
  readonly scenario: string;
  readonly candidate: string;
  readonly round: number;
  /** Load average of the machine when it ended. */
  readonly load: number;
  /** Part of the processors' time that the machine's host gave to others, 0 to 1. */
  readonly stolen: number;
}

/** The page of results. */
export const PAGE = 'docs/performance.md';

/**
 * Writes the section of a scenario into `PAGE`, which keeps the others.
 *
 * @param all  scenarios in the order of the page
 * @throws when two runs gave different answers: then no time means anything
 */
export function report(scenario: Scenario, lines: readonly Line[], all: readonly Scenario[]): void {
  const known = sectionsOf(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '');
  const runs = lines.filter((line) => line.scenario === scenario.name);
  known.set(scenario.title, section(scenario, runs));
  const measured = all.flatMap(({ title }) => known.get(title) ?? []);
  const titles = new Set(all.map(({ title }) => title));
  const others = [...known].filter(([title]) => !titles.has(title)).map(([, text]) => text);
  writeFileSync(PAGE, [HEAD, ...measured, ...others].join('\n\n') + '\n');
}

const HEAD = `# Performance

Tables are written by \`npm run bench [-- SCENARIO …]\`, each by the run its last line names: medians over
rounds with least and greatest in brackets, a fresh browser or process for every run. Only numbers of
one table belong together. A run in which the machine's host gave more than 5 % of the processors to
others is made again, at most three times; the calmest counts, whatever its time. Peers are installed by \`npm ci --prefix bench/peers\`.`;

/** The text of each section of the page by its title. */
function sectionsOf(page: string): Map<string, string> {
  const [, ...sections] = page.split(/^(?=## )/m);
  return new Map(sections.map((text) => [/^## (.*)/.exec(text)![1]!, text.trim()]));
}

function machine(runs: readonly Line[]): string {
  const commit = execSync('git rev-parse --short HEAD', { encoding: 'utf8' }).trim();
  const loads = runs.map(({ load }) => load);
  const stolen = runs.map((run) => 100 * run.stolen);
  return [
    `Commit ${commit}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`,
    `taken by others of its host ${Math.min(...stolen).toFixed(0)} to ${Math.max(...stolen).toFixed(0)} % of the processors.`,
  ].join(', ');
}

function section(scenario: Scenario, runs: readonly Line[]): string {
  const done = runs.filter(({ failure }) => failure === undefined);
  const answers = new Set(done.map(({ answer }) => answer));
  if (answers.size !== 1) {
    throw new Error(`${scenario.name}: different answers:\n${[...answers].join('\n')}`);
  }
  const times = Object.keys(done[0]!.ms);
  const extras = Object.keys(done[0]!.extra);
  const heads = [...times.map((name) => `${name}, ms`), ...extras];
  const ours = runs.filter(({ candidate }) => candidate === scenario.candidates[0]!.name);
  const rows = scenario.candidates.map(({ name }, k) => {
    const mine = runs.filter(({ candidate }) => candidate === name);
    const failure = mine.find((run) => run.failure !== undefined)?.failure;
    if (failure !== undefined) return `| ${name} | ${failure} |`;
    const cells = [...times, ...extras].map((column) => {
      const own = spread(valuesOf(mine, column));
      const isTwice = scenario.isCompared === true && k > 0;
      return isTwice ? `${own} **${timesOurs(mine, ours, column)}**` : own;
    });
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return [
    `## ${scenario.title}`,
    '',
    `Answer of every run: ${[...answers][0]!}`,
    '',
    `| | ${heads.join(' | ')} |`,
    `|---${'|---:'.repeat(heads.length)}|`,
    ...rows,
    '',
    machine(runs),
  ].join('\n');
}

function valuesOf(runs: readonly Line[], column: string): readonly number[] {
  return runs.map(({ ms, extra }) => ms[column] ?? extra[column] ?? NaN);
}

/** The median over the rounds of how many times as much it is in the same round. */
function timesOurs(mine: readonly Line[], ours: readonly Line[], column: string): string {
  const ratios = mine.map((line) => {
    const same = ours.find(({ round }) => round === line.round);
    return valuesOf([line], column)[0]! / (same ? valuesOf([same], column)[0]! : NaN);
  });
  const ratio = median(ratios);
  return Number.isFinite(ratio) && ratio > 0 ? `${ratio.toFixed(ratio < 10 ? 1 : 0)}×` : '–';
}

/** The median, with least and greatest. */
function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const digits = median(sorted) < 10 ? 1 : 0;
  const [least, middle, most] = [sorted[0]!, median(sorted), sorted.at(-1)!];
  return `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2;
}
