import type { Working } from '../analysis';
import { DEFINITION } from './definition';
import type { Subject } from './paths';

/** The formula behind a number of the distribution. */
export function spreadWorking(
  subject: Extract<Subject, { about: 'spread' | 'quantile' }>,
): Working | null {
  return subject.about === 'spread' ? armWorking(subject) : quantileWorking(subject);
}

function armWorking({ arm, field }: Extract<Subject, { about: 'spread' }>): Working | null {
  const { values, zeros, top } = arm;
  if (field === 'zeros' && values > 0) {
    return {
      formula: 'values that are 0 / all values',
      figures: [
        { symbol: 'zeros', value: zeros },
        { symbol: 'values', value: values },
      ],
      value: zeros / values,
      source: DEFINITION,
    };
  }
  if (field !== 'top' || top === undefined) return null;
  const figures = [{ symbol: 'values', value: values }];
  return {
    formula: 'sum of the ten largest / sum of all',
    figures,
    value: top,
    source: DEFINITION,
  };
}

function quantileWorking({
  point,
  field,
}: Extract<Subject, { about: 'quantile' }>): Working | null {
  const { level, value, difference } = point;
  if (value === null) return null;
  const source = 'Hyndman & Fan 1996; Deng, Knoblich & Lu 2018';
  const q = { symbol: 'q', value: level };
  if (field === 'value') {
    const formula = 'Q = the value below which the share q of the values lies (type 7)';
    return { formula, figures: [q], value, source };
  }
  if (field !== 'difference' || !difference || difference.estimate === null) return null;
  return {
    formula: 'D = Q_t − Q_c, D ± z·√(SE_t² + SE_c²)',
    figures: [
      q,
      { symbol: 'Q_t', value },
      { symbol: 'Q_c', value: value - difference.estimate },
      { symbol: 'low', value: difference.low },
      { symbol: 'high', value: difference.high },
    ],
    value: difference.estimate,
    source,
  };
}
