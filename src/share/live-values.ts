import { type Language, problemLine } from '../locale/language';
import { formatPath } from '../notebook/path';
import type { ProseValue } from '../notebook/prose-values';
import { notOneValue } from '../notebook/not-one-value';
import type { Session } from '../session/session';
import { liveText } from './live-value';
import type { LiveValue } from './prose-html';

/** How the values of a prose cell read now, in their order. */
export function liveValues(
  values: readonly ProseValue[],
  valueOf: Session['value'],
  language: Language,
  zone: string,
): readonly LiveValue[] {
  return values.map((value) => liveValue(value, valueOf, language, zone));
}

function liveValue(
  { path, format }: ProseValue,
  valueOf: Session['value'],
  language: Language,
  zone: string,
): LiveValue {
  const name = formatPath(path);
  const found = valueOf(name);
  if ('problem' in found) {
    const waits = found.problem.code === 'no-value-yet';
    return {
      text: waits ? '…' : `{{ ${name} }}`,
      state: waits ? 'waiting' : 'problem',
      reason: problemLine(found.problem, language),
    };
  }
  const many = notOneValue(found.value, path);
  if (many) return { text: `{{ ${name} }}`, state: 'problem', reason: problemLine(many, language) };
  const text = liveText(found.value, format, language.numbers, zone);
  if (!found.stale) {
    return { text, state: 'fresh', reason: found.reason && problemLine(found.reason, language) };
  }
  const { stale } = language.interface.cells.prose;
  return { text, state: 'stale', reason: stale(String(path[0])) };
}
