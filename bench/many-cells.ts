import { mkdirSync, writeFileSync } from 'node:fs';
import { type Page, expect } from '@playwright/test';
import { dropFiles } from '../tests/browser/drop-files';
import { elapsed, longTasks, longest, openApp, withFreshPage } from './browser';
import type { Scenario } from './candidate';

const NOTEBOOK = '.cache/many-cells.lift.md';
/** Cells of each ten: five of text, two inputs, a calculator, a big number, a chart. */
const TENS = 50;
const KEYS = 'The readout of this week was read twice by two people. ';
/** After so many keys the writer thinks for a moment, and what was typed becomes an edit. */
const BURST = 11;
const PAUSE_MS = 400;
/** Pixels a frame: a fast flick of the wheel. */
const SCROLL_STEP = 120;

/** A notebook of 500 cells: opened, scrolled from end to end, and written in. */
export const manyCells: Scenario = {
  name: 'many-cells',
  title: 'Open, scroll and write in a notebook of 500 cells',
  limit: 120_000,
  prepare: async () => {
    mkdirSync('.cache', { recursive: true });
    writeFileSync(NOTEBOOK, notebook());
  },
  candidates: [
    {
      name: 'Liftbook',
      measure: () =>
        withFreshPage(async (page) => {
          await openApp(page);
          await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 30_000 });
          const opened = await open(page);
          await expect(page.getByText('Up to date').first()).toBeVisible({ timeout: 60_000 });
          await page.waitForTimeout(PAUSE_MS);
          const scrolled = await scroll(page);
          const written = await write(page);
          return {
            ms: { opened: opened.ms, 'a key': written.mean },
            answer: `${await page.locator('[data-cell]').count()} cells`,
            extra: {
              'longest frame of opening, ms': opened.longest,
              'longest frame of scrolling, ms': scrolled.longest,
              'frames over 50 ms': scrolled.slow,
              'layout shift': scrolled.shift,
              'longest task of writing, ms': written.longest,
            },
          };
        }),
    },
  ],
};

/** From the drop until every cell has its place and the screen is full of filled ones. */
async function open(page: Page): Promise<{ ms: number; longest: number }> {
  const start = await elapsed(page);
  // Functions with a name of their own do not reach the page: the compiler marks them.
  const watched = page.evaluate(async (cells) => {
    let longest = 0;
    for (let last = performance.now(); ;) {
      const now = await new Promise<number>(requestAnimationFrame);
      longest = Math.max(longest, now - last);
      last = now;
      const found = [...document.querySelectorAll('[data-cell]')];
      if (found.length < cells) continue;
      // To ask where a cell stands makes the browser work: no more of them than need be.
      const empty = found.find((cell) => !cell.querySelector('.card'));
      if (!empty || empty.getBoundingClientRect().top >= innerHeight) return { end: now, longest };
    }
  }, TENS * 10);
  await dropFiles(page, NOTEBOOK);
  const { end, longest } = await watched;
  return { ms: end - start, longest };
}

/** From the top of the notebook to its end, so many pixels a frame. */
async function scroll(page: Page): Promise<{ longest: number; slow: number; shift: number }> {
  return page.evaluate(async (step) => {
    const view = document.querySelector('section.page')!;
    let shift = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shift += (entry as PerformanceEntry & { readonly value: number }).value;
    });
    observer.observe({ type: 'layout-shift' });
    const frames: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    while (view.scrollTop + view.clientHeight < view.scrollHeight - 1) {
      view.scrollTop += step;
      const now = await new Promise<number>(requestAnimationFrame);
      frames.push(now - last);
      last = now;
    }
    observer.disconnect();
    return { longest: Math.max(...frames), slow: frames.filter((ms) => ms > 50).length, shift };
  }, SCROLL_STEP);
}

/** Writing into a cell of text in the middle: script, style and layout for a key in the mean, and the longest task. */
async function write(page: Page): Promise<{ mean: number; longest: number }> {
  const cell = page.locator('[data-cell="out25"]');
  await cell.scrollIntoViewIfNeeded();
  await cell.focus();
  await page.keyboard.press('Enter');
  await cell.locator('.cm-content:focus').waitFor();
  await page.keyboard.press('Control+End');
  const metrics = await page.context().newCDPSession(page);
  await metrics.send('Performance.enable');
  const worked = async (): Promise<number> => {
    const { metrics: all } = await metrics.send('Performance.getMetrics');
    const parts = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
    return all.reduce(
      (sum, { name, value }) => (parts.includes(name) ? sum + 1000 * value : sum),
      0,
    );
  };
  const start = await elapsed(page);
  const before = await worked();
  for (const [index, key] of [...KEYS].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(index % BURST === BURST - 1 ? PAUSE_MS : 30);
  }
  const spent = (await worked()) - before;
  const tasks = (await longTasks(page)).filter((task) => task.start > start);
  return { mean: spent / KEYS.length, longest: longest(tasks) };
}

function notebook(): string {
  const header = `\`\`\`json lift:notebook
{ "liftbook": 1, "title": "Five hundred cells", "timezone": "UTC" }
\`\`\``;
  return `${[header, ...Array.from({ length: TENS }, (_, ten) => tenCells(ten))].join('\n\n')}\n`;
}

function tenCells(ten: number): string {
  const text = (title: string): string =>
    `<!-- lift:md ${title.split(' ').at(-1)}${ten} -->\n\n### ${title}\n\nOf those in treatment ${ten}, {{ ab${ten}.metrics.conversions.arms.treatment.value | pct1 }} bought, with an error rate of {{ alpha${ten} | pct0 }}. ${'It was an ordinary week. '.repeat(8)}`;
  const cell = (type: string, id: string, body: object): string =>
    `\`\`\`json lift:${type} ${id}${ten}\n${JSON.stringify(body, null, 2)}\n\`\`\``;
  const alpha = { kind: 'slider', label: 'Error rate', value: 0.05, min: 0.01, max: 0.2 };
  const users = { kind: 'number', label: 'Users', value: 10_000 + ten };
  const arms = [
    { name: 'control', users: { $ref: `users${ten}` }, conversions: 1000 },
    { name: 'treatment', users: 10_000, conversions: 1080 + ten },
  ];
  const lift = `ab${ten}.metrics.conversions.comparisons.treatment.lift.estimate`;
  return [
    text('This week'),
    cell('input', 'alpha', alpha),
    cell('input', 'users', users),
    text('What was asked'),
    cell('analysis', 'ab', { kind: 'calculator', arms, alpha: { $ref: `alpha${ten}` } }),
    text('What came out'),
    cell('metric', 'change', { label: 'Change', value: { $ref: lift }, format: 'pct1' }),
    cell('chart', 'bars', {
      data: { name: `ab${ten}` },
      mark: 'bar',
      encoding: {
        y: { field: 'metric', type: 'nominal' },
        x: { field: 'treatment', type: 'quantitative' },
      },
    }),
    text('What we think'),
    text('What is next'),
  ].join('\n\n');
}
