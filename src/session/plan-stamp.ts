import type { JsonObject } from '../base/json';
import type { Plan } from '../notebook/header';
import type { PlanStamp } from '../notebook/plan-deviations';
import { paramsFingerprint } from './params-fingerprint';

/**
 * The parameters of a cell, frozen.
 *
 * @param params  with every `$ref` replaced
 * @param at      epoch ms
 * @param seen    results of the cell are there already
 */
export function frozen(cell: string, params: JsonObject, at: number, seen: boolean): Plan {
  const sha256 = paramsFingerprint(params);
  return { cell, at: new Date(at).toISOString(), sha256, params, seen };
}

/** What a plan says of a cell's parameters as they are now; null when it is about another cell. */
export function stampOf(plan: Plan | null, cell: string, now: JsonObject): PlanStamp | null {
  if (plan?.cell !== cell) return null;
  const { at, sha256, params, seen } = plan;
  return {
    at,
    seen,
    params,
    isIntact: params === null || paramsFingerprint(params) === sha256,
    isSame: paramsFingerprint(now) === sha256,
  };
}

/** A plan as the header writes it. */
export function planJson({ cell, at, sha256, params, seen }: Plan): JsonObject {
  return { cell, at, sha256, ...(params && { params }), ...(seen && { seen }) };
}
