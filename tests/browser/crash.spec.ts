import { type BrowserContext, type Page, chromium, expect, test } from '@playwright/test';
import { openApp } from './app';
import { killBrowser } from './kill-browser';

/** `npm run proof:browser` kills thirty times. */
const KILLS = process.env['LIFTBOOK_WHOLE'] ? 30 : 2;
const NAME = 'kept.lift.md';
/** Code that runs for about as long as a few words take to write. */
const WORK = 'let sum = 0;\nfor (let k = 0; k < 3e8; ++k) sum += k % 7;\nsum % 100';
const START = `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

First.

\`\`\`js lift:transform work
${WORK}
\`\`\`
`;

test.skip(process.platform !== 'linux', 'the browser’s processes are found in /proc');

test('killed at any moment, the browser comes back with at least what it said it keeps', async ({
  baseURL,
}, testInfo) => {
  test.setTimeout((KILLS + 1) * 150_000);
  const profile = testInfo.outputPath('profile');
  const { launchOptions } = testInfo.project.use;
  const chance = chances();
  let written = 'First.';
  let sure = written;
  const hit: Record<Act, number> = { typing: 0, running: 0, saving: 0 };
  for (let kills = 0; kills <= KILLS; ++kills) {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions });
    const page = await reopened(context, baseURL!);
    const { text } = await screen(page);
    // The beginning of what was written, and no less than what was kept.
    expect(written.slice(0, text.length)).toBe(text);
    expect(text.slice(0, sure.length)).toBe(sure);
    written = sure = text;
    let alive = kills < KILLS;
    let act: Act = 'typing';
    const kill = (): void => {
      alive = false;
      ++hit[act];
      killBrowser(profile);
    };
    const doom = setTimeout(kill, 1_000 + chance() * 9_000);
    while (alive) {
      try {
        const what = chance();
        act = what < 0.2 ? 'saving' : what < 0.4 ? 'running' : 'typing';
        if (act === 'saving') await save(page);
        else if (act === 'running') await run(page);
        else {
          const word = ` word${written.length}.`;
          written += word.trim();
          await page.keyboard.type(word, { delay: chance() * 80 });
        }
        if (chance() < 0.5) await page.waitForTimeout(chance() * 1_500);
        const now = await screen(page);
        if (now.isSafe) sure = now.text;
      } catch (error) {
        if (alive) throw error;
      }
    }
    clearTimeout(doom);
    await context.close().catch(() => {});
  }
  expect(sure.length).toBeGreaterThan('First.'.length);
  console.log(`killed ${KILLS} times: ${JSON.stringify(hit)}; ${sure.length} characters stand`);
});

/** What the script is at. */
type Act = 'typing' | 'running' | 'saving';

/** Numbers between 0 and 1 that are the same in every run. */
function chances(): () => number {
  let state = 20261122;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The notebook as it comes back, with the cursor at the end of its prose. */
async function reopened(context: BrowserContext, address: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(
    ([name, start]) => {
      const pick = async (): Promise<FileSystemFileHandle> => {
        const root = await navigator.storage.getDirectory();
        const handle = await root.getFileHandle(name!, { create: true });
        if ((await handle.getFile()).size === 0) {
          const stream = await handle.createWritable();
          await stream.write(start!);
          await stream.close();
        }
        return handle;
      };
      const may = () => Promise.resolve('granted');
      Object.assign(FileSystemHandle.prototype, { queryPermission: may, requestPermission: may });
      Object.assign(globalThis, {
        showOpenFilePicker: async () => [await pick()],
        showSaveFilePicker: pick,
      });
    },
    [NAME, START],
  );
  await openApp(page, address);
  // What was recovered is there by the time the app is ready; else all of it is in the file.
  await expect(page.getByText('Ready offline')).toBeVisible();
  const tab = page.getByRole('tab', { name: NAME });
  if (!(await tab.isVisible())) await page.keyboard.press('Control+o');
  await expect(tab).toBeVisible();
  const work = page.locator('[data-cell=work]');
  const allow = work.getByRole('button', { name: 'Run this notebook’s code' });
  // It is asked for until the word is remembered, and the code is whole whatever happened to the file.
  await expect(async () => {
    if (await allow.isVisible()) await allow.click({ timeout: 1_000 });
    await expect(work.locator('pre')).toHaveText('97', { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: '0 problems' })).toBeVisible();
  await write(page);
  return page;
}

/** Puts the cursor at the end of the prose. */
async function write(page: Page): Promise<void> {
  const cell = page.locator('[data-cell=text1]');
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Control+End');
}

/** Sets the code going, and goes back to the prose while it runs. */
async function run(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('[data-cell=work]').focus();
  await page.keyboard.press('Control+Enter');
  await write(page);
}

/** What the screen shows at one moment: the prose without spaces, and whether it says that it keeps it or has it saved. */
function screen(page: Page): Promise<{ readonly text: string; readonly isSafe: boolean }> {
  return page.evaluate(() => {
    const text = document.querySelector('[data-cell=text1] .cm-content')?.textContent ?? '';
    const isKept = document.querySelector('footer')?.textContent.includes('Kept in this browser');
    return {
      text: text.replace(/\s/g, ''),
      isSafe: isKept === true || !document.title.startsWith('●'),
    };
  });
}

/** Saves; a kill in the middle of saving may have left a file that this page has not read. */
async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  const mine = page.getByRole('dialog').getByRole('button').first();
  const late = Date.now() + 60_000;
  while ((await page.title()).includes('●')) {
    expect(Date.now(), 'it is saved').toBeLessThan(late);
    if (await mine.isVisible()) await mine.click();
  }
  await page.locator('[data-cell=text1] .cm-content').focus();
}
