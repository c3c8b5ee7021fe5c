import { readFile, writeFile } from 'node:fs/promises';
import { type Locator, type Page, type TestInfo } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, openApp, test } from './app';
import { agreed, bytesOf, command, downloaded, goToCell, openByKeys, tabTo } from './by-keys';
import { STORY, storyData } from './story';

const CHART = `
\`\`\`json lift:chart lifts
{
  "data": { "name": "ab.results" },
  "mark": "bar",
  "encoding": { "x": { "field": "lift", "type": "quantitative" }, "y": { "field": "metric" } }
}
\`\`\`
`;

const MORE = `
## By day
${CHART}
<!-- lift:md said slide=notes -->

Say that nobody was asked twice.

<!-- lift:md end -->

## What we do next
`;

/** Writes the notebook and its data to disk, and opens both. */
async function openStory(page: Page, testInfo: TestInfo, text: string): Promise<string> {
  const notebook = testInfo.outputPath('story.lift.md');
  const data = testInfo.outputPath('story.csv');
  await writeFile(notebook, text);
  await writeFile(data, storyData(4_000, 400));
  await openByKeys(page, [notebook, data]);
  await expect(page.locator('.answer').first()).toContainText('purchase');
  return notebook;
}

/** Text in the middle of the wall. */
const onWall = (wall: Locator, at: number): Locator => wall.getByText(`Slide ${at} of 4`);

test('a notebook is saved with results; a colleague without the data reads them, comments and sees what she changed', async ({
  page,
}, testInfo) => {
  const notebook = await openStory(page, testInfo, STORY);
  const answer = await page.locator('.answer').first().innerText();
  await command(page, 'Keep the results in the file');
  const asked = page.getByRole('dialog', { name: /^Keep the results in/ });
  await expect(asked).toContainText('The results of “ab”, as numbers');
  await expect(asked).toContainText('Not in it: the rows of your data');
  await page.keyboard.press('Enter');
  const saved = await downloaded(page, () => page.keyboard.press('Control+s'));
  await saved.saveAs(notebook);
  expect(await readFile(notebook, 'utf8')).toContain('lift:results');

  await page.reload();
  await openApp(page);
  await openByKeys(page, notebook);
  await expect(page.getByText(/saved result of/)).toBeVisible();
  await expect(page.locator('.answer').first()).toHaveText(answer);

  await goToCell(page, 'ab');
  await page.keyboard.press('b');
  await page.keyboard.press('o');
  await tabTo(page, page.getByRole('textbox', { name: 'Note', exact: true }));
  await page.keyboard.type('Was the release in this range?');
  // Esc leads back to the note, and Tab from there past it.
  await page.keyboard.press('Escape');
  const note = page.locator('article', { hasText: 'Was the release in this range?' });
  await expect(note).toBeFocused();
  await tabTo(page, note.getByRole('button', { name: 'Resolve' }));
  await tabTo(page, page.locator('footer[data-region]').getByRole('button').first());
  await command(page, 'Compare with what was saved');
  await expect(page.getByText('1 cell differs')).toBeVisible();
  await expect(
    page.locator('pre .added', { hasText: 'Was the release in this range?' }),
  ).toBeVisible();
  const reviewed = await downloaded(page, () => page.keyboard.press('Control+s'));
  expect((await bytesOf(reviewed)).toString()).toContain('Was the release in this range?');
});

test('a meeting is held by keys from the first slide to the last, and the file stays as it was', async ({
  page,
  context,
}, testInfo) => {
  const text = `${STORY}${MORE}`;
  await openStory(page, testInfo, text);
  await page.keyboard.press('F5');
  const wall = page.getByRole('dialog', { name: 'Slides' });
  await expect(onWall(wall, 1)).toBeAttached();
  await expect(wall.locator('footer')).toContainText(/4,001 users · .* – .* · data [0-9a-f]{6}/);

  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opened;
  await expect(speaker.getByRole('timer')).toBeVisible();
  await expect(speaker.getByText(/Data until/)).toBeVisible();
  await page.bringToFront();
  for (const at of [2, 3, 4]) {
    await page.keyboard.press('ArrowRight');
    await expect(onWall(wall, at)).toBeAttached();
    await expect(speaker.getByText(`Slide ${at} of 4`).first()).toBeVisible();
  }
  await expect(speaker.getByText('This is the last slide.')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(speaker.getByText('Say that nobody was asked twice.')).toBeVisible();

  await expect(wall.locator('figure .drawing').locator('canvas, svg').first()).toBeVisible();
  const asTable = wall.locator('figure').getByRole('columnheader', { name: 'lift', exact: true });
  await page.keyboard.press('t');
  await expect(asTable).toBeVisible();
  await page.keyboard.press('t');
  await expect(asTable).toHaveCount(0);

  await page.keyboard.press('b');
  await expect(wall.getByRole('heading')).toHaveCount(0);
  await expect(speaker.getByText('The wall is black')).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect(onWall(wall, 2)).toBeAttached();

  const interval = wall.locator('td').filter({ hasText: '%' }).nth(2);
  const before = await interval.innerText();
  await page.keyboard.press('w');
  const inputs = wall.getByRole('complementary', { name: 'What if …' });
  await tabTo(page, inputs.getByRole('spinbutton'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0.4');
  await page.keyboard.press('Tab');
  await expect(interval).not.toHaveText(before);
  // The panel may go; that these are not the file's values stays on the wall.
  const mark = wall.getByText('What if: not the values of the file');
  await page.keyboard.press('w');
  await expect(inputs).toHaveCount(0);
  await expect(mark).toBeVisible();
  await page.keyboard.press('w');
  await tabTo(page, inputs.getByRole('spinbutton'));
  await page.keyboard.press('f');
  await expect(inputs).toHaveAttribute('inert');
  await page.keyboard.press('f');
  await tabTo(page, inputs.getByRole('button', { name: 'Back to the file’s values' }));
  await page.keyboard.press('Enter');
  await expect(interval).toHaveText(before);
  await expect(mark).toHaveCount(0);

  await page.keyboard.press('w');
  await page.keyboard.press('Escape');
  await expect(inputs).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
  const saved = await downloaded(page, () => page.keyboard.press('Control+s'));
  expect((await bytesOf(saved)).toString()).toBe(text);
});

test('after the meeting everything leaves: page, paper, picture, tables, Jupyter, the decision', async ({
  page,
}, testInfo) => {
  // Nobody can answer the print dialog.
  await page.evaluate(() =>
    document.addEventListener(
      'load',
      ({ target }) => {
        if (!(target instanceof HTMLIFrameElement) || !target.srcdoc) return;
        const { contentWindow } = target;
        contentWindow!.print = () => (document.documentElement.dataset['printed'] = 'yes');
      },
      true,
    ),
  );
  await openStory(page, testInfo, STORY);
  const out = (title: string) => downloaded(page, () => agreed(page, title));
  const text = async (title: string) => (await bytesOf(await out(title))).toString();
  const shared = await text('Export as one page');
  expect(shared.includes('Ship treatment.')).toBe(true);
  await command(page, 'Print, or save as PDF');
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  expect(await text('Export as Jupyter')).toContain('2,000');

  const charts = await downloaded(page, () => command(page, 'Export all charts as PNG'));
  const pictures = Object.entries(unzipSync(new Uint8Array(await bytesOf(charts))));
  expect(pictures.map(([name]) => name)).toContain('story-ab-over-time.png');
  for (const [, picture] of pictures) expect(strFromU8(picture.slice(1, 4))).toBe('PNG');

  await goToCell(page, 'ab');
  expect((await bytesOf(await out('Save chart as PNG'))).toString('latin1', 1, 4)).toBe('PNG');
  expect(await text('Save table as CSV')).toMatch(/^metric,/);
  expect((await bytesOf(await out('Save table as Arrow'))).toString('latin1', 0, 6)).toBe('ARROW1');

  await command(page, 'Record the decision');
  const dialog = page.getByRole('dialog', { name: 'Record the decision' });
  await tabTo(page, dialog.getByLabel('Why'));
  await page.keyboard.type('More people buy.');
  await tabTo(page, dialog.getByRole('button', { name: 'Record', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/The decision stands in experiments.lift.md/)).toBeVisible();
  const log = await downloaded(page, () => page.keyboard.press('Control+s'));
  expect(log.suggestedFilename()).toBe('experiments.lift.md');
  expect((await bytesOf(log)).toString()).toContain('More people buy.');
});

test('a merge conflict is resolved cell by cell', async ({ page }, testInfo) => {
  const notebook = testInfo.outputPath('merged.lift.md');
  const metric = (id: string, value: number): string =>
    `\`\`\`json lift:metric ${id}\n{ "label": "${id}", "value": ${value} }\n\`\`\``;
  const [head] = STORY.split('# Story');
  const sides = (k: number): string => `${metric('rate', k)}\n\n${metric('total', 10 * k)}`;
  await writeFile(
    notebook,
    `${head}<<<<<<< main\n${sides(1)}\n=======\n${sides(2)}\n>>>>>>> ana\n`,
  );
  await openByKeys(page, notebook);
  const keep = async (side: string, title: string): Promise<void> => {
    const region = page.getByRole('region', { name: side });
    await tabTo(page, region.getByRole('button', { name: title }));
    await page.keyboard.press('Enter');
    await expect(region).toHaveCount(0);
  };
  await keep('Theirs: rate', 'Keep theirs');
  await expect(page.locator('[data-cell="rate"]')).toBeVisible();
  await keep('Ours: total', 'Keep ours');
  const saved = await downloaded(page, () => page.keyboard.press('Control+s'));
  expect((await bytesOf(saved)).toString()).toBe(
    `${head}${metric('rate', 2)}\n\n${metric('total', 10)}\n`,
  );
});
