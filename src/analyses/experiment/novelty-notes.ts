import type { Finding } from '../../locale/finding';
import { kindOf } from './metric-kind';
import type { MetricResult } from './result';

/** Below this p the effect is said to change with the days since the exposure. */
export const NOVELTY_P = 0.01;

/** Effects that fade or grow with the days since the exposure. */
export function noveltyNotes({ name, type, unit, novelty }: MetricResult): Finding[] {
  return (novelty ?? []).flatMap(({ arm, p, first, last, daysSeen }): Finding[] => {
    if (p === null || first === null || last === null || p >= NOVELTY_P) return [];
    const fades = Math.abs(last) < Math.abs(first);
    return [
      {
        level: 'warning',
        tone: 'warn',
        code: fades ? 'experiment.novelty-fades' : 'experiment.novelty-grows',
        args: { name, arm, p, first, last, days: daysSeen, kind: kindOf(type), unit },
      },
    ];
  });
}
