const DAY_LETTERS = '2026-03-01'.length;

/** The date of a row in a tooltip: an axis of dates leaves nothing of its text but an instant, in UTC. */
export function dateShown(points: readonly { readonly date: string }[]) {
  const hasTimes = points.some(({ date }) => date.length > DAY_LETTERS);
  return {
    field: 'date',
    type: 'temporal',
    title: 'date',
    ...(hasTimes
      ? ({ timeUnit: 'utcyearmonthdatehoursminutes', format: '%Y-%m-%d %H:%M' } as const)
      : ({ timeUnit: 'utcyearmonthdate', format: '%Y-%m-%d' } as const)),
  } as const;
}
