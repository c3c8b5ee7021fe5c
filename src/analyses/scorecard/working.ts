import type { Json } from '../../base/json';
import { elementIndex, parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import type { Link, ScorecardResult } from './result';

/** The rule behind a score, or the interval behind a change. */
export function working({ links }: ScorecardResult, path: string): Working | null {
  const [list, at = '', field] = parsePath(path);
  const link = links[elementIndex(links as unknown as readonly Json[], at)];
  if (list !== 'links' || !link) return null;
  if (field === 'score') return scoreWorking(link);
  return field === 'moved' ? moveWorking(link) : null;
}

function scoreWorking({ figure, zero, full, score }: Link): Working | null {
  if (figure.estimate === null || score.estimate === null) return null;
  return {
    formula: 'S = 100·(x − x₀) / (x₁ − x₀), 0 ≤ S ≤ 100',
    figures: [
      { symbol: 'x', value: figure.estimate },
      { symbol: 'x₀', value: zero },
      { symbol: 'x₁', value: full },
    ],
    value: score.estimate,
    source: 'Liftbook',
  };
}

function moveWorking({ moved, before, figure }: Link): Working | null {
  if (!moved || !before || figure.estimate === null || before.figure.estimate === null) return null;
  const { low, high } = { low: undefined, high: undefined, ...moved.change };
  return {
    formula: 'd = x − x′, d ± √( (x − l)² + (u′ − x′)² )',
    figures: [
      { symbol: 'x', value: figure.estimate },
      { symbol: 'x′', value: before.figure.estimate },
      ...(low === undefined || high === undefined
        ? []
        : [
            { symbol: '95 % low', value: low },
            { symbol: '95 % high', value: high },
          ]),
    ],
    value: moved.change.estimate,
    source: 'Zou & Donner 2008',
  };
}
