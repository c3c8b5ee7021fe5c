import type { Finding, FindingCode, Tone } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import type { CampaignResult, PromoResult, WindowResult } from './result';

/** Who buys on promotion, whether they come back, and what the promotion did. */
export function findings(result: PromoResult): Finding[] {
  return [...checks(result), ...answer(result), ...acquired(result), ...campaign(result)];
}

function checks(result: PromoResult): Finding[] {
  const { purchases, everyone, missing, negative, doubtful, campaign, alpha } = result;
  const args = { purchases: purchases.of, buyers: everyone.buyers };
  const found = [say('check', 'good', 'promo.purchases', args)];
  if (doubtful) found.push(say('check', 'warn', 'ltv.doubtful', { ...doubtful }));
  if (missing > 0) found.push(say('check', 'warn', 'ltv.missing', { purchases: missing }));
  if (negative > 0) found.push(say('check', 'warn', 'ltv.negative', { purchases: negative }));
  if (!campaign) return found;
  const [control, treatment] = campaign.groups;
  const sizes = { control: control!.users, treatment: treatment!.users };
  if (campaign.split) {
    const isOff = campaign.split.p < 0.001;
    found.push(
      say('check', isOff ? 'bad' : 'good', isOff ? 'promo.split-off' : 'promo.split', {
        ...sizes,
        p: campaign.split.p,
      }),
    );
  } else {
    const { p, weeks } = campaign.trend;
    const code =
      p === null ? 'promo.trend-unknown' : p < alpha ? 'promo.trend-differs' : 'promo.trend';
    found.push(say('check', p !== null && p >= alpha ? 'good' : 'warn', code, { p, weeks }));
  }
  return found;
}

function answer({ purchases, value, frequent, everyone, unit }: PromoResult): Finding[] {
  const { dependent, minimumOrders, dependentFrom, buyers } = frequent;
  const share = { promoted: purchases.count, of: purchases.of, rate: purchases.rate };
  const only = everyone.classes.find(({ name }) => name === 'only');
  const found = [
    say('answer', 'neutral', 'promo.share', { ...share, valueRate: value.rate }),
    // A result that is passed on may have lost them, and those who depend on promotions.
    ...(only
      ? [say('note', 'neutral', 'promo.only', { count: only.count, of: only.of, rate: only.rate })]
      : []),
  ];
  if (buyers === 0)
    return [...found, say('note', 'neutral', 'promo.nobody-often', { minimumOrders })];
  if (!dependent) return found;
  const { count, of, rate, low, high, value: brought } = dependent;
  const args = { count, of, rate, low, high, minimumOrders, dependentFrom, value: brought, unit };
  return [...found, say('note', count > 0 ? 'bad' : 'good', 'promo.dependent', args)];
}

function acquired({ acquired }: PromoResult): Finding[] {
  const { days, fullPrice, onPromotion, difference, p } = acquired;
  if (difference.estimate === null) return [];
  const { estimate, low, high } = difference;
  const args = { days, full: fullPrice.rate, promoted: onPromotion.rate, estimate, low, high, p };
  return [say('note', 'neutral', 'promo.acquired', args)];
}

function campaign({ campaign, alpha }: PromoResult): Finding[] {
  if (!campaign) return [];
  const { groups, deciding } = campaign;
  const names = { control: groups[0]!.name, treatment: groups[1]!.name };
  const activity = campaign.metrics.find(({ name }) => name === 'activity')!.windows;
  const notes = activity
    .filter(({ window }) => window === 'during' || window === 'after')
    .flatMap((window) => windowNote(window, campaign, names, alpha));
  const [during, after] = ['during', 'after'].map((name) =>
    effectOf(
      activity.find(({ window }) => window === name)!,
      deciding,
    ),
  );
  const isBorrowed =
    during!.low !== null && during!.low > 0 && after!.high !== null && after!.high < 0;
  return [
    ...notes,
    ...(isBorrowed ? [say('warning', 'warn', 'promo.borrows', names)] : []),
    ...worth(campaign),
    say('note', 'neutral', campaign.randomised ? 'promo.randomised' : 'promo.observed', {}),
  ];
}

function windowNote(
  window: WindowResult,
  { deciding }: CampaignResult,
  names: { control: string; treatment: string },
  alpha: number,
): Finding[] {
  const { estimate, low, high } = effectOf(window, deciding);
  const p = deciding === 'difference' ? window.p : window.pChange;
  if (estimate === null || p === null) {
    return window.control === null
      ? [
          say('note', 'neutral', 'promo.window-open', {
            window: window.window,
            through: window.through,
          }),
        ]
      : [];
  }
  const tone = p >= alpha ? 'neutral' : estimate > 0 ? 'good' : 'bad';
  const { control, treatment, from, through } = window;
  const means = { controlMean: control, treatmentMean: treatment, ...names };
  const args = { window: window.window, from, through, ...means, estimate, low, high, p, deciding };
  return [say('note', tone, 'promo.window', args)];
}

function effectOf(window: WindowResult, deciding: CampaignResult['deciding']) {
  return window[deciding] ?? { estimate: null, low: null, high: null };
}

function worth({ incrementalMargin, metrics, groups }: CampaignResult): Finding[] {
  const metric = metrics.find(({ name }) => name === 'margin');
  const { estimate, low, high } = incrementalMargin;
  if (!metric || estimate === null) return [];
  const tone = low > 0 ? 'good' : high < 0 ? 'bad' : 'neutral';
  const args = { estimate, low, high, unit: metric.unit, users: groups[1]!.users };
  return [say('answer', tone, 'promo.margin', args)];
}

function say(level: Finding['level'], tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return { level, tone, code, args };
}
