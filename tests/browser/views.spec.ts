import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { command } from './by-keys';

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Did my test win?' }).click();
  await expect(page.locator('.answer').first()).toBeVisible();
}

async function savedText(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+s');
  return readFile(await (await download).path(), 'utf8');
}

test('a dashboard is arranged by the keyboard alone, kept in the file, and undone', async ({
  page,
}) => {
  await openSample(page);
  await command(page, 'Show as dashboard');
  const tiles = page.locator('[data-tile]');
  await expect(tiles.first()).toBeVisible();
  await expect(page.locator('[data-tile] .answer').first()).toBeVisible();
  const order = () => tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('data-tile')));
  const before = await order();
  const last = page.locator(`[data-tile="${before.at(-1)}"]`);
  await last.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await order()).at(-2)).toBe(before.at(-1));
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(last).toHaveAccessibleName(/, 11 of 12 columns wide|, \d+ of 12 columns wide/);
  const text = await savedText(page);
  expect(text).toContain('lift:layout board');
  expect(text).toContain(`"${before.at(-1)}": { "width": `);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(before);
});

test('a tile is made narrower by dragging its corner, in one step', async ({ page }) => {
  await openSample(page);
  await command(page, 'Show as dashboard');
  const tile = page.locator('[data-tile]').last();
  const width = async () => (await tile.boundingBox())!.width;
  await tile.locator('.size').hover();
  const wide = await width();
  // Charts that are still being drawn above may move the corner away: then nothing was dragged.
  await expect(async () => {
    await tile.locator('.size').hover();
    const corner = (await tile.locator('.size').boundingBox())!;
    await page.mouse.move(corner.x + 8, corner.y + 8);
    await page.mouse.down();
    await page.mouse.move(corner.x - wide / 4, corner.y + 8, { steps: 4 });
    await page.mouse.move(corner.x - wide / 2, corner.y + 8, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width, { timeout: 5_000 }).toBeLessThan(wide * 0.6);
  }).toPass();
  await page.keyboard.press('Control+z');
  await expect.poll(width).toBe(wide);
});

test('what was changed since saving is shown cell by cell', async ({ page }) => {
  await openSample(page);
  await page.locator('[data-cell="text1"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell="text1"] .cm-content')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Read twice. ');
  await page.keyboard.press('Escape');
  await command(page, 'Compare with what was saved');
  await expect(page.getByText('1 cell differs.')).toBeVisible();
  await expect(page.locator('pre .added').first()).toContainText('+ Read twice.');
});

test('the search replaces in its scope, and one undo takes it back', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Control+f');
  await expect(page.getByLabel('Find in this notebook')).toBeFocused();
  await page.keyboard.type('purchase');
  await page.getByLabel('Where').selectOption('Text');
  const places = page.getByRole('status').filter({ hasText: /place/ });
  await expect(places).toBeVisible();
  await page.getByLabel('Replace with').fill('order');
  await page.getByRole('button', { name: /^Replace (it|all)/ }).click();
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await command(page, 'Undo');
  await expect(places).toBeVisible();
});

test('settings: high contrast, another language, and other keys', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.getByLabel('Theme', { exact: true }).selectOption('High contrast');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await page.getByRole('button', { name: /^Change the keys of Show as dashboard/ }).click();
  await page.keyboard.press('Control+Alt+d');
  await page
    .getByRole('tab', { name: 'checkout.lift.md' })
    .or(page.getByRole('tab').nth(1))
    .first()
    .click();
  await page.keyboard.press('Control+Alt+d');
  await expect(page.locator('[data-tile]').first()).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByLabel('Language', { exact: true }).selectOption('简体中文');
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible();
});

test('the experiments are listed with what they came to', async ({ page }) => {
  await openSample(page);
  await command(page, 'Experiments');
  const list = page.getByRole('region', { name: 'Experiments' });
  await expect(list.getByText('ship', { exact: true })).toBeVisible();
});
