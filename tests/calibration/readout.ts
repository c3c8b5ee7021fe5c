import { Problem } from '../../src/base/problem';
import { comparisonOf } from '../../src/analyses/experiment/comparison';
import type { Design } from '../../src/analyses/experiment/design';
import { readingsOf } from '../../src/analyses/experiment/readings';
import type { MetricResult, Verdict } from '../../src/analyses/experiment/result';
import { verdictOf } from '../../src/analyses/experiment/verdict';
import { mixtureScale } from '../../src/stats/always-valid';
import { corrected } from '../../src/stats/multiple-testing';
import type { Table } from './random-table';

/** What the readout says of a table. */
export interface Readout {
  readonly alpha: number;
  readonly metrics: readonly MetricResult[];
  readonly verdict: Verdict;
}

const TREATMENTS = ['B', 'C'];

/**
 * Tests, corrects and decides as the analysis does, without its charts and beliefs.
 *
 * @param alphaOf  chooses alpha, given the corrected p-values
 */
export function readoutOf(table: Table, alphaOf: (ps: readonly number[]) => number): Readout {
  const { params, correction, deciding, boundary } = table;
  // The boundary of looks is that of an experiment at 5 %, whatever level is read.
  const boundaries = new Map(boundary ? params.metrics.map(({ name }) => [name, boundary]) : []);
  const design = { ...DESIGN, deciding, boundaries };
  const readings = table.arms.map(([control, ...treatments], i) =>
    treatments.map((treatment) =>
      readingsOf({ control: control!, treatment }, null, params.metrics[i]!, design, params),
    ),
  );
  const tested = readings.flat().flatMap((each, i) => {
    if (each.deciding instanceof Problem) return [];
    return [{ each, p: each.deciding.p, isPreferred: i === 0 }];
  });
  const family = corrected(
    tested.map(({ p }) => p),
    correction === 'preferential'
      ? { preferred: tested.map(({ isPreferred }) => isPreferred), weight: 0.5 }
      : correction,
  );
  const corrections = new Map(tested.map(({ each }, i) => [each, family[i]!]));
  const alpha = alphaOf(family.map(({ p }) => p));
  const metrics = params.metrics.map((metric, i): MetricResult => ({
    name: metric.name,
    type: metric.type,
    role: 'goal',
    direction: metric.direction,
    unit: null,
    windowMs: null,
    mde: null,
    arms: [],
    comparisons: readings[i]!.map((each, arm) =>
      comparisonOf(TREATMENTS[arm]!, each, corrections.get(each), metric, { ...design, alpha }),
    ),
  }));
  const treatments = TREATMENTS.slice(0, readings[0]!.length);
  return { alpha, metrics, verdict: verdictOf(metrics, { ...CIRCUMSTANCES, treatments }) };
}

const DESIGN: Design = {
  looks: 'fixed',
  alpha: 0.05,
  deciding: 'fixed',
  scale: mixtureScale(0.05),
  plannedEnd: null,
  isOver: false,
  boundaries: new Map(),
};

const CIRCUMSTANCES = {
  checks: [],
  days: null,
  minimumDays: 7,
  isTooEarly: false,
  isRunning: false,
  targets: new Map<string, number>(),
};
