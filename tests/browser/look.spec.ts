import { expect, test } from './app';

for (const width of [1280, 1920]) {
  test(`nothing is wider than a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('button', { name: 'Did my test win?' }).click();
    await expect(page.locator('.answer')).toBeVisible();
    const overflow = await page.evaluate(() => {
      const card = document.querySelector('.answer')!.closest('section')!;
      return [document.documentElement, card, ...card.querySelectorAll('table')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.tagName);
    });
    expect(overflow).toEqual([]);
  });
}
