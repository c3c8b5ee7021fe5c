import { costCredit } from '../../charts/cost-credit';
import { creditBars } from '../../charts/credit-bars';
import { ranges } from '../../charts/ranges';
import { shareMatrix } from '../../charts/share-matrix';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { touchedChannels } from './leaders';
import { modelRanges } from './model-range';
import { type AttributionResult, NO_TOUCH } from './result';

/** More channels than this are not told apart in a drawing; the table has them all. */
const MOST_CHANNELS = 10;

/** Credit by model, where models disagree, what follows what, and credit over cost. */
export function charts(result: AttributionResult, language: Language): Chart[] {
  const list = [
    credit(result, language),
    disagreement(result, language),
    roi(result, language),
    transitions(result, language),
  ];
  return list.filter((chart) => chart !== null);
}

function credit({ models }: AttributionResult, { words, numbers }: Language): Chart | null {
  const [first] = models;
  if (!first) return null;
  const title = words.attribution.model;
  const shown = [
    ...touchedChannels(first).slice(0, MOST_CHANNELS),
    ...first.channels.filter((each) => each.channel === NO_TOUCH && each.conversions.estimate! > 0),
  ].map(({ channel }) => channel);
  const bars = shown.flatMap((channel) =>
    models.map(({ name, channels }) => {
      const { estimate, low, high } = channels.find(
        (each) => each.channel === channel,
      )!.conversions;
      const group = channel === NO_TOUCH ? `(${words.attribution.noTouch})` : channel;
      return { group, series: title(name), value: estimate!, low, high };
    }),
  );
  if (bars.length === 0) return null;
  const description = [...new Set(bars.map(({ group }) => group))]
    .map((group) => {
      const own = bars.filter((bar) => bar.group === group);
      const list = own.map(({ series, value }) =>
        words.attribution.creditBy(series, numbers.num(value, 1)),
      );
      return words.attribution.creditOf(group, numbers.list(list));
    })
    .join(' ');
  return {
    name: 'credit',
    title: words.attribution.credit,
    description,
    spec: creditBars(
      bars,
      {
        axis: words.attribution.conversions,
        series: models.map(({ name }) => title(name)),
        description,
      },
      ',.0f',
    ),
  };
}

function disagreement({ models }: AttributionResult, { words, numbers }: Language): Chart | null {
  const compared = models.filter(({ kind }) => kind !== 'participation');
  const spans = modelRanges(models).slice(0, MOST_CHANNELS);
  if (compared.length < 2 || spans.length === 0) return null;
  const title = words.attribution.model;
  const points = spans.flatMap(({ channel }) =>
    compared.map(({ name, channels }) => ({
      row: channel,
      series: title(name),
      value: channels.find((each) => each.channel === channel)!.conversions.estimate!,
    })),
  );
  const description = spans
    .map(({ channel, low, lowModel, high, highModel }) =>
      words.attribution.rangeOf(
        channel,
        numbers.num(low, 1),
        title(lowModel),
        numbers.num(high, 1),
        title(highModel),
      ),
    )
    .join(' ');
  return {
    name: 'disagreement',
    title: words.attribution.range,
    description,
    spec: ranges(
      points,
      {
        axis: words.attribution.conversions,
        series: compared.map(({ name }) => title(name)),
        description,
      },
      ',.0f',
    ),
  };
}

function transitions({ transitions: steps }: AttributionResult, { words, numbers }: Language) {
  if (steps.length === 0) return null;
  const credit = words.attribution;
  const named = (step: string): string => credit.steps[step] ?? step;
  const cells = steps.map(({ from, to, share }) => ({
    row: named(from),
    column: named(to),
    share,
  }));
  const most = steps
    .filter(({ from }) => from !== '(start)')
    .reduce((a, b) => (b.share > a.share ? b : a), steps[0]!);
  const description = credit.transitionsDescription(
    named(most.from),
    named(most.to),
    numbers.pct(most.share, 1),
    numbers.int(most.of),
  );
  const rows = [...new Set(cells.map(({ row }) => row))];
  const channels = rows.filter((row) => row !== named('(start)'));
  const ends = [named('(conversion)'), named('(null)')];
  const [down, across, share] = credit.transitionsAxis;
  return {
    name: 'transitions',
    title: credit.transitions,
    description,
    spec: shareMatrix(cells, {
      rows,
      columns: [...channels, ...ends],
      down,
      across,
      share,
      description,
    }),
  };
}

function roi({ models, costs, unit }: AttributionResult, { words, numbers }: Language) {
  const [model] = models;
  if (!model || costs === null) return null;
  const hasValue = model.channels.some(({ value }) => value !== null && value.estimate !== null);
  const points = touchedChannels(model).flatMap(({ channel, cost, value, conversions }) => {
    const { estimate, low, high } = hasValue ? value! : conversions;
    if (cost === null || estimate === null) return [];
    return [{ label: channel, cost, value: estimate, low, high }];
  });
  if (points.length === 0) return null;
  const credit = words.attribution;
  const money = (amount: number): string => numbers.money(amount, costs.unit);
  const description = points
    .map(({ label, cost, value }) =>
      credit.roiOf(label, money(cost), hasValue ? money(value) : numbers.num(value, 1)),
    )
    .join(' ');
  const name = credit.model(model.name);
  const up = hasValue ? credit.roiValue(name) : credit.roiConversions(name);
  const isMoney = hasValue && (unit === null || unit === costs.unit);
  return {
    name: 'roi',
    title: credit.roi,
    description,
    spec: costCredit(points, { across: credit.cost, up, description }, isMoney),
  };
}
