import { Problem, type ProblemData } from '../../base/problem';
import type { Slide } from '../../notebook/slides';

/** Content shown smaller than this cannot be read from the last row. */
export const SMALLEST = 0.6;

/**
 * The slides that hold more than can be read, each at its first cell.
 *
 * @param scales  of each slide, how far its content is scaled down to fit
 */
export function slideProblems(
  slides: readonly Slide[],
  scales: readonly number[],
  file: string,
): readonly ProblemData[] {
  return slides.flatMap(({ cells }, k) => {
    const scale = scales[k] ?? 1;
    const [first] = cells;
    if (scale >= SMALLEST || !first) return [];
    const place = { file, cell: first.id, line: first.line };
    return [new Problem('slide-overflows', { slide: k + 1, scale }, place).toJSON()];
  });
}
