import { execSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Measurement, Scenario } from './candidate';

/** One run, as it is logged. */
export interface Line extends Measurement {
  readonly scenario: string;
  readonly candidate: string;
  readonly round: number;
  /** Load average of the machine when it ended. */
  readonly load: number;
}

/**
 * Writes `docs/performance.md` and prints it.
 *
 * @throws when two runs of one scenario gave different answers: then no time means anything
 */
export function report(scenarios: readonly Scenario[], lines: readonly Line[]): void {
  const sections = scenarios.map((scenario) => {
    const runs = lines.filter((line) => line.scenario === scenario.name);
    const answers = new Set(runs.map(({ answer }) => answer));
    if (answers.size !== 1) {
      throw new Error(`${scenario.name}: different answers: ${[...answers].join(' | ')}`);
    }
    return section(scenario, runs, [...answers][0]!);
  });
  const page = [HEAD, machine(lines), ...sections].join('\n\n') + '\n';
  writeFileSync('docs/performance.md', page);
  console.log(page);
}

const HEAD = `# Performance

Written by \`npm run bench\`; do not edit. Medians over rounds with least and greatest in brackets; a
fresh browser with a fresh profile for every run. Only numbers of one table belong together.`;

function machine(lines: readonly Line[]): string {
  const commit = execSync('git rev-parse --short HEAD', { encoding: 'utf8' }).trim();
  const loads = lines.map(({ load }) => load);
  return `Commit ${commit}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`;
}

function section(scenario: Scenario, runs: readonly Line[], answer: string): string {
  const columns = [...Object.keys(runs[0]!.ms), ...Object.keys(runs[0]!.extra)];
  const units = columns.map((name) => (name in runs[0]!.ms ? `${name}, ms` : name));
  const rows = scenario.candidates.map(({ name }) => {
    const mine = runs.filter(({ candidate }) => candidate === name);
    return `| ${[name, ...columns.map((column) => spread(mine.map(({ ms, extra }) => ms[column] ?? extra[column]!)))].join(' | ')} |`;
  });
  return [
    `## ${scenario.title}`,
    '',
    `Answer of every run: ${answer}`,
    '',
    `| | ${units.join(' | ')} |`,
    `|---${'|---:'.repeat(units.length)}|`,
    ...rows,
  ].join('\n');
}

/** The median, with least and greatest. */
function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  const digits = median < 10 ? 1 : 0;
  return `${median.toFixed(digits)} (${sorted[0]!.toFixed(digits)}–${sorted.at(-1)!.toFixed(digits)})`;
}
