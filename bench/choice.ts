import { type Locator, type Page, expect } from '@playwright/test';

/** An input cell with a choice, which the cells of a bench refer to. */
export function choice(id: string, label: string, options: readonly (string | number)[]): string {
  const value = JSON.stringify(options[0]);
  return `\`\`\`json lift:input ${id}
{ "kind": "choice", "label": "${label}", "value": ${value}, "options": ${JSON.stringify(options)} }
\`\`\`
`;
}

/** Chooses a value and waits for another result; how long the cell says that took, in ms. */
export async function changed(
  page: Page,
  select: Locator,
  value: string | number,
  timeout: number,
): Promise<number> {
  // Of the cell with the answer: other cells have tables too, and theirs may be drawn first.
  const cell = page.locator('article[data-cell]', { has: page.locator('.answer') }).first();
  const table = cell.locator('table').first();
  const before = await table.innerText();
  await select.selectOption(JSON.stringify(value));
  await expect(table).not.toHaveText(before, { useInnerText: true, timeout });
  const meta = await cell.locator('.meta', { hasText: 'events' }).innerText();
  const [, size, unit] = /([\d.,]+) (ms|s)\b/.exec(meta) ?? [];
  return Number(size!.replace(',', '')) * (unit === 's' ? 1000 : 1);
}
