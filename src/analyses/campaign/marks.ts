import { Problem } from '../../base/problem';
import { amountColumn, textColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import { type Breakdown, breakdownBy } from '../breakdown';
import type { CampaignParams } from './params';

/** Codes into names. */
export interface Coded {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

/** The rows that matter, from the first row of the block on. */
export interface Marks {
  readonly contact: Uint8Array;
  readonly open: Uint8Array | null;
  readonly act: Uint8Array;
  readonly value: Float64Array | null;
  readonly assigned: Uint8Array | null;
  readonly variant: Coded | null;
  readonly groups: Breakdown | null;
}

/** @throws {Problem} `needs-events`, `not-in-data`, `wrong-type` */
export function marksOf({ events, scope }: Input, params: CampaignParams): Marks {
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'campaign' }, { path: 'source' });
  }
  const { contact, open, act, randomised, breakdown } = params;
  const mask = (filter: CampaignParams['contact'], path: string) =>
    eventMask(events, filter, scope.timezone, path);
  return {
    contact: mask(contact, 'contact'),
    open: open ? mask(open, 'open') : null,
    act: mask(act, 'act'),
    value: act.value === undefined ? null : amountColumn(events.columns, act.value, 'act.value'),
    assigned: randomised ? mask(randomised, 'randomised') : null,
    variant: randomised
      ? textColumn(events.columns, randomised.variant, 'randomised.variant')
      : null,
    groups: breakdown ? breakdownBy(events, breakdown, 'breakdown') : null,
  };
}
