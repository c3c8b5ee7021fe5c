import { attribution } from './attribution/attribution';
import { calculator } from './calculator/calculator';
import { concentration } from './concentration/concentration';
import { experiment } from './experiment/experiment';
import { withFinishedTests } from './experiment/finished/with-finished-tests';
import { funnel } from './funnel/funnel';
import { churn } from './churn/churn';
import { health } from './health/health';
import { segments } from './segments/segments';
import { lifecycle } from './lifecycle/lifecycle';
import { ltv } from './ltv/ltv';
import { promo } from './promo/promo';
import { payback } from './payback/payback';
import { repurchase } from './repurchase/repurchase';
import { monitor } from './monitor/monitor';
import { friction } from './friction/friction';
import { nps } from './nps/nps';
import { referral } from './referral/referral';
import { campaign } from './campaign/campaign';
import { paths } from './paths/paths';
import { power } from './power/power';
import { rfm } from './rfm/rfm';
import { tiers } from './tiers/tiers';
import { retention } from './retention/retention';

/** Every analysis, in the order in which the picker shows them. */
export const analyses = [
  withFinishedTests(experiment),
  calculator,
  retention,
  funnel,
  lifecycle,
  segments,
  health,
  churn,
  paths,
  power,
  attribution,
  campaign,
  referral,
  nps,
  friction,
  monitor,
  concentration,
  rfm,
  tiers,
  ltv,
  promo,
  payback,
  repurchase,
] as const;
