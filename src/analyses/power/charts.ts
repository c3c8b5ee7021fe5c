import { curve } from '../../charts/curve';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { PowerResult } from './result';

/** The smallest change by days, and the chance to find the wanted one by users. */
export function charts(result: PowerResult, language: Language): Chart[] {
  return [mdeByDays(result, language), powerByUsers(result, language)].filter(
    (chart) => chart !== null,
  );
}

function mdeByDays(
  { curve: points, mde }: PowerResult,
  { words, numbers }: Language,
): Chart | null {
  const known = points.flatMap((point) =>
    point.mde === null ? [] : [{ x: point.days, y: point.mde }],
  );
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  const description = words.mdeDescription(
    numbers.int(first.x),
    numbers.pct(first.y, 1),
    numbers.int(last.x),
    numbers.pct(last.y, 1),
  );
  const axes = { x: words.days, y: words.mde, xFormat: ',d', yFormat: '.1%' };
  const mark = mde.relative === null ? {} : { mark: mde.relative };
  return {
    name: 'mde-by-days',
    title: words.mdeByDays,
    description,
    spec: curve(known, { ...axes, ...mark, description }),
  };
}

function powerByUsers(result: PowerResult, { words, numbers }: Language): Chart | null {
  const { powerCurve, power, total } = result;
  if (powerCurve.length === 0 || total === null) return null;
  const description = words.powerDescription(numbers.int(total), numbers.pct(power, 0));
  const axes = { x: words.usersInAll, y: words.power, xFormat: '~s', yFormat: '.0%' };
  const points = powerCurve.map((point) => ({ x: point.users, y: point.power }));
  return {
    name: 'power-by-users',
    title: words.powerByUsers,
    description,
    spec: curve(points, { ...axes, mark: power, description }),
  };
}
