import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestInfo } from '@playwright/test';
import { badInputs, writeBadInputs } from '../bad-input/bad-inputs';
import { expect, test } from './app';
import { dropFiles } from './drop-files';

const HEADER = '```json lift:notebook\n{ "liftbook": 1, "timezone": "UTC" }\n```\n';

/** A small unit table whose test has a verdict of its own: the cell that has to stay alive. */
const UNITS = `user,arm,bought\n${Array.from({ length: 400 }, (_, i) => `u${i},${i % 2 ? 'A' : 'B'},${i % 3 ? 0 : 1}`).join('\n')}\n`;

const GOOD = `
\`\`\`json lift:source units
{ "file": "units.csv", "roles": { "user": "user" } }
\`\`\`

\`\`\`json lift:analysis good
{
  "kind": "experiment",
  "source": "units",
  "variant": "arm",
  "control": "A",
  "metrics": [{ "name": "bought", "type": "proportion", "column": "bought" }]
}
\`\`\`
`;

async function written(testInfo: TestInfo, name: string, content: string | Uint8Array) {
  const path = testInfo.outputPath(name);
  await writeFile(path, content);
  return path;
}

for (const [name, content, sentence] of [
  ['empty.csv', '', 'The file is empty.'],
  ['binary.csv', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251), 'can be read'],
  ['page.csv', '<!doctype html><html><body>Sign in</body></html>', 'page.csv'],
] as const) {
  test(`${name} says what it is, and the app goes on`, async ({ page }, testInfo) => {
    await dropFiles(page, await written(testInfo, name, content));
    await expect(page.getByText(sentence).first()).toBeVisible();
    await page.getByRole('tab', { name: 'Welcome' }).click();
    await page.getByRole('button', { name: 'Did my test win?' }).click();
    await expect(page.locator('.answer')).toContainText('Ship treatment.');
  });
}

test('ragged rows are loaded, counted and located', async ({ page }, testInfo) => {
  const rows = 'user,arm,x\na,A,1\nb,B\nc,A,1,2\nd,B,3\n';
  await dropFiles(page, await written(testInfo, 'ragged.csv', rows));
  await expect(page.getByText('2 rows have another number of cells').first()).toBeVisible();
  await expect(page.getByText('4 rows').first()).toBeVisible();
});

test('a broken cell, a conflict, a missing file and an unknown event leave the rest alive', async ({
  page,
}, testInfo) => {
  const notebook = `${HEADER}
# Still here
${GOOD}
\`\`\`json lift:analysis broken
{ "kind": "experiment", "source": "units",, }
\`\`\`

<<<<<<< ours
The result is good.
=======
The result is bad.
>>>>>>> theirs

\`\`\`json lift:source gone
{ "file": "nowhere.csv", "roles": { "user": "user" } }
\`\`\`

\`\`\`json lift:analysis wrong
{
  "kind": "experiment",
  "source": "units",
  "variant": "arm",
  "control": "A",
  "metrics": [{ "name": "bought", "type": "proportion", "column": "bougth" }]
}
\`\`\`

\`\`\`json lift:someday later
{}
\`\`\`
`;
  const file = await written(testInfo, 'mixed.lift.md', notebook);
  await dropFiles(page, file, await written(testInfo, 'units.csv', UNITS));
  await expect(page.locator('.answer')).toBeVisible();
  await expect(page.getByText('Did you mean “bought”?').first()).toBeVisible();
  await expect(page.getByText('The result is good.')).toBeVisible();
  await expect(page.getByText('The result is bad.')).toBeVisible();
  await expect(page.getByText('nowhere.csv').first()).toBeVisible();
  await expect(page.getByText('someday').first()).toBeVisible();
  await expect(page.getByText('broken').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Still here' })).toBeVisible();
});

/** All of them with `--whole`. */
const isShown = (at: number): boolean =>
  process.env['LIFTBOOK_WHOLE'] !== undefined || at % 14 === 3;

test('bad inputs say in the app what they say on the command line', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('bad');
  writeBadInputs(folder);
  // Files are found otherwise on a disk, and code waits for the reader.
  const ofDisk = ['source-file-missing', 'outside-folder', 'not-a-file'];
  const shown = badInputs.filter(
    ({ exit, code, says, name }, at) =>
      exit === 1 &&
      isShown(at) &&
      says !== '' &&
      !ofDisk.includes(code) &&
      !name.startsWith('code-'),
  );
  test.setTimeout(60_000 + shown.length * 10_000);
  expect(shown.length).toBeGreaterThanOrEqual(10);
  const silent: string[] = [];
  for (const { name, files, says, notebook } of shown) {
    const all = ['book.lift.md', 'units.csv', ...Object.keys(files)];
    await dropFiles(page, ...new Set(all.map((file) => join(folder, name, file))));
    const tab = page.getByRole('tab', { name: 'book.lift.md' });
    await page.keyboard.press('Control+Shift+M');
    const told = page.getByText(says).first();
    const answer = page.locator('[data-cell=good] .answer');
    // A file that no cell reads is imported, and its tab comes to the front.
    const isTold = expect(async () => {
      await tab.click();
      await expect(told).toBeVisible({ timeout: 10_000 });
      if (String(notebook).includes('# Still here')) {
        await expect(answer).toBeVisible({ timeout: 10_000 });
      }
    }).toPass({ timeout: 60_000 });
    await isTold.catch(() => silent.push(name));
    await expect(async () => {
      await tab.click();
      await page.keyboard.press('Alt+w');
      await expect(tab).toHaveCount(0, { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
  }
  expect(silent).toEqual([]);
  console.log(`${shown.length} of ${badInputs.length} bad inputs were opened in the app`);
});
