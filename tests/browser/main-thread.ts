import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  /** Microseconds on the clock of the machine. */
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the clock, and of work of the thread itself. */
  readonly dur?: number;
  readonly tdur?: number;
}

/** The longest task of a page's main thread, in ms. */
export interface LongestTask {
  /**
   * What the thread worked: what the page is answerable for. Without major collections of garbage,
   * which wait for other threads of the browser.
   */
  readonly worked: number;
  /** What it took on the clock, where a busy machine counts too. */
  readonly lasted: number;
}

const HERE = 'main-thread-of-the-page';

/** Chromium's own account of what the main thread of `page` did during `act`. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<LongestTask> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, {
    categories: ['toplevel', 'blink.user_timing', 'devtools.timeline'],
  });
  await page.evaluate((name) => void performance.mark(name), HERE);
  await act();
  const traceEvents = eventsIn(await browser.stopTracing());
  const mark = traceEvents.find(({ name }) => name === HERE)!;
  const ours = traceEvents.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const tasks = ours.filter(({ name }) => name.endsWith('RunTask'));
  const collections = ours.filter(({ name }) => name === 'MajorGC');
  const worked = tasks.map(
    (task) =>
      (task.tdur ?? 0) -
      sum(collections.filter(({ ts }) => ts >= task.ts && ts < task.ts + (task.dur ?? 0))),
  );
  return { worked: most(worked), lasted: most(tasks.map(({ dur }) => dur ?? 0)) };
}

/** What is looked for in a trace. */
const NAMES = [HERE, 'RunTask', 'MajorGC'];
const LINE_END = 0x0a;

/** The events of those names. A trace has one on each line, and may be longer than a text can be. */
function eventsIn(trace: Buffer): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let from = 0; from < trace.length;) {
    const end = trace.indexOf(LINE_END, from);
    const to = end < 0 ? trace.length : end;
    const line = trace.toString('utf8', from, to);
    from = to + 1;
    if (!NAMES.some((name) => line.includes(`${name}"`))) continue;
    // Behind the last one the list ends, and what the browser says of itself begins.
    const [event] = line.split('}],"');
    events.push(JSON.parse(event === line ? line.replace(/,$/, '') : `${event}}`) as TraceEvent);
  }
  return events;
}

function sum(events: readonly TraceEvent[]): number {
  return events.reduce((total, { tdur = 0 }) => total + tdur, 0);
}

/** The largest of microseconds, in ms. */
function most(durations: readonly number[]): number {
  return durations.reduce((longest, each) => Math.max(longest, each), 0) / 1000;
}
