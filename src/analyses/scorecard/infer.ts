import { Problem } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import { differenceOfEstimates } from '../../stats/difference-of-estimates';
import { figureOf } from './figure';
import type { LinkParams, ScorecardParams } from './params';
import type { Figure, Link, LinkState, Move, ScorecardResult } from './result';

/**
 * Scores every link by its own straight line from `zero` to `full`.
 *
 * @throws {Problem} `link-twice`, `zero-is-full`, `no-figure`, each at its link
 */
export function infer(_: null, { links, line }: ScorecardParams): ScorecardResult {
  const list = links.map((link, i) => {
    const path = `links[${i}]`;
    if (links.findIndex(({ name }) => name === link.name) < i) {
      throw new Problem('link-twice', { name: link.name }, { path: `${path}.name` });
    }
    return linkOf(link, line, path);
  });
  const scored = list.flatMap(({ name, score }) =>
    score.estimate === null ? [] : [{ name, score: score.estimate }],
  );
  const [weakest] = scored.toSorted((a, b) => a.score - b.score);
  return {
    line,
    links: list,
    scored: scored.length,
    reached: list.filter(({ state }) => state === 'reached').length,
    weakest: weakest?.name ?? null,
  };
}

function linkOf(given: LinkParams, line: number, path: string): Link {
  const { name, measure, format, unit = null, zero, full } = given;
  if (zero === full) throw new Problem('zero-is-full', { name, zero }, { path: `${path}.full` });
  const figure = figureOf(given.value, `${path}.value`);
  const score = scoreOf(figure, given);
  const before = given.before === undefined ? null : figureOf(given.before, `${path}.before`);
  return {
    ...{ name, ...(measure === undefined ? {} : { measure }), format, unit },
    ...{ figure, zero, full, needed: zero + ((full - zero) * line) / 100 },
    ...{ score, state: stateOf(score, line) },
    before: before && { figure: before, score: scoreOf(before, given) },
    moved: before && moveOf(before, figure, given),
  };
}

function scoreOf(figure: Figure, { zero, full }: LinkParams): Figure {
  if (figure.estimate === null) return figure;
  const score = (value: number): number =>
    Math.min(100, Math.max(0, (100 * (value - zero)) / (full - zero)));
  const estimate = score(figure.estimate);
  if (figure.low === undefined) return { estimate };
  const [low, high] = [score(figure.low), score(figure.high!)].sort((a, b) => a - b);
  return { estimate, low: low!, high: high! };
}

function stateOf(score: Figure, line: number): LinkState {
  if (score.estimate === null) return 'unknown';
  const { estimate, low = estimate, high = estimate } = score;
  if (low >= line) return 'reached';
  return high < line ? 'below' : 'unclear';
}

function moveOf(before: Figure, now: Figure, given: LinkParams): Move | null {
  if (before.estimate === null || now.estimate === null) return null;
  const points = scoreOf(now, given).estimate! - scoreOf(before, given).estimate!;
  if (!isInterval(before) || !isInterval(now)) {
    return { change: { estimate: now.estimate - before.estimate }, points, state: 'unclear' };
  }
  const change = differenceOfEstimates(before, now);
  const isUp = given.full > given.zero;
  const [better, worse] = isUp
    ? [change.low > 0, change.high < 0]
    : [change.high < 0, change.low > 0];
  return { change, points, state: better ? 'better' : worse ? 'worse' : 'unclear' };
}

function isInterval(figure: Figure): figure is Interval {
  return figure.estimate !== null && figure.low !== undefined;
}
