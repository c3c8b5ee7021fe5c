import type { AnyAnalysis, Input } from '../analyses/analysis';
import { aggregateAll } from '../analyses/blocks';
import type { CommonParams } from '../analyses/common';
import { inputOf } from '../analyses/input-of';
import type { Json, JsonObject } from '../base/json';
import { Problem } from '../base/problem';
import { nextTask } from '../data/next-task';
import type { Language } from '../locale/language';
import { type Question, questionOf } from './analysis-of';
import type { AnalysisOutput, AnalysisRequest, Progress } from './engine';
import { extentOf } from './extent';
import type { Source, Sources } from './sources';

/** What an analysis is asked of: the users and rows that count. */
export interface Setup extends Question {
  readonly source: Source;
  readonly input: Input;
}

/**
 * @throws {Problem} what is wrong with the parameters; `source-not-read`; what `inputOf` finds
 */
export function setupOf(request: AnalysisRequest, sources: Sources): Setup {
  const { analysis, params } = questionOf(request.params);
  const common = params as unknown as CommonParams;
  if (common.population !== undefined) {
    throw new Problem('not-ready', { what: 'population' }, { path: 'population' });
  }
  const source = sources.source(request.notebook, common.source);
  const index = sources.index(source.dataset, source.roles);
  const { timezone, weekStart } = request.setting;
  const around = { timezone, weekStart, population: null, tables: new Map() };
  return { analysis, params, source, input: inputOf(index, common, around) };
}

/** Counts the users block by block, so that a cancel is heard between blocks, and draws the conclusions. */
export async function runAnalysis(
  { analysis, params, source, input }: Setup,
  language: Language,
  progress: Progress,
  signal: AbortSignal,
): Promise<AnalysisOutput> {
  const pause = async (): Promise<void> => {
    await nextTask();
    signal.throwIfAborted();
  };
  await pause();
  const aggregate = await aggregateAll(analysis, input, params, progress, pause);
  const result = analysis.infer(aggregate, params, input.scope);
  return {
    type: 'analysis',
    kind: analysis.id,
    params: { kind: analysis.id, ...params },
    result,
    ...presented(analysis, params, result, language),
    data: { source: source.cell, sha256: source.dataset.fingerprint, ...extentOf(input.events) },
  };
}

/** Everything that is said of a result. */
export function presented(
  analysis: AnyAnalysis,
  params: JsonObject,
  result: Json,
  language: Language,
): Pick<AnalysisOutput, 'findings' | 'tables' | 'charts'> {
  return {
    findings: analysis.findings(result, params),
    tables: analysis.tables(result, language),
    charts: analysis.charts(result, language),
  };
}
