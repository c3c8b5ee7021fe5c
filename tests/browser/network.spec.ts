import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import {
  type BrowserContext,
  type Locator,
  type Page,
  chromium,
  expect,
  test,
} from '@playwright/test';
import { openApp } from './app';
import { command } from './by-keys';
import { dropFiles } from './drop-files';
import { listener } from './listener';
import { askedOfNetwork } from './net-log';

/** Stands in the data, in every row: nothing that leaves the page may hold it. */
const CANARY = 'canary8d41c7';
const ROWS = Array.from({ length: 40 }, (_, k) => `${CANARY}-${k},${CANARY},${k % 7}`);
const SECRET = `user,note,amount\n${ROWS.join('\n')}\n`;
const READER = `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

# Of ${CANARY}

\`\`\`json lift:source secret
{ "file": "secret.csv", "roles": { "user": "user" } }
\`\`\`

\`\`\`js lift:transform notes
secret.groupby('note').rollup({ sum: d => op.sum(d.amount) })
\`\`\`

\`\`\`json lift:chart sums
{
  "data": { "name": "secret" },
  "mark": "bar",
  "encoding": {
    "x": { "field": "note", "type": "nominal" },
    "y": { "aggregate": "sum", "field": "amount" },
    "tooltip": { "field": "note" }
  }
}
\`\`\`
`;

/** Where Chromium asks by itself who is signed in, and a minute later what is new of its parts: a port that it refuses before anything leaves. */
const NOWHERE = 'https://127.0.0.1:1';
const ITS_OWN = [`${NOWHERE}/ListAccounts`, `${NOWHERE}/update?`];

/** All of them by `npm run proof:browser`. */
const SAMPLES = readdirSync('notebooks').filter((name) => name.endsWith('.lift.md'));
const SHOWN = process.env['LIFTBOOK_WHOLE'] ? SAMPLES : ['weekly-sales.lift.md'];

/** A browser that writes down all that it asks of the network, and the file it writes to. */
async function logged(): Promise<readonly [BrowserContext, Page, string]> {
  const { launchOptions } = test.info().project.use;
  const log = test.info().outputPath('net.json');
  mkdirSync(test.info().outputPath('.'), { recursive: true });
  const args = [...(launchOptions?.args ?? []), `--log-net-log=${log}`, '--net-log-capture-mode=Everything']; // prettier-ignore
  const context = await chromium.launchPersistentContext(test.info().outputPath('profile'), {
    ...launchOptions,
    args: [
      ...args,
      `--gaia-url=${NOWHERE}`,
      `--component-updater=url-source=${NOWHERE}/update`,
      '--disable-features=OptimizationHints,MediaRouter,NetworkTimeServiceQuerying,AutofillServerCommunication',
    ],
    acceptDownloads: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(60_000);
  await page.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
    delete (window as { showOpenFilePicker?: unknown }).showOpenFilePicker;
  });
  return [context, page, log];
}

/** Runs every cell of the notebook that is open, and waits for the last. */
async function run(page: Page): Promise<void> {
  const footer = page.getByRole('contentinfo');
  const upToDate = footer.getByText('Up to date');
  const allow = footer.getByRole('button', { name: 'Code not run' });
  await expect(upToDate.or(allow).first()).toBeVisible();
  if (await allow.isVisible()) await allow.click();
  await expect(upToDate).toBeVisible();
  await command(page, 'Run all cells');
  await expect(upToDate).toBeVisible();
}

/** Hovers and clicks every chart of the notebook, in every tab of its cells; gives how many there are. */
async function touch(page: Page): Promise<number> {
  let charts = 0;
  for (const cell of await page.locator('[data-cell]').all()) {
    await cell.scrollIntoViewIfNeeded();
    await expect(cell.locator('.card')).toBeAttached();
    const shown = { Chart: '.drawing', Analysis: '.answer, [role=tab]' };
    const [type] = ((await cell.getAttribute('aria-label')) ?? '').split(' ');
    const wanted = shown[type as keyof typeof shown];
    if (wanted) await expect(cell.locator(wanted).first()).toBeAttached();
    const tabs = await cell.getByRole('tab').all();
    for (const tab of tabs.length > 0 ? tabs : [null]) {
      if ((await tab?.getAttribute('aria-selected')) === 'false') await tab?.click();
      if (tab) await expect(tab).toHaveAttribute('aria-selected', 'true');
      charts += await touchDrawings(cell);
    }
  }
  return charts;
}

async function touchDrawings(cell: Locator): Promise<number> {
  const drawings = await cell.locator('figure .drawing').filter({ visible: true }).all();
  for (const drawing of drawings) {
    await drawing.scrollIntoViewIfNeeded();
    const drawn = drawing.locator('.marks').first();
    await expect(drawn).toBeVisible();
    await drawn.hover({ force: true });
    await drawn.click({ force: true });
  }
  return drawings.length;
}

/** Everything else that can be done with it: exported, saved, presented. */
async function share(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const title of ['Export as one page', 'Export as Jupyter', 'Export as PowerPoint']) {
    await test.step(title, async () => {
      const download = page.waitForEvent('download', { timeout: 60_000 });
      await command(page, title);
      await dialog.getByRole('button', { name: 'Write the file' }).click();
      await (await download).path();
    });
  }
  const saved = page.waitForEvent('download', { timeout: 60_000 });
  await page.keyboard.press('Control+s');
  await (await saved).path();
  await page.keyboard.press('F5');
  const wall = page.getByRole('dialog', { name: 'Slides' });
  await expect(wall.getByText('Slide 1 of')).toBeAttached();
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
}

/** Opens every sample and a notebook of secret data, and does everything there is with each. */
async function useAll(page: Page): Promise<number> {
  const files = ['secret.csv', 'reader.lift.md'].map((name) => test.info().outputPath(name));
  writeFileSync(files[0]!, SECRET);
  writeFileSync(files[1]!, READER);
  let charts = 0;
  for (const name of ['reader.lift.md', ...SHOWN]) {
    await test.step(name, async () => {
      if (name === 'reader.lift.md') await dropFiles(page, ...files);
      else await page.getByRole('navigation').or(page.getByRole('complementary')).getByRole('button', { name, exact: true }).first().click(); // prettier-ignore
      await expect(page.getByRole('tab', { name })).toBeVisible();
      await run(page);
      charts += await touch(page);
      await share(page);
      // A key is lost while the browser leaves the full screen.
      await expect(async () => {
        await page.keyboard.press('Alt+w');
        await expect(page.getByRole('tab', { name })).toHaveCount(0, { timeout: 5_000 });
      }).toPass();
    });
  }
  return charts;
}

test('from Ready offline on nothing is asked of any network, whatever is done', async ({
  baseURL,
}) => {
  test.setTimeout(120_000 + SHOWN.length * 90_000);
  const [context, page, log] = await logged();
  await openApp(page, baseURL!);
  await expect(page.getByText('Ready offline')).toBeVisible();
  const ready = Date.now();
  const charts = await useAll(page);
  await context.close();
  console.log(`${SHOWN.length + 1} notebooks, ${charts} charts; the log has ${readFileSync(log).length} bytes`); // prettier-ignore
  expect(charts).toBeGreaterThanOrEqual(SHOWN.length);
  const asked = await askedOfNetwork(log, ready);
  expect(asked.filter((each) => !ITS_OWN.some((own) => each.includes(own)))).toEqual([]);
  expect(readFileSync(log, 'utf8')).not.toContain(CANARY);
});

test('all of it works with the network off', async ({ page, context, baseURL }) => {
  test.setTimeout(120_000 + SHOWN.length * 90_000);
  await page.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
    delete (window as { showOpenFilePicker?: unknown }).showOpenFilePicker;
  });
  await openApp(page, baseURL!);
  await expect(page.getByText('Ready offline')).toBeVisible();
  await context.setOffline(true);
  expect(await useAll(page)).toBeGreaterThanOrEqual(SHOWN.length);
});

test('Chromium’s own log shows a request, a STUN packet and a look-up that are made on purpose', async ({
  baseURL,
}) => {
  const spy = await listener();
  const [context, page, log] = await logged();
  await openApp(page, baseURL!);
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 60_000 });
  const ready = Date.now();
  await page.evaluate(async (host) => {
    const prefetch = document.createElement('link');
    prefetch.rel = 'dns-prefetch';
    prefetch.href = '//liftbook-look-up.test';
    document.head.append(prefetch);
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
  }, spy.host);
  await expect.poll(() => spy.heard).toContain('udp');
  await page.goto(`http://${spy.host}/on-purpose`);
  await page.evaluate(() => fetch('/asked'));
  await context.close();
  spy.close();
  const asked = (await askedOfNetwork(log, ready)).join('\n');
  expect(asked).toContain(`http://${spy.host}/asked`);
  expect(asked).toContain('liftbook-look-up.test');
  expect(asked).toMatch(/UDP/);
});
