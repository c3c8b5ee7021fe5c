import type { AnyAnalysis } from './analysis';

/** Every analysis by its kind. Its code is fetched when it is first asked. */
export const analyses: Readonly<Record<string, () => Promise<AnyAnalysis>>> = {
  experiment: async () => {
    const [{ experiment }, { withFinishedTests }] = await Promise.all([
      import('./experiment/experiment'),
      import('./experiment/finished/with-finished-tests'),
    ]);
    return any(withFinishedTests(experiment));
  },
  calculator: async () => any((await import('./calculator/calculator')).calculator),
  retention: async () => any((await import('./retention/retention')).retention),
  funnel: async () => any((await import('./funnel/funnel')).funnel),
  lifecycle: async () => any((await import('./lifecycle/lifecycle')).lifecycle),
  segments: async () => any((await import('./segments/segments')).segments),
  health: async () => any((await import('./health/health')).health),
  churn: async () => any((await import('./churn/churn')).churn),
  paths: async () => any((await import('./paths/paths')).paths),
  power: async () => any((await import('./power/power')).power),
  attribution: async () => any((await import('./attribution/attribution')).attribution),
  campaign: async () => any((await import('./campaign/campaign')).campaign),
  affinity: async () => any((await import('./affinity/affinity')).affinity),
  referral: async () => any((await import('./referral/referral')).referral),
  scorecard: async () => any((await import('./scorecard/scorecard')).scorecard),
  nps: async () => any((await import('./nps/nps')).nps),
  friction: async () => any((await import('./friction/friction')).friction),
  monitor: async () => any((await import('./monitor/monitor')).monitor),
  concentration: async () => any((await import('./concentration/concentration')).concentration),
  rfm: async () => any((await import('./rfm/rfm')).rfm),
  tiers: async () => any((await import('./tiers/tiers')).tiers),
  ltv: async () => any((await import('./ltv/ltv')).ltv),
  promo: async () => any((await import('./promo/promo')).promo),
  payback: async () => any((await import('./payback/payback')).payback),
  repurchase: async () => any((await import('./repurchase/repurchase')).repurchase),
};

/** Its own types forgotten: the engine only passes their values on. */
function any(analysis: unknown): AnyAnalysis {
  return analysis as AnyAnalysis;
}
