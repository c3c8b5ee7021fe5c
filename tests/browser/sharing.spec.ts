import { readFile, writeFile } from 'node:fs/promises';
import { tableFromIPC } from 'apache-arrow';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './app';
import { agreed, bytesOf, command, downloaded, tabTo } from './by-keys';
import { dropFiles } from './drop-files';
import { STORY, storyData } from './story';

async function openSample(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'Did my test win?' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer').first()).toContainText('Ship treatment.');
}

test('charts and tables leave by the keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page);

  const png = await downloaded(page, async () => {
    await command(page, 'Save chart as PNG');
    await expect(page.getByRole('dialog', { name: 'Which chart?' })).toBeVisible();
    await page.keyboard.press('Enter');
  });
  expect(png.suggestedFilename()).toBe('checkout-test-ab-over-time.png');
  const picture = await bytesOf(png);
  expect(picture.readUInt32BE(16)).toBe(2 * 960);

  const svg = await downloaded(page, () => agreed(page, 'Save chart as SVG'));
  const drawn = (await bytesOf(svg)).toString();
  expect(drawn).toContain('>Over time (always-valid interval) (95 %)</text>');
  expect(drawn).toMatch(/>Checkout test · 12,000 users · [^<]* · data [0-9a-f]{6}<\/text>/);

  const csv = await downloaded(page, () => agreed(page, 'Save table as CSV'));
  const [header, first] = (await bytesOf(csv)).toString().split('\r\n');
  expect(header).toMatch(/^metric,control,treatment,/);
  expect(first).toMatch(/^Purchase,0\.5406360424028268,0\.6312056737588653,/);

  const arrow = await downloaded(page, () => agreed(page, 'Save table as Arrow'));
  const results = tableFromIPC(await bytesOf(arrow));
  expect(results.get(0)?.toJSON()).toMatchObject({
    metric: 'Purchase',
    control: 0.5406360424028268,
    treatment: 0.6312056737588653,
  });

  await agreed(page, 'Copy table as Markdown');
  await expect(page.getByText('Copied.').first()).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('| Purchase (goal · within 7 days) | 54.06 % (306 of 566) |');

  await page.keyboard.press('Control+Alt+c');
  await expect(page.getByRole('dialog', { name: 'Which chart?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)),
    )
    .toEqual(['image/png']);
});

test('the notebook becomes a Jupyter notebook and a PowerPoint file with its numbers', async ({
  page,
}) => {
  await openSample(page);
  const jupyter = await downloaded(page, () => agreed(page, 'Export as Jupyter'));
  expect(jupyter.suggestedFilename()).toBe('checkout-test.ipynb');
  const { nbformat, cells } = JSON.parse((await bytesOf(jupyter)).toString()) as {
    nbformat: number;
    cells: { outputs?: unknown[] }[];
  };
  expect(nbformat).toBe(4);
  expect(JSON.stringify(cells)).toContain('63.12 % (356 of 564)');

  const slides = await downloaded(page, () => agreed(page, 'Export as PowerPoint'));
  const parts = unzipSync(new Uint8Array(await bytesOf(slides)));
  const text = Object.entries(parts)
    .filter(([name]) => /slides\/slide\d+\.xml$/.test(name))
    .map(([, xml]) => strFromU8(xml));
  expect(text.join('')).toContain('63.12 % (356 of 564)');
  for (const slide of text) expect(slide).toMatch(/12,000 users · [^<]* · data [0-9a-f]{6}/);
  const pictures = Object.entries(parts).filter(([name]) => name.endsWith('.png'));
  expect(pictures).toHaveLength(1);
  expect(strFromU8(pictures[0]![1].slice(1, 4))).toBe('PNG');
});

test('pages and slides go to the printer whole', async ({ page, context }) => {
  // Nobody can answer the print dialog: what would be printed is kept instead.
  await page.evaluate(() =>
    document.addEventListener(
      'load',
      ({ target }) => {
        if (!(target instanceof HTMLIFrameElement) || !target.srcdoc) return;
        const { contentWindow, contentDocument } = target;
        contentWindow!.print = () => {
          const kept = window as { printed?: string };
          kept.printed = contentDocument!.documentElement.outerHTML;
        };
      },
      true,
    ),
  );
  await openSample(page);
  const printed = async (title: string): Promise<Page> => {
    await page.evaluate(() => delete (window as { printed?: string }).printed);
    await command(page, title);
    const html = await page.waitForFunction(() => (window as { printed?: string }).printed);
    const paper = await context.newPage();
    await paper.setContent(`<!doctype html>${await html.jsonValue()}`);
    return paper;
  };
  const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;

  const a4 = await printed('Print, or save as PDF');
  expect(pages(await a4.pdf({ preferCSSPageSize: true }))).toBe(5);
  await expect(a4.locator('.answer')).toContainText('Ship treatment.');
  await a4.close();

  const wide = await printed('Print the slides');
  const pdf = await wide.pdf({ preferCSSPageSize: true });
  expect(pages(pdf)).toBe(2);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 960 540\]/);
  const cut = await wide.locator('.content').evaluateAll((contents) =>
    contents.filter((content) => {
      const room = content.parentElement!.getBoundingClientRect();
      return content.getBoundingClientRect().bottom > room.bottom + 1;
    }),
  );
  expect(cut).toEqual([]);
  await wide.close();
});

test('results are kept in the file, and next week’s data say what moved', async ({
  page,
}, testInfo) => {
  const notebook = testInfo.outputPath('story.lift.md');
  const data = testInfo.outputPath('story.csv');
  await writeFile(notebook, STORY);
  await writeFile(data, storyData(4_000, 400));
  await dropFiles(page, notebook, data);
  await expect(page.locator('.answer').first()).toBeVisible();
  await agreed(page, 'Keep the results in the file');
  const saved = await downloaded(page, () => page.keyboard.press('Control+s'));
  await saved.saveAs(notebook);
  expect(await readFile(notebook, 'utf8')).toContain('lift:results');

  await page.reload();
  await dropFiles(page, notebook, data);
  await expect(page.getByText(/^As saved on/)).toBeVisible();

  await page.reload();
  await writeFile(data, storyData(4_200, 100));
  await dropFiles(page, notebook, data);
  const since = page.getByText(/figures changed since .* on other data/);
  await expect(since).toBeVisible();
  await tabTo(page, since);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Now' })).toBeVisible();
  await expect(page.getByRole('row', { name: /purchase.*control/ }).first()).toContainText('2,100');
});

test('a decision is recorded by the keyboard alone', async ({ page }) => {
  await openSample(page);
  await command(page, 'Record the decision');
  const dialog = page.getByRole('dialog', { name: 'Record the decision' });
  await expect(dialog.getByLabel('Question')).toHaveValue(
    'Does a one-page checkout bring more orders than the old three steps?',
  );
  await expect(dialog.getByLabel('Decision')).toHaveValue('ship');
  await tabTo(page, dialog.getByLabel('Owner'));
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/The decision stands in experiments.lift.md.*100 %/)).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Checkout test' })).toBeVisible();
  const log = await downloaded(page, () => page.keyboard.press('Control+s'));
  expect(log.suggestedFilename()).toBe('experiments.lift.md');
  const text = (await bytesOf(log)).toString();
  expect(text).toMatch(
    /^\| 20\d\d-\d\d-\d\d \| \[Checkout test\]\(<checkout-test\.lift\.md#ab>\) \| Ana \|/m,
  );
  expect(text).toContain('- Data (sha256): a47d9087909432804');
});

test('a what-if on the wall is discarded and the file stays as it was; crowded slides are told before', async ({
  page,
}, testInfo) => {
  const notebook = testInfo.outputPath('story.lift.md');
  const data = testInfo.outputPath('story.csv');
  const crowded = Array.from({ length: 40 }, (_, k) => `Paragraph ${k} of too many.`).join('\n\n');
  const text = `${STORY}\n<!-- lift:md third -->\n\n## Too much\n\n${crowded}\n`;
  await writeFile(notebook, text);
  await writeFile(data, storyData(4_000, 400));
  await dropFiles(page, notebook, data);
  await expect(page.locator('.answer').first()).toBeVisible();

  await command(page, 'Check that the slides fit');
  await expect(page.getByText(/Slide 3 holds too much/).first()).toBeVisible();

  await page.keyboard.press('F5');
  const wall = page.getByRole('dialog', { name: 'Slides' });
  await expect(wall.locator('footer')).toContainText(/users · .* · data [0-9a-f]{6}/);
  await page.keyboard.press('ArrowRight');
  await expect(wall.locator('.answer')).toBeVisible();
  const interval = wall.locator('td').filter({ hasText: '%' }).nth(2);
  const before = await interval.innerText();
  await page.keyboard.press('w');
  const field = wall.getByRole('complementary', { name: 'What if …' }).getByRole('spinbutton');
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0.4');
  await page.keyboard.press('Tab');
  await expect(interval).not.toHaveText(before);
  await tabTo(page, wall.getByRole('button', { name: 'Back to the file’s values' }));
  await page.keyboard.press('Enter');
  await expect(interval).toHaveText(before);
  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
  const saved = await downloaded(page, () => page.keyboard.press('Control+s'));
  expect((await bytesOf(saved)).toString()).toBe(text);
});
