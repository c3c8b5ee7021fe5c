import { expect, test } from './app';

test('a notebook is presented by keys, tried with other values, and stays as it was', async ({
  page,
  context,
}) => {
  await page.getByRole('button', { name: 'Did my test win?' }).click();
  await expect(page.locator('.answer').first()).toContainText('Ship treatment.');
  await page.keyboard.press('F5');
  const wall = page.getByRole('dialog', { name: 'Slides' });
  await expect(wall.getByText('Slide 1 of')).toBeAttached();
  await expect(wall.getByRole('heading', { name: 'Checkout test' })).toBeVisible();
  await expect(wall.getByText('data ', { exact: false }).first()).toBeVisible();

  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opened;
  await expect(speaker.getByText('Slide 1 of')).toBeVisible();
  await expect(speaker.getByRole('timer')).toBeVisible();

  await page.bringToFront();
  await page.keyboard.press('ArrowRight');
  await expect(wall.getByText('Slide 2 of')).toBeAttached();
  await expect(speaker.getByText('Slide 2 of').first()).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(wall.getByText('Slide 1 of')).toBeAttached();

  await page.keyboard.press('b');
  await expect(wall.getByRole('heading', { name: 'Checkout test' })).toHaveCount(0);
  await page.keyboard.press('b');
  await page.keyboard.press('w');
  await expect(wall.getByRole('complementary', { name: 'What if …' })).toBeVisible();
  await page.keyboard.press('w');

  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
  await expect(page).toHaveTitle(/^checkout-test/);
});
