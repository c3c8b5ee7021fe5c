import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { ruleAndCurve } from './infer';
import type { ChurnParams } from './params';
import { silencesOf } from './silences';
import { standingOf } from './standing';

/** The users behind `now.active`, `now.atRisk`, `now.churned` or `now.users`; ascending, else nobody. */
export function members(input: Input, params: ChurnParams, path: string): Uint32Array {
  const [group, field] = parsePath(path);
  if (group !== 'now') return new Uint32Array(0);
  const silences = silencesOf(input, params);
  const { rule } = ruleAndCurve(silences, params, input.scope);
  const found: number[] = [];
  for (let user = 0; user < input.events.users; ++user) {
    const standing = standingOf(silences, user, rule.days, params.gaps);
    if (standing !== null && (field === 'users' || standing === field)) found.push(user);
  }
  return Uint32Array.from(found);
}
