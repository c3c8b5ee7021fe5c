/** A line of two texts laid side by side: in both, only in the first, or only in the second. */
export interface DiffLine {
  readonly side: 'both' | 'first' | 'second';
  readonly text: string;
}

/** Texts that differ in more lines than this are told apart as a whole. */
const MOST = 2_000;

/**
 * How `second` differs from `first`, line by line, with as few changes as there can be; where there
 * are very many, the whole stretch between the first and the last of them.
 *
 * @see Myers (1986), for the shortest edit; here by the table of common subsequences
 */
export function lineDiff(first: string, second: string): readonly DiffLine[] {
  const a = first.split('\n');
  const b = second.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) ++start;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) ++end;
  const both = (lines: readonly string[]): DiffLine[] =>
    lines.map((text) => ({ side: 'both', text }));
  return [
    ...both(a.slice(0, start)),
    ...changed(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...both(a.slice(a.length - end)),
  ];
}

/** How many lines are only in one of the texts. */
export function changedLines(diff: readonly DiffLine[]): number {
  return diff.filter(({ side }) => side !== 'both').length;
}

function changed(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const only = (side: 'first' | 'second', lines: readonly string[]): DiffLine[] =>
    lines.map((text) => ({ side, text }));
  if (a.length > MOST || b.length > MOST) return [...only('first', a), ...only('second', b)];
  const common = commonLengths(a, b);
  const width = b.length + 1;
  const diff: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      diff.push({ side: 'both', text: a[i]! });
      ++i;
      ++j;
    } else if (
      j === b.length ||
      (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      diff.push({ side: 'first', text: a[i++]! });
    } else {
      diff.push({ side: 'second', text: b[j++]! });
    }
  }
  return diff;
}

/** By position in `a` and `b`, how many lines the rests have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; --i) {
    for (let j = b.length - 1; j >= 0; --j) {
      const at = i * width + j;
      lengths[at] =
        a[i] === b[j]
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  return lengths;
}
