import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs) => Sentence>>;

/** What cannot be said of segments, in English. */
export const segmentsProblems = {
  'rule-needs': ({ test, name }) => ({
    message: `A rule tests “${String(test)}” and does not say “${String(name)}”.`,
    hint:
      name === 'value'
        ? 'Add "value", the name of a column of numbers.'
        : 'Add "of", the events of which it is a share, such as { "event": "purchase" }.',
  }),
  'nobody-in-either': ({ first, second }) => ({
    message: `Nobody is in “${String(first)}” or “${String(second)}”.`,
    hint: null,
  }),
} satisfies Sentences;
