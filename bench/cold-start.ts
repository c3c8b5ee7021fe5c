import { expect } from '@playwright/test';
import {
  elapsed,
  firstPaint,
  openApp,
  tasksAroundCharts,
  watchFor,
  withFreshPage,
} from './browser';
import type { Scenario } from './candidate';

/** From an empty cache to a verdict on sample data: open the app, one click, read. */
export const coldStart: Scenario = {
  name: 'cold-start',
  title: 'Cold start to a first result on sample data',
  limit: 60_000,
  prepare: async () => {},
  candidates: [
    {
      name: 'Liftbook',
      measure: () =>
        withFreshPage(async (page) => {
          const answered = await watchFor(page, '.answer');
          await openApp(page);
          await page.getByRole('button', { name: 'Did my test win?' }).click();
          const verdict = await answered();
          const answer = page.locator('.answer').first();
          await page.locator('figure').first().scrollIntoViewIfNeeded();
          await expect(page.locator('figure svg.marks, figure canvas').first()).toBeVisible({
            timeout: 30_000,
          });
          await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 30_000 });
          const painted = await firstPaint(page);
          return {
            ms: { 'first paint': painted, verdict, 'ready offline': await elapsed(page) },
            answer: (await answer.innerText()).trim(),
            extra: await tasksAroundCharts(page, painted),
          };
        }),
    },
  ],
};
