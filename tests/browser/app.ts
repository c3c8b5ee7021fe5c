import { existsSync } from 'node:fs';
import { type Page, test as base, expect } from '@playwright/test';

export { expect };

/**
 * A page of the built app that fails its test when the app logs an error, throws, or asks anything
 * of another host.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const wrongs: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') wrongs.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => wrongs.push(`thrown: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      const isOurs = url.startsWith(new URL('/', baseURL).href) || /^(data|blob):/.test(url);
      if (!isOurs) wrongs.push(`request: ${url}`);
    });
    // Nobody can answer the browser's own file dialogs in a test: save as a download instead.
    await page.addInitScript(() => {
      delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
      delete (window as { showOpenFilePicker?: unknown }).showOpenFilePicker;
    });
    await openApp(page);
    await use(page);
    expect(wrongs).toEqual([]);
  },
});

/**
 * Goes to the app, and waits until it is painted: the first paint comes when the page listens, and
 * Chromium lets keys and clicks go by that come before it.
 */
export async function openApp(page: Page, address = ''): Promise<void> {
  await page.goto(address);
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('paint').length))
    .toBeGreaterThan(0);
  await expect(page.getByRole('contentinfo')).toBeVisible();
}

/** A file of the shared data sets, or null (with the reason printed) where they are absent. */
export function sharedFile(path: string): string | null {
  const file = `../shared/data/${path}`;
  if (existsSync(file)) return file;
  console.log(`skipped: ${file} is not here`);
  return null;
}
