import { mkdirSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { dropFiles } from '../tests/browser/drop-files';
import { openApp, peakMemoryMb, withFreshPage } from './browser';
import type { Scenario } from './candidate';
import { changed, choice } from './choice';
import { type Shape, eventFile } from './events';

/** Until another result has to be there, in ms. */
const LIMIT = 30_000;
const NOTEBOOK = '.cache/changed-setting.lift.md';
const SHAPE: Shape = { arms: ['control', 'b', 'c'], isWide: true };

/** Each setting by the label of its input, with the values it goes through; the last is where it began. */
const SETTINGS: Readonly<Record<string, readonly (string | number)[]>> = {
  Alpha: [0.1, 0.01, 0.05],
  Looks: ['fixed', 'always-valid'],
  Window: ['6d', '5d', '7d'],
  Quantile: [0.5, 0.75, 0.9],
  Through: ['2026-01-31', '2026-01-30', '2026-02-01'],
};

/** A full readout, of which one setting after another is changed. */
export const changedSetting: Scenario = {
  name: 'changed-setting',
  title:
    'Change a setting of a readout: 4 metrics × 3 arms × 3 segments on 1,000,000 events (engine worker, as the cell says it took)',
  limit: 120_000,
  prepare: async () => {
    mkdirSync('.cache', { recursive: true });
    const { path } = await eventFile(1_000_000, 50_000, SHAPE);
    writeFileSync(NOTEBOOK, notebook(path.replace('.cache/', '')));
  },
  candidates: [
    {
      name: 'Liftbook',
      measure: () =>
        withFreshPage(async (page) => {
          const { path } = await eventFile(1_000_000, 50_000, SHAPE);
          await openApp(page);
          await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 30_000 });
          await dropFiles(page, NOTEBOOK, path);
          const answer = page.locator('.answer').first();
          await expect(answer).toBeVisible({ timeout: 60_000 });
          const ms: Record<string, number> = {};
          for (const [label, values] of Object.entries(SETTINGS)) {
            const took: number[] = [];
            for (const value of values)
              took.push(await changed(page, page.getByLabel(label, { exact: true }), value, LIMIT));
            ms[label.toLowerCase()] = took.sort((a, b) => a - b)[took.length >> 1]!;
          }
          return {
            ms,
            answer: (await answer.innerText()).trim(),
            extra: { 'peak memory, MB': peakMemoryMb() },
          };
        }),
    },
  ],
};

function notebook(file: string): string {
  return `\`\`\`json lift:notebook
{ "liftbook": 1, "title": "A changed setting", "timezone": "UTC" }
\`\`\`

${choice('alpha', 'Alpha', [0.05, 0.1, 0.01])}
${choice('looks', 'Looks', ['always-valid', 'fixed'])}
${choice('window', 'Window', ['7d', '6d', '5d'])}
${choice('quantile', 'Quantile', [0.9, 0.75, 0.5])}
${choice('through', 'Through', ['2026-02-01', '2026-01-31', '2026-01-30'])}
\`\`\`json lift:analysis ab
{
  "kind": "experiment",
  "source": "events",
  "exposure": { "event": "exposure", "variant": "variant" },
  "control": "control",
  "split": { "control": 1, "b": 1, "c": 1 },
  "metrics": [
    { "name": "purchase", "type": "proportion", "event": "purchase", "window": "7d" },
    {
      "name": "revenue",
      "type": "mean",
      "event": "purchase",
      "value": "amount",
      "window": { "$ref": "window" },
      "cap": { "upper": 0.999 },
      "cuped": "7d"
    },
    {
      "name": "basket",
      "type": "ratio",
      "numerator": { "event": "purchase", "value": "amount" },
      "denominator": { "event": "purchase" }
    },
    {
      "name": "load",
      "type": "quantile",
      "quantile": { "$ref": "quantile" },
      "event": "view",
      "value": "ms",
      "role": "guardrail",
      "direction": "down",
      "margin": 0.05
    }
  ],
  "alpha": { "$ref": "alpha" },
  "looks": { "$ref": "looks" },
  "completeThrough": { "$ref": "through" },
  "segments": ["country", "platform", "channel"]
}
\`\`\`

\`\`\`json lift:source events
{ "file": "${file}", "roles": { "user": "user_id", "time": "ts", "event": "event" } }
\`\`\`
`;
}
