/** What is done with a file: read it into columns, count the four analyses over its events, or answer all about what users do. */
export type Task = 'csv' | 'ndjson' | 'parquet' | 'four' | 'operations';

/** One piece of work for one engine. */
export interface Job {
  readonly task: Task;
  /** Of a file in `.cache`; `four` reads it as CSV. */
  readonly file: string;
  /** How often the work is done: the first time is cold, the others are warm. */
  readonly repeats: number;
  /** Threads of engines that can choose. */
  readonly threads: number;
}

/** Gives the file named in `.cache`. */
export type Open = (file: string) => Promise<Blob>;

/** One engine at work; gives milliseconds by step, and the answer. */
export type Work = (job: Job, open: Open) => Promise<WorkDone>;

export interface WorkDone {
  readonly ms: Readonly<Record<string, number>>;
  readonly answer: string;
}

/** Does `act` again and again: how long the first took and the median of the others, and what came last. */
export async function coldAndWarm<T>(
  repeats: number,
  act: () => T | Promise<T>,
): Promise<{ readonly cold: number; readonly warm: number; readonly last: T }> {
  const took: number[] = [];
  let last!: T;
  for (let i = 0; i < repeats; ++i) {
    const start = performance.now();
    last = await act();
    took.push(performance.now() - start);
  }
  const [cold, ...later] = took;
  return { cold: cold!, warm: median(later), last };
}

/** The same of several acts in turn: the median of each one's later rounds, and the first ones together. */
export async function inTurn<K extends string>(
  repeats: number,
  acts: Readonly<Record<K, () => void | Promise<void>>>,
): Promise<{ readonly ms: Readonly<Record<K, number>>; readonly cold: number }> {
  const names = Object.keys(acts) as K[];
  const took = names.map((): number[] => []);
  for (let i = 0; i < repeats; ++i) {
    for (const [k, name] of names.entries()) {
      const start = performance.now();
      await acts[name]();
      took[k]!.push(performance.now() - start);
    }
  }
  const ms = Object.fromEntries(names.map((name, k) => [name, median(took[k]!.slice(1))]));
  return { ms: ms as Record<K, number>, cold: took.reduce((sum, [first]) => sum + first!, 0) };
}

/** The steps of counting as columns of the report; an engine without an index builds it in no time. */
export function stepsOf(
  counting: Readonly<Record<string, number>>,
  index: number,
  cold: number,
): Readonly<Record<string, number>> {
  const four = Object.values(counting).reduce((sum, each) => sum + each, 0);
  return { index, ...counting, four, 'index + four': index + four, 'first time': cold };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
