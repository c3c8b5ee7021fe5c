import { mkdirSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { dropFiles } from '../tests/browser/drop-files';
import { elapsed, openApp, peakMemoryMb, tasksAroundCharts, withFreshPage } from './browser';
import type { Scenario } from './candidate';
import { eventFile } from './events';

const NOTEBOOK = '.cache/million-events.lift.md';

/** A file of a million events dropped on the page together with a notebook that reads it. */
export const millionEvents: Scenario = {
  name: 'million-events',
  title: 'Load 1,000,000 events (65 MB of CSV) and read out an experiment',
  limit: 120_000,
  prepare: async () => {
    mkdirSync('.cache', { recursive: true });
    const { path } = await eventFile(1_000_000, 50_000);
    writeFileSync(NOTEBOOK, notebook(path.replace('.cache/', '')));
  },
  candidates: [
    {
      name: 'Liftbook',
      measure: () =>
        withFreshPage(async (page) => {
          const { path } = await eventFile(1_000_000, 50_000);
          await openApp(page);
          await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 30_000 });
          const start = await elapsed(page);
          await dropFiles(page, NOTEBOOK, path);
          const answer = page.locator('.answer').first();
          await expect(answer).toBeVisible({ timeout: 60_000 });
          const first = await elapsed(page);
          await page.locator('figure').first().scrollIntoViewIfNeeded();
          await expect(page.locator('figure svg.marks, figure canvas').first()).toBeVisible({
            timeout: 30_000,
          });
          return {
            ms: { 'file to verdict': first - start },
            answer: (await answer.innerText()).trim(),
            extra: {
              ...(await tasksAroundCharts(page, start)),
              'peak memory, MB': peakMemoryMb(),
            },
          };
        }),
    },
  ],
};

function notebook(file: string): string {
  return `\`\`\`json lift:notebook
{ "liftbook": 1, "title": "A million events", "timezone": "UTC" }
\`\`\`

\`\`\`json lift:source events
{ "file": "${file}", "roles": { "user": "user_id", "time": "ts", "event": "event" } }
\`\`\`

\`\`\`json lift:analysis ab
{
  "kind": "experiment",
  "source": "events",
  "exposure": { "event": "exposure", "variant": "variant" },
  "control": "control",
  "metrics": [
    { "name": "purchase", "type": "proportion", "event": "purchase", "window": "7d" },
    { "name": "revenue", "type": "mean", "event": "purchase", "value": "amount", "window": "7d" }
  ],
  "looks": "fixed"
}
\`\`\`
`;
}
