import type { Comparison } from './result';

/** Whether a comparison has no numbers for another reason than too few users so far. */
export function isUnmeasured({ problem }: Comparison): boolean {
  return problem !== undefined && !TOO_FEW.has(problem.code);
}

const TOO_FEW: ReadonlySet<string> = new Set(['too-few-users', 'too-few-for-looks']);
