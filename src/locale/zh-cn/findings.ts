import type { findings as english } from '../en/findings';
import { experimentFindings } from './experiment-findings';

export const findings: typeof english = { ...experimentFindings };
