import { attributionFindings } from './attribution-findings';
import { concentrationFindings } from './concentration-findings';
import { experimentFindings } from './experiment-findings';
import { funnelFindings } from './funnel-findings';
import { churnFindings } from './churn-findings';
import { healthFindings } from './health-findings';
import { segmentsFindings } from './segments-findings';
import { lifecycleFindings } from './lifecycle-findings';
import { ltvFindings } from './ltv-findings';
import { promoFindings } from './promo-findings';
import { paybackFindings } from './payback-findings';
import { repurchaseFindings } from './repurchase-findings';
import { monitorFindings } from './monitor-findings';
import { frictionFindings } from './friction-findings';
import { npsFindings } from './nps-findings';
import { referralFindings } from './referral-findings';
import { campaignFindings } from './campaign-findings';
import { affinityFindings } from './affinity-findings';
import { dataFindings } from './data-findings';
import { scorecardFindings } from './scorecard-findings';
import { pathsFindings } from './paths-findings';
import { powerFindings } from './power-findings';
import { privacyFindings } from './privacy-findings';
import { readoutFindings } from './readout-findings';
import { rfmFindings } from './rfm-findings';
import { retentionFindings } from './retention-findings';
import { tiersFindings } from './tiers-findings';
import { testsFindings } from './tests-findings';
import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';

/** Every sentence an analysis can say about its result, in English. */
export const findings = {
  ...attributionFindings,
  ...concentrationFindings,
  ...experimentFindings,
  ...funnelFindings,
  ...churnFindings,
  ...healthFindings,
  ...segmentsFindings,
  ...lifecycleFindings,
  ...ltvFindings,
  ...promoFindings,
  ...paybackFindings,
  ...repurchaseFindings,
  ...monitorFindings,
  ...frictionFindings,
  ...npsFindings,
  ...referralFindings,
  ...campaignFindings,
  ...affinityFindings,
  ...dataFindings,
  ...scorecardFindings,
  ...pathsFindings,
  ...powerFindings,
  ...privacyFindings,
  ...readoutFindings,
  ...retentionFindings,
  ...rfmFindings,
  ...testsFindings,
  ...tiersFindings,
} satisfies Record<string, (args: FindingArgs, n: Numbers) => string>;
