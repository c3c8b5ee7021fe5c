import { execFileSync, spawnSync } from 'node:child_process';
import { type BrowserContext, type Page, chromium, expect, test } from '@playwright/test';
import { openApp } from './app';

/** `npm run proof:browser` kills thirty times. */
const TIMES = process.env['LIFTBOOK_WHOLE'] ? 30 : 3;

test.skip(spawnSync('pkill', ['--version']).status !== 0, 'pkill is not here');

test('what was typed survives the death of the browser', async ({ baseURL }, testInfo) => {
  test.setTimeout(TIMES * 40_000);
  const profile = testInfo.outputPath('profile');
  const { launchOptions } = testInfo.project.use;
  const start = async (): Promise<readonly [BrowserContext, Page]> => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions });
    const page = context.pages()[0] ?? (await context.newPage());
    await openApp(page, baseURL!);
    return [context, page];
  };

  let [context, page] = await start();
  await page.getByRole('button', { name: 'checkout-test.lift.md' }).click();
  const typed: string[] = [];
  for (let time = 0; time < TIMES; ++time) {
    const cell = page.locator('[data-cell=text1]');
    await expect(cell).toBeVisible({ timeout: 30_000 });
    for (const word of typed) await expect(cell).toContainText(word);
    await expect(page).toHaveTitle(time === 0 ? /^checkout-test/ : /^● checkout-test/);
    const kept = page.getByText('Kept in this browser');
    if (time > 0) await expect(kept).toBeVisible();
    const before = time > 0 ? await kept.innerText() : null;
    await page.waitForTimeout(1_100);
    await cell.focus();
    await page.keyboard.press('Enter');
    await expect(cell.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('Control+End');
    const word = `survivor${time}`;
    await page.keyboard.type(` ${word}`);
    typed.push(word);
    await expect(kept).toBeVisible();
    if (before !== null) await expect(kept).not.toHaveText(before);
    execFileSync('pkill', ['-9', '-f', profile]);
    await context.close().catch(() => {});
    [context, page] = await start();
    await expect(
      page.getByText('Recovered unsaved changes of checkout-test.lift.md'),
    ).toBeVisible();
  }
  for (const word of typed) await expect(page.locator('[data-cell=text1]')).toContainText(word);
  await context.close();
});
