import type { Finding } from '../../locale/finding';
import type { MetricResult } from './result';

/** Below this p the effect is said to change with the days since the exposure. */
export const NOVELTY_P = 0.01;

/** Effects that fade or grow with the days since the exposure. */
export function noveltyNotes({ name, novelty }: MetricResult): Finding[] {
  return (novelty ?? []).flatMap(({ arm, p, split, early, late, daysSeen }): Finding[] => {
    if (p === null || !(p < NOVELTY_P) || early === undefined || late === undefined) return [];
    const fades = Math.abs(late) < Math.abs(early);
    return [
      {
        level: 'warning',
        tone: 'warn',
        code: fades ? 'experiment.novelty-fades' : 'experiment.novelty-grows',
        args: { name, arm, p, split: split ?? 0, early, late, days: daysSeen },
      },
    ];
  });
}
