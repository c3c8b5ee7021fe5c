import { expect } from '@playwright/test';
import { elapsed, firstPaint, longTasks, openApp, watchFor, withFreshPage } from './browser';
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
          const tasks = (await longTasks(page)).filter(({ start }) => start > painted);
          // From this mark on the charts' library runs for the first time.
          const charts = await page.evaluate(
            () => performance.getEntriesByName('first chart')[0]?.startTime ?? Infinity,
          );
          const before = tasks.filter(({ start }) => start < charts);
          return {
            ms: { 'first paint': painted, verdict, 'ready offline': await elapsed(page) },
            answer: (await answer.innerText()).trim(),
            extra: {
              'longest task, ms': longest(before),
              'tasks over 50 ms': before.length,
              'longest of the first chart, ms': longest(
                tasks.filter(({ start }) => start >= charts),
              ),
            },
          };
        }),
    },
  ],
};

function longest(tasks: readonly { readonly duration: number }[]): number {
  return Math.max(0, ...tasks.map(({ duration }) => duration));
}
