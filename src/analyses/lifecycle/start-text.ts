import type { Period } from '../../events/calendar';
import type { Numbers } from '../../locale/numbers';

/** The start of a period as a person writes it. */
export function startText(start: string, period: Period, numbers: Numbers): string {
  if (period === 'hour') return start.replace('T', ' ');
  return numbers.date(Date.parse(start), 'UTC');
}
