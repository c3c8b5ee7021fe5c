import type { JsonObject } from '../base/json';
import type { Plan } from '../notebook/header';
import type { PlanStamp } from '../notebook/plan-deviations';
import { paramsFingerprint } from './params-fingerprint';

/** What a plan is about: the parameters with every `$ref` replaced, and what the segments say that they name. */
export interface Planned {
  readonly params: JsonObject;
  readonly segments: JsonObject | null;
}

/**
 * The parameters of a cell, frozen.
 *
 * @param at      epoch ms
 * @param seen    results of the cell are there already
 */
export function frozen(cell: string, planned: Planned, at: number, seen: boolean): Plan {
  return {
    cell,
    at: new Date(at).toISOString(),
    sha256: fingerprint(planned),
    params: planned.params,
    segments: planned.segments,
    seen,
  };
}

/**
 * What a plan says of a cell as it is now; null when it is about another cell. A stamp without the
 * segments knows them by their names only.
 */
export function stampOf(plan: Plan | null, cell: string, now: Planned): PlanStamp | null {
  if (plan?.cell !== cell) return null;
  const { at, sha256, params, segments, seen } = plan;
  const known: Planned = segments === null ? { ...now, segments: null } : now;
  return {
    at,
    seen,
    params,
    segments: segments === null ? null : { was: segments, is: now.segments ?? {} },
    isIntact: params === null || fingerprint({ params, segments }) === sha256,
    isSame: fingerprint(known) === sha256,
  };
}

/** Without segments that of the parameters alone. */
function fingerprint({ params, segments }: Planned): string {
  return paramsFingerprint(segments === null ? params : { params, segments });
}

/** A plan as the header writes it. */
export function planJson({ cell, at, sha256, params, segments, seen }: Plan): JsonObject {
  return {
    cell,
    at,
    sha256,
    ...(params && { params }),
    ...(segments && { segments }),
    ...(seen && { seen }),
  };
}
