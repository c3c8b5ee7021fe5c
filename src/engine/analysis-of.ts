import type { AnyAnalysis } from '../analyses/analysis';
import { analyses } from '../analyses/index';
import type { JsonObject } from '../base/json';
import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import { checked } from './checked';
import { withDefinitions } from './definitions';

/** An analysis with the parameters of one cell, defaults filled in. */
export interface Question {
  readonly analysis: AnyAnalysis;
  readonly params: JsonObject;
}

/** Every analysis, its own types forgotten: the engine only passes their values on. */
export const allAnalyses = analyses as unknown as readonly AnyAnalysis[];

/**
 * What a cell asks.
 *
 * @throws {Problem} `missing-key` or `unknown-analysis` at `kind`, and what is wrong with its parameters
 */
export function questionOf({ kind, ...params }: JsonObject): Question {
  if (kind === undefined) {
    throw new Problem('missing-key', { name: 'kind', expected: ['string'] }, { path: 'kind' });
  }
  const analysis = analysisOf(String(kind));
  return { analysis, params: checked(analysis.params, withDefinitions(params)) as JsonObject };
}

/** @throws {Problem} `unknown-analysis` */
export function analysisOf(kind: string): AnyAnalysis {
  const analysis = allAnalyses.find(({ id }) => id === kind);
  if (analysis) return analysis;
  const known = allAnalyses.map(({ id }) => id);
  const args = { name: kind, known, near: nearest(kind, known) };
  throw new Problem('unknown-analysis', args, { path: 'kind' });
}
