import { VALUE_FORMATS } from '../../notebook/prose-values';
import type { Completion, Completions } from '../editor/completion';

/**
 * What can be written at `at` between `{{` and `}}`: paths of values, and behind a bar how one is
 * printed. Null elsewhere in a text.
 */
export function proseCompletions(
  text: string,
  at: number,
  paths: () => readonly string[],
): Completions | null {
  const open = text.slice(0, at).lastIndexOf('{{');
  const inside = text.slice(open + 2, at);
  if (open < 0 || /[{}\n]/.test(inside)) return null;
  const close = isClosed(text.slice(at)) ? '' : ' }}';
  const bar = inside.lastIndexOf('|');
  const from = at - inside.slice(bar + 1).trimStart().length;
  const option = (kind: Completion['kind']) => (label: string) => {
    return { label, kind, insert: `${label}${close}` };
  };
  const options = bar < 0 ? paths().map(option('value')) : VALUE_FORMATS.map(option('function'));
  return { from, options };
}

function isClosed(rest: string): boolean {
  return /^[^{}\n]*\}\}/.test(rest);
}
