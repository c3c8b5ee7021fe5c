import { mkdirSync, writeFileSync } from 'node:fs';
import { type Page, expect } from '@playwright/test';
import { dropFiles } from '../tests/browser/drop-files';
import { openApp, peakMemoryMb, withFreshPage } from './browser';
import type { Scenario } from './candidate';
import { changed, choice } from './choice';
import { eventFile } from './events';

/** Until another result has to be there, in ms. */
const LIMIT = 60_000;
const NOTEBOOK = '.cache/attribution.lift.md';

/** Eight models over some hundred thousand journeys: with 500 replicates, and without any. */
export const attribution: Scenario = {
  name: 'attribution',
  title:
    'Attribution of 1,000,000 events (over 100,000 journeys) by 8 models (engine worker, as the cell says it took)',
  limit: 180_000,
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
          await dropFiles(page, NOTEBOOK, path);
          const answer = page.locator('.answer').first();
          await expect(answer).toBeVisible({ timeout: 90_000 });
          const replicates = await median(page, 'Seed', [2, 3, 1]);
          const said = (await answer.innerText()).trim();
          await changed(page, page.getByLabel('Replicates', { exact: true }).first(), 0, LIMIT);
          const alone = await median(page, 'Look-back', ['14d', '7d', '30d']);
          return {
            ms: { '500 replicates': replicates, 'counting and estimates alone': alone },
            answer: said,
            extra: { 'peak memory, MB': peakMemoryMb() },
          };
        }),
    },
  ],
};

async function median(
  page: Page,
  label: string,
  values: readonly (string | number)[],
): Promise<number> {
  const took: number[] = [];
  for (const value of values)
    took.push(await changed(page, page.getByLabel(label, { exact: true }).first(), value, LIMIT));
  return took.sort((a, b) => a - b)[took.length >> 1]!;
}

function notebook(file: string): string {
  return `\`\`\`json lift:notebook
{ "liftbook": 1, "title": "Attribution", "timezone": "UTC" }
\`\`\`

${choice('seed', 'Seed', [1, 2, 3])}
${choice('replicates', 'Replicates', [500, 0])}
${choice('lookback', 'Look-back', ['30d', '14d', '7d'])}
\`\`\`json lift:analysis credit
{
  "kind": "attribution",
  "source": "events",
  "touch": { "event": "view", "channel": "channel" },
  "conversion": { "event": "purchase", "value": "amount" },
  "lookback": { "$ref": "lookback" },
  "models": [
    "first",
    "last",
    "last-non-direct",
    "linear",
    { "position": [0.4, 0.2, 0.4] },
    { "time-decay": "7d" },
    { "markov": 1 },
    "shapley"
  ],
  "bootstrap": { "$ref": "replicates" },
  "seed": { "$ref": "seed" }
}
\`\`\`

\`\`\`json lift:source events
{ "file": "${file}", "roles": { "user": "user_id", "time": "ts", "event": "event" } }
\`\`\`
`;
}
