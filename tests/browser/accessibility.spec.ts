import { readFile, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './app';
import { command } from './by-keys';
import { dropFiles } from './drop-files';

/** Everything that can go wrong in one notebook: a conflict, an unknown type, a circle, no data. */
const WRONG = `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

# What is wrong here

\`\`\`json lift:source gone
{ "file": "gone.csv" }
\`\`\`

\`\`\`json lift:metric a
{ "value": { "$ref": "b.value" } }
\`\`\`

\`\`\`json lift:metric b
{ "value": { "$ref": "a.value" } }
\`\`\`

\`\`\`json lift:sparkles odd
{}
\`\`\`

<<<<<<< ours
Ours, {{ nobody.there }}.
=======
Theirs.
>>>>>>> theirs
`;

const DATA = `user_id,version,bought
${Array.from({ length: 40 }, (_, i) => `u${i},${i % 2 ? 'treatment' : 'control'},${i % 3 ? 0 : 1}`).join('\n')}
`;

/** Every view by name, each opened from the one before it. */
const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  welcome: async (page) => {
    await expect(page.getByRole('heading', { name: 'Start from a question' })).toBeVisible();
  },
  'keyboard shortcuts': (page) => dialog(page, 'Keyboard shortcuts'),
  'a readout with its form': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Did my test win?' }).click();
    await expect(page.locator('.answer').first()).toBeVisible();
    await page.locator('.answer').first().click();
    await expect(page.getByText('Planned split')).toBeVisible();
  },
  'how an A/B test works': async (page) => {
    await dialog(page, 'How this works');
    await expect(page.getByRole('heading', { name: 'Who counts' })).toBeVisible();
  },
  'the form as JSON': async (page) => {
    await page.keyboard.press('Escape');
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('JSON', { exact: true }).first().click();
    await expect(inspector.locator('.cm-content')).toBeVisible();
  },
  'the source of the data': async (page) => {
    await page.locator('[data-cell="events"]').focus();
    await page.locator('[data-cell="events"]').getByText('First rows').click();
    await expect(page.locator('[data-cell="events"] [role="row"]').first()).toBeVisible();
  },
  'an editor of text': async (page) => {
    await page.locator('[data-cell="text1"]').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-cell="text1"] .cm-content')).toBeFocused();
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
  },
  'the changes since saving': async (page) => {
    await command(page, 'Compare with what was saved');
    await expect(page.getByText('1 cell differs.')).toBeVisible();
  },
  dashboard: async (page) => {
    await command(page, 'Show as dashboard');
    await expect(page.locator('[data-tile] .answer').first()).toBeVisible();
  },
  'source text': async (page) => {
    await command(page, 'Show as source text');
    await expect(page.locator('.cm-content').first()).toBeVisible();
  },
  'the data browser': (page) => sideView(page, 'Data'),
  'search and replace': async (page) => {
    await command(page, 'Show as notebook');
    await sideView(page, 'Search and replace');
    await page.getByLabel('Find in this notebook').fill('purchase');
    await expect(page.getByRole('status').filter({ hasText: /place/ })).toBeVisible();
  },
  'the list of experiments': async (page) => {
    await sideView(page, 'Experiments');
    await expect(page.getByText('ship', { exact: true }).first()).toBeVisible();
  },
  'the log': async (page) => {
    await command(page, 'Log');
    await expect(page.locator('section[data-region]').last()).toBeVisible();
  },
  'the graph of cells': async (page) => {
    await command(page, 'Graph of cells');
    await expect(page.getByRole('group', { name: /reads which$/ })).toBeVisible();
  },
  'the palette': async (page) => {
    await page.keyboard.press('F1');
    await expect(page.getByRole('combobox', { name: 'Commands and places' })).toBeFocused();
  },
  settings: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  },
  'a file that is imported': async (page) => {
    const file = test.info().outputPath('people.csv');
    await writeFile(file, DATA);
    await dropFiles(page, file);
    await expect(page.getByText('Use these and run the A/B test')).toBeVisible();
  },
  'a notebook full of problems': async (page) => {
    const file = test.info().outputPath('wrong.lift.md');
    await writeFile(file, WRONG);
    await dropFiles(page, file);
    await expect(page.locator('[data-cell="odd"]')).toBeVisible();
    await page.keyboard.press('Control+Shift+m');
    await expect(page.getByText(/a → b → a/).first()).toBeVisible();
  },
};

const THEMES = ['light', 'dark', 'high contrast'] as const;
type Theme = (typeof THEMES)[number];

for (const theme of THEMES) {
  test(`no view has anything serious against accessibility: ${theme}`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(600_000);
    await command(page, `Theme: ${theme}`);
    const found: Record<string, readonly string[]> = {};
    for (const [name, open] of Object.entries(VIEWS)) {
      await open(page);
      found[name] = await serious(page, theme);
    }
    found['slides'] = await onSlides(page, theme);
    found['the shared page'] = theme === 'light' ? await onSharedPage(page, browser) : [];
    expect(Object.entries(found).filter(([, wrongs]) => wrongs.length > 0)).toEqual([]);
  });
}

async function onSlides(page: Page, theme: Theme): Promise<readonly string[]> {
  await command(page, 'Close tab');
  await page.getByRole('tab', { name: /^checkout-test/ }).click();
  await page.keyboard.press('F5');
  await expect(page.getByRole('dialog', { name: 'Slides' })).toBeVisible();
  const found = await serious(page, theme);
  await page.keyboard.press('Escape');
  return found;
}

/** A shared page has one look, and no network to load a tester from: it is looked at in a frame of its own. */
async function onSharedPage(page: Page, browser: Browser): Promise<readonly string[]> {
  const download = page.waitForEvent('download');
  await command(page, 'Export as one page');
  await page.getByRole('dialog').getByRole('button', { name: 'Write the file' }).click();
  const html = await readFile(await (await download).path(), 'utf8');
  const context = await browser.newContext({ bypassCSP: true });
  const shared = await context.newPage();
  await shared.setContent(html);
  await expect(shared.locator('.answer').first()).toBeVisible();
  const found = await serious(shared, 'light');
  await context.close();
  return found;
}

async function sideView(page: Page, name: string): Promise<void> {
  await command(page, name);
  await expect(page.getByRole('region', { name }).first()).toBeVisible();
}

async function dialog(page: Page, name: string): Promise<void> {
  await command(page, name);
  await expect(page.getByRole('dialog').first()).toBeVisible();
}

/** What axe calls serious or critical; another theme changes colours alone. */
async function serious(page: Page, theme: Theme): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  if (theme !== 'light') axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
