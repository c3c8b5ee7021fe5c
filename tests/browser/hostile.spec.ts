import { writeFile } from 'node:fs/promises';
import { type Frame, type Page, expect, test as base } from '@playwright/test';
import { openApp } from './app';
import { escapeCell, escapeNames, escapeWorker } from './escape-attempts';
import { forgeries } from './forgeries';
import { hostileCharts } from './hostile-charts';
import { hostileMarkdown } from './hostile-markdown';
import { dropFiles } from './drop-files';
import { type Listener, listener } from './listener';
import { longestTask } from './main-thread';

const SECRET = 'SECRET-41f7';
const SALES = 'who,amount\nann,10\nbob,20\n';
const HEADER = '```json lift:notebook\n{ "liftbook": 1, "timezone": "UTC" }\n```\n\n# Notes\n\n';
const SOURCE =
  '```json lift:source sales\n{ "file": "sales.csv", "roles": { "user": "who" } }\n```\n';

/** What one task of the page may work, in ms. */
const MOST_WORK = 200;
/** A machine may be so much slower than a calm one; what had no end took seconds and minutes. */
const SLOWER = 10;

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

test('hostile charts reach nobody, run nothing, read nothing and stop nothing', async ({
  page,
  spy,
}) => {
  test.setTimeout(600_000);
  expect(hostileCharts.length).toBeGreaterThanOrEqual(100);
  const cells = hostileCharts.map((spec, at) => {
    const body = JSON.stringify(spec).replaceAll('HOST', spy.host);
    return `\n\`\`\`json lift:chart c${at}\n${body}\n\`\`\`\n`;
  });
  await opened(page, 'charts.lift.md', cells.join(''));
  const longest = await longestTask(page, async () => {
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
  });
  console.log(`longest task of the page during charts: ${JSON.stringify(longest)} ms`);
  expect(longest.worked).toBeLessThan(SLOWER * MOST_WORK);
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

test('code reaches nobody, reads nothing, and cannot pretend', async ({ page, spy, baseURL }) => {
  test.setTimeout(600_000);
  expect(escapeNames.length).toBeGreaterThanOrEqual(37);
  const cell = (id: string, code: string) => `\n\`\`\`js lift:transform ${id}\n${code}\n\`\`\`\n`;
  await opened(
    page,
    'code.lift.md',
    cell('ways', escapeCell(spy.host, baseURL!)) +
      forgeries.map(({ code }, at) => cell(`f${at}`, code)).join('') +
      cell('after', '6 * 7'),
  );
  const longest = await longestTask(page, async () => {
    const ways = page.locator('[data-cell=ways]');
    await ways.getByRole('button', { name: 'Run this notebook’s code' }).click();
    await expect(page.getByText('Code not run')).toBeHidden();
    await expect(page.locator('[data-cell=after] pre')).toHaveText('42', { timeout: 150_000 });
  });
  console.log(`longest task of the page during escapes: ${JSON.stringify(longest)} ms`);
  const told = JSON.parse(await page.locator('[data-cell=ways] pre').innerText()) as object;
  expect(Object.keys(told)).toEqual(escapeNames);
  expect(succeeded(told)).toEqual([]);
  for (const [at, { shows }] of forgeries.entries()) {
    const card = page.locator(`[data-cell=f${at}] .card`);
    await card.scrollIntoViewIfNeeded();
    await expect
      .soft(card, `forgery ${at}`)
      .toHaveText(shows, { useInnerText: true, timeout: 10_000 });
  }
  expect(longest.worked).toBeLessThan(SLOWER * MOST_WORK);
  await unharmed(page, spy);
});

/** What came of every attempt in a worker of the page or of one of its frames. */
function triedIn(where: Page | Frame, spy: Listener, app: string): Promise<object> {
  return where.evaluate(
    (code) =>
      new Promise<object>((resolve) => {
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.onmessage = ({ data }) => resolve(data as object);
      }),
    escapeWorker(spy.host, app),
  );
}

const succeeded = (told: object): readonly string[] =>
  Object.entries(told).flatMap(([name, outcome]) => (outcome === 'got' ? [name] : []));

test('a worker of the sandbox reaches nobody, however long it tries', async ({
  page,
  spy,
  baseURL,
}) => {
  await opened(page, 'quiet.lift.md', '');
  const sandbox = page.frames().find((frame) => frame.url().endsWith('sandbox.html'))!;
  const told = await triedIn(sandbox, spy, baseURL!);
  expect(Object.keys(told)).toEqual(escapeNames);
  expect(succeeded(told)).toEqual([]);
  await unharmed(page, spy);
});

test('the same attempts of an ordinary worker are heard', async ({ page, spy }) => {
  await page.goto(`http://${spy.host}/`);
  const told = await triedIn(page, spy, `http://${spy.host}/app/`);
  expect(succeeded(told).length).toBeGreaterThanOrEqual(12);
  for (const heard of [
    'http /fetch',
    'http /keepalive',
    'http /xhr',
    'http /app/',
    'http /events',
    'http /font',
    'http /import.js',
    'http /module.js',
    'http /wasm',
    'http /worker.js',
    'http /nested',
    'http /cache',
    'websocket /socket',
  ]) {
    expect(
      spy.heard.some((each) => each.startsWith(heard)),
      heard,
    ).toBe(true);
  }
});
