import { formatPath } from '../../notebook/path';
import type { Language } from '../../locale/language';
import type { Format, Table } from '../analysis';
import type { BuyersResult, Part, PromoResult } from './result';

/** How buyers buy, whether they come back, the weeks, and the windows around a promotion. */
export function tables(result: PromoResult, language: Language): Table[] {
  const list = [
    classTable(result, language),
    campaignTable(result, language),
    acquiredTable(result, language),
    weekTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function classTable({ everyone, frequent, unit }: PromoResult, language: Language): Table {
  const { promo: name } = language.words;
  const often = name.often(frequent.minimumOrders);
  const dependent = frequent.dependent && {
    path: formatPath(['frequent', 'dependent']),
    ...{ who: often, name: name.dependent, unit },
    ...cellsOf(frequent.dependent, language),
    value: frequent.dependent.value,
  };
  return {
    name: 'buyers',
    title: name.buyers,
    columns: [
      { key: 'who', title: name.who, format: 'text' },
      { key: 'name', title: name.buys, format: 'text' },
      { key: 'count', title: name.count, format: 'count', path: '' },
      { key: 'rate', title: language.words.share, format: 'rate', caption: 'range', path: 'rate' },
      { key: 'value', title: name.value, format: 'money' },
    ],
    rows: [
      ...classRows('everyone', everyone, name.all, unit, language),
      ...(frequent.buyers > 0
        ? [
            ...classRows('frequent', frequent, often, unit, language),
            ...(dependent ? [dependent] : []),
          ]
        : []),
    ],
  };
}

function classRows(
  list: string,
  { classes }: BuyersResult,
  who: string,
  unit: string | null,
  language: Language,
): Table['rows'] {
  return classes.map((each) => ({
    path: formatPath([list, 'classes', each.name]),
    ...{ who, name: language.words.promo.classes[each.name]!, unit },
    ...cellsOf(each, language),
    value: each.value,
  }));
}

function cellsOf({ count, of, rate, low, high }: Part, { words, numbers }: Language) {
  const range = low === null ? null : words.fromTo(numbers.pct(low, 1), numbers.pct(high!, 1));
  return { count, of, rate, low, high, range };
}

function acquiredTable({ acquired }: PromoResult, language: Language): Table {
  const { words } = language;
  const { fullPrice, onPromotion, days } = acquired;
  const row = (key: 'fullPrice' | 'onPromotion', part: Part) => ({
    path: formatPath(['acquired', key]),
    name: words.promo.started[key]!,
    ...cellsOf(part, language),
  });
  return {
    name: 'acquired',
    title: words.promo.acquired,
    columns: [
      { key: 'name', title: words.promo.firstPurchase, format: 'text' },
      { key: 'of', title: words.promo.count, format: 'count' },
      { key: 'count', title: words.promo.again(days), format: 'count' },
      { key: 'rate', title: words.share, format: 'rate', caption: 'range', path: 'rate' },
    ],
    rows: [row('fullPrice', fullPrice), row('onPromotion', onPromotion)],
  };
}

function weekTable({ weeks }: PromoResult, { words }: Language): Table {
  return {
    name: 'weeks',
    title: words.promo.weeks,
    columns: [
      { key: 'start', title: words.week, format: 'date' },
      { key: 'onPromotion', title: words.promo.onPromotion, format: 'count' },
      { key: 'fullPrice', title: words.promo.fullPrice, format: 'count' },
      { key: 'share', title: words.share, format: 'rate' },
    ],
    rows: weeks.map((week, i) => {
      const of = week.onPromotion + week.fullPrice;
      const share = of > 0 ? week.onPromotion / of : null;
      return { path: formatPath(['weeks', i]), ...week, of, share };
    }),
  };
}

/** How the means of each metric are written. */
const FORMATS: Readonly<Record<string, Format>> = {
  activity: 'number',
  purchases: 'number',
  value: 'money',
  margin: 'money',
};

function campaignTable({ campaign }: PromoResult, { words, numbers }: Language): Table {
  const [control, treatment] = campaign?.groups ?? [];
  const rows = (campaign?.metrics ?? []).flatMap(({ name, unit, windows }, m) =>
    windows.map((each, w) => {
      const { estimate, low, high } = each[campaign!.deciding] ?? each.difference;
      const p = campaign!.deciding === 'change' && each.change ? each.pChange : each.p;
      return {
        path: formatPath(['campaign', 'metrics', m, 'windows', w]),
        ...{ metric: words.promo.metrics[name]!, window: words.promo.windows[each.window]! },
        ...{ from: each.from, through: each.through, unit, format: FORMATS[name] as string },
        ...{ control: each.control, treatment: each.treatment, estimate, low, high, p },
        range: low === null ? null : words.fromTo(numbers.signed(low), numbers.signed(high)),
      };
    }),
  );
  return {
    name: 'campaign',
    title: words.promo.campaign,
    columns: [
      { key: 'metric', title: words.metric, format: 'text' },
      { key: 'window', title: words.promo.window, format: 'text', caption: 'from' },
      { key: 'control', title: control?.name ?? words.control, format: { by: 'format' } },
      { key: 'treatment', title: treatment?.name ?? words.treatment, format: { by: 'format' } },
      {
        ...{ key: 'estimate', title: words.promo.effect[campaign?.deciding ?? 'change']! },
        ...{ format: 'signed', caption: 'range', path: campaign?.deciding ?? 'change' },
      } as const,
      { key: 'p', title: words.p, format: 'p' },
    ],
    rows,
  };
}
