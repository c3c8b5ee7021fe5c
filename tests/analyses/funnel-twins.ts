/**
 * The plainest ways to count a funnel: every entry is tried and followed by itself, with nothing
 * remembered between entries. Slow, and written without a look at `src`.
 */

export interface Row {
  /** Whole hours. */
  readonly at: number;
  readonly event: string;
  /** What stands in the held column; null for nothing. */
  readonly key: string | null;
}

export interface Rules {
  readonly order: 'ordered' | 'strict' | 'unordered';
  readonly entry: 'any' | 'first';
  /** Events of which any makes the step. */
  readonly steps: readonly (readonly string[])[];
  readonly optional: readonly number[];
  /** Hours; Infinity for none. */
  readonly window: number;
  /** Hours. */
  readonly grace: number;
  readonly exclude: readonly {
    event: string;
    from: number;
    to: number;
    rule: 'block' | 'remove';
  }[];
  readonly hold: boolean;
  /** Hours at which the data end. */
  readonly end: number;
}

/** What becomes of one user. `times` are those of the steps, null for steps not done. */
export interface Outcome {
  readonly state: 'none' | 'open' | 'removed' | 'counted';
  readonly times: readonly (number | null)[];
}

interface Walk {
  readonly reached: number;
  readonly tainted: boolean;
  readonly rows: readonly (number | null)[];
  /** The row that ended it; null for none. */
  readonly stop: number | null;
}

/** One user's outcome from rows in time order. */
export function outcomeOf(all: readonly Row[], rules: Rules): Outcome {
  const rows = all.filter(({ at }) => at < rules.end);
  const entries = entriesOf(rows, rules);
  const over = entries.filter((entry) => isOver(rows[entry]!, rules));
  if (entries.length === 0) return { state: 'none', times: [] };
  const best = bestOf(over.length > 0 ? over : entries, rows, rules);
  if (over.length === 0) return { state: 'open', times: timesOf(best, rows) };
  return { state: best.tainted ? 'removed' : 'counted', times: timesOf(best, rows) };
}

/** One user's attempts, in the order in which they begin; with held values, value by value. */
export function attemptsOf(all: readonly Row[], rules: Rules): Outcome[] {
  const rows = all.filter(({ at }) => at < rules.end);
  const entries = entriesOf(rows, { ...rules, entry: 'any' });
  const keys = rules.hold ? [...new Set(entries.map((entry) => rows[entry]!.key))] : [null];
  return keys.flatMap((key) => {
    const own = entries.filter((entry) => !rules.hold || rows[entry]!.key === key);
    const attempts: Outcome[] = [];
    for (let entry = own[0]; entry !== undefined;) {
      const { reached, tainted, rows: taken, stop } = walk(rows, entry, rules);
      const times = timesOf({ rows: taken }, rows);
      if (!isOver(rows[entry]!, rules)) return [...attempts, { state: 'open', times }];
      attempts.push({ state: tainted ? 'removed' : 'counted', times });
      const last = Math.max(...taken.map((row) => row ?? -1));
      const limit = rows[entry]!.at + rules.window;
      const isFree = (row: number): boolean => {
        if (stop !== null) return row > stop;
        return reached === rules.steps.length ? row > last : rows[row]!.at > limit;
      };
      entry = own.find(isFree);
    }
    return attempts;
  });
}

/** Who entered and who converted by day, each user once a day, open entries as they are so far. */
export function daysOf(all: readonly Row[], rules: Rules): Map<number, boolean> {
  const rows = all.filter(({ at }) => at < rules.end);
  const days = new Map<number, boolean>();
  const dayOf = (entry: number) => Math.floor(rows[entry]!.at / 24);
  const entries = entriesOf(rows, rules);
  for (const day of new Set(entries.map(dayOf))) {
    const { tainted, reached } = bestOf(
      entries.filter((entry) => dayOf(entry) === day),
      rows,
      rules,
    );
    if (!tainted) days.set(day, reached === rules.steps.length);
  }
  return days;
}

function entriesOf(rows: readonly Row[], { order, steps, hold, entry }: Rules): number[] {
  const opening = order === 'unordered' ? steps.flat() : steps[0]!;
  const entries = rows
    .map((_, i) => i)
    .filter((i) => opening.includes(rows[i]!.event) && (!hold || rows[i]!.key !== null));
  return entry === 'first' ? entries.slice(0, 1) : entries;
}

function isOver({ at }: Row, { window, end }: Rules): boolean {
  return window === Infinity || at + window <= end;
}

function timesOf({ rows: taken }: Pick<Walk, 'rows'>, rows: readonly Row[]): (number | null)[] {
  return taken.map((row) => (row === null ? null : rows[row]!.at));
}

/** The furthest, clean before spoilt, first to arrive, last to start. */
function bestOf(entries: readonly number[], rows: readonly Row[], rules: Rules): Walk {
  const walks = entries.map((entry) => walk(rows, entry, rules));
  const arrival = ({ rows: taken, reached }: Walk) => rows[taken[reached - 1]!]!.at;
  let best = walks[0]!;
  for (const each of walks.slice(1)) {
    if (each.reached !== best.reached) {
      if (each.reached > best.reached) best = each;
    } else if (each.tainted !== best.tainted) {
      if (best.tainted) best = each;
    } else if (rules.order !== 'unordered' && arrival(each) <= arrival(best)) best = each;
  }
  return best;
}

function walk(rows: readonly Row[], entry: number, rules: Rules): Walk {
  // Rows that belong to the journey of this entry: with a held value only those of the same value.
  const own = (i: number) => !rules.hold || rows[i]!.key === rows[entry]!.key;
  const spoils = (i: number) => !rules.hold || rows[i]!.key === null || own(i);
  if (rules.order === 'unordered') return anyOrder(rows, entry, rules, own, spoils);
  const taken =
    rules.order === 'strict' ? direct(rows, entry, rules, own) : loose(rows, entry, rules, own);
  return halted(rows, taken, rules, spoils);
}

type Test = (row: number) => boolean;

function loose(rows: readonly Row[], entry: number, rules: Rules, own: Test): (number | null)[] {
  const taken: (number | null)[] = rules.steps.map(() => null);
  taken[0] = entry;
  const suits = (i: number, step: number) => own(i) && rules.steps[step]!.includes(rows[i]!.event);
  const make = (step: number, last: number, latest: number): boolean => {
    for (let i = 0; i < rows.length; ++i) {
      const { at } = rows[i]!;
      if (at < rows[last]!.at - rules.grace || at > latest || !suits(i, step)) continue;
      const seats = taken.includes(i)
        ? reseated(rows, taken, step, at, suits)
        : [[step, i] as const];
      for (const [each, row] of seats) taken[each] = row;
      if (seats.length > 0) return true;
    }
    return false;
  };
  let last = entry;
  for (let step = 1; step < rules.steps.length; ++step) {
    const skipped: number[] = [];
    while (rules.optional.includes(step)) skipped.push(step++);
    const end = rows[entry]!.at + rules.window;
    const isMade = make(step, last, end);
    const latest = isMade ? rows[taken[step]!]!.at : end;
    for (const extra of skipped) if (make(extra, last, latest)) last = taken[extra]!;
    if (!isMade) break;
    last = taken[step]!;
  }
  return taken;
}

/** Rows of the time `at` for the steps made at it, the entry apart, and for one more step; empty when there are too few. */
function reseated(
  rows: readonly Row[],
  taken: readonly (number | null)[],
  step: number,
  at: number,
  suits: (row: number, step: number) => boolean,
): readonly (readonly [number, number])[] {
  const seated = taken.flatMap((row, each) =>
    each > 0 && row !== null && rows[row]!.at === at ? [each] : [],
  );
  const free = rows.flatMap((row, i) => (row.at === at && i !== taken[0] ? [i] : []));
  const seat = (steps: readonly number[], left: readonly number[]): [number, number][] | null => {
    const [first, ...others] = steps;
    if (first === undefined) return [];
    for (const row of left.filter((each) => suits(each, first))) {
      const rest = seat(
        others,
        left.filter((each) => each !== row),
      );
      if (rest) return [[first, row], ...rest];
    }
    return null;
  };
  return seat([step, ...seated], free) ?? [];
}

function direct(rows: readonly Row[], entry: number, rules: Rules, own: Test): (number | null)[] {
  const taken: (number | null)[] = rules.steps.map(() => null);
  taken[0] = entry;
  let step = 1;
  for (let i = entry + 1; i < rows.length && step < rules.steps.length; ++i) {
    if (rows[i]!.at > rows[entry]!.at + rules.window || !own(i)) break;
    let goal = step;
    while (rules.optional.includes(goal)) ++goal;
    const choices = [goal, ...Array.from({ length: goal - step }, (_, k) => step + k)];
    const made = choices.find((each) => rules.steps[each]!.includes(rows[i]!.event));
    if (made === undefined) break;
    taken[made] = i;
    step = made + 1;
  }
  return taken;
}

/** Cuts a chain at the first exclusion on its way. */
function halted(
  rows: readonly Row[],
  taken: readonly (number | null)[],
  rules: Rules,
  spoils: Test,
): Walk {
  const done = taken.flatMap((row, step) => (row === null ? [] : [{ row, step }]));
  const cut = (reached: number, tainted: boolean, stop: number | null): Walk => ({
    reached,
    tainted,
    stop,
    rows: taken.map((row, step) => (step < reached ? row : null)),
  });
  for (let k = 0; k < done.length; ++k) {
    const here = done[k]!;
    const after = done[k + 1];
    if (here.step === rules.steps.length - 1) break;
    for (let i = 0; i < rows.length; ++i) {
      const { at, event } = rows[i]!;
      if (!spoils(i) || at < rows[here.row]!.at) continue;
      if (after ? at >= rows[after.row]!.at : at > rows[taken[0]!]!.at + rules.window) continue;
      const hit = rules.exclude.find(
        (each) =>
          each.event === event &&
          here.step + 1 >= each.from &&
          here.step + 1 < each.to &&
          at > rows[done.find(({ step }) => step + 1 >= each.from)!.row]!.at,
      );
      if (!hit) continue;
      const removes = hit.rule === 'remove';
      return cut(removes && after ? after.step + 1 : here.step + 1, removes, i);
    }
  }
  return cut(done.at(-1)!.step + 1, false, null);
}

/** The most steps that different events of the window can fill, event by event. */
function anyOrder(
  rows: readonly Row[],
  entry: number,
  rules: Rules,
  own: Test,
  spoils: Test,
): Walk {
  const latest = rows[entry]!.at + rules.window;
  const excluded = new Set(rules.exclude.map(({ event }) => event));
  const inside: number[] = [];
  let stop: number | null = null;
  for (let i = entry; i < rows.length && rows[i]!.at <= latest; ++i) {
    if (spoils(i) && excluded.has(rows[i]!.event) && rows[i]!.at > rows[entry]!.at) {
      stop = i;
      break;
    }
    if (own(i)) inside.push(i);
  }
  const taken: number[] = [];
  for (let n = 1; n <= inside.length; ++n) {
    const most = fillable(
      inside.slice(0, n).map((i) => rows[i]!.event),
      rules.steps,
    );
    if (most > taken.length) taken.push(inside[n - 1]!);
  }
  const filled = rules.steps.map((_, step) => taken[step] ?? null);
  return { reached: taken.length, tainted: false, rows: filled, stop };
}

/** By trying to leave each step out or to give it each of the events. */
function fillable(events: readonly string[], steps: readonly (readonly string[])[]): number {
  const [step, ...others] = steps;
  if (!step) return 0;
  let most = fillable(events, others);
  events.forEach((event, i) => {
    if (!step.includes(event)) return;
    most = Math.max(most, 1 + fillable(events.toSpliced(i, 1), others));
  });
  return most;
}

/**
 * The furthest step that any rows whatever could make: all ways through are tried, not only the one
 * that takes the first row each time. Without exclusions, optional steps and held values.
 */
export function furthestOfAll(all: readonly Row[], rules: Rules): number {
  const rows = all.filter(({ at }) => at < rules.end);
  const go = (taken: readonly number[]): number => {
    const step = taken.length;
    if (step === rules.steps.length) return step;
    let furthest = step;
    for (let i = 0; i < rows.length; ++i) {
      if (taken.includes(i) || !rules.steps[step]!.includes(rows[i]!.event)) continue;
      if (step === 0) {
        if (rules.window < Infinity && rows[i]!.at + rules.window > rules.end) continue;
      } else {
        if (rows[i]!.at < rows[taken.at(-1)!]!.at) continue;
        if (rows[i]!.at > rows[taken[0]!]!.at + rules.window) continue;
        if (rules.order === 'strict' && i !== taken.at(-1)! + 1) continue;
      }
      furthest = Math.max(furthest, go([...taken, i]));
    }
    return furthest;
  };
  return go([]);
}
