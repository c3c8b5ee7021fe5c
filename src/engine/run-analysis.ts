import type { AnyAnalysis, Input, NamedTable } from '../analyses/analysis';
import { aggregateAll } from '../analyses/blocks';
import type { CommonParams } from '../analyses/common';
import { inputOf } from '../analyses/input-of';
import type { Json, JsonObject } from '../base/json';
import { nextTask } from '../data/next-task';
import { NOBODY } from '../events/build-index';
import type { Roles } from '../events/roles';
import type { Language } from '../locale/language';
import { type Question, questionOf } from './analysis-of';
import type { AnalysisOutput, CellRequest, Progress } from './engine';
import { extentOf } from './extent';
import { privateColumns, requireNoIdentifiers } from './identifiers';
import { planStanding } from './plan-standing';
import type { Segments } from './segments';
import type { Source } from './source';
import type { Sources } from './sources';

/** What an analysis is asked of: the users and rows that count. */
export interface Setup extends Question {
  /** Null where the numbers are typed. */
  readonly source: Source | null;
  readonly input: Input;
}

/**
 * @throws {Problem} what is wrong with the parameters; `source-not-read`, `identifier-shown`; what
 *   `Segments.population` and `inputOf` find
 */
export async function setupOf(
  request: CellRequest,
  sources: Sources,
  segments: Segments,
): Promise<Setup> {
  const { analysis, params } = await questionOf(request.params);
  const common = params as unknown as CommonParams;
  const source =
    common.source === undefined ? null : sources.source(request.notebook, common.source);
  if (source) requireNoIdentifiers(params, source);
  const roles = (common.roles ?? source?.roles ?? {}) as Roles;
  const index = source ? sources.index(source.dataset, roles) : NOBODY;
  const { timezone, weekStart, plan } = request.setting;
  const population = segments.population(request.notebook, common, index);
  const around = {
    timezone,
    weekStart,
    population,
    columnUnits: source ? unitsOf(source) : {},
    roles,
    tables: tablesOf(request, params, sources),
    segments: segments.dividing(request.notebook, { ...params, source: common.source }, index),
    identifiers: source ? privateColumns(source) : [],
    ...(plan ? { plan: planStanding(plan, analysis, params) } : {}),
  };
  return { analysis, params, source, input: inputOf(index, common, around) };
}

/** The parameters that name a table besides `source`. */
const TABLES = ['costs'];

function tablesOf(
  { notebook }: CellRequest,
  params: JsonObject,
  sources: Sources,
): ReadonlyMap<string, NamedTable> {
  const names = TABLES.flatMap((key) => (typeof params[key] === 'string' ? [params[key]] : []));
  return new Map(
    names.map((name) => {
      const source = sources.source(notebook, name);
      const { dataset, roles } = source;
      return [name, { dataset, roles, columnUnits: unitsOf(source) }];
    }),
  );
}

function unitsOf({ params }: Source): Readonly<Record<string, string>> {
  const columns = Object.entries(params.columns ?? {});
  return Object.fromEntries(
    columns.flatMap(([name, { unit }]) => (unit === undefined ? [] : [[name, unit]])),
  );
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
    data: source && {
      source: source.cell,
      sha256: source.dataset.fingerprint,
      ...extentOf(input.events),
    },
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
