import { fenceSpans } from './fences';

/** Lines `[from, to)` of a file that two people changed differently, widened to the whole fences it cuts. */
export interface Conflict {
  readonly from: number;
  readonly to: number;
  /** What git calls the sides: a branch, a commit. */
  readonly oursLabel: string;
  readonly theirsLabel: string;
  /** The lines as each side has them, markers left out. */
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** One region between markers: `from` is its `<<<<<<<`, `to` is behind its `>>>>>>>`. */
interface Region {
  readonly from: number;
  /** Where our side ends: its `|||||||` or `=======`. */
  readonly oursEnd: number;
  readonly middle: number;
  readonly to: number;
}

type Extent = Pick<Region, 'from' | 'to'>;

/**
 * The conflicts of a file, in order. Markers inside a fence make the whole fence part of the
 * conflict, so that each side is text that can stand by itself and nothing after it is swallowed.
 */
export function conflictsOf(lines: readonly string[]): readonly Conflict[] {
  const regions = conflictRegions(lines);
  const extents = merged([
    ...regions,
    ...cutFences(lines, regions, 'ours'),
    ...cutFences(lines, regions, 'theirs'),
  ]);
  return extents.map(({ from, to }) => {
    const inside = regions.filter((region) => region.from >= from && region.to <= to);
    const side = (name: 'ours' | 'theirs'): readonly string[] =>
      sideLines(lines, inside, name)
        .filter((line) => line >= from && line < to)
        .map((line) => lines[line]!);
    const oursLabel = lines[inside[0]!.from]!.slice(8).trim();
    const theirsLabel = lines[inside[0]!.to - 1]!.slice(8).trim();
    return { from, to, oursLabel, theirsLabel, ours: side('ours'), theirs: side('theirs') };
  });
}

const MARKER: ReadonlySet<string> = new Set(['<', '|', '=', '>'].map((mark) => mark.repeat(7)));

/** Regions with all their markers; a marker left alone is ordinary text. */
function conflictRegions(lines: readonly string[]): readonly Region[] {
  const regions: Region[] = [];
  let [from, base, middle] = [-1, -1, -1];
  for (const [index, line] of lines.entries()) {
    if (!MARKER.has(line.slice(0, 7))) continue;
    if (/^<{7}( |$)/.test(line)) [from, base, middle] = [index, -1, -1];
    else if (/^\|{7}( |$)/.test(line) && from >= 0 && middle < 0) base = index;
    else if (/^={7}$/.test(line) && from >= 0 && middle < 0) middle = index;
    else if (/^>{7}( |$)/.test(line) && middle >= 0) {
      regions.push({ from, oursEnd: base < 0 ? middle : base, middle, to: index + 1 });
      [from, base, middle] = [-1, -1, -1];
    }
  }
  return regions;
}

/** Indexes of the lines that the file has when every region is resolved to one side. */
function sideLines(
  lines: readonly string[],
  regions: readonly Region[],
  side: 'ours' | 'theirs',
): readonly number[] {
  const kept: number[] = [];
  let next = 0;
  for (const region of [...regions, null]) {
    for (; next < (region?.from ?? lines.length); ++next) kept.push(next);
    if (region === null) break;
    const start = side === 'ours' ? region.from + 1 : region.middle + 1;
    const end = side === 'ours' ? region.oursEnd : region.to - 1;
    for (let line = start; line < end; ++line) kept.push(line);
    next = region.to;
  }
  return kept;
}

/** The fences of one side that have lines both inside a region and outside it. */
function cutFences(
  lines: readonly string[],
  regions: readonly Region[],
  side: 'ours' | 'theirs',
): readonly Extent[] {
  if (regions.length === 0) return [];
  const kept = sideLines(lines, regions, side);
  return fenceSpans(kept.map((line) => lines[line]!))
    .filter((span) => span.closed)
    .map((span) => ({ from: kept[span.from]!, to: kept[span.to - 1]! + 1 }))
    .filter((span) => regions.some((region) => overlap(span, region)));
}

function overlap(a: Extent, b: Extent): boolean {
  return a.from < b.to && b.from < a.to;
}

function merged(extents: readonly Extent[]): readonly Extent[] {
  const result: Extent[] = [];
  for (const extent of [...extents].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (!last || !overlap(last, extent)) result.push(extent);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, extent.to) };
  }
  return result;
}
