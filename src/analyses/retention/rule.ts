import type { Scope } from '../analysis';
import type { RetentionParams } from './params';
import type { Rule } from './result';
import { spanLabel, spansOf } from './spans';

/** What was asked, for those who read the result without the parameters. */
export function ruleOf(params: RetentionParams, scope: Scope, control: string | null): Rule {
  const { cohorts, period, periods, mode, windows, minimum, overall, value, breakdown } = params;
  const { horizon = periods - 1 } = params;
  return {
    columns: spansOf(params).map((span) => spanLabel(span, params)),
    start: nameOf(params.start.event),
    return: nameOf(params.return.event),
    cohorts,
    period,
    mode,
    windows,
    minimum,
    overall,
    ...(mode === 'on-or-after' ? { horizon } : {}),
    ...(value === undefined ? {} : { sum: value, unit: scope.columnUnits[value] ?? null }),
    ...(breakdown === undefined ? {} : { breakdown }),
    ...(control === null ? {} : { control }),
  };
}

function nameOf(event: string | readonly string[]): string {
  return typeof event === 'string' ? event : event.join(', ');
}
