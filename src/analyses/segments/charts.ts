import { lines } from '../../charts/lines';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { SegmentsResult } from './result';

/** Sizes over time. */
export function charts(result: SegmentsResult, { words, numbers }: Language): Chart[] {
  // A result that is shared has no days of few users.
  const segments = result.segments.filter(({ rows }) => rows.length > 0);
  const points = segments.flatMap(({ name: series, rows }) =>
    rows.map(({ start: date, users: value }) => ({ date, series, value })),
  );
  if (!segments.some(({ rows }) => rows.length >= 2)) return [];
  const date = (start: string) => numbers.date(Date.parse(start), 'UTC');
  const description = segments
    .map(({ name, rows }) => {
      const [first, last] = [rows[0]!, rows.at(-1)!];
      const [from, to] = [numbers.int(first.users), numbers.int(last.users)];
      return words.segmentsRead.overTimeOf(name, from, date(first.start), to, date(last.start));
    })
    .join(' ');
  const series = segments.map(({ name }) => name);
  return [
    {
      name: 'sizes',
      title: words.segmentsRead.overTime,
      description,
      spec: lines(points, { axis: words.users, series, description }, ',d'),
    },
  ];
}
