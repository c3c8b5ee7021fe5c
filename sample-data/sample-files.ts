import { CAMPAIGN_COLUMNS, SPEND_COLUMNS, campaignRows, spendRows } from './campaign-rows';
import { EVENT_COLUMNS, eventRows } from './event-rows';
import { readme } from './readme';
import { customers } from './shop';
import { csv, parquet } from './tables';
import { truth } from './truth';
import { USER_COLUMNS, userRows } from './user-rows';

/** Every file of `sample-data` that is made, by name: the same bytes on every run and machine. */
export function sampleFiles(): ReadonlyMap<string, Uint8Array> {
  const shop = customers();
  const events = eventRows(shop);
  const spend = spendRows();
  const facts = truth(shop, events, spend);
  const text = new TextEncoder();
  return new Map([
    ['shop-events.csv', text.encode(csv(EVENT_COLUMNS, events))],
    ['shop-events.parquet', parquet(EVENT_COLUMNS, events)],
    ['users.csv', text.encode(csv(USER_COLUMNS, userRows(shop, events)))],
    ['spend.csv', text.encode(csv(SPEND_COLUMNS, spend))],
    ['campaigns.csv', text.encode(csv(CAMPAIGN_COLUMNS, campaignRows()))],
    ['truth.json', text.encode(`${JSON.stringify(facts, null, 1)}\n`)],
    ['README.md', text.encode(readme(facts))],
  ]);
}
