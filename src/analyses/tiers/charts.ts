import { shareMatrix } from '../../charts/share-matrix';
import { type StackPart, stacks } from '../../charts/stacks';
import { stepBars } from '../../charts/step-bars';
import { stepCurves } from '../../charts/step-curves';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { TiersResult } from './result';

/** Bars beyond this are too thin to read: the chart shows the last ones, the table all. */
const MOST_BARS = 60;

/** Who buys again in each tier, who is above the lowest, where tiers lead, and how long users stay. */
export function charts(result: TiersResult, language: Language): Chart[] {
  const list = [
    again(result, language),
    progression(result, language),
    moves(result, language),
    stays(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

function again({ tiers, repurchaseMs }: TiersResult, { words, numbers }: Language): Chart | null {
  const bars = tiers.flatMap(({ name, repurchase }) => {
    const { rate, low, high } = repurchase;
    if (rate === null) return [];
    const label = numbers.pct(rate, 1);
    return [{ step: name, series: words.tiers.again, value: rate, low, high, openTo: rate, label }];
  });
  if (bars.length === 0) return null;
  const description = words.tiers.againOf(
    numbers.duration(repurchaseMs),
    numbers.list(bars.map(({ step, label }) => `${step} ${label}`)),
  );
  return {
    name: 'again',
    title: words.tiers.again,
    description,
    spec: stepBars(
      bars,
      { axis: words.tiers.again, series: [words.tiers.again], open: '', description },
      '.0%',
    ),
  };
}

/** The lowest tier is left out: it holds nearly everybody. */
function progression(
  { progression, tiers }: TiersResult,
  { words, numbers }: Language,
): Chart | null {
  const parts = tiers.slice(1).map(({ name }) => name);
  const isShown = ({ name }: { readonly name: string }) => parts.includes(name);
  const last = progression.at(-1);
  if (parts.length === 0 || !last) return null;
  const date = (start: string) => numbers.date(Date.parse(start), 'UTC');
  const bars = progression.slice(-MOST_BARS).flatMap(({ start, tiers }): StackPart[] =>
    tiers.filter(isShown).map(({ name, users }) => {
      return { at: date(start), part: name, value: users, isOpen: false };
    }),
  );
  const description = words.tiers.progressionOf(
    date(last.start),
    numbers.list(
      last.tiers.filter(isShown).map(({ name, users }) => `${name} ${numbers.int(users)}`),
    ),
  );
  return {
    name: 'progression',
    title: words.tiers.aboveLowest,
    description,
    spec: stacks(bars, { axis: words.users, parts, description }, ',d'),
  };
}

function moves({ moves, tiers }: TiersResult, { words, numbers }: Language): Chart | null {
  if (moves.length === 0) return null;
  const names = [...new Set([...moves.map(({ from }) => from), ...moves.map(({ to }) => to)])];
  const order = ['(none)', ...tiers.map(({ name }) => name)].filter((name) => names.includes(name));
  const description = words.tiers.movesOf(
    numbers.list(moves.map(({ name, rate }) => `${name} ${numbers.pct(rate ?? 0, 1)}`)),
  );
  return {
    name: 'moves',
    title: words.tiers.moves,
    description,
    spec: shareMatrix(
      moves.map(({ from, to, rate }) => ({ row: from, column: to, share: rate ?? 0 })),
      {
        ...{ rows: order, columns: order, across: words.tiers.toTier, down: words.tiers.fromTier },
        ...{ share: words.share, description },
      },
    ),
  };
}

function stays({ tiers }: TiersResult, { words, numbers }: Language): Chart | null {
  const shown = tiers.filter(({ stay }) => stay.curve.length > 0);
  if (shown.length === 0) return null;
  const points = shown.flatMap(({ name, stay }) => [
    { x: 0, series: name, value: 1, low: 1, high: 1 },
    ...stay.curve.map(({ days, still, low, high }) => {
      return { x: days, series: name, value: still, low, high };
    }),
  ]);
  const description = shown
    .map(({ name, stay }) => {
      const left = stay.upgraded + stay.downgraded;
      return words.tiers.stayOf(name, numbers.int(stay.stays), numbers.int(left));
    })
    .join(' ');
  return {
    name: 'stays',
    title: words.tiers.stays,
    description,
    spec: stepCurves(points, {
      ...{ x: words.tiers.days, y: words.tiers.still },
      ...{ series: shown.map(({ name }) => name), isLog: false, description },
    }),
  };
}
