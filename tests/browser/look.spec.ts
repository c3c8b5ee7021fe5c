import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app';

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test('the welcome page and a readout have nothing serious against accessibility', async ({
      page,
    }) => {
      await expect(page.getByRole('heading', { name: 'Start from a question' })).toBeVisible();
      expect(await serious(page)).toEqual([]);
      await page.getByRole('button', { name: 'Did my test win?' }).click();
      await expect(page.locator('.answer')).toBeVisible();
      await page.locator('.answer').click();
      await expect(page.getByText('Planned split')).toBeVisible();
      expect(await serious(page)).toEqual([]);
    });
  });
}

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

async function serious(page: ConstructorParameters<typeof AxeBuilder>[0]['page']) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
