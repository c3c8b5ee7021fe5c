import { readFile } from 'node:fs/promises';
import { expect, sharedFile, test } from './app';
import { dropFiles } from './drop-files';

const cookieCats = sharedFile('cookie_cats/cookie_cats.csv.gz');

test('the sample notebook is one click away and shows its verdict', async ({ page }) => {
  await page.getByRole('button', { name: 'Did my test win?' }).click();
  await expect(page.locator('.answer')).toContainText('Ship treatment.');
  await expect(page.getByRole('heading', { name: 'Checkout test' })).toBeVisible();
  await page.locator('figure').first().scrollIntoViewIfNeeded();
  await expect(page.locator('figure svg.marks').first()).toBeVisible();
});

test('a file of one’s own becomes a verdict, a saved notebook, and the same again', async ({
  page,
}, testInfo) => {
  test.skip(cookieCats === null, 'the shared data sets are absent');
  await dropFiles(page, cookieCats!);
  await expect(page.getByText('90,189 rows')).toBeVisible();
  await expect(page.getByLabel('User', { exact: true })).toHaveValue('userid');
  await expect(page.getByLabel('Variant column')).toHaveValue('version');
  await page.getByLabel('What should go up').selectOption('retention_7');
  await page.getByRole('button', { name: 'Use these and run the A/B test' }).click();
  const numbers = page.getByRole('row', { name: /^retention_7 .*−0\.820 pp −1\.328 to −0\.312 / });
  await expect(numbers).toContainText('0.00155');

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const saved = testInfo.outputPath('cookie_cats.lift.md');
  await (await download).saveAs(saved);
  expect(await readFile(saved, 'utf8')).toContain('"column": "retention_7"');

  await page.reload();
  await dropFiles(page, saved, cookieCats!);
  await expect(numbers).toContainText('0.00155');
});
