import { writeFile } from 'node:fs/promises';
import { type Page, chromium, expect, test } from '@playwright/test';
import { openApp } from './app';
import { dropFiles } from './drop-files';

/** Silence of ten seconds is death, and a cell is tried twice. */
const DEATH = { timeout: 60_000 };

/** Asks a page past Playwright, which takes the death of a frame for that of the page. */
async function askerOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  return {
    async value(expression: string): Promise<unknown> {
      const { result } = await session.send('Runtime.evaluate', { expression });
      return (result as { readonly value?: unknown }).value;
    },
    async pressControlEnter(): Promise<void> {
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, modifiers: 2 };
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },
  };
}

async function typed(page: Page, word: string): Promise<void> {
  const cell = page.locator('[data-cell=text1]');
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` ${word}`);
  await page.keyboard.press('Escape');
  await expect(cell).toContainText(word);
}

const textOf = (id: string): string =>
  `document.querySelector('[data-cell=${id}]')?.innerText ?? ''`;
const FRAMES = "document.querySelectorAll('iframe').length";

test('a sandbox that dies is built again, and what was typed stays', async ({ page }) => {
  await openApp(page);
  await page.getByRole('button', { name: 'Did my test win?' }).click();
  await expect(page.locator('.answer').first()).toContainText('Ship treatment.');
  await typed(page, 'survives');
  const asker = await askerOf(page);
  const frame = page.frames().find((each) => each.url().endsWith('sandbox.html'))!;
  const sandbox = await page.context().newCDPSession(frame);
  void sandbox.send('Page.crash').catch(() => {});
  await expect.poll(() => asker.value(FRAMES), DEATH).toBe(0);
  expect(await asker.value(textOf('text1'))).toContain('survives');
  await asker.value("document.querySelector('[data-cell=ab]').focus()");
  await asker.pressControlEnter();
  await expect.poll(() => asker.value(FRAMES)).toBe(1);
  await expect.poll(() => asker.value(textOf('ab')), DEATH).toContain('Ship treatment.');
});

const NOTEBOOK = `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

Notes.

\`\`\`json lift:source sales
{ "file": "sales.csv" }
\`\`\`

\`\`\`js lift:transform bomb
const kept = [];
for (;;) kept.push(new Array(1e6).fill(kept.length + 0.5));
\`\`\`

\`\`\`js lift:transform after
sales.numRows() * 21
\`\`\`
`;

test('code that eats all memory is told of, and everything else goes on', async ({
  baseURL,
}, testInfo) => {
  test.setTimeout(180_000);
  // A small heap is eaten sooner; what happens at its end is the same.
  const { launchOptions } = testInfo.project.use;
  const args = [...(launchOptions?.args ?? []), '--js-flags=--max-old-space-size=160'];
  const browser = await chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage();
  await openApp(page, baseURL);
  const files = [testInfo.outputPath('sales.csv'), testInfo.outputPath('sales.lift.md')] as const;
  await writeFile(files[0], 'amount\n1\n2\n');
  await writeFile(files[1], NOTEBOOK);
  await dropFiles(page, ...files);
  await expect(page.getByText('2 rows').first()).toBeVisible();
  await typed(page, 'typed just before');
  const asker = await askerOf(page);
  await page.locator('[data-cell=bomb]').getByRole('button', { name: 'Run this notebook’s code' }).click(); // prettier-ignore
  await expect
    .poll(() => asker.value(textOf('bomb')), { timeout: 150_000 })
    .toContain('the memory did not suffice');
  expect(await asker.value(textOf('text1'))).toContain('typed just before');
  await asker.value("document.querySelector('[data-cell=after]').focus()");
  await asker.pressControlEnter();
  await expect.poll(() => asker.value(textOf('after')), DEATH).toContain('42');
  await browser.close();
});
