import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/data/read';
import { bytesSource } from '../../src/data/byte-source';
import { roleGuesses } from '../../src/engine/role-guesses';
import { STORY } from './csv-file';

async function guessesFor(lines: readonly string[]): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const dataset = await readDataset(bytesSource(bytes), { name: 'a.csv' });
  return roleGuesses(dataset).map(({ role, column, reason }) => `${role}: ${column} (${reason})`);
}

describe('roleGuesses', () => {
  it('finds user, time and event of an event table by their names', async () => {
    expect(await guessesFor(STORY)).toEqual([
      'user: user_id (named)',
      'time: ts (named)',
      'event: event (named)',
    ]);
  });

  it('finds the user of a table with one row per user, and takes no event from it', async () => {
    const lines = ['userid,version,retention_7', '116,gate_30,FALSE', '337,gate_40,TRUE'];
    expect(await guessesFor(lines)).toEqual(['user: userid (named)']);
  });

  it('finds counted paths, with nulls and value where they are', async () => {
    const lines = [
      'path,total_conversions,total_conversion_value,total_null',
      'a > b,1,10,2',
      'b,2,20,3',
    ];
    expect(await guessesFor(lines)).toEqual([
      'path: path (named)',
      'conversions: total_conversions (named)',
      'value: total_conversion_value (named)',
      'nulls: total_null (named)',
    ]);
    expect(await guessesFor(['journey,conversions', 'a > b,1', 'b,2'])).toHaveLength(2);
  });

  it('takes a table of users who signed up on a day for no event table', async () => {
    const lines = ['customer_id,signup,plan', 'a,2026-01-01,free', 'b,2026-01-02,paid'];
    expect(await guessesFor(lines)).toEqual(['user: customer_id (named)']);
  });

  it('takes the text with the fewest values for the event when users come again and no name says it', async () => {
    const lines = [
      'uid,when,page,ip',
      'a,2026-01-01T10:00,home,1.1.1.1',
      'a,2026-01-01T10:01,cart,1.1.1.2',
      'b,2026-01-01T10:02,home,1.1.1.3',
    ];
    expect(await guessesFor(lines)).toEqual([
      'user: uid (named)',
      'time: when (only-time)',
      'event: page (few-texts)',
    ]);
  });

  it('knows a table of costs and a table of counts', async () => {
    expect(await guessesFor(['channel,date,spend', 'ads,2026-01-01,10'])).toEqual([
      'channel: channel (named)',
      'date: date (named)',
      'cost: spend (named)',
    ]);
    expect(await guessesFor(['test,variant,users,conversions', 't1,a,10,1'])).toEqual([
      'variant: variant (named)',
      'users: users (named)',
      'conversions: conversions (named)',
      'test: test (named)',
    ]);
  });

  it('finds them by their values where the names are of another language', async () => {
    const rows = Array.from({ length: 180 }, (_, i) => {
      const kunde = i % 60;
      const gruppe = i < 60 ? (kunde % 2 ? 'Neu' : 'Alt') : '';
      return `k${kunde},r${i},2026-01-0${1 + (i % 9)}T10:00,${kunde % 3 ? 'AT' : 'DE'},${['Anzeige', 'Besuch', 'Kauf'][Math.floor(i / 60)]},${gruppe}`;
    });
    expect(await guessesFor(['Kunde,Beleg,Zeitpunkt,Land,Ereignis,Gruppe', ...rows])).toEqual([
      'user: Kunde (most-texts)',
      'time: Zeitpunkt (only-time)',
      'event: Ereignis (few-texts)',
    ]);
  });

  it('guesses nothing where no column seems to name anybody', async () => {
    expect(await guessesFor(['recency,segment,spend', '10,mens,0', '6,womens,12'])).toEqual([]);
  });
});
