import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { bytesOf, command, downloaded, goToCell, openByKeys, tabTo } from './by-keys';

const BOOK = `# One story

\`\`\`json lift:input least
{ "widget": "number", "value": 3 }
\`\`\`

\`\`\`js lift:transform twice
least * 2
\`\`\`

Twice is {{ twice }}.
`;

const ids = (page: Page) =>
  page.locator('[data-cell]').evaluateAll((cells) => cells.map((cell) => cell.dataset.cell));

async function open(page: Page): Promise<void> {
  const buffer = Buffer.from(BOOK);
  await openByKeys(page, { name: 'own.lift.md', mimeType: 'text/markdown', buffer });
  await expect(page.locator('[data-cell="twice"]')).toBeVisible();
}

test('several cells are copied as text, pasted under free names and taken back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await goToCell(page, 'least');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 cells selected')).toBeAttached();
  await expect(page.locator('.chosen')).toHaveCount(3);
  await page.keyboard.press('c');
  await expect(page.getByText('3 cells copied')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    BOOK.slice(BOOK.indexOf('```json')),
  );
  await page.keyboard.press('v');
  await expect(page.locator('[data-cell="twice2"]')).toBeVisible();
  await expect.poll(() => ids(page)).toHaveLength(7);
  await expect(page.locator('[data-cell="twice2"]')).toContainText('least2 * 2');
  const saved = await downloaded(page, () => page.keyboard.press('Control+s'));
  expect((await bytesOf(saved)).toString()).toContain('{{ twice2 }}');
  await expect(page.locator('[data-cell="text3"]')).toBeFocused();
  await page.keyboard.press('z');
  await expect.poll(() => ids(page)).toHaveLength(4);
  await page.keyboard.press('Shift+Z');
  await expect.poll(() => ids(page)).toHaveLength(7);
});

test('a click with Shift selects what is between, and Delete deletes it', async ({ page }) => {
  await open(page);
  await page.locator('[data-cell="text1"] h1').click();
  await page.locator('[data-cell="twice"] header').click({ modifiers: ['Shift'] });
  await expect(page.locator('.chosen')).toHaveCount(3);
  await expect(page.locator('[data-cell="twice"]')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect.poll(() => ids(page)).toEqual(['text2']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => ids(page)).toHaveLength(4);
  await expect(page.locator('.chosen')).toHaveCount(3);
  await expect(page.locator('[data-cell="twice"]')).toBeFocused();
});

test('code becomes text and code again, and a text is split at the cursor', async ({ page }) => {
  await open(page);
  await goToCell(page, 'twice');
  await page.keyboard.press('m');
  await expect(page.locator('[data-cell="twice"] pre')).toContainText('least * 2');
  await expect(page.locator('[data-cell="twice"]')).toBeFocused();
  await page.keyboard.press('y');
  await expect(page.locator('[data-cell="twice"]')).toContainText('Transform');
  await page.locator('[data-cell="text1"] h1').click();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < '# One'.length; ++i) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+-');
  await expect.poll(() => ids(page)).toHaveLength(5);
  await expect(page.locator('.cm-content')).toBeFocused();
  await expect(page.locator('.cm-content')).toContainText('story');
  await expect(page.locator('[data-cell="text1"] h1')).toHaveText('One');
});

test('the graph shows which cell reads which, and leads to them by the keyboard alone', async ({
  page,
}) => {
  await open(page);
  await goToCell(page, 'twice');
  await command(page, 'Graph of cells');
  const graph = page.getByRole('group', { name: 'Which cell of own.lift.md reads which' });
  const node = (id: string) => graph.getByRole('button', { name: id });
  await expect(graph.getByRole('button')).toHaveText([/least/, /twice/, /text2/]);
  // On the way there the last cell is selected: it is where the picture begins.
  await tabTo(page, node('text2'));
  await page.keyboard.press('ArrowLeft');
  await expect(node('twice')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(node('least')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell="least"]')).toBeFocused();
});

test('the kinds of cell to insert are one stop of the Tab key, and arrows lead along them', async ({
  page,
}) => {
  await open(page);
  await goToCell(page, 'twice');
  await page.keyboard.press('b');
  const bar = page.getByRole('toolbar', { name: 'Insert a cell here' });
  const offered = (name: string) =>
    bar.and(page.locator('.shown')).first().getByRole('button', { name });
  await expect(offered('Text')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(offered('Analysis')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(offered('Data')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).not.toHaveText(/^\+/);
});

const CONFLICT = `# One story

<<<<<<< HEAD
\`\`\`json lift:input least
{ "widget": "number", "value": 3 }
\`\`\`
=======
\`\`\`json lift:input least
{ "widget": "number", "value": 4 }
\`\`\`
>>>>>>> theirs
`;

test('who keeps a side of a conflict by the keyboard is on the cell that was kept', async ({
  page,
}) => {
  const buffer = Buffer.from(CONFLICT);
  await openByKeys(page, { name: 'own.lift.md', mimeType: 'text/markdown', buffer });
  await tabTo(page, page.getByRole('button', { name: 'Keep theirs' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell="least"]')).toBeFocused();
});

test('cells are cut and pasted by the menus', async ({ page }) => {
  await open(page);
  await page.locator('[data-cell="twice"] header').click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('menuitem', { name: /^Cut cells/ }).click();
  await expect.poll(() => ids(page)).toEqual(['text1', 'least', 'text2']);
  await page.locator('[data-cell="least"]').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Paste below/ }).click();
  await expect.poll(() => ids(page)).toEqual(['text1', 'least', 'twice', 'text2']);
});
