import { type Conflict, conflictsOf } from './conflicts';
import { type Fence, type FenceSpan, fenceSpans } from './fences';
import { type CellInfo, parseInfo, parseMarker } from './info';
import { isBlank } from './lines';

/** Lines `[from, to)` that make one cell; the lines between two blocks are blank. */
export type Block = ProseBlock | FenceBlock | ConflictBlock;

interface Lines {
  readonly from: number;
  readonly to: number;
}

export interface ProseBlock extends Lines {
  readonly kind: 'prose';
  /** Its first line where that is a marker. */
  readonly marker: CellInfo | null;
  /** The ordinary code fence it leaves open. */
  readonly open: FenceSpan | null;
}

export interface FenceBlock extends Lines {
  readonly kind: 'fence';
  readonly fence: Fence;
  readonly info: CellInfo;
  readonly closed: boolean;
}

export interface ConflictBlock extends Lines {
  readonly kind: 'conflict';
  readonly conflict: Conflict;
}

/** The cells of a file as ranges of its lines, in order. */
export function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const conflict of conflictsOf(lines)) {
    blocks.push(...plainBlocks(lines, from, conflict.from));
    blocks.push({ kind: 'conflict', from: conflict.from, to: conflict.to, conflict });
    from = conflict.to;
  }
  return [...blocks, ...plainBlocks(lines, from, lines.length)];
}

/** The blocks of the lines `[from, to)`, which hold no conflict. */
function plainBlocks(lines: readonly string[], from: number, to: number): readonly Block[] {
  const blocks: Block[] = [];
  const ordinary: FenceSpan[] = [];
  let start = from;
  for (const span of fenceSpans(lines.slice(from, to))) {
    const moved = { ...span, from: span.from + from, to: span.to + from };
    const info = span.fence.inList ? null : parseInfo(span.fence.info);
    if (info === null) {
      ordinary.push(moved);
      continue;
    }
    blocks.push(...proseBlocks(lines, start, moved.from, ordinary));
    const end = span.closed ? moved.to : Math.max(moved.from + 1, lastInked(lines, moved.from, to));
    const { fence, closed } = span;
    blocks.push({ kind: 'fence', from: moved.from, to: end, fence, info, closed });
    start = moved.to;
  }
  return [...blocks, ...proseBlocks(lines, start, to, ordinary)];
}

/** Prose between two cells, cut at its markers; blank prose without a marker is no block. */
function proseBlocks(
  lines: readonly string[],
  from: number,
  to: number,
  ordinary: readonly FenceSpan[],
): readonly ProseBlock[] {
  const inCode = (line: number): boolean =>
    ordinary.some((span) => line >= span.from && line < span.to);
  const first = firstInked(lines, from, to);
  const starts: { readonly line: number; readonly marker: CellInfo | null }[] = [];
  for (let line = first; line < to; ++line) {
    const marker = inCode(line) ? null : parseMarker(lines[line]!);
    if (line === first || marker) starts.push({ line, marker });
  }
  return starts.map(({ line, marker }, index) => {
    const end = lastInked(lines, line, starts[index + 1]?.line ?? to);
    const open = ordinary.find((span) => !span.closed && span.from >= line && span.from < end);
    return { kind: 'prose', from: line, to: end, marker, open: open ?? null };
  });
}

function firstInked(lines: readonly string[], from: number, to: number): number {
  let line = from;
  while (line < to && isBlank(lines[line]!)) ++line;
  return line;
}

function lastInked(lines: readonly string[], from: number, to: number): number {
  let line = to;
  while (line > from && isBlank(lines[line - 1]!)) --line;
  return line;
}
