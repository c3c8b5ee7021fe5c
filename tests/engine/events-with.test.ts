import { expect, it } from 'vitest';
import { bytesSource } from '../../src/data/byte-source';
import { readDataset } from '../../src/data/read';
import { eventsWith } from '../../src/engine/events-with';
import { ROLES, STORY } from './csv-file';

it('eventsWith tells on the rows of which events a column is filled', async () => {
  const bytes = new TextEncoder().encode(`${STORY.join('\n')}\n`);
  const dataset = await readDataset(bytesSource(bytes), { name: 'a.csv' });
  expect(eventsWith(dataset, ROLES, ['variant', 'amount'])).toEqual({
    variant: [{ value: 'exposure', rows: 6 }],
    amount: [{ value: 'purchase', rows: 3 }],
  });
  expect(eventsWith(dataset, { user: 'user_id' }, ['variant'])).toEqual({});
});
