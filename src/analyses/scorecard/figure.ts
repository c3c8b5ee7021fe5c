import { isObject } from '../../base/json';
import { Problem, type ProblemData } from '../../base/problem';
import type { LinkParams } from './params';
import type { Figure } from './result';

/** Under these names results hold a number with its interval beside it. */
const NUMBERS = ['estimate', 'rate', 'ratio', 'share', 'value'] as const;

/**
 * The number that a parameter stands for: itself, or that of an object of a result, with its interval
 * and, where there is no number, the reason.
 *
 * @throws {Problem} `no-figure` at `path` when the object has no number under any name
 */
export function figureOf(given: LinkParams['value'], path: string): Figure {
  if (typeof given === 'number') return { estimate: given };
  if (given === null) return { estimate: null, problem: NO_NUMBER };
  const key = NUMBERS.find((name) => typeof given[name] === 'number' || given[name] === null);
  if (key === undefined) {
    throw new Problem('no-figure', { keys: Object.keys(given), known: [...NUMBERS] }, { path });
  }
  const { [key]: estimate, low, high, problem } = given;
  if (typeof estimate !== 'number') return { estimate: null, problem: reasonOf(problem) };
  const hasInterval = typeof low === 'number' && typeof high === 'number';
  return hasInterval ? { estimate, low, high } : { estimate };
}

const NO_NUMBER: ProblemData = { code: 'no-number', args: {} };

function reasonOf(problem: unknown): ProblemData {
  return isObject(problem as never) ? (problem as ProblemData) : NO_NUMBER;
}
