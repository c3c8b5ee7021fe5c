import { writeFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './app';
import { bytesOf, downloaded, goToCell, openByKeys, tabTo } from './by-keys';

/** A thousand people in each arm; every tenth bought in one, every sixth in the other. */
const PEOPLE = `user_id,version,bought
${Array.from({ length: 2000 }, (_, i) => {
  const [version, every] = i % 2 === 0 ? ['control', 10] : ['treatment', 6];
  return `u${i},${version},${Math.floor(i / 2) % Number(every) === 0 ? 1 : 0}`;
}).join('\n')}
`;

test('a question of the welcome page is answered by the keyboard alone', async ({ page }) => {
  await tabTo(page, page.getByRole('button', { name: 'Did my test win?' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer').first()).toContainText('Ship treatment.');
});

test('who opens a notebook by the keyboard is on its selected cell', async ({ page }) => {
  const selected = page.locator('[data-cell][aria-current="true"]');
  const shown = (name: string) => page.getByRole('region', { name: `Cells of ${name}` });
  await tabTo(page, page.getByRole('button', { name: 'Did my test win?' }));
  await page.keyboard.press('Enter');
  await expect(selected).toBeFocused();
  const first = await selected.getAttribute('data-cell');
  await page.keyboard.press('k');
  await expect(selected).toBeFocused();
  expect(await selected.getAttribute('data-cell')).not.toBe(first);

  await page.keyboard.press('Control+p');
  await page.keyboard.type('plan-a-test');
  await page.keyboard.press('Enter');
  await expect(shown('plan-a-test.lift.md')).toBeVisible();
  await expect(selected).toBeFocused();

  const row = page.getByRole('button', { name: 'checkout-test.lift.md' });
  await tabTo(page, row, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(shown('checkout-test.lift.md')).toBeVisible();
  await expect(selected).toBeFocused();
});

/** Ten purchases a person can add up, in a file beside a notebook that reads it. */
const SALES = `who,shop,amount
${[10, 20, 30, 40].map((amount, i) => `a${i},A,${amount}`).join('\n')}
${[5, 15, 25].map((amount, i) => `b${i},B,${amount}`).join('\n')}
${[1, 2, 3].map((amount, i) => `c${i},C,${amount}`).join('\n')}
`;

const BOOK = (file: string) => `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

# My own data

\`\`\`json lift:source mine
{ "file": "${file}" }
\`\`\`
`;

/** Opens a notebook on a data file, and puts the focus on its source. */
async function openOwn(page: Page, testInfo: TestInfo, file: string, data: string): Promise<void> {
  await writeFile(testInfo.outputPath(file), data);
  await writeFile(testInfo.outputPath('own.lift.md'), BOOK(file));
  await openByKeys(page, [testInfo.outputPath(file), testInfo.outputPath('own.lift.md')]);
  await expect(page.locator('[data-cell="mine"]').getByText(/rows/).first()).toBeVisible();
  await goToCell(page, 'mine');
}

test('a test is asked for, and its settings changed, by the keyboard alone', async ({
  page,
}, testInfo) => {
  await openOwn(page, testInfo, 'people.csv', PEOPLE);
  await page.keyboard.press('b');
  await page.keyboard.press('n');
  const cell = page.locator('[data-cell]').filter({ has: page.locator('.answer') });
  await expect(cell.locator('.answer').first()).toContainText('Ship treatment.');
  const control = page
    .getByRole('complementary')
    .getByLabel(/^Control/)
    .first();
  await tabTo(page, control);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('treatment');
  await page.keyboard.press('Tab');
  await expect(cell.locator('.answer').first()).not.toContainText('Ship treatment.');
  await expect(cell.locator('.answer').first()).toContainText('control');
});

test('rows are sorted, filtered and kept as a cell by the keyboard alone', async ({
  page,
}, testInfo) => {
  await openOwn(page, testInfo, 'sales.csv', SALES);
  const source = page.locator('[data-cell="mine"]');
  await tabTo(page, source.getByRole('button', { name: 'First rows' }));
  await page.keyboard.press('Enter');
  await tabTo(page, source.getByRole('button', { name: 'amount', exact: true }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const first = (id: string) =>
    page.locator(`[data-cell="${id}"] [role="rowgroup"].rows [role="row"]`).first();
  await expect(first('mine')).toContainText('a3A40');
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, source.getByRole('button', { name: 'Filter' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, source.getByRole('button', { name: '+ Condition' }));
  await page.keyboard.press('Enter');
  await tabTo(page, source.getByLabel('Condition', { exact: true }).first(), 'Shift+Tab');
  await page.keyboard.type('shop');
  await tabTo(page, source.getByLabel('Condition: shop'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('B');
  await page.keyboard.press('Tab');
  await expect(source.getByText('3 of 10 rows')).toBeVisible();
  await tabTo(page, source.getByRole('button', { name: 'As code' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell="mine_rows"]').getByText('3 rows')).toBeVisible();
  await expect(first('mine_rows')).toContainText('b2');
  await expect(page.locator('[data-cell="mine_rows"]')).toBeFocused();
});

test('from a file to a saved story by the keyboard alone', async ({ page }) => {
  const buffer = Buffer.from(PEOPLE);
  await openByKeys(page, { name: 'people.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('2,000 rows').first()).toBeVisible();
  await tabTo(page, page.getByLabel('What should go up'));
  await page.keyboard.type('bought');
  await tabTo(page, page.getByRole('button', { name: 'Use these and run the A/B test' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer').first()).toContainText('Ship treatment.');

  const cell = page.locator('[data-cell]').filter({ has: page.locator('.answer') });
  const id = (await cell.getAttribute('data-cell'))!;
  await goToCell(page, id);
  await page.keyboard.press('b');
  await page.keyboard.press('t');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.insertText(`We decide: {{ ${id}.verdict.decision }}.`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByText('We decide: ship.')).toBeVisible();

  const saved = await downloaded(page, () => page.keyboard.press('Control+s'));
  const text = (await bytesOf(saved)).toString();
  expect(text).toContain(`{{ ${id}.verdict.decision }}`);
  expect(text).toContain('"column": "bought"');
});
