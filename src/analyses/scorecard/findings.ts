import { type Finding, finding } from '../../locale/finding';
import type { Link, ScorecardResult } from './result';

/** How many links reach the line and which is the weakest; what moved; what could not be scored. */
export function findings({ line, links, scored, reached, weakest }: ScorecardResult): Finding[] {
  const unknown = links.filter(({ state }) => state === 'unknown').map(({ name }) => name);
  const unclear = links.filter(({ state }) => state === 'unclear').map(({ name }) => name);
  return [
    ...(unknown.length > 0
      ? [finding('check', 'warn', 'scorecard.unknown', { links: unknown })]
      : []),
    answer({ line, links, scored, reached, weakest }),
    ...(unclear.length > 0
      ? [finding('note', 'neutral', 'scorecard.unclear', { links: unclear, line })]
      : []),
    ...moves(links),
  ];
}

function answer({ line, links, scored, reached, weakest }: ScorecardResult): Finding {
  const lowest = links.find(({ name }) => name === weakest);
  if (!lowest) return finding('answer', 'warn', 'scorecard.nothing', { links: links.length });
  const args = { line, scored, reached, weakest, score: lowest.score.estimate };
  const tone =
    reached === scored ? 'good' : links.some(({ state }) => state === 'below') ? 'bad' : 'neutral';
  return finding('answer', tone, reached === scored ? 'scorecard.all' : 'scorecard.some', args);
}

function moves(links: readonly Link[]): Finding[] {
  const compared = links.filter(({ moved }) => moved !== null);
  const clear = compared.filter(({ moved }) => moved!.state !== 'unclear');
  if (compared.length > 0 && clear.length === 0) {
    return [finding('note', 'neutral', 'scorecard.no-move', { links: compared.length })];
  }
  return clear.map(({ name, before, score, moved }) =>
    finding('note', moved!.state === 'better' ? 'good' : 'bad', 'scorecard.moved', {
      link: name,
      before: before!.score.estimate,
      score: score.estimate,
      isBetter: moved!.state === 'better',
    }),
  );
}
