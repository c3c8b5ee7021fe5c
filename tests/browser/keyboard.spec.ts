import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';

/** A thousand people in each arm; every tenth bought in one, every sixth in the other. */
const PEOPLE = `user_id,version,bought
${Array.from({ length: 2000 }, (_, i) => {
  const [version, every] = i % 2 === 0 ? ['control', 10] : ['treatment', 6];
  return `u${i},${version},${Math.floor(i / 2) % Number(every) === 0 ? 1 : 0}`;
}).join('\n')}
`;

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; ++presses) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there');
}

test('a question of the welcome page is answered by the keyboard alone', async ({ page }) => {
  await tabTo(page, page.getByRole('button', { name: 'Did my test win?' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer').first()).toContainText('Ship treatment.');
});

test('from a file to a saved story by the keyboard alone', async ({ page }) => {
  // A browser that is busy starting may let the first press go by.
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 4_000 });
    await page.keyboard.press('Control+o');
    await (
      await chooser
    ).setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(PEOPLE) });
  }).toPass();
  await expect(page.getByText('2,000 rows').first()).toBeVisible();
  await tabTo(page, page.getByLabel('What should go up'));
  await page.keyboard.type('bought');
  await tabTo(page, page.getByRole('button', { name: 'Use these and run the A/B test' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer').first()).toContainText('Ship treatment.');

  const cell = page.locator('[data-cell]').filter({ has: page.locator('.answer') });
  const id = (await cell.getAttribute('data-cell'))!;
  await page.keyboard.press('Control+Shift+o');
  await page.keyboard.type(id);
  await page.keyboard.press('Enter');
  await expect(cell).toBeFocused();
  await page.keyboard.press('b');
  await page.keyboard.press('t');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.insertText(`We decide: {{ ${id}.verdict.decision }}.`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByText('We decide: ship.')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain(`{{ ${id}.verdict.decision }}`);
  expect(text).toContain('"column": "bought"');
});
