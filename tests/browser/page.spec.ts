import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from './app';
import { dropFiles } from './drop-files';
import { outsideReader } from './outside-reader';

test('a readout becomes one page that opens without a network and comes back as the notebook', async ({
  page,
  browser,
}, testInfo) => {
  await page.getByRole('button', { name: 'Did my test win?' }).click();
  const verdict = page.locator('.answer').first();
  await expect(verdict).toContainText('Ship treatment.');
  const said = await verdict.innerText();

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.type('Export as one page');
  await page.keyboard.press('Enter');
  const contents = page.getByRole('dialog', {
    name: 'This is what “checkout-test.html” will hold',
  });
  await expect(contents).toContainText('Not in it: the rows of your data');
  await contents.getByRole('button', { name: 'Write the file' }).click();
  const file = testInfo.outputPath('checkout-test.html');
  await (await download).saveAs(file);
  const { size } = await readFile(file).then((bytes) => ({ size: bytes.length }));
  expect(size).toBeLessThan(1_600_000);

  const fresh = await browser.newContext({ offline: true });
  const shared = await fresh.newPage();
  const wrongs: string[] = [];
  shared.on('console', (message) => wrongs.push(message.text()));
  shared.on('pageerror', (error) => wrongs.push(error.message));
  shared.on('request', (request) => wrongs.push(request.url()));
  await shared.goto(pathToFileURL(file).href);
  await expect(shared.locator('.answer')).toHaveText(said);
  await expect(shared.locator('figure svg.marks').first()).toBeVisible();
  const printed = testInfo.outputPath('checkout-test.pdf');
  const pdf = await shared.pdf({ preferCSSPageSize: true, path: printed });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(5);
  const read = outsideReader('pdftotext', '-layout', printed, '-');
  if (read !== null) {
    for (const text of [
      'Ship treatment.',
      '356 of 564',
      'By other methods',
      'Fisher’s exact test',
    ]) {
      expect(read).toContain(text);
    }
  }
  expect(wrongs).toEqual([pathToFileURL(file).href]);
  await fresh.close();

  await page.reload();
  await dropFiles(page, file);
  await expect(page.getByRole('heading', { name: 'Checkout test' })).toBeVisible();
  const again = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const back = testInfo.outputPath('back.lift.md');
  await (await again).saveAs(back);
  expect(await readFile(back, 'utf8')).toBe(
    await readFile('notebooks/checkout-test.lift.md', 'utf8'),
  );

  const other = testInfo.outputPath('other.html');
  await writeFile(other, '<!doctype html><p>Somebody else’s page</p>');
  await dropFiles(page, other);
  await expect(page.getByText('This is a web page', { exact: false })).toBeVisible();
});
