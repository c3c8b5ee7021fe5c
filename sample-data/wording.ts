import { dateOf } from './event-rows';
import type { Days } from './plan';

interface Successes {
  readonly users: number;
  readonly successes: number;
}

/** The first and the last date of a period. */
export function dates({ from, to }: Days): string {
  return `${dateOf(from)} to ${dateOf(to - 1)}`;
}

/** A whole number with thousands separators. */
export function int(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The successes of `control` against those of another arm. */
export function against(
  facts: { readonly [arm: string]: Successes | number },
  arm = 'treatment',
  control = 'control',
): string {
  const count = (name: string) => {
    const { users, successes } = facts[name] as Successes;
    return `${successes} of ${users}`;
  };
  return `${count(control)} against ${count(arm)}`;
}

/** A relative change in percent, with its sign. */
export function signed(fraction: number): string {
  return `${fraction < 0 ? '−' : '+'}${(100 * Math.abs(fraction)).toFixed(1)} %`;
}

/** A fraction in percent with one decimal; a dash for null. */
export function percent(fraction: number | null): string {
  return fraction === null ? '–' : `${(100 * fraction).toFixed(1)} %`;
}

/** A fraction in whole percent. */
export function share(fraction: number): string {
  return `${Math.round(100 * fraction)} %`;
}

/** An amount with cents; a dash where there is none. */
export function euros(value: number | null | undefined): string {
  return value === null || value === undefined
    ? '–'
    : `€${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}
