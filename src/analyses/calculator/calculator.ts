import { defineAnalysis } from '../analysis';
import { experiment } from '../experiment/experiment';
import {
  type AnyExperimentParams,
  params as ofCounts,
  paramsOfTest,
} from '../experiment/finished/finished-params';
import type { FinishedTest } from '../experiment/finished/finished-test';
import { readoutOf } from '../experiment/finished/readout';
import type { ExperimentParams } from '../experiment/params';
import type { ExperimentResult } from '../experiment/result';
import { type CalculatorParams, params } from './params';
import { pastedArms } from './pasted-arms';

/** An experiment of which only the counts are at hand: typed or pasted, they stand in the cell. */
export const calculator = defineAnalysis<CalculatorParams, null, ExperimentResult>({
  id: 'calculator',
  params,
  aggregate: () => null,
  merge: () => null,
  infer: (_, given, scope) => readoutOf(testOf(given), experimentParams(given), scope),
  findings: (result, given) => experiment.findings(result, shownParams(given)),
  tables: (result, language) => experiment.tables(result, language),
  charts: (result, language) => experiment.charts(result, language),
  working: (result, path) => experiment.working(result, path),
});

function testOf({ arms }: CalculatorParams): FinishedTest {
  return { name: null, arms: typeof arms === 'string' ? pastedArms(arms) : arms };
}

function experimentParams(given: CalculatorParams): AnyExperimentParams {
  const { arms: _, metric: name, direction, target, margin, ...others } = given;
  const metric = { name, type: 'proportion', role: 'goal', direction, target, margin };
  return ofCounts.parse({ source: '-', metrics: [metric], ...others });
}

function shownParams(given: CalculatorParams): ExperimentParams {
  return paramsOfTest(experimentParams(given), testOf(given), 'holm');
}
