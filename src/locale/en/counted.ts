import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

/** A number with its noun: 1 user, 1,234 users. */
export function counted(value: FindingArgs[string] | undefined, noun: string, n: Numbers): string {
  return `${n.int(Number(value))} ${noun}${value === 1 ? '' : 's'}`;
}
