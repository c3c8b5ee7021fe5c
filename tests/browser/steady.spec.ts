import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { dropFiles } from './drop-files';

const NOTEBOOK = `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

# What grows

\`\`\`json lift:source shop
{ "file": "late.csv" }
\`\`\`

\`\`\`json lift:input rate
{ "kind": "slider", "label": "Rate", "value": 0.05, "min": 0.01, "max": 0.2 }
\`\`\`

${Array.from({ length: 12 }, (_, i) => `<!-- lift:md after${i} -->\n\n${'Words that take their place. '.repeat(20)}`).join('\n\n')}
`;
const ROWS = `who,shop,amount\n${Array.from({ length: 40 }, (_, i) => `u${i},${'ABC'[i % 3]},${i}`).join('\n')}\n`;

async function open(page: Page, path: (name: string) => string): Promise<void> {
  await writeFile(path('grows.lift.md'), NOTEBOOK);
  await writeFile(path('late.csv'), ROWS);
  await dropFiles(page, path('grows.lift.md'));
  await expect(page.locator('[data-cell="rate"] input').first()).toBeVisible();
}

async function topOf(cell: Locator): Promise<number> {
  return Math.round((await cell.boundingBox())!.y);
}

async function heightOf(cell: Locator): Promise<number> {
  return Math.round((await cell.boundingBox())!.height);
}

test('what is aimed at stays where it is while a cell above it grows', async ({
  page,
}, testInfo) => {
  await open(page, (name) => testInfo.outputPath(name));
  const [source, input] = [page.locator('[data-cell="shop"]'), page.locator('[data-cell="rate"]')];
  const before = await heightOf(source);
  await input.click({ position: { x: 60, y: 20 } });
  const place = await topOf(input);
  await dropFiles(page, testInfo.outputPath('late.csv'));
  await expect(source.getByText('40 rows').first()).toBeVisible();
  await expect.poll(() => heightOf(source)).not.toBe(before);
  await expect.poll(async () => Math.abs((await topOf(input)) - place)).toBeLessThanOrEqual(1);
});

test('a notebook that is opened shows its beginning, whatever grows there', async ({
  page,
}, testInfo) => {
  await open(page, (name) => testInfo.outputPath(name));
  await dropFiles(page, testInfo.outputPath('late.csv'));
  await expect(page.locator('[data-cell="shop"]').getByText('40 rows').first()).toBeVisible();
  const view = page.locator('section.page');
  expect(await view.evaluate((element) => element.scrollTop)).toBe(0);
});

test('a cell that is moved goes where it is moved to', async ({ page }, testInfo) => {
  await open(page, (name) => testInfo.outputPath(name));
  const [source, input] = [page.locator('[data-cell="shop"]'), page.locator('[data-cell="rate"]')];
  await input.click({ position: { x: 60, y: 20 } });
  await input.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await topOf(input)) < (await topOf(source))).toBe(true);
  const place = await topOf(input);
  await dropFiles(page, testInfo.outputPath('late.csv'));
  await expect(source.getByText('40 rows').first()).toBeVisible();
  expect(Math.abs((await topOf(input)) - place)).toBeLessThanOrEqual(1);
});
