import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line';
import { STORY } from '../engine/csv-file';

const DEFINED = `\`\`\`json lift:definitions shop
{ "metrics": { "purchase": { "type": "proportion", "event": "purchase", "window": "1d" } } }
\`\`\`
`;

const TEST = `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

\`\`\`json lift:definitions team
{ "file": "../team/metrics.lift.md" }
\`\`\`

\`\`\`json lift:source events
{ "file": "story.csv", "roles": { "user": "user_id", "time": "ts", "event": "event" } }
\`\`\`

\`\`\`json lift:analysis plan
{ "kind": "power", "source": "events", "metric": { "$ref": "team.purchase" }, "arrivals": 100 }
\`\`\`
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftbook-definitions-'));
  for (const name of ['team', 'tests', 'alone']) mkdirSync(join(folder, name));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('team/metrics.lift.md', DEFINED);
  for (const name of ['tests', 'alone']) {
    write(`${name}/story.csv`, `${STORY.join('\n')}\n`);
    write(`${name}/test.lift.md`, TEST);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: readonly string[]) {
  let out = '';
  const terminal = { out: (text: string) => (out += text), note: () => {}, progress: () => {} };
  const code = await commandLine(['run', '--json', ...words], terminal);
  const { cells } = JSON.parse(out) as { readonly cells: Readonly<Record<string, object>> };
  return { code, cells };
}

describe('liftbook run', () => {
  const notebook = () => join(folder, 'tests/test.lift.md');
  const metrics = () => join(folder, 'team/metrics.lift.md');

  it('reads no definitions from outside the folder unless they are named', async () => {
    const { code, cells } = await run(notebook());
    expect(code).toBe(1);
    expect(cells).toMatchObject({
      team: {
        state: 'problem',
        problem: { code: 'outside-folder', at: { line: 6, path: 'file' } },
      },
      plan: { state: 'blocked', by: 'team' },
    });
  });

  it('takes metrics from the notebook that --source names', async () => {
    const { code, cells } = await run(notebook(), '--source', `team=${metrics()}`);
    expect(cells).toMatchObject({
      team: { state: 'done', result: { purchase: { name: 'purchase', window: '1d' } } },
      plan: { state: 'done', result: { metric: 'purchase', type: 'proportion' } },
    });
    expect(code).toBe(0);
  });
});
