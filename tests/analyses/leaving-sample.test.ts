import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import truth from '../../sample-data/truth.json';
import { churn } from '../../src/analyses/churn/churn';
import { health } from '../../src/analyses/health/health';
import { bytesSource } from '../../src/data/byte-source';
import { readDataset } from '../../src/data/read';
import { asText } from '../../src/events/as-text';
import { parseNotebook } from '../../src/notebook/parse';
import { outcomeOf } from './run';

const ROLES = { user: 'user_id', time: 'ts', event: 'event' };
const NOTEBOOK = 'notebooks/who-is-about-to-leave.lift.md';

/** The parameters of a cell of the sample notebook. */
function asked(id: string): object {
  const { cells } = parseNotebook(readFileSync(NOTEBOOK, 'utf8'), NOTEBOOK);
  const cell = cells.find((each) => each.id === id)!;
  const { kind: _, ...params } = ('json' in cell ? cell.json!.value : {}) as Record<
    string,
    unknown
  >;
  return params;
}

describe('the users who leave the sample shop', async () => {
  const bytes = new Uint8Array(readFileSync('sample-data/shop-events.parquet'));
  const dataset = await readDataset(bytesSource(bytes), { name: 'shop-events.parquet' });
  const leaving = new Set(truth.people.leaving);

  it('are found by the notebook that asks for them: most of them, in a list of a sixtieth of all', () => {
    const { input, params, result } = outcomeOf(health, dataset, asked('index'), { roles: ROLES });
    const { values, codes } = asText(input.events.ids!);
    const list = health.members!(input, params, 'winback.users');
    const found = [...list].filter((user) => leaving.has(values[codes[user]!]!)).length;
    expect(leaving.size).toBe(115);
    expect(found).toBeGreaterThanOrEqual(0.8 * leaving.size);
    expect(list.length).toBeLessThan(200);
    expect(result.validation.state).toBe('better');
    expect(JSON.stringify(result)).not.toMatch(/u\d{5}/);
  });

  it('are gone or silent for longer than usual, unlike others who came as often', () => {
    const { input, params } = outcomeOf(churn, dataset, asked('gone'), { roles: ROLES });
    const { values, codes } = asText(input.events.ids!);
    const share = (path: string) => {
      const users = churn.members!(input, params, path);
      return [...users].filter((user) => leaving.has(values[codes[user]!]!)).length;
    };
    const silent = share('now.churned') + share('now.atRisk');
    expect(silent).toBeGreaterThanOrEqual(0.8 * leaving.size);
  });
});
