import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from '@playwright/test';
import { findBrowser } from '../tests/browser/find-browser';

const PORT = 4179;
/** A browser that has just been started is busy with itself for so long. */
const SETTLED_MS = 1_000;
const HOME = `http://127.0.0.1:${PORT}/`;

/** A main-thread task of over 50 ms, as the browser saw it. Times in ms since navigation. */
export interface LongTask {
  readonly start: number;
  readonly duration: number;
}

/** The built app on a plain web server, for as long as `use` takes. */
export async function withServer<T>(use: () => Promise<T>): Promise<T> {
  const server: ChildProcess = spawn(
    'npx',
    ['tsx', 'tests/browser/static-server.ts', String(PORT), '/'],
    { stdio: 'ignore', detached: true },
  );
  try {
    await answering();
    return await use();
  } finally {
    process.kill(-server.pid!);
  }
}

async function answering(): Promise<void> {
  for (let attempt = 0; attempt < 100; ++attempt) {
    const alive = await fetch(HOME).then(
      ({ ok }) => ok,
      () => false,
    );
    if (alive) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server of the bench does not answer: is the app built?');
}

/** A fresh browser with a fresh profile, showing the app; gone afterwards. */
export async function withFreshPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'liftbook-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? chromium.executablePath(),
    viewport: { width: 1280, height: 800 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(recordLongTasks);
    await page.waitForTimeout(SETTLED_MS);
    return await use(page);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

export async function openApp(page: Page): Promise<void> {
  await page.goto(HOME, { waitUntil: 'commit' });
}

/** Milliseconds since the navigation began, by the page's own clock. */
export function elapsed(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

export function longTasks(page: Page): Promise<readonly LongTask[]> {
  return page.evaluate(() => (globalThis as unknown as { longTasks?: LongTask[] }).longTasks ?? []);
}

/** The long tasks from `since` on, until the charts' library runs for the first time and from then on. */
export async function tasksAroundCharts(page: Page, since: number) {
  const tasks = (await longTasks(page)).filter(({ start }) => start > since);
  const charts = await page.evaluate(
    () => performance.getEntriesByName('first chart')[0]?.startTime ?? Infinity,
  );
  const before = tasks.filter(({ start }) => start < charts);
  return {
    'longest task, ms': longest(before),
    'tasks over 50 ms': before.length,
    'longest of the first chart, ms': longest(tasks.filter(({ start }) => start >= charts)),
  };
}

export function longest(tasks: readonly LongTask[]): number {
  return Math.max(0, ...tasks.map(({ duration }) => duration));
}

/** Notes when something that fits `selector` is first on the screen, by the page's own clock: asking all the time would slow it down. */
export async function watchFor(page: Page, selector: string): Promise<() => Promise<number>> {
  await page.addInitScript((wanted) => {
    const state = globalThis as unknown as { firstSeen?: number };
    new MutationObserver((_, observer) => {
      if (!document.querySelector(wanted)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (state.firstSeen = performance.now())));
    }).observe(document, { childList: true, subtree: true });
  }, selector);
  return async () => {
    const seen = await page.waitForFunction(
      () => (globalThis as unknown as { firstSeen?: number }).firstSeen,
      null,
      { polling: 200 },
    );
    return (await seen.jsonValue()) ?? NaN;
  };
}

/** When the first pixels of the app stood on the screen, in ms since navigation. */
export function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
}

function recordLongTasks(): void {
  const tasks: LongTask[] = [];
  (globalThis as unknown as { longTasks: LongTask[] }).longTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      tasks.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
}

/** The largest memory any process of the browser of this user has held, in MB (Linux; else NaN). */
export function peakMemoryMb(): number {
  let peak = NaN;
  for (const pid of safely(() => readdirSync('/proc')) ?? []) {
    if (!/^\d+$/.test(pid)) continue;
    const command = safely(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '';
    if (!command.includes('--type=renderer') || !command.includes('liftbook-bench-')) continue;
    const status = safely(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
    const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
    if (!(kilobytes / 1024 <= peak)) peak = kilobytes / 1024;
  }
  return peak;
}

function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
