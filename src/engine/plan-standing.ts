import type { AnyAnalysis } from '../analyses/analysis';
import type { JsonObject } from '../base/json';
import { Problem } from '../base/problem';
import {
  type PlanStamp,
  type PlanStanding,
  deviations,
  segmentDeviations,
} from '../notebook/plan-deviations';
import { checked } from './checked';
import { withDefinitions } from './definitions';

/** What became of a frozen plan: parameters are compared with defaults filled in on both sides. */
export function planStanding(
  { at, seen, params: frozen, segments, isIntact, isSame }: PlanStamp,
  analysis: AnyAnalysis,
  params: JsonObject,
): PlanStanding {
  if (isSame || frozen === null) {
    return { at, seen, isIntact, isChanged: !isSame, deviations: [] };
  }
  const found = [
    ...deviations(filled(frozen, analysis), params),
    ...(segments ? segmentDeviations(segments) : []),
  ];
  return { at, seen, isIntact, isChanged: found.length > 0, deviations: found };
}

/** Parameters that this version no longer reads are compared as they stand. */
function filled({ kind: _, ...given }: JsonObject, analysis: AnyAnalysis): JsonObject {
  try {
    return checked(analysis.params, withDefinitions(given)) as JsonObject;
  } catch (error) {
    if (error instanceof Problem) return given;
    throw error;
  }
}
