import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { type Answers, answersOf } from './answers';
import { type Some, answersByContacts, answersByGroup } from './infer';
import type { NpsParams } from './params';

/**
 * The people behind a number of answers: of all (`promoters`), of a group (`groups.DE.detractors`) or of
 * a band of contacts (`contacts[2].answers`). Ascending; empty where nobody stands behind the path.
 */
export function members(input: Input, params: NpsParams, path: string): Uint32Array {
  const answers = answersOf(input, params);
  const steps = parsePath(path);
  const [list, at, field] = steps;
  const isPart = list === 'groups' || list === 'contacts';
  const some = isPart ? partAt(answers, params, list, at) : Uint32Array.from(answers.score.keys());
  const test = SIDES[String((isPart ? field : list) ?? 'answers')];
  if (test === undefined) return new Uint32Array(0);
  return some.filter((i) => test(answers.score[i]!)).map((i) => answers.user[i]!);
}

const SIDES: Readonly<Record<string, (score: number) => boolean>> = {
  answers: () => true,
  promoters: (score) => score >= 9,
  passives: (score) => score === 7 || score === 8,
  detractors: (score) => score <= 6,
};

function partAt(
  answers: Answers,
  { contacts }: NpsParams,
  list: 'groups' | 'contacts',
  at: string | number | undefined,
): Some {
  const parts =
    list === 'groups' ? answersByGroup(answers) : answersByContacts(answers, contacts?.bands ?? []);
  return parts.find(({ name }, i) => name === at || i === at)?.some ?? new Uint32Array(0);
}
