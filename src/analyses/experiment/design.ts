import { Problem } from '../../base/problem';
import { mixtureScale } from '../../stats/always-valid';
import type { Scope } from '../analysis';
import type { Boundary } from './boundary';
import type { ExperimentParams } from './params';
import { plannedTime } from './planned-time';
import type { Half } from './result';

/** How often an experiment is looked at, and what follows from it. */
export interface Design {
  readonly looks: 'fixed' | 'hybrid' | 'always-valid' | 'group-sequential';
  /** Error rate of each half: α, and half of it under hybrid looks. */
  readonly alpha: number;
  /** The half that decides now. */
  readonly deciding: Half;
  /** ρ² of the always-valid boundary: one for all levels. */
  readonly scale: number;
  /** Epoch ms, exclusive; null when no end was planned. */
  readonly plannedEnd: number | null;
  /** Every user of the planned time has had the longest window. */
  readonly isOver: boolean;
  /** By metric name, under a plan of looks. */
  readonly boundaries: ReadonlyMap<string, Boundary>;
}

/**
 * The design, boundaries apart: those need users.
 *
 * @throws {Problem} `needs-planned-end` for hybrid looks without one, `needs-times` for hybrid looks
 *   at a table that has none
 */
export function designOf(params: ExperimentParams, scope: Scope, hasTimes: boolean): Design {
  const planned = hasTimes ? plannedTime(params, scope) : null;
  const plannedEnd = planned?.end ?? null;
  const byDefault = !hasTimes ? 'fixed' : plannedEnd === null ? 'always-valid' : 'hybrid';
  const looks = typeof params.looks === 'object' ? 'group-sequential' : (params.looks ?? byDefault);
  if (looks === 'hybrid' && plannedEnd === null) {
    throw new Problem(hasTimes ? 'needs-planned-end' : 'needs-times', {}, { path: 'looks' });
  }
  const isOver = planned !== null && scope.completeThrough >= planned.closing;
  const alpha = looks === 'hybrid' ? params.alpha / 2 : params.alpha;
  return {
    looks,
    alpha,
    deciding: looks === 'hybrid' ? (isOver ? 'fixed' : 'always-valid') : looks,
    scale: mixtureScale(alpha, params.tuning),
    plannedEnd,
    isOver,
    boundaries: new Map(),
  };
}
