import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

/** The same of a number that is written already. */
export function ofNoun(shown: string, noun: string): string {
  return `${shown} ${noun}${shown === '1' ? '' : 's'}`;
}

/** A number with its noun: 1 user, 1,234 users. */
export function counted(value: FindingArgs[string] | undefined, noun: string, n: Numbers): string {
  return `${n.int(Number(value))} ${noun}${value === 1 ? '' : 's'}`;
}
