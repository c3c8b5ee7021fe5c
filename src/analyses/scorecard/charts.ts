import { type ScoreBar, scoreBars } from '../../charts/score-bars';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { linkName } from './link-name';
import type { Link, ScorecardResult } from './result';

/** Scores of the links against the line. */
export function charts({ links, line }: ScorecardResult, language: Language): Chart[] {
  const bars = links.flatMap((link) => barOf(link, language) ?? []);
  if (bars.length === 0) return [];
  const { words, numbers } = language;
  const said = words.scorecard;
  const description = [
    said.lineAt(numbers.num(line, 0)),
    ...bars.map(({ label, text, state }) => said.barOf(label, text, state)),
  ].join(' ');
  const { states } = said;
  const spec = scoreBars(bars, line, {
    axis: said.score,
    before: said.before,
    states: [states.reached, states.unclear, states.below],
    description,
  });
  return [{ name: 'scores', title: said.scores, description, spec }];
}

function barOf(link: Link, language: Language): ScoreBar | null {
  const { name, score, state, before } = link;
  if (score.estimate === null) return null;
  const { estimate: value, low = value, high = value } = score;
  return {
    ...{ label: linkName(name, language), value, low, high },
    before: before?.score.estimate ?? null,
    state: language.words.scorecard.states[state],
    text: language.numbers.num(value, 0),
  };
}
