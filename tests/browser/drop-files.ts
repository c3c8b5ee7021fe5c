import type { Page } from '@playwright/test';

/** Drops files from disk on the page, as from the desktop: real `File`s, whatever their size. */
export async function dropFiles(page: Page, ...paths: readonly string[]): Promise<void> {
  // What is dropped before the app is there is lost.
  await page.locator('[data-region]').first().waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'files-to-drop';
    input.hidden = true;
    document.body.append(input);
  });
  await page.locator('#files-to-drop').setInputFiles([...paths]);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#files-to-drop')!;
    const dataTransfer = new DataTransfer();
    for (const file of input.files!) dataTransfer.items.add(file);
    input.remove();
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
    }
  });
}
