import { attributionFindings } from './attribution-findings';
import { experimentFindings } from './experiment-findings';
import { funnelFindings } from './funnel-findings';
import { lifecycleFindings } from './lifecycle-findings';
import { pathsFindings } from './paths-findings';
import { powerFindings } from './power-findings';
import { readoutFindings } from './readout-findings';
import { retentionFindings } from './retention-findings';
import { testsFindings } from './tests-findings';
import type { FindingArgs } from '../sentence';
import { privacyFindings } from './privacy-findings';
import type { Numbers } from '../numbers';

/** Every sentence an analysis can say about its result, in English. */
export const findings = {
  ...attributionFindings,
  ...experimentFindings,
  ...funnelFindings,
  ...lifecycleFindings,
  ...pathsFindings,
  ...powerFindings,
  ...readoutFindings,
  ...retentionFindings,
  ...testsFindings,
} satisfies Record<string, (args: FindingArgs, n: Numbers) => string>;
  ...privacyFindings,
