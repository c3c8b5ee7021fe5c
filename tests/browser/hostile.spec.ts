import { writeFile } from 'node:fs/promises';
import { type Page, expect, test as base } from '@playwright/test';
import { openApp } from './app';
import { controlCode } from './escape-attempts';
import { hostileCharts } from './hostile-charts';
import { hostileMarkdown } from './hostile-markdown';
import { dropFiles } from './drop-files';
import { type Listener, listener } from './listener';

const SECRET = 'SECRET-41f7';
const SALES = 'who,amount\nann,10\nbob,20\n';
const HEADER = '```json lift:notebook\n{ "liftbook": 1, "timezone": "UTC" }\n```\n\n# Notes\n\n';
const SOURCE =
  '```json lift:source sales\n{ "file": "sales.csv", "roles": { "user": "who" } }\n```\n';

const test = base.extend<{ spy: Listener }>({
  spy: async ({}, use) => {
    const spy = await listener();
    await use(spy);
    spy.close();
  },
});

/** Opens a notebook and types a word that has to be there afterwards. */
async function opened(page: Page, name: string, text: string): Promise<void> {
  const files = [test.info().outputPath('sales.csv'), test.info().outputPath(name)] as const;
  await writeFile(files[0], SALES);
  await writeFile(files[1], HEADER + SOURCE + text);
  await openApp(page);
  await page.evaluate((secret) => localStorage.setItem('victim', secret), SECRET);
  await dropFiles(page, ...files);
  await expect(page.getByText('2 rows').first()).toBeVisible();
  const cell = page.locator('[data-cell=text1]');
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' typed just before');
  await page.keyboard.press('Escape');
}

/** Nothing got out, nothing ran, and what was typed is there. */
async function unharmed(page: Page, spy: Listener): Promise<void> {
  expect(spy.heard).toEqual([]);
  expect(page.context().pages()).toHaveLength(1);
  expect(await page.evaluate('[globalThis.hacked, ({}).polluted, [].map.name]')).toEqual([
    undefined,
    undefined,
    'map',
  ]);
  const shown = await page.evaluate(() => document.documentElement.outerHTML);
  expect(shown).not.toContain(SECRET);
  await expect(page.locator('[data-cell=text1]')).toContainText('typed just before');
  await expect(page.getByText('Kept in this browser')).toBeVisible();
  await fetch(`http://${spy.host}/control`);
  expect(spy.heard).toEqual(['http /control']);
}

test('hostile charts reach nobody, run nothing and read nothing', async ({ page, spy }) => {
  test.setTimeout(150_000);
  expect(hostileCharts.length).toBeGreaterThanOrEqual(60);
  const cells = hostileCharts.map((spec, at) => {
    const body = JSON.stringify(spec).replaceAll('HOST', spy.host);
    return `\n\`\`\`json lift:chart c${at}\n${body}\n\`\`\`\n`;
  });
  await opened(page, 'charts.lift.md', cells.join(''));
  for (let at = 0; at < hostileCharts.length; ++at) {
    const cell = page.locator(`[data-cell=c${at}]`);
    await cell.scrollIntoViewIfNeeded();
    await expect(cell.locator('.note, figure').first()).toBeAttached();
    const drawn = cell.locator('figure svg.marks').first();
    await drawn
      .or(cell.locator('.note, .failure').first())
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => {});
    if ((await drawn.count()) === 0) continue;
    await drawn.hover({ position: { x: 40, y: 40 }, force: true });
    await drawn.click({ position: { x: 60, y: 60 }, force: true });
  }
  await page.keyboard.press('k');
  await unharmed(page, spy);
});

test('hostile Markdown reaches nobody and runs nothing', async ({ page, spy }) => {
  const prose = hostileMarkdown.map((text, at) => {
    return `\n<!-- lift:md m${at} -->\n${text.replaceAll('HOST', spy.host)}\n`;
  });
  await opened(page, 'prose.lift.md', prose.join(''));
  for (let at = 0; at < hostileMarkdown.length; ++at) {
    const cell = page.locator(`[data-cell=m${at}]`);
    await cell.scrollIntoViewIfNeeded();
    await expect(cell).toBeVisible();
    for (const link of await cell.locator('a').all()) {
      await link.click({ force: true });
      const stay = page.getByRole('button', { name: 'Stay here' });
      if (await stay.isVisible()) await stay.click();
    }
  }
  const made = page.locator('[data-cell^=m] .html');
  await expect(
    made.locator('script, iframe, object, embed, link, style, form, base, meta'),
  ).toHaveCount(0);
  await expect(made.locator('[id], [name], [style], [onerror], [onload]')).toHaveCount(0);
  await unharmed(page, spy);
});

test('the same ways out of an ordinary worker are heard', async ({ page, spy }) => {
  await page.goto(`http://${spy.host}/`);
  await page.evaluate(
    (code) =>
      new Promise((resolve) => {
        new Worker(URL.createObjectURL(new Blob([code]))).onmessage = resolve;
      }),
    controlCode(spy.host, `http://${spy.host}/app/`),
  );
  for (const heard of [
    'http /fetch',
    'http /xhr',
    'websocket /socket',
    'http /import.js',
    'http /nested',
  ]) {
    expect(spy.heard.some((each) => each.startsWith(heard))).toBe(true);
  }
});
