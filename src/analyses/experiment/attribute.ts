import { columnOf, numberColumn } from '../../events/column-of';
import type { EventIndex } from '../../events/event-index';
import type { Exposed } from './exposure';
import type { Covariate } from './measured';

/**
 * A number or flag known of each user, as a covariate.
 *
 * @throws {Problem} `not-in-data`, `wrong-type`
 */
export function attribute(
  { attributes }: EventIndex,
  who: Exposed,
  name: string,
  path: string,
): Covariate {
  const column = columnOf(attributes, name, path);
  const isFlag = column.kind === 'flag';
  const values = isFlag ? column.values : numberColumn(attributes, name, path);
  const value = new Float64Array(who.users.length);
  const unknown = new Uint8Array(value.length);
  for (let i = 0; i < value.length; ++i) {
    const found = values[who.users[i]!]!;
    if (Number.isFinite(found) && !(isFlag && found < 0)) value[i] = found;
    else unknown[i] = 1;
  }
  return { value, denominator: null, unknown, isSame: false };
}
