import { type Page, expect, test } from '@playwright/test';
import { openApp } from './app';

const HEADER = '```json lift:notebook\n{ "liftbook": 1, "timezone": "UTC" }\n```\n\n';
const NAME = 'kept.lift.md';

/** Puts a real file of the browser's own disk in the place of the file that a picker would give. */
async function withFile(page: Page, text: string): Promise<void> {
  await page.evaluate(
    async ([name, content]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle(name!, { create: true });
      const stream = await handle.createWritable();
      await stream.write(content!);
      await stream.close();
    },
    [NAME, text],
  );
}

/** What the file holds; nothing at the moment in which it is replaced. */
function onDisk(page: Page): Promise<string> {
  return page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle(name)).getFile();
    return file.text().catch(() => '');
  }, NAME);
}

/** Pickers give the file; its permission can be taken away as `denied`. */
async function pickers(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    const pick = async () => (await navigator.storage.getDirectory()).getFileHandle(name);
    const may = () => Promise.resolve('denied' in globalThis ? 'denied' : 'granted');
    Object.assign(FileSystemHandle.prototype, { queryPermission: may, requestPermission: may });
    Object.assign(globalThis, {
      showOpenFilePicker: async () => [await pick()],
      showSaveFilePicker: pick,
    });
  }, NAME);
}

async function opened(page: Page): Promise<void> {
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('tab', { name: NAME })).toBeVisible();
  await expect(page.locator('[data-cell=text1]')).toBeVisible();
}

async function typed(page: Page, word: string): Promise<void> {
  const cell = page.locator('[data-cell=text1]');
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` ${word}`);
  await page.keyboard.press('Escape');
  await expect(cell).toContainText(word);
}

async function start(page: Page): Promise<void> {
  await pickers(page);
  await openApp(page);
  await withFile(page, `${HEADER}First.\n`);
  await opened(page);
}

test('a notebook is saved in place, and goes back to what it was', async ({ page }) => {
  await start(page);
  await typed(page, 'second');
  await page.keyboard.press('Control+s');
  await expect.poll(() => onDisk(page)).toContain('First. second');
  await page.keyboard.press('F1');
  await page.getByRole('combobox', { name: 'Commands and places' }).fill('>Versions of');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Versions of ${NAME}` });
  await dialog.getByRole('button', { name: 'opened' }).click();
  await expect(dialog.getByText('First. second')).toBeVisible();
  await dialog.getByRole('button', { name: 'Go back to this version' }).click();
  await expect(page.locator('[data-cell=text1]')).not.toContainText('second');
  await expect(page.locator('[data-cell=text1]')).toContainText('First.');
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-cell=text1]')).toContainText('second');
});

test('what another program wrote is not written over', async ({ page }) => {
  await start(page);
  await typed(page, 'mine');
  await withFile(page, `${HEADER}Theirs.\n`);
  await page.keyboard.press('Control+s');
  const question = page.getByRole('dialog', { name: `${NAME} was changed by something else.` });
  await expect(question).toBeVisible();
  expect(await onDisk(page)).toContain('Theirs.');
  await question.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: `Versions of ${NAME}` });
  await expect(dialog.getByRole('button', { name: 'found on the disk' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-cell=text1]')).toContainText('mine');
  await page.keyboard.press('Control+s');
  await question.getByRole('button', { name: 'Take the one on the disk' }).click();
  await expect(page.locator('[data-cell=text1]')).toContainText('Theirs.');
  await expect(page.locator('[data-cell=text1]')).not.toContainText('mine');
});

test('a permission that is lost and a disk that is full leave file and changes as they are', async ({
  page,
}) => {
  await start(page);
  await typed(page, 'unsaved');
  await page.evaluate(() => Object.assign(globalThis, { denied: true }));
  await page.keyboard.press('Control+s');
  await expect(page.getByText('may not write to').first()).toBeVisible();
  await page.evaluate(() => {
    delete (globalThis as { denied?: true }).denied;
    FileSystemFileHandle.prototype.createWritable = () =>
      Promise.reject(new DOMException('full', 'QuotaExceededError'));
  });
  await page.keyboard.press('Control+s');
  await expect(page.getByText('could not be written; it is as it was').first()).toBeVisible();
  expect(await onDisk(page)).toBe(`${HEADER}First.\n`);
  await expect(page.locator('[data-cell=text1]')).toContainText('unsaved');
  await expect(page).toHaveTitle(/^● /);
  await expect(page.getByText('Kept in this browser')).toBeVisible();
});

test('of two tabs one changes the file, and the other can take it over', async ({
  page,
  context,
}) => {
  await start(page);
  const other = await context.newPage();
  await pickers(other);
  await openApp(other);
  await opened(other);
  await expect(other.getByText('Open in another tab')).toBeVisible();
  await typed(page, 'saved');
  await page.keyboard.press('Control+s');
  await expect.poll(() => onDisk(page)).toContain('saved');
  await other.getByRole('button', { name: 'Take over' }).click();
  await expect(other.getByText('Open in another tab')).toBeHidden();
  await expect(other.locator('[data-cell=text1]')).toContainText('saved');
  await expect(page.getByText('Open in another tab')).toBeVisible();
  await typed(other, 'here');
});

test('a browser that stores nothing says so, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openApp(page);
  await page.getByRole('button', { name: 'Did my test win?' }).click();
  await expect(page.locator('.answer').first()).toContainText('Ship treatment.');
  await typed(page, 'typed');
  await expect(page.getByText('does not keep unsaved changes').first()).toBeVisible();
});

test('a full store says so, keeps what it had, and loses nothing that is open', async ({
  page,
}) => {
  await openApp(page);
  await page.getByRole('button', { name: 'Did my test win?' }).click();
  await typed(page, 'before');
  await expect(page.getByText('Kept in this browser')).toBeVisible();
  // As over quota: the request succeeds, and the transaction aborts.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    Object.assign(globalThis, { mend: () => (IDBObjectStore.prototype.put = put) });
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value, key) {
      const request = put.call(this, value, key);
      request.onsuccess = () => this.transaction.abort();
      return request;
    };
  });
  await typed(page, 'beyond');
  await expect(page.getByText('does not keep unsaved changes').first()).toBeVisible();
  await expect(page.locator('[data-cell=text1]')).toContainText('before beyond');
  await page.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
  await typed(page, 'again');
  await expect(page.getByText('Kept in this browser')).toBeVisible();
});
