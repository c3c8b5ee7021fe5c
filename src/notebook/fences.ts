import { isBlank } from './lines';

/** The line that opens a code fence. */
export interface Fence {
  readonly indent: string;
  /** Its back-ticks or tildes: three or more. */
  readonly mark: string;
  readonly info: string;
  /** It opens behind a list marker, and ends with the list item at the latest. */
  readonly inList: boolean;
}

/** A code fence with its lines `[from, to)`. */
export interface FenceSpan {
  readonly from: number;
  readonly to: number;
  readonly fence: Fence;
  readonly closed: boolean;
}

/** The code fences of a Markdown text in order; one that is not closed runs to the end. */
export function fenceSpans(lines: readonly string[]): readonly FenceSpan[] {
  const spans: FenceSpan[] = [];
  for (let from = 0; from < lines.length; ++from) {
    const fence = openingFence(lines[from]!);
    if (!fence) continue;
    const { to, closed } = fenceEnd(lines, from + 1, fence);
    spans.push({ from, to, fence, closed });
    from = to - 1;
  }
  return spans;
}

/** A fence of back-ticks that nothing in `body` closes. */
export function fenceAround(body: string): string {
  const runs = body.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
}

function openingFence(line: string): Fence | null {
  const match = /^((?: {0,3}(?:[-*+]|\d{1,9}[.)])(?= ))*)( *)(`{3,}|~{3,})(.*)$/.exec(line);
  if (!match) return null;
  const [, list, spaces, mark, info] = match as unknown as [string, string, string, string, string];
  if (mark[0] === '`' && info.includes('`')) return null;
  if (list === '' ? spaces.length > 3 : spaces.length > 4) return null;
  return { indent: ' '.repeat(list.length) + spaces, mark, info, inList: list !== '' };
}

function fenceEnd(
  lines: readonly string[],
  from: number,
  { indent, mark, inList }: Fence,
): { readonly to: number; readonly closed: boolean } {
  const closing = new RegExp(
    `^ {0,${inList ? indent.length + 3 : 3}}${mark[0]}{${mark.length},}[ \\t]*$`,
  );
  let inked = from;
  for (let line = from; line < lines.length; ++line) {
    if (closing.test(lines[line]!)) return { to: line + 1, closed: true };
    if (isBlank(lines[line]!)) continue;
    if (inList && !lines[line]!.startsWith(indent)) break;
    inked = line + 1;
  }
  return inList ? { to: inked, closed: true } : { to: lines.length, closed: false };
}
