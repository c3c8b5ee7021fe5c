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

/**
 * What a cell asks.
 *
 * @throws {Problem} `missing-key`, `wrong-value` or `unknown-analysis` at `kind`, and what is wrong with its parameters
 */
export async function questionOf({ kind, ...params }: JsonObject): Promise<Question> {
  if (kind === undefined) {
    throw new Problem('missing-key', { name: 'kind', expected: ['string'] }, { path: 'kind' });
  }
  if (typeof kind !== 'string') {
    const args = { name: 'kind', found: JSON.stringify(kind), expected: ['string'] };
    throw new Problem('wrong-value', args, { path: 'kind' });
  }
  const analysis = await analysisOf(kind);
  return { analysis, params: checked(analysis.params, withDefinitions(params)) as JsonObject };
}

/** @throws {Problem} `unknown-analysis` */
export async function analysisOf(kind: string): Promise<AnyAnalysis> {
  if (Object.hasOwn(analyses, kind)) return analyses[kind]!();
  const known = Object.keys(analyses);
  const args = { name: kind, known, near: nearest(kind, known) };
  throw new Problem('unknown-analysis', args, { path: 'kind' });
}
