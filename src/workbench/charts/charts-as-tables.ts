import { getContext, setContext } from 'svelte';

const AS_TABLES = Symbol('charts as tables');

/** Lets whatever is around charts say that they show their tables; each can still be switched by itself. */
export function provideChartsAsTables(asTables: () => boolean): void {
  setContext(AS_TABLES, asTables);
}

/** Are charts here shown as tables? They are not where nobody says so. */
export function chartsAsTables(): () => boolean {
  return getContext<(() => boolean) | undefined>(AS_TABLES) ?? (() => false);
}
