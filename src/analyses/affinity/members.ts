import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { type Engagements, engagementsOf } from './engagements';
import { infer } from './infer';
import type { AffinityParams } from './params';
import type { AffinityResult } from './result';

/**
 * The users behind events: of a content in a group (`cells["GB × tea"]`), of a content (`contents.tea`)
 * or of a group (`groups.GB`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: AffinityParams, path: string): Uint32Array {
  const [list, at] = parsePath(path);
  const engagements = engagementsOf(input, params);
  const isWanted = testAt(infer(engagements, params, input.scope), engagements, list, at);
  const found = engagements.user.filter((_, i) => isWanted(i));
  return Uint32Array.from(new Set(found));
}

function testAt(
  result: AffinityResult,
  engagements: Engagements,
  list: string | number | undefined,
  at: string | number | undefined,
): (i: number) => boolean {
  const { groups, contents } = engagements;
  const group = (i: number) => groups.values[groups.codes[i]!]!;
  const content = (i: number) => contents.values[contents.codes[i]!]!;
  if (list === 'groups') {
    const found = result.groups.find(({ name }, i) => name === at || i === at);
    return (i) => group(i) === found?.name;
  }
  if (list === 'contents') {
    const found = result.contents.find(({ name }, i) => name === at || i === at);
    return (i) => content(i) === found?.name;
  }
  const found =
    list === 'cells' ? result.cells.find(({ name }, i) => name === at || i === at) : undefined;
  return (i) => group(i) === found?.group && content(i) === found?.content;
}
