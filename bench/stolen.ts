import { readFileSync } from 'node:fs';

/** Processor time since the machine started, in the kernel's ticks; `stolen` is what its host gave to others meanwhile. */
export interface ProcessorTime {
  readonly wanted: number;
  readonly stolen: number;
}

/** Null where no `/proc/stat` tells. */
export function processorTime(): ProcessorTime | null {
  let line: string;
  try {
    line = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]!;
  } catch {
    return null;
  }
  const [user, nice, system, , , irq, softirq, stolen] = line
    .split(/\s+/)
    .slice(1)
    .map(Number) as number[];
  return { wanted: user! + nice! + system! + irq! + softirq! + stolen!, stolen: stolen! };
}

/** Which part of the time that the machine wanted to work since `before` its host did not give; 0 where nobody tells. */
export function stolenSince(before: ProcessorTime | null): number {
  const now = processorTime();
  if (!before || !now || now.wanted === before.wanted) return 0;
  return (now.stolen - before.stolen) / (now.wanted - before.wanted);
}
