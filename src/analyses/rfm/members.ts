import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { type Customers, countsOf } from './customers';
import { NEW, NONE, type Placed, eachMove, placed } from './migration';
import type { RfmParams } from './params';
import { type Measure, scoreOf } from './scores';
import { SEGMENTS, scoresOf, segmentMap } from './segment-map';

/**
 * The customers of a segment (`segments.champions`), of a cell (`cells["555"]`), of a score
 * (`scores.recency.levels[4]`) or of a move (`migration.rows["champions > loyal"]`). Ascending; empty
 * where no users stand behind the path.
 */
export function members(input: Input, params: RfmParams, path: string): Uint32Array {
  const [list, ...rest] = parsePath(path);
  const { now, before } = countsOf(input, params);
  if (now.user.length === 0) return new Uint32Array(0);
  const map = segmentMap(params.segments ?? SEGMENTS);
  const current = placed(now, params, map);
  const [which] = rest;
  switch (list) {
    case 'segments':
      return pick(now, (i) => [map.names[current.segment[i]!], current.segment[i]].includes(which));
    case 'cells':
      return inCell(current, String(which));
    case 'scores':
      return withScore(current, which as Measure, Number(rest[2]) + 1);
    case 'migration':
      return before && rest[0] === 'rows'
        ? moved(placed(before, params, map), current, map.names, String(rest[1]))
        : new Uint32Array(0);
    default:
      return new Uint32Array(0);
  }
}

function pick({ user }: Customers, test: (i: number) => boolean): Uint32Array {
  return user.filter((_, i) => test(i));
}

function inCell({ customers, cell }: Placed, name: string): Uint32Array {
  return pick(customers, (i) => {
    const { recency, frequency, monetary } = scoresOf(cell[i]!);
    return `${recency}${frequency}${monetary}` === name;
  });
}

function withScore({ customers, scales }: Placed, measure: Measure, level: number): Uint32Array {
  if (!(measure in scales)) return new Uint32Array(0);
  return pick(customers, (i) => {
    const score = scoreOf(customers[measure][i]!, scales[measure].cuts);
    return (measure === 'recency' ? 6 - score : score) === level;
  });
}

function moved(before: Placed, now: Placed, names: readonly string[], name: string): Uint32Array {
  const found: number[] = [];
  eachMove(before, now, names.length, (user, from, to) => {
    if (`${names[from] ?? NEW} > ${names[to] ?? NONE}` === name) found.push(user);
  });
  return Uint32Array.from(found);
}
