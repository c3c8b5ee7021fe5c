import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the clock, and of work of the thread itself. */
  readonly dur?: number;
  readonly tdur?: number;
}

/** The longest task of a page's main thread, in ms. */
export interface LongestTask {
  /** What the thread worked: what the page is answerable for. */
  readonly worked: number;
  /** What it took on the clock, where a busy machine counts too. */
  readonly lasted: number;
}

const HERE = 'main-thread-of-the-page';

/** Chromium's own account of what the main thread of `page` did during `act`. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<LongestTask> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate((name) => void performance.mark(name), HERE);
  await act();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === HERE)!;
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === mark.pid && tid === mark.tid,
  );
  const most = (duration: 'dur' | 'tdur'): number =>
    tasks.reduce((longest, task) => Math.max(longest, task[duration] ?? 0), 0) / 1000;
  return { worked: most('tdur'), lasted: most('dur') };
}
