import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import type { AffinityResult } from './result';

/** Contents by group, and each content over all. */
export function tables(result: AffinityResult, language: Language): Table[] {
  return [cellTable(result, language), contentTable(result, language)];
}

function cellTable({ cells }: AffinityResult, { words, numbers }: Language): Table {
  const name = words.affinity;
  return {
    name: 'cells',
    title: name.cells,
    columns: [
      { key: 'group', title: name.group, format: 'text' },
      { key: 'content', title: name.content, format: 'text' },
      { key: 'events', title: name.events, format: 'count', path: 'events' },
      { key: 'rate', title: name.ofGroup, format: 'rate', caption: 'rateRange', path: 'rate' },
      { key: 'others', title: name.ofOthers, format: 'rate' },
      { key: 'shrunken', title: name.shrunken, format: 'number', caption: 'raw', path: 'shrunken' },
      { key: 'difference', title: words.difference, format: 'points', caption: 'differenceRange' },
      { key: 'pAdjusted', title: name.p, format: 'p' },
    ],
    rows: cells.map((cell) => {
      const { estimate, low, high } = cell.difference;
      return {
        path: formatPath(['cells', cell.name]),
        ...{ group: cell.group, content: cell.content, events: cell.events, of: cell.of },
        ...{ rate: cell.rate, others: cell.others.rate },
        rateRange: words.fromTo(numbers.pct(cell.low), numbers.pct(cell.high)),
        ...{ shrunken: cell.shrunken, lift: cell.lift, raw: name.raw(numbers.num(cell.lift)) },
        ...{ difference: estimate, low, high },
        differenceRange: estimate === null ? null : words.fromTo(numbers.pp(low), numbers.pp(high)),
        pAdjusted: cell.pAdjusted,
      };
    }),
  };
}

function contentTable({ contents }: AffinityResult, { words, numbers }: Language): Table {
  const name = words.affinity;
  return {
    name: 'contents',
    title: name.contents,
    columns: [
      { key: 'name', title: name.content, format: 'text' },
      { key: 'events', title: name.events, format: 'count' },
      { key: 'users', title: words.users, format: 'count', path: '' },
      { key: 'depth', title: name.depth, format: 'number', path: 'depth' },
      { key: 'began', title: name.began, format: 'count' },
      { key: 'rate', title: name.returned, format: 'rate', caption: 'rateRange', path: 'returned' },
      { key: 'difference', title: words.difference, format: 'points', caption: 'differenceRange' },
      { key: 'pAdjusted', title: name.p, format: 'p' },
    ],
    rows: contents.map((content) => {
      const { estimate, low, high } = content.difference;
      const { rate, of, returned } = content.returned;
      return {
        path: formatPath(['contents', content.name]),
        ...{ name: content.name, events: content.events, users: content.users },
        ...{ depth: content.depth, began: of, cameBack: returned, rate },
        rateRange:
          rate === null
            ? null
            : words.fromTo(numbers.pct(content.returned.low!), numbers.pct(content.returned.high!)),
        ...{ difference: estimate, low, high },
        differenceRange: estimate === null ? null : words.fromTo(numbers.pp(low), numbers.pp(high)),
        pAdjusted: content.pAdjusted,
      };
    }),
  };
}
