import { mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { commandLine } from '../src/cli/command-line';
import { firstPaint, watchFor, withFreshPage } from './browser';
import type { Scenario } from './candidate';

const FILE = resolve('.cache/checkout-test.html');
const quiet = { out: () => {}, note: () => {}, progress: () => {} };

/** A readout that came by mail: its one file opened from disk, in a fresh browser. */
export const openPage: Scenario = {
  name: 'open-page',
  title: 'A shared page opened from disk',
  limit: 60_000,
  prepare: async () => {
    mkdirSync('.cache', { recursive: true });
    await commandLine(['run', 'notebooks/checkout-test.lift.md', '--html', FILE], quiet);
  },
  candidates: [
    {
      name: 'Liftbook',
      measure: () =>
        withFreshPage(async (page) => {
          const answered = await watchFor(page, '.answer');
          await page.goto(pathToFileURL(FILE).href, { waitUntil: 'commit' });
          const verdict = await answered();
          await page.waitForLoadState('load');
          return {
            ms: { 'first paint': await firstPaint(page), verdict, loaded: await loaded(page) },
            answer: (await page.locator('.answer').first().innerText()).trim(),
            extra: { 'size, kB': Math.round(statSync(FILE).size / 1_000) },
          };
        }),
    },
  ],
};

/** When the page and its script were there, in ms since navigation. */
function loaded(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
  );
}
