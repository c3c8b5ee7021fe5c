import { nearest } from '../base/nearest';
import { type Place, Problem } from '../base/problem';
import { fenceSpans } from './fences';
import type { Span } from './json-node';
import { placeAt } from './json-source';
import { type Path, readPath } from './path';

/** How a value in prose may be printed. */
export const VALUE_FORMATS = [
  'int',
  'num0',
  'num1',
  'num2',
  'num3',
  'num4',
  'pct0',
  'pct1',
  'pct2',
  'pp1',
  'p',
  'money',
  'date',
  'duration',
  'text',
] as const;

export type ValueFormat = (typeof VALUE_FORMATS)[number];

/** A piece of prose, `[start, end)` of its body. */
export type ProsePart = ProseText | ProseValue;

export interface ProseText extends Span {
  readonly kind: 'text';
}

/** `{{ path | format }}` */
export interface ProseValue extends Span {
  readonly kind: 'value';
  readonly path: Path;
  readonly format: ValueFormat | null;
  /** Where the path's first segment stands: the name of a cell. */
  readonly name: Span;
}

/**
 * The pieces of a prose cell in order; together they are the whole body. What stands in code is
 * text, and so is a value that cannot be read, which is then a problem.
 *
 * @param at  where the body comes from; `line` is the file's line of its first character
 */
export function proseParts(
  body: string,
  at: Place = {},
): { readonly parts: readonly ProsePart[]; readonly problems: readonly Problem[] } {
  const parts: ProsePart[] = [];
  const problems: Problem[] = [];
  const code = codeRanges(body);
  let textStart = 0;
  for (const { index } of body.matchAll(/\{\{/g)) {
    if (index < textStart || code.some(({ start, end }) => index >= start && index < end)) continue;
    try {
      const value = readValue(body, index);
      if (index > textStart) parts.push({ kind: 'text', start: textStart, end: index });
      parts.push(value);
      textStart = value.end;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const offset = index + (error.at.column ?? 1) - 1;
      problems.push(new Problem(error.code, error.args, placeAt({ text: body, at }, offset)));
    }
  }
  if (textStart < body.length) parts.push({ kind: 'text', start: textStart, end: body.length });
  return { parts, problems };
}

/** The value whose braces open at `start`. Columns of its problems count from there. */
function readValue(body: string, start: number): ProseValue {
  const pattern = /\{\{((?:"(?:[^"\\\n]|\\.)*"|[^"\n])*?)\}\}/y;
  pattern.lastIndex = start;
  const match = pattern.exec(body);
  if (!match) {
    throw new Problem('bad-value', { found: body.slice(start, start + 24).split('\n')[0]! });
  }
  const inner = match[1]!;
  const from = inner.length - inner.trimStart().length;
  const { path, end } = readInner(inner, from);
  const behind = inner.slice(end).trim();
  const format = /^(?:\\?\|\s*([^\s|]*))?$/.exec(behind);
  if (!format) throw badInner(inner, end);
  const nameStart = start + 2 + from;
  return {
    kind: 'value',
    path,
    format: format[1] === undefined ? null : readFormat(format[1], inner),
    name: { start: nameStart, end: nameStart + String(path[0]).length },
    start,
    end: start + match[0].length,
  };
}

function readInner(inner: string, from: number): ReturnType<typeof readPath> {
  try {
    return readPath(inner, from);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw badInner(inner, (error.at.column ?? 1) - 1);
  }
}

function badInner(inner: string, offset: number): Problem {
  const found = inner.slice(offset).trim().slice(0, 12);
  return new Problem('bad-path', { path: inner.trim(), found }, { column: 2 + offset + 1 });
}

function readFormat(name: string, inner: string): ValueFormat {
  const format = VALUE_FORMATS.find((known) => known === name);
  if (format) return format;
  const args = { found: name, known: VALUE_FORMATS, near: nearest(name, VALUE_FORMATS) };
  throw new Problem('unknown-format', args, { column: 2 + inner.lastIndexOf(name) + 1 });
}

/** Where fenced code and code spans stand; a code span does not reach past a blank line. */
function codeRanges(body: string): readonly Span[] {
  const lines = body.split('\n');
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1);
  const fences = fenceSpans(lines).map(({ from, to }) => ({
    start: starts[from]!,
    end: starts[to]!,
  }));
  const ranges: Span[] = [...fences];
  let from = 0;
  for (const { start, end } of [...fences, { start: body.length, end: body.length }]) {
    for (const match of body.slice(from, start).matchAll(/(?:[^\n]|\n(?![ \t]*\n))+/g)) {
      ranges.push(...codeSpans(match[0], from + match.index));
    }
    from = end;
  }
  return ranges;
}

/** Code spans of one paragraph that starts at `offset`: equally long runs of back-ticks, the first not escaped. */
function codeSpans(paragraph: string, offset: number): readonly Span[] {
  const runs = [...paragraph.matchAll(/`+/g)];
  const spans: Span[] = [];
  for (let opening = 0; opening < runs.length; ++opening) {
    const run = runs[opening]!;
    if (paragraph[run.index - 1] === '\\') continue;
    const closing = runs.findIndex(
      (other, index) => index > opening && other[0].length === run[0].length,
    );
    if (closing < 0) continue;
    const end = runs[closing]!.index + run[0].length;
    spans.push({ start: offset + run.index, end: offset + end });
    opening = closing;
  }
  return spans;
}
