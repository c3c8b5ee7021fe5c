import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table, TableColumn } from '../analysis';
import { bandName } from './band-name';
import type { Drop, FrictionGroup, FrictionResult } from './result';

type Row = Table['rows'][number];

/** The steps by group, drop-off by wait, and the signs of trouble. */
export function tables(result: FrictionResult, language: Language): Table[] {
  const list = [
    stepTable(result, language),
    bandTable(result, language),
    signTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function stepTable({ transitions }: FrictionResult, language: Language): Table {
  const { words } = language;
  const name = words.friction;
  const hasWait = transitions.some(({ groups }) => groups[0]!.wait !== null);
  const duration = (key: string, title: string): TableColumn => {
    return { key, title, format: 'duration' };
  };
  const explained: TableColumn = {
    ...{ key: 'explained', title: name.explained, path: 'explained' },
    ...{ format: 'rate', caption: 'explainedRange' },
  };
  return {
    name: 'steps',
    title: name.steps,
    columns: [
      { key: 'transition', title: name.transition, format: 'text' },
      { key: 'group', title: name.group, format: 'text' },
      { key: 'attempts', title: name.attempts, format: 'count', path: 'attempts' },
      rateColumn(name.dropped, 'dropped'),
      duration('median', name.medianTime),
      duration('p90', name.tail),
      ...(hasWait
        ? [duration('wait', name.medianWait), duration('waitTail', name.waitTail), explained]
        : []),
    ],
    rows: eachGroup(transitions, language, (group) => [
      {
        attempts: group.attempts,
        ...rateCells(group.dropped, language),
        median: group.time?.medianMs ?? null,
        p90: group.time?.p90Ms ?? null,
        wait: group.wait?.medianMs ?? null,
        waitTail: group.wait?.p90Ms ?? null,
        ...explainedCells(group, language),
      },
    ]),
  };
}

function bandTable({ transitions }: FrictionResult, language: Language): Table {
  const name = language.words.friction;
  return {
    name: 'waits',
    title: name.waits,
    columns: [
      { key: 'transition', title: name.transition, format: 'text' },
      { key: 'group', title: name.group, format: 'text' },
      { key: 'band', title: name.wait, format: 'text' },
      { key: 'of', title: name.attempts, format: 'count', path: '' },
      rateColumn(name.dropped, ''),
    ],
    rows: eachGroup(transitions, language, ({ bands }) =>
      bands.map((band, b) => ({
        part: `.bands[${b}]`,
        band: bandName(band, language),
        of: band.of,
        ...rateCells(band, language),
      })),
    ),
  };
}

function signTable({ transitions }: FrictionResult, language: Language): Table {
  const name = language.words.friction;
  const { numbers, words } = language;
  return {
    name: 'signs',
    title: name.signs,
    columns: [
      { key: 'transition', title: name.transition, format: 'text' },
      { key: 'group', title: name.group, format: 'text' },
      { key: 'sign', title: name.sign, format: 'text' },
      { key: 'attempts', title: name.attempts, format: 'count', path: 'with' },
      { key: 'share', title: words.share, format: 'rate' },
      { key: 'with', title: name.droppedWith, format: 'rate', path: 'with' },
      { key: 'without', title: name.droppedWithout, format: 'rate', path: 'without' },
      {
        ...{ key: 'difference', title: words.difference, format: 'points', path: 'difference' },
        caption: 'differenceRange',
      },
    ],
    rows: eachGroup(transitions, language, ({ signs }) =>
      signs
        .filter(({ attempts }) => attempts > 0)
        .map((sign) => {
          const { estimate, low, high } = sign.difference;
          return {
            part: `.signs.${sign.name}`,
            sign: name.signNames[sign.name],
            ...{ attempts: sign.attempts, share: sign.share },
            ...{ with: sign.with.rate, without: sign.without.rate },
            ...{ difference: estimate, low, high },
            differenceRange:
              estimate === null ? null : words.fromTo(numbers.pp(low), numbers.pp(high)),
          };
        }),
    ),
  };
}

/** Rows of every group of every transition, each with its path. */
function eachGroup(
  transitions: FrictionResult['transitions'],
  { words }: Language,
  rowsOf: (group: FrictionGroup) => Row[],
): Row[] {
  return transitions.flatMap((transition, t) =>
    transition.groups.flatMap((group, g) =>
      rowsOf(group).map(({ part = '', ...row }) => ({
        path: formatPath(['transitions', t, 'groups', g]) + String(part),
        transition: `${transition.from} → ${transition.to}`,
        group: group.name ?? words.friction.everybody,
        ...row,
      })),
    ),
  );
}

function rateColumn(title: string, path: string): TableColumn {
  return { key: 'rate', title, format: 'rate', caption: 'rateRange', path };
}

function rateCells({ rate, low, high, dropped }: Drop, { words, numbers }: Language): Row {
  const range = rate === null ? null : words.fromTo(numbers.pct(low!), numbers.pct(high!));
  return { rate, rateLow: low, rateHigh: high, dropped, rateRange: range };
}

function explainedCells({ explained }: FrictionGroup, { words, numbers }: Language): Row {
  if (explained === null || explained.estimate === null) {
    return { explained: null, explainedRange: null };
  }
  const { estimate, low, high } = explained;
  const explainedRange = words.fromTo(numbers.pct(low), numbers.pct(high));
  return { explained: estimate, explainedLow: low, explainedHigh: high, explainedRange };
}
