import { Problem } from '../../base/problem';
import { durationMs } from '../../base/duration';
import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import type { Campaign } from './params';
import type { WindowName } from './result';

/** A part of the time around a promotion, `[from, to)`. */
export interface CampaignWindow {
  readonly name: WindowName;
  readonly from: number;
  readonly to: number;
}

/**
 * Before, during, after and later, and `net`: from the beginning to the end of `later`. Those that have
 * not ended when the data do are there all the same.
 *
 * @throws {Problem} `not-a-time`, `empty-range`, `window-is-zero` at the campaign
 */
export function campaignWindows(
  campaign: Campaign,
  { timezone, weekStart }: Scope,
): CampaignWindow[] {
  const days = calendar(timezone, weekStart);
  const from = located(() => days.instant(campaign.from, 'start'), 'campaign.from');
  const to = located(() => days.instant(campaign.to, 'start'), 'campaign.to');
  if (!(from < to)) {
    const args = { from: campaign.from, to: campaign.to };
    throw new Problem('empty-range', args, { path: 'campaign' });
  }
  const length = durationMs(campaign.window);
  if (length === 0) {
    throw new Problem('window-is-zero', { found: campaign.window }, { path: 'campaign.window' });
  }
  return [
    { name: 'before', from: from - length, to: from },
    { name: 'during', from, to },
    { name: 'after', from: to, to: to + length },
    { name: 'later', from: to + length, to: to + 2 * length },
    { name: 'net', from, to: to + 2 * length },
  ];
}

function located<T>(act: () => T, path: string): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Problem ? error.within({ path }) : error;
  }
}
