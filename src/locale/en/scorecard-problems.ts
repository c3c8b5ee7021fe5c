import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

/** What cannot be scored, in English. */
export const scorecardProblems = {
  'no-number': () => ({
    message: 'The cell it reads has no number there.',
    hint: 'That cell says why.',
  }),
  'no-result': ({ cell }) => ({
    message: `“${cell}” has no result.`,
    hint: 'That cell says why. The link has a score again when the cell has a result.',
  }),
  'no-figure': ({ keys, known }, n) => ({
    message: `What it reads is no number and has none: it has ${n.list(keys as readonly string[]) || 'nothing'}.`,
    hint: `Name a number, or an object with one of ${n.list(known as readonly string[])}.`,
  }),
  'zero-is-full': ({ name, zero }, n) => ({
    message: `“${name}” would score 0 and 100 at the same figure, ${n.num(Number(zero))}.`,
    hint: 'Give “zero” and “full” two different numbers.',
  }),
  'link-twice': ({ name }) => ({
    message: `Two links are called “${name}”.`,
    hint: 'Give each link a name of its own.',
  }),
} satisfies Sentences;
