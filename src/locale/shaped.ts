import type { Numbers } from './numbers';
import type { FindingArgs } from './sentence';

type Arg = FindingArgs[string] | undefined;

/** A value of a metric within a sentence: `format` is `count`, `money`, `rate` or `number`. */
export function shaped(value: Arg, format: Arg, unit: Arg, n: Numbers): string {
  if (format === 'count') return n.int(Number(value));
  if (format === 'rate') return n.pct(Number(value));
  return format === 'money' ? n.money(Number(value), String(unit)) : n.num(Number(value));
}

/** A change of such a value, with its sign; of shares in points. */
export function shapedChange(value: Arg, format: Arg, unit: Arg, n: Numbers): string {
  if (format === 'count') return n.signed(Number(value), 0);
  if (format === 'rate') return n.pp(Number(value));
  return format === 'money' ? n.moneyChange(Number(value), String(unit)) : n.signed(Number(value));
}
