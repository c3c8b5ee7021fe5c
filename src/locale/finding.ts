import type { findings } from './en/findings';
import type { FindingArgs } from './sentence';

export type FindingCode = keyof typeof findings;

/** How a finding is to be read: `good` and `bad` are about the product, `warn` is about the data. */
export type Tone = 'good' | 'bad' | 'warn' | 'neutral';

/** What a note belongs to that is no part of the answer; it stands behind the main table, under this heading. */
export type Subject =
  'test' | 'trust' | 'metrics' | 'overTime' | 'segments' | 'certainty' | 'worth';

/**
 * A sentence about a result, not yet in any language.
 *
 * - `check`: can the comparison be trusted? Shown first, as a chip.
 * - `answer`: the one sentence that answers the cell's question.
 * - `note`: what else is worth knowing.
 * - `warning`: do not decide on this yet.
 */
export interface Finding {
  readonly level: 'check' | 'answer' | 'note' | 'warning';
  readonly tone: Tone;
  readonly code: FindingCode;
  readonly args: FindingArgs;
  /** Absent where it is part of the answer and stands beside it. */
  readonly about?: Subject;
  /** Kind of the analysis that answers what this one cannot; shown as a link to a cell of it. */
  readonly answeredBy?: string;
}

/** A finding that no other kind answers. */
export function finding(
  level: Finding['level'],
  tone: Tone,
  code: FindingCode,
  args: FindingArgs,
): Finding {
  return { level, tone, code, args };
}
