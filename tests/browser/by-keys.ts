import { readFile } from 'node:fs/promises';
import type { Download, FileChooser, Locator, Page } from '@playwright/test';
import { expect } from './app';

/** Presses `key` until the focus is there. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; ++presses) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('Tab does not get there');
}

/** Opens files as a person does who has no mouse: Ctrl+O, then the browser's own dialog. */
export async function openByKeys(
  page: Page,
  files: Parameters<FileChooser['setFiles']>[0],
): Promise<void> {
  // A browser that is busy starting may let the first press go by.
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 4_000 });
    await page.keyboard.press('Control+o');
    await (await chooser).setFiles(files);
  }).toPass();
}

/** Runs a command of the palette. */
export async function command(page: Page, title: string): Promise<void> {
  const palette = page.getByRole('combobox', { name: 'Commands and places' });
  // A key that is pressed while Chromium starts, or leaves the full screen, is lost.
  await expect(async () => {
    await page.keyboard.press('F1');
    await expect(palette).toBeFocused({ timeout: 5_000 });
  }).toPass();
  await palette.fill(`>${title}`);
  await page.keyboard.press('Enter');
}

/** The same where a question comes first, which is agreed to: which chart, or whether what the file will hold may leave. */
export async function agreed(page: Page, title: string): Promise<void> {
  await command(page, title);
  await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Selects a cell by its name. */
export async function goToCell(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Control+Shift+o');
  await page.keyboard.type(id);
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-cell="${id}"]`)).toBeFocused();
}

/** What `act` makes the browser download. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent('download');
  await act();
  return download;
}

export async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
