import type { findings as english } from '../en/findings';
import { attributionFindings } from './attribution-findings';
import { experimentFindings } from './experiment-findings';
import { funnelFindings } from './funnel-findings';
import { lifecycleFindings } from './lifecycle-findings';
import { pathsFindings } from './paths-findings';
import { powerFindings } from './power-findings';
import { readoutFindings } from './readout-findings';
import { retentionFindings } from './retention-findings';
import { testsFindings } from './tests-findings';

import { privacyFindings } from './privacy-findings';
export const findings: typeof english = {
  ...attributionFindings,
  ...experimentFindings,
  ...funnelFindings,
  ...lifecycleFindings,
  ...pathsFindings,
  ...powerFindings,
  ...readoutFindings,
  ...retentionFindings,
  ...testsFindings,
};
  ...privacyFindings,
